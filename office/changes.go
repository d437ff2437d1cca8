package office

import (
	"context"
	"slices"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// ChangesRequest asks what changed in a month's figures between two moments.
type ChangesRequest struct {
	Query               // its AsOf is the later moment, zero for now
	From      time.Time // zero: the end of the day ChangeDays before the later one
	Indicator string    // "" for every one
	Register  string    // noun, "" for every one
	Batch     int64     // 0 for every import
	Page      int
	Size      int
	Open      bool // single enterprises may be shown
}

// ChangeDays is how far back changes are told when nobody says from when: the
// time from one monthly meeting to the next.
const ChangeDays = 30

// Changes compares a month's table at two moments and tells the revisions behind
// the difference. An earlier moment after the later one is Invalid.
func (o *Office) Changes(ctx context.Context, r ChangesRequest) (industry.Changes, error) {
	q, err := o.settle(ctx, r.Query)
	if err != nil {
		return industry.Changes{}, err
	}
	to := q.AsOf
	if to.IsZero() {
		to = o.Now()
	}
	if r.From.IsZero() {
		r.From = industry.DateOf(to.AddDate(0, 0, -ChangeDays)).End()
	}
	if r.From.After(to) {
		return industry.Changes{}, industry.Errorf(industry.Invalid, "起始时点 %s 在截止时点 %s 之后", momentText(r.From), momentText(to))
	}
	after, err := o.Dispatch(ctx, q)
	if err != nil {
		return industry.Changes{}, err
	}
	past := q
	past.AsOf = r.From
	before, err := o.Dispatch(ctx, past)
	if err != nil {
		return industry.Changes{}, err
	}
	c := industry.Changes{
		Chain: after.Chain, ChainName: after.ChainName, Month: q.Month, From: r.From.In(industry.Shanghai), To: after.AsOf,
		Indicators: industry.ChangesOf(before, after), Groups: []industry.ChangeGroup{}, Records: []industry.ChangeRow{}, Page: r.Page, Size: r.Size,
	}
	if r.Indicator != "" {
		c.Indicators = without(c.Indicators, func(l industry.LineChange) bool { return l.Code != r.Indicator })
	}
	scope := store.ChangeScope{Chain: q.Chain, Month: q.Month, From: r.From, To: q.AsOf, Indicator: r.Indicator, Noun: r.Register, Batch: r.Batch}
	counts, err := o.store.ChangeCounts(ctx, scope)
	if err != nil {
		return c, err
	}
	c.Groups, c.Total = changeGroups(counts)
	if !r.Open {
		return c.Discreet(), nil
	}
	c.Records, err = o.changedRows(ctx, scope, r)
	return c, err
}

// changeGroups puts together what was saved in one transaction.
func changeGroups(counts []store.ChangeCount) ([]industry.ChangeGroup, int) {
	groups := []industry.ChangeGroup{}
	total := 0
	for _, c := range counts {
		if n := len(groups); n == 0 || groups[n-1].Source != c.Source {
			groups = append(groups, industry.ChangeGroup{Source: c.Source, Undone: c.Undone, Counts: []industry.ChangeCount{}})
		}
		g := &groups[len(groups)-1]
		g.Counts = append(g.Counts, industry.ChangeCount{Sheet: industry.RegisterOf(c.Noun).Sheet, Change: changeLabel(c.Change), Count: c.Count})
		g.Total += c.Count
		total += c.Count
	}
	return groups, total
}

// changedRows reads a page of revisions with what each replaced.
func (o *Office) changedRows(ctx context.Context, scope store.ChangeScope, r ChangesRequest) ([]industry.ChangeRow, error) {
	changed, err := o.store.ChangedRecords(ctx, scope, r.Page, r.Size)
	if err != nil {
		return nil, err
	}
	facts, err := o.names(ctx)
	if err != nil {
		return nil, err
	}
	histories := map[string][]store.Revision{}
	rows := make([]industry.ChangeRow, 0, len(changed))
	for _, c := range changed {
		g := industry.RegisterOf(c.Noun)
		id := c.Noun + c.Key
		if histories[id] == nil {
			if histories[id], err = o.store.History(ctx, g, c.Key); err != nil {
				return nil, err
			}
		}
		h := recordHistory{revisions: histories[id], facts: &facts.ListFacts}
		if at := slices.IndexFunc(h.revisions, func(x store.Revision) bool { return x.Version == c.Version }); at >= 0 {
			rows = append(rows, h.changedRow(at, c.Key, facts.units))
		}
	}
	return rows, nil
}

// changeNames are what records call each other, and the units of the indicators.
type changeNames struct {
	industry.ListFacts
	units map[string]string
}

// names reads what records call each other; withdrawn ones keep their names.
func (o *Office) names(ctx context.Context) (changeNames, error) {
	n := changeNames{industry.ListFacts{Directory: industry.NewDirectory(), Open: true}, map[string]string{}}
	for _, g := range named() {
		all, err := o.store.Records(ctx, g)
		if err != nil {
			return n, err
		}
		for key, e := range all {
			n.Directory.Add(e.Record)
			if g == industry.IndicatorRegister {
				n.units[key] = e.Record.Get("unit")
			}
		}
	}
	return n, nil
}

// changedRow tells one revision. What was taken back is told by what it had said.
func (h recordHistory) changedRow(at int, key string, units map[string]string) industry.ChangeRow {
	r := h.revisions[at]
	g := r.Record.Register
	row := industry.ChangeRow{
		Register: g.Noun, Sheet: g.Sheet, ID: strings.ReplaceAll(key, industry.KeySeparator, " "), Name: h.name(r.Record),
		Change: changeLabel(r.Change), Version: r.Version, Source: h.source(r, ""), Fields: []industry.ChangeField{},
	}
	if r.Change == store.Withdrawn {
		return row
	}
	for _, c := range h.changes(r, h.before(at)) {
		if c.Column != "" && g.Field(c.Column).Key { // the name says it
			continue
		}
		f := industry.ChangeField{Column: c.Column, Name: c.Label, Unit: c.Unit, From: c.From, To: c.To, Cell: industry.Optional(c.Cell)}
		if c.Column != "" && g.Field(c.Column).Kind == industry.Measure {
			f.Unit = units[r.Record.Get("indicator")]
		}
		row.Fields = append(row.Fields, f)
		if row.Source.Cell == "" {
			row.Source.Cell = c.Cell
		}
	}
	return row
}

// name calls a record as people do: a report by month, object and indicator.
func (h recordHistory) name(r industry.Record) string {
	var parts []string
	g := r.Register
	if i := g.Index("name"); i >= 0 {
		return r.Values[i]
	}
	for i := range g.Fields {
		if f := &g.Fields[i]; f.Key && r.Values[i] != "" && f.Column != "source" {
			parts = append(parts, h.facts.Directory.FieldCell(r, f.Column).Shown)
		}
	}
	return strings.Join(parts, " ")
}

func momentText(at time.Time) string { return at.In(industry.Shanghai).Format("2006-01-02 15:04") }
