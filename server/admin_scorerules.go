package server

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"chainboard/industry"
)

const scoreRulesPath = "/admin/score-rules"

// scoreRulesPage shows and sets by what chains or departments are scored.
type scoreRulesPage struct {
	Page
	Form        form
	Kind        string
	Label       string // of the kind
	KindChoices []choice
	Version     int64 // decided last
	InForce     industry.ScoreSheet
	Lines       []string // of the sheet in force
	Rows        []scoreItemRow
	Presets     []industry.ScoreSheet
	History     []industry.ScoreDecision // newest first
}

// scoreItemRow is one line of the form; an empty one is left out.
type scoreItemRow struct {
	Field, Name, Weight, Parameter, Error string
	Rules, Indicators, Amounts            []choice
}

// spareItems is how many empty lines follow those in force.
const spareItems = 3

func (s *server) scoreRulesPage(c *request) error { return s.showScoreRules(c, nil, form{}) }

// showScoreRules shows what is in force, or in its place what was typed but refused.
func (s *server) showScoreRules(c *request, typed *industry.ScoreDecision, f form) error {
	book, err := s.office.ScoreRules(c.ctx())
	if err != nil {
		return err
	}
	p := &scoreRulesPage{Page: Page{Title: "考核办法"}, Form: f, Kind: c.scoreKind(), Presets: industry.ScorePresets()}
	if typed != nil {
		p.Kind = typed.Kind
	}
	if !slices.Contains(industry.ScoreKinds(), p.Kind) {
		return notFound(c)
	}
	p.Label = industry.ScoreKindLabel(p.Kind)
	if p.InForce, p.Version, err = s.office.ScoreSheetInForce(c.ctx(), p.Kind); err != nil {
		return err
	}
	for _, it := range p.InForce.Items {
		p.Lines = append(p.Lines, it.Name+"："+it.Text())
	}
	for _, kind := range industry.ScoreKinds() {
		p.KindChoices = append(p.KindChoices, choice{kind, industry.ScoreKindLabel(kind), kind == p.Kind})
	}
	shown := p.InForce
	if typed == nil {
		p.Form.Values = map[string]string{"name": shown.Name}
	} else {
		shown, p.Version = typed.Sheet, typed.Version // what was begun on: a decision made meanwhile stays a conflict
	}
	indicators, err := s.office.ScoredIndicators(c.ctx(), p.Kind)
	if err != nil {
		return err
	}
	p.Rows = scoreItemRows(shown.Items, indicators, f.Errors)
	for _, d := range slices.Backward(book) {
		if d.Kind == p.Kind {
			p.History = append(p.History, d)
		}
	}
	return c.html(statusFor(f), "scorerules", p)
}

func scoreItemRows(items []industry.ScoreItem, indicators []industry.Indicator, wrong map[string]string) []scoreItemRow {
	rows := make([]scoreItemRow, len(items)+spareItems)
	for i := range rows {
		var it industry.ScoreItem
		if i < len(items) {
			it = items[i]
		}
		field := "item." + strconv.Itoa(i)
		rows[i] = scoreItemRow{
			Field: field, Name: it.Name, Weight: it.Weight.Decimal(), Parameter: it.Parameter(), Error: wrong[field],
			Indicators: indicatorChoices(indicators, it.Indicator), Amounts: indicatorChoices(indicators, it.Amount),
		}
		rows[i].Rules = []choice{{"", "请选择", it.Rule == ""}}
		for _, r := range industry.ScoreRules() {
			rows[i].Rules = append(rows[i].Rules, choice{string(r), r.Label(), r == it.Rule})
		}
	}
	return rows
}

func indicatorChoices(indicators []industry.Indicator, chosen string) []choice {
	list := []choice{{"", "—", chosen == ""}}
	for _, ind := range indicators {
		list = append(list, choice{ind.Code, ind.Name, ind.Code == chosen})
	}
	return list
}

// saveScoreRule appends a sheet.
func (s *server) saveScoreRule(c *request) error {
	d := c.typedScoreRule()
	err := s.office.DecideScoreRule(c.ctx(), d, c.actor())
	if err == nil {
		return c.done(scoreRulesPath+"?kind="+d.Kind, industry.ScoreKindLabel(d.Kind)+"考核办法已保存为新版本")
	}
	var refused *industry.Error
	if !errors.As(err, &refused) || refused.Kind != industry.Invalid {
		return err
	}
	f := form{Values: map[string]string{"name": d.Sheet.Name, "reason": d.Reason}, Errors: refused.Fields, Message: refused.Message}
	return s.showScoreRules(c, &d, f)
}

// typedScoreRule reads a preset by its button, or the lines that were filled in.
func (c *request) typedScoreRule() industry.ScoreDecision {
	d := industry.ScoreDecision{Kind: c.field("kind"), Reason: c.field("reason")}
	d.Version, _ = strconv.ParseInt(c.field("version"), 10, 64) // missing: a conflict
	if set, ok := industry.PresetScores(c.field("preset")); ok {
		d.Sheet = set
		return d
	}
	d.Sheet = industry.ScoreSheet{Name: c.field("name"), Source: "本县自定"}
	for i := range industry.MostScoreItems + spareItems {
		field := "item." + strconv.Itoa(i)
		it := industry.ScoreItem{
			Name: c.field(field + ".name"), Rule: industry.ScoreRule(c.field(field + ".rule")),
			Indicator: c.field(field + ".indicator"), Amount: c.field(field + ".amount"),
		}
		it.Weight, _ = industry.ParseQuantity(c.field(field+".weight"), nil) // no number is unknown, which Check refuses by field
		it.SetParameter(c.field(field + ".parameter"))
		if strings.TrimSpace(it.Name+string(it.Rule)) != "" {
			d.Sheet.Items = append(d.Sheet.Items, it.Bare())
		}
	}
	return d
}
