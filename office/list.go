package office

import (
	"context"
	"slices"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// ListRequest asks for a page of a list as a user may see it.
type ListRequest struct {
	List  string // industry.List.Code
	Chain string // a chain's code; "" is industry.AllChains
	Query industry.ListQuery
	Month industry.Month // of the figures; undefined: the newest with a revenue figure
	User  industry.User

	AsOf    time.Time         // zero: now
	Edition *industry.Edition // one of the list's editions, which then says the moment; nil: none

	CSV bool // of a file: comma separated text instead of a workbook
}

// List returns a page of a list. An enterprise stands in the list of each of its
// chains and once in that of all.
//
// Who may not see single enterprises gets rows without their figures, contacts
// and unknown columns; that goes for a department too until an enterprise names
// the department that answers for it. An enterprise's account gets its own row,
// projects, issues and technologies only, complete, and the policies. An unknown
// list or chain is NotFound, a list without anything for the user Forbidden.
func (o *Office) List(ctx context.Context, r ListRequest) (industry.ListPage, error) {
	l, f, err := o.listFacts(ctx, r)
	if err != nil {
		return industry.ListPage{}, err
	}
	r.Query.Sounds = newSpelling().spells
	return l.Page(f, r.Query)
}

// listFacts reads what a list is made from, as far as the user may see it.
func (o *Office) listFacts(ctx context.Context, r ListRequest) (*industry.List, industry.ListFacts, error) {
	var f industry.ListFacts
	l, err := o.namedList(ctx, r.List)
	if err != nil {
		return nil, f, err
	}
	if !r.User.Can(industry.SeeTotals) {
		return nil, f, industry.Errorf(industry.Forbidden, "您的账号不能查看清单，请联系管理员")
	}
	if r.Edition != nil {
		r.AsOf = r.Edition.AsOf
	}
	q, err := o.settle(ctx, Query{Chain: r.Chain, Month: r.Month, AsOf: r.AsOf})
	if err != nil {
		return nil, f, err
	}
	own := r.User.OwnRowsOnly()
	if !ListOpensTo(r.List, r.User) {
		return nil, f, industry.Errorf(industry.Forbidden, "%s不含企业自己的记录，企业账号不能查看", l.Name)
	}
	f = industry.ListFacts{
		Directory: industry.NewDirectory(), Segments: map[string]industry.Segment{}, Chains: map[string][]string{}, Month: q.Month, Today: o.Today(), Chain: q.Chain,
		// Policies are for everybody; the office's remarks on them are not an enterprise's own.
		Open: own && l.Register != industry.PolicyRegister || r.User.Can(industry.SeeEnterprises),
		AsOf: q.AsOf, Edition: r.Edition,
	}
	if !q.AsOf.IsZero() {
		f.Today = industry.DateOf(q.AsOf)
	}
	if f.Calendar, err = o.Calendar(ctx); err != nil {
		return nil, f, err
	}
	rules, err := o.investmentRules(ctx, q.AsOf)
	if err != nil {
		return nil, f, err
	}
	f.Limits = rules.Overdue
	source, err := o.loadList(ctx, l, &f)
	if err != nil {
		return nil, f, err
	}
	if own {
		others := func(x industry.Record) bool { return !belongsTo(x, r.User.Enterprise) }
		f.Records, f.Present = without(f.Records, others), without(f.Present, others)
	}
	if l.Register == industry.EnterpriseRegister && f.Open {
		err = o.loadRevenue(ctx, source, &f)
	}
	return l, f, err
}

// named are the registers whose records lists call by name.
func named() []*industry.Register {
	return []*industry.Register{
		industry.ChainRegister, industry.RegionRegister, industry.SegmentRegister, industry.EnterpriseRegister,
		industry.ProjectRegister, industry.IndicatorRegister,
	}
}

// loadList reads the registers a list shows and names; it returns the main
// source of revenue. Withdrawn records keep their names for what still refers to
// them; of a past moment everything goes by the names of then.
func (o *Office) loadList(ctx context.Context, l *industry.List, f *industry.ListFacts) (source string, err error) {
	known := f.Chain == industry.AllChains
	registers := named()
	if !slices.Contains(registers, l.Register) {
		registers = append(registers, l.Register)
	}
	for _, g := range registers {
		all, err := o.recordsAt(ctx, g, time.Time{})
		if err != nil {
			return "", err
		}
		_, here := all[f.Chain]
		known = known || g == industry.ChainRegister && here && (!all[f.Chain].Withdrawn || !f.AsOf.IsZero())
		if g == l.Register {
			f.Records = liveRecords(all)
		}
		source = addNamed(f, all, source)
		if f.AsOf.IsZero() {
			continue
		}
		past, err := o.recordsAt(ctx, g, f.AsOf)
		if err != nil {
			return "", err
		}
		if g == industry.SegmentRegister {
			f.Segments = map[string]industry.Segment{}
		}
		if g == l.Register {
			f.Records, f.Present = liveRecords(past), f.Records
		}
		source = addNamed(f, past, source)
	}
	if l.Register == industry.EventRegister {
		projects, err := o.entries(ctx, industry.ProjectRegister, f.AsOf)
		if err != nil {
			return "", err
		}
		for _, r := range projects {
			f.Projects = append(f.Projects, industry.ProjectOf(r))
		}
	}
	if !known {
		return "", industry.Errorf(industry.NotFound, "没有编码为“%s”的产业链", f.Chain)
	}
	return source, nil
}

// addNamed makes the records of a register known by name; it returns the main
// source of revenue where the register says it, else the one it was given.
func addNamed(f *industry.ListFacts, all map[string]store.Entry, source string) string {
	for key, e := range all {
		f.Directory.Add(e.Record)
		switch g := e.Record.Register; {
		case g == industry.EnterpriseRegister:
			f.Chains[g.Noun+":"+key] = e.Record.List("chains")
		case g == industry.ProjectRegister:
			f.Chains[g.Noun+":"+key] = e.Record.List("chain")
			if e.Record.Get("currency") == "美元" {
				f.Dollars = append(f.Dollars, key)
			}
		case e.Withdrawn:
		case g == industry.SegmentRegister:
			f.Segments[key] = industry.SegmentOf(e.Record)
		case g == industry.IndicatorRegister && key == revenue:
			source = industry.IndicatorOf(e.Record).MainSource
		}
	}
	return source
}

// ownColumn is the column of a register that says whose row it is, "" where rows
// are nobody's.
func ownColumn(g *industry.Register) string {
	switch g {
	case industry.EnterpriseRegister:
		return "code"
	case industry.ProjectRegister:
		return "owner"
	case industry.IssueRegister:
		return "enterprise"
	case industry.TechnologyRegister:
		return "lead_enterprise"
	}
	return ""
}

// ListOpensTo reports whether a user finds anything in a list: an enterprise's
// account only where rows are its own, and policies, which are for every enterprise.
func ListOpensTo(list string, u industry.User) bool {
	l := industry.ListOf(list)
	return l != nil && (!u.OwnRowsOnly() || l.Register == industry.PolicyRegister || ownColumn(l.Register) != "")
}

// belongsTo reports whether a row is an enterprise's to see.
func belongsTo(r industry.Record, enterprise string) bool {
	if r.Register == industry.PolicyRegister {
		return true
	}
	column := ownColumn(r.Register)
	return column != "" && enterprise != "" && r.Get(column) == enterprise
}

// loadRevenue reads each firm's revenue of the month from the main source.
func (o *Office) loadRevenue(ctx context.Context, source string, f *industry.ListFacts) error {
	entries, err := o.indicatorReports(ctx, store.Scope{Indicator: revenue, From: f.Month, To: f.Month, AsOf: f.AsOf})
	if err != nil {
		return err
	}
	f.Revenue, f.Doubts = map[string]industry.MonthlyReport{}, map[string]string{}
	for _, e := range entries {
		r := industry.MonthlyReportOf(e.Record)
		if e.Withdrawn || r.ObjectKind != industry.ObjectEnterprise || r.Indicator != revenue || r.Source != source {
			continue
		}
		f.Revenue[r.Object] = r
		if unexplained(e) {
			f.Doubts[r.Object] = "待说明：" + e.Warning
		}
	}
	return nil
}

// unexplained reports whether a monthly report is 待说明.
func unexplained(e store.Entry) bool {
	return e.Warning != "" && e.Explanation == "" && e.Record.Get("cause") == ""
}
