package office

import (
	"context"
	"slices"

	"chainboard/industry"
)

// SubjectList is the list in which the record of a subject stands, "" for a figure.
func SubjectList(kind string) string {
	switch kind {
	case industry.ProjectRegister.Noun:
		return "projects"
	case industry.IssueRegister.Noun:
		return "issues"
	case industry.EnterpriseRegister.Noun:
		return "enterprises"
	}
	return ""
}

// relatedDecisions returns what a decision concerns, and of any other record the
// decisions that concern it, the open ones first.
func (o *Office) relatedDecisions(ctx context.Context, d Detail) ([]RelatedGroup, error) {
	g := d.List.Register
	if g != industry.DecisionRegister && SubjectList(g.Noun) == "" {
		return nil, nil
	}
	board, err := o.DecisionBoard(ctx, d.AsOf)
	if err != nil {
		return nil, err
	}
	var rows []RelatedRecord
	for _, it := range board.Items {
		if g == industry.DecisionRegister && it.ID == d.ID {
			return grouped("涉及", subjectRows(it)), nil
		}
		if slices.ContainsFunc(it.Subjects, func(s industry.NamedSubject) bool { return s.Kind == g.Noun && s.ID == d.ID }) {
			rows = append(rows, RelatedRecord{List: "decisions", ID: it.ID, Name: it.Content, Note: it.Meeting + "，" + it.Department + "，" + it.Situation()})
		}
	}
	return grouped("相关议定事项", rows), nil
}

func subjectRows(it industry.DecisionItem) []RelatedRecord {
	var rows []RelatedRecord
	for _, s := range it.Subjects {
		row := RelatedRecord{List: SubjectList(s.Kind), ID: s.ID, Name: s.Name, Note: s.Word}
		if row.List == "" {
			row.Figure = &s
		}
		rows = append(rows, row)
	}
	return rows
}
