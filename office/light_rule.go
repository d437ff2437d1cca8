package office

import (
	"cmp"
	"context"
	"math/big"
	"slices"

	"chainboard/industry"
	"chainboard/store"
)

// addRules puts into f the rules of lights that were decided by the moment asked,
// and what they look at beside the month itself. By default that is nothing.
func (o *Office) addRules(ctx context.Context, q Query, c county, f *industry.Facts) error {
	book, err := o.store.LightRules(ctx)
	if err != nil {
		return err
	}
	return o.applyRules(ctx, q, c, f, book.AsOf(q.AsOf))
}

func (o *Office) applyRules(ctx context.Context, q Query, c county, f *industry.Facts, book industry.RuleBook) error {
	f.Rules, f.Year, f.City = book, map[string]map[industry.Month]industry.Line{}, map[string]*big.Rat{}
	months, err := o.monthsJudged(ctx, q, c, book)
	if err != nil {
		return err
	}
	for _, m := range months {
		other := q
		other.Month = m
		facts, err := o.facts(ctx, other, c)
		if err != nil {
			return err
		}
		for _, l := range industry.Dispatch(facts).Indicators {
			if f.Year[l.Code] == nil {
				f.Year[l.Code] = map[industry.Month]industry.Line{}
			}
			f.Year[l.Code][m] = l
		}
	}
	for _, ind := range c.indicators {
		if ind.FromRegister || !book.Uses(industry.AboveCity, []industry.Indicator{ind}, q.Month) {
			continue
		}
		rows, err := o.store.References(ctx, store.Scope{Chain: q.Chain, Indicator: ind.Code, From: q.Month, To: q.Month, AsOf: q.AsOf})
		if err != nil {
			return err
		}
		f.City[ind.Code] = industry.CityRate(ind, q.Month, rows)
	}
	return nil
}

// monthsJudged returns the other months of the year that rules in force look at:
// the month before, or every later one with data.
func (o *Office) monthsJudged(ctx context.Context, q Query, c county, book industry.RuleBook) ([]industry.Month, error) {
	var months []industry.Month
	if book.Uses(industry.LastMonthTask, c.indicators, q.Month) && q.Month.Number() > 1 {
		months = append(months, q.Month-1)
	}
	if !book.Uses(industry.MadeUp, c.indicators, q.Month) {
		return months, nil
	}
	known, err := o.store.Months(ctx, store.Scope{Chain: industry.AllChains, Indicator: revenue, AsOf: q.AsOf})
	for _, m := range known {
		if m > q.Month && m.Year() == q.Month.Year() {
			months = append(months, m)
		}
	}
	return months, err
}

// JudgedBy is the rule in force for one indicator, or all without their own, and
// kind of target.
type JudgedBy struct {
	Indicator industry.Indicator // its code is "" for all of them
	Rule      industry.RuleVersion
}

// LightRules is what judges a month: the rules in force and every decision up to
// the moment asked.
type LightRules struct {
	Month      industry.Month
	InForce    []JudgedBy
	Book       industry.RuleBook // oldest first
	Indicators []industry.Indicator
}

// LightRules returns what the lights of a month are judged by: a line for each
// kind of target, then one for each indicator with a rule of its own.
func (o *Office) LightRules(ctx context.Context, q Query) (LightRules, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return LightRules{}, err
	}
	book, err := o.store.LightRules(ctx)
	if err != nil {
		return LightRules{}, err
	}
	book = book.AsOf(q.AsOf)
	r := LightRules{Month: q.Month, Book: book, Indicators: c.indicators}
	every := industry.Indicator{Name: "全部指标"}
	for _, ind := range append([]industry.Indicator{every}, c.indicators...) {
		for _, kind := range industry.TargetKinds() {
			if ind.Code != "" && len(book.Of(ind.Code, kind)) == 0 {
				continue
			}
			rule, decided := book.Decided(ind.Code, kind, q.Month)
			if !decided {
				rule.LightRule = book.InForce(ind.Code, kind, q.Month)
			}
			r.InForce = append(r.InForce, JudgedBy{ind, rule})
		}
	}
	return r, nil
}

// DecideLightRule appends a version of a rule. v.Version is the number the office
// has seen last (0 where there is none): a version decided since is a Conflict.
// What is wrong is Invalid, by field.
func (o *Office) DecideLightRule(ctx context.Context, v industry.RuleVersion, actor Actor) error {
	v.Version, v.Actor = v.Version+1, actor.Name
	if err := v.Check(); err != nil {
		return err
	}
	name, err := o.judgedName(ctx, v.Indicator)
	if err != nil {
		return err
	}
	entry := actor.Entry(industry.ActSave, "评定规则")
	entry.Detail = name + "，" + v.Kind + "目标：" + v.Title() + "；依据 " + v.Reason
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.AddLightRule(ctx, v) })
}

func (o *Office) judgedName(ctx context.Context, code string) (string, error) {
	if code == "" {
		return "全部指标", nil
	}
	_, c, err := o.open(ctx, Query{})
	if err != nil {
		return "", err
	}
	ind, err := c.indicator(code)
	return ind.Name, err
}

// LightChange is what a version would make of one light.
type LightChange struct {
	Chain         industry.Party
	Before, After industry.Line
}

// Changed reports whether the light or its word would be another.
func (c LightChange) Changed() bool {
	return c.Before.Light != c.After.Light || c.Before.LightLabel() != c.After.LightLabel()
}

func (c LightChange) same() int {
	if c.Changed() {
		return 0
	}
	return 1
}

// PreviewLightRule returns the lights of the newest month that a version would
// judge, as they are and as they would be, whenever it begins; those that change
// come first.
func (o *Office) PreviewLightRule(ctx context.Context, v industry.RuleVersion) ([]LightChange, industry.Month, error) {
	q, c, err := o.open(ctx, Query{})
	if err != nil {
		return nil, 0, err
	}
	book, err := o.store.LightRules(ctx)
	if err != nil {
		return nil, q.Month, err
	}
	v.Version++
	v.Since = q.Month
	with := append(book[:len(book):len(book)], v)
	changes := []LightChange{}
	for _, chain := range c.chains {
		q.Chain = chain.ID
		before, err := o.judgedTable(ctx, q, c, book)
		if err != nil {
			return nil, q.Month, err
		}
		after, err := o.judgedTable(ctx, q, c, with)
		if err != nil {
			return nil, q.Month, err
		}
		for i, l := range after.Indicators {
			if string(l.TargetKind) == v.Kind && concerns(v, with, l.Code) {
				changes = append(changes, LightChange{chain, before.Indicators[i], l})
			}
		}
	}
	slices.SortStableFunc(changes, func(a, b LightChange) int { return cmp.Compare(a.same(), b.same()) })
	return changes, q.Month, nil
}

func (o *Office) judgedTable(ctx context.Context, q Query, c county, book industry.RuleBook) (industry.DispatchTable, error) {
	f, err := o.facts(ctx, q, c)
	if err == nil {
		err = o.applyRules(ctx, q, c, &f, book)
	}
	if err != nil {
		return industry.DispatchTable{}, err
	}
	return industry.Dispatch(f), nil
}

// concerns reports whether a version decides for an indicator: a rule for all of
// them does so where an indicator has none of its own.
func concerns(v industry.RuleVersion, book industry.RuleBook, code string) bool {
	if v.Indicator != "" {
		return v.Indicator == code
	}
	own := book.Of(code, v.Kind)
	return len(own) == 0 || own[len(own)-1].Preset == industry.InheritRule
}
