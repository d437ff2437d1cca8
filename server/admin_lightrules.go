package server

import (
	"net/http"
	"net/url"
	"slices"

	"chainboard/industry"
	"chainboard/office"
)

const (
	lightRulesPath = "/admin/light-rules"
	lightRulePath  = lightRulesPath + "/edit"
)

// lightRulesPage shows by which rules lights are given: in force, decided so far,
// and published.
type lightRulesPage struct {
	Page
	Span    string
	InForce []ruleInForce
	History []pastRule // newest first
	Presets []publishedRule
}

// ruleInForce is a rule with what it is for.
type ruleInForce struct {
	office.JudgedBy
	Texts []string
	Edit  string
}

// pastRule is a decision.
type pastRule struct {
	industry.RuleVersion
	For   string
	Texts []string
}

type publishedRule struct {
	Name, Source string
	Rules        []industry.LightRule
	Text         string // of a rule of projects
}

func (s *server) lightRulesPage(c *request) error {
	rules, err := s.office.LightRules(c.ctx(), office.Query{})
	if err != nil {
		return err
	}
	p := &lightRulesPage{Page: Page{Title: "评定规则"}, Span: rules.Month.Span()}
	names := map[string]industry.Indicator{"": {Name: "全部指标"}}
	for _, ind := range rules.Indicators {
		names[ind.Code] = ind
	}
	for _, r := range rules.InForce {
		p.InForce = append(p.InForce, ruleInForce{r, ruleTexts(r.Rule.LightRule, r.Indicator), editAddress(r.Indicator.Code, r.Rule.Kind)})
	}
	for _, v := range slices.Backward(rules.Book) {
		row := pastRule{RuleVersion: v, For: names[v.Indicator].Name}
		if v.Preset != industry.InheritRule {
			row.Texts = ruleTexts(v.LightRule, names[v.Indicator])
		}
		p.History = append(p.History, row)
	}
	for _, preset := range industry.LightPresets() {
		p.Presets = append(p.Presets, publishedRule{Name: preset.Name, Source: preset.Source, Rules: preset.Rules})
	}
	p.Presets = append(p.Presets,
		publishedRule{Name: "银川开工", Source: "银川市项目开工红黄绿灯管理", Text: industry.StartRule},
		publishedRule{Name: "银川入库", Source: "银川市项目入库红黄绿灯管理", Text: industry.EntryRule})
	return c.html(http.StatusOK, "lightrules", p)
}

// ruleTexts writes a rule for an indicator, and for both directions where it is
// for all of them and they differ.
func ruleTexts(r industry.LightRule, ind industry.Indicator) []string {
	texts := []string{r.Text(ind.LowerBetter)}
	if low := r.Text(true); ind.Code == "" && low != texts[0] {
		texts = append(texts, "越低越好的指标："+low)
	}
	return texts
}

func editAddress(indicator, kind string) string {
	return lightRulePath + "?" + url.Values{"indicator": {indicator}, "kind": {kind}}.Encode()
}
