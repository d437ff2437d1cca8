package server

import (
	"bytes"
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

const scorePath = "/score"

// scorePage is 考核得分: a month's points with everything behind them.
type scorePage struct {
	Page
	industry.ScoreTable
	View        view
	KindChoices []choice
	Rows        []scoreRow
	Label       string // of what is scored
	Download    string
	Rules       string // where the sheet is decided; "" for those who may not
}

// scoreRow is a score with the addresses behind its items.
type scoreRow struct {
	industry.Score
	Parts []scoreItem
	Whole bool // nothing of the sheet is left unjudged
}

// scoreItem is an item with the rule it goes by and its traces.
type scoreItem struct {
	industry.ItemScore
	Rule   string
	Traces []scoreTrace
}

// scoreTrace is the address that explains a figure.
type scoreTrace struct{ Name, Href string }

// scoreKind reads ?kind=, chains where it is left out.
func (c *request) scoreKind() string { return c.DefaultQuery("kind", industry.ScoreChains) }

func (s *server) scorePage(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	kind := c.scoreKind()
	p := &scorePage{Page: Page{Title: "考核得分"}, View: v, Label: industry.ScoreKindLabel(kind)}
	if p.ScoreTable, err = s.office.Score(c.ctx(), v.Query, kind); err != nil {
		return err
	}
	for _, k := range industry.ScoreKinds() {
		p.KindChoices = append(p.KindChoices, choice{k, industry.ScoreKindLabel(k), k == kind})
	}
	for _, score := range p.Scores {
		row := scoreRow{Score: score, Whole: score.Judged == p.Full}
		for i, it := range score.Items {
			part := scoreItem{ItemScore: it, Rule: p.Sheet.Items[i].Text()}
			if kind == industry.ScoreChains {
				for _, code := range it.Figures {
					part.Traces = append(part.Traces, scoreTrace{figureName(p.Sheet.Items[i], code), v.TraceOf(score.ID, code, "cumulative")})
				}
			}
			row.Parts = append(row.Parts, part)
		}
		p.Rows = append(p.Rows, row)
	}
	if c.can(industry.ExportEnterprises) {
		p.Download = v.To(scorePath+".xlsx") + "&kind=" + kind
	}
	if c.can(industry.EditRegisters) {
		p.Rules = scoreRulesPath + "?kind=" + kind
	}
	return c.html(http.StatusOK, "score", p)
}

// figureName says which of an item's figures a trace is about.
func figureName(it industry.ScoreItem, code string) string {
	if it.Amount != "" && code == it.Amount {
		return "金额溯源"
	}
	if it.Amount != "" {
		return "个数溯源"
	}
	return "指标溯源"
}

// scoreFile sends the table as a workbook.
func (s *server) scoreFile(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := s.office.ScoreFile(c.ctx(), &file, office.ScoreFileQuery{Query: v.Query, Kind: c.scoreKind()}, c.actor()); err != nil {
		return err
	}
	return c.attach("考核得分-"+v.Name+"-"+v.Query.Month.String()+".xlsx", workbookType, file.Bytes())
}

// apiScore answers GET /api/v1/score?chain=&month=&kind=.
func (s *server) apiScore(c *request) error {
	q, err := c.query()
	if err != nil {
		return err
	}
	t, err := s.office.Score(c.ctx(), q, c.scoreKind())
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, t)
}
