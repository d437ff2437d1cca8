package office

import (
	"cmp"
	"context"
	"slices"

	"chainboard/industry"
)

// RelatedGroup is what other registers say of a record.
type RelatedGroup struct {
	Title string
	Rows  []RelatedRecord
	More  int // records that are not in it
}

// RelatedRecord is a record that refers to another, or that it refers to.
type RelatedRecord struct {
	List string // where it stands; "": a segment of the chain map
	ID   string
	Name string
	Note string

	Figure *industry.NamedSubject // of a decision: the figure it concerns; then no record
}

// mostRelated is how many records of a group a page names.
const mostRelated = 10

// Related returns what belongs to a record beside its own fields: the issues of a
// visit and the visits behind an issue, the visits to an enterprise, the segments a
// policy is for, what a decision concerns and the decisions that concern a record.
// What stands in lists that are closed to the user is left out. Of a past moment
// it is what was known then.
func (o *Office) Related(ctx context.Context, d Detail, user industry.User) ([]RelatedGroup, error) {
	groups, err := o.relatedWork(ctx, d, user)
	if err != nil || !ListOpensTo("decisions", user) {
		return groups, err
	}
	decisions, err := o.relatedDecisions(ctx, d)
	return append(groups, decisions...), err
}

func (o *Office) relatedWork(ctx context.Context, d Detail, user industry.User) ([]RelatedGroup, error) {
	g := d.List.Register
	switch {
	case g == industry.PolicyRegister:
		return o.policySegments(ctx, d)
	case !ListOpensTo("visits", user):
		return nil, nil
	case g == industry.VisitRegister:
		return o.visitIssues(ctx, d)
	case g == industry.IssueRegister:
		return o.visitsWith(ctx, d, func(r industry.Record) bool { return slices.Contains(r.List("issues"), d.ID) })
	case g == industry.EnterpriseRegister:
		return o.visitsWith(ctx, d, func(r industry.Record) bool { return r.Get("enterprise") == d.ID })
	}
	return nil, nil
}

// grouped makes a group of rows, nil of none.
func grouped(title string, rows []RelatedRecord) []RelatedGroup {
	if len(rows) == 0 {
		return nil
	}
	return []RelatedGroup{{title, rows[:min(len(rows), mostRelated)], max(len(rows)-mostRelated, 0)}}
}

func (o *Office) visitIssues(ctx context.Context, visit Detail) ([]RelatedGroup, error) {
	issues, err := o.recordsAt(ctx, industry.IssueRegister, visit.AsOf)
	if err != nil {
		return nil, err
	}
	var rows []RelatedRecord
	for _, code := range visit.Record.List("issues") {
		if e, ok := issues[code]; ok && !e.Withdrawn {
			rows = append(rows, RelatedRecord{List: "issues", ID: code, Name: e.Record.Get("content"), Note: code + " " + industry.IssueState(e.Record)})
		}
	}
	return grouped("转出的问题", rows), nil
}

// visitsWith returns the visits that belong to a record, the newest first.
func (o *Office) visitsWith(ctx context.Context, d Detail, belongs func(industry.Record) bool) ([]RelatedGroup, error) {
	visits, err := o.entries(ctx, industry.VisitRegister, d.AsOf)
	if err != nil {
		return nil, err
	}
	visits = without(visits, func(r industry.Record) bool { return !belongs(r) })
	slices.SortStableFunc(visits, func(a, b industry.Record) int { return cmp.Compare(b.Get("on_date"), a.Get("on_date")) })
	var rows []RelatedRecord
	for _, r := range visits {
		note := r.Get("departments")
		if r.Get("issues") != "" {
			note += "；转问题 " + r.Get("issues")
		}
		rows = append(rows, RelatedRecord{List: "visits", ID: r.Key(), Name: r.Get("on_date") + " " + nameOr(r.Get("leader"), "未填带队领导"), Note: note})
	}
	return grouped("走访", rows), nil
}

func (o *Office) policySegments(ctx context.Context, policy Detail) ([]RelatedGroup, error) {
	segments, err := o.recordsAt(ctx, industry.SegmentRegister, policy.AsOf)
	if err != nil {
		return nil, err
	}
	var rows []RelatedRecord
	for _, key := range policy.Record.List("segments") {
		if e, ok := segments[key]; ok && !e.Withdrawn {
			s := industry.SegmentOf(e.Record)
			rows = append(rows, RelatedRecord{ID: key, Name: s.Name, Note: s.Branch})
		}
	}
	return grouped("适用环节", rows), nil
}
