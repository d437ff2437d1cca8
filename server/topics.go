package server

import "slices"

// topic is what a screen is told of: which registers and tables it stands for.
type topic struct {
	name  string
	nouns []string
}

// topics is the one table of what event streams tell. What stands in none of them
// is told as topicOther, so that a table that is new here is never silent.
func topics() []topic {
	return []topic{
		{"dispatch", []string{"report", "target", "indicator", "enterprise", "segment", "light_rule"}},
		{"projects", []string{"project", "arrival", "investment_rule"}},
		{"prospects", []string{"prospect"}},
		{"issues", []string{"issue", "holiday_year"}},
		{"policies", []string{"policy"}},
		{"enterprises", []string{"enterprise"}},
		{"platforms", []string{"platform", "cluster"}},
		{"visits", []string{"visit", "event", "decision"}},
		{"meetings", []string{"meeting", "decision"}},
		{"maps", []string{"chain", "segment", "enterprise", "technology", "application", "region", "outline", "project", "edition"}},
		{"chains", []string{"chain", "leadership"}},
		{"rules", []string{"light_rule", "investment_rule", "holiday_year", "list_setting"}},
		{"imports", []string{"import_batch"}},
	}
}

const topicOther = "other"

// innerNouns are told to nobody: they say that rights may have changed, or go
// with a register that is told of.
func innerNouns() []string {
	return []string{"screen", "api_token", "account", "session", "issue_step_event", "project_stage_event", "kept_document", "document_template", "rewording", "document_schedule", "document_draft"}
}

// touchesRights reports whether who may listen may have changed.
func touchesRights(nouns []string) bool {
	return slices.ContainsFunc(nouns, func(n string) bool { return slices.Contains(innerNouns()[:4], n) })
}

// topicsOf returns the topics of what was saved, in the table's order.
func topicsOf(nouns []string) []string {
	told := []string{}
	known := innerNouns()
	for _, t := range topics() {
		known = append(known, t.nouns...)
		if slices.ContainsFunc(nouns, func(n string) bool { return slices.Contains(t.nouns, n) }) {
			told = append(told, t.name)
		}
	}
	if slices.ContainsFunc(nouns, func(n string) bool { return !slices.Contains(known, n) }) {
		told = append(told, topicOther)
	}
	return told
}

// everyTopic is told to whoever may have missed anything.
func everyTopic() []string {
	var all []string
	for _, t := range topics() {
		all = append(all, t.name)
	}
	return append(all, topicOther)
}
