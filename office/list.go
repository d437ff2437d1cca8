package office

import (
	"context"
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
}

// List returns a page of enterprises or projects. An enterprise stands in the
// list of each of its chains and once in that of all.
//
// Who may not see single enterprises gets rows without their figures, contacts
// and unknown columns; that goes for a department too until an enterprise names
// the department that answers for it. An enterprise's account gets its own row
// and projects only, complete. An unknown list or chain is NotFound, a user
// without any list Forbidden.
func (o *Office) List(ctx context.Context, r ListRequest) (industry.ListPage, error) {
	l, f, err := o.listFacts(ctx, r)
	if err != nil {
		return industry.ListPage{}, err
	}
	return l.Page(f, r.Query)
}

// listFacts reads what a list is made from, as far as the user may see it.
func (o *Office) listFacts(ctx context.Context, r ListRequest) (*industry.List, industry.ListFacts, error) {
	var f industry.ListFacts
	l := industry.ListOf(r.List)
	if l == nil {
		return nil, f, industry.Errorf(industry.NotFound, "没有“%s”这张清单", r.List)
	}
	if !r.User.Can(industry.SeeTotals) {
		return nil, f, industry.Errorf(industry.Forbidden, "您的账号不能查看清单，请联系管理员")
	}
	q, err := o.settle(ctx, Query{Chain: r.Chain, Month: r.Month})
	if err != nil {
		return nil, f, err
	}
	own := r.User.OwnRowsOnly()
	f = industry.ListFacts{
		Directory: industry.NewDirectory(), Segments: map[string]industry.Segment{}, Month: q.Month, Today: o.Today(), Chain: q.Chain,
		Open: own || r.User.Can(industry.SeeEnterprises),
	}
	source, err := o.loadList(ctx, l, &f)
	if err != nil {
		return nil, f, err
	}
	if own {
		f.Records = without(f.Records, func(x industry.Record) bool { return !belongsTo(x, r.User.Enterprise) })
	}
	if l.Register == industry.EnterpriseRegister && f.Open {
		err = o.loadRevenue(ctx, source, &f)
	}
	return l, f, err
}

// loadList reads the registers a list shows and names; it returns the main
// source of revenue. Withdrawn records keep their names for what still refers to them.
func (o *Office) loadList(ctx context.Context, l *industry.List, f *industry.ListFacts) (source string, err error) {
	known := f.Chain == industry.AllChains
	for _, g := range []*industry.Register{
		industry.ChainRegister, industry.RegionRegister, industry.SegmentRegister, industry.EnterpriseRegister,
		industry.ProjectRegister, industry.IndicatorRegister,
	} {
		all, err := o.store.Records(ctx, g)
		if err != nil {
			return "", err
		}
		for key, e := range all {
			f.Directory.Add(e.Record)
			switch {
			case e.Withdrawn:
			case g == industry.ChainRegister && key == f.Chain:
				known = true
			case g == industry.SegmentRegister:
				f.Segments[key] = industry.SegmentOf(e.Record)
			case g == industry.IndicatorRegister && key == revenue:
				source = industry.IndicatorOf(e.Record).MainSource
			}
		}
		if g == l.Register {
			f.Records = liveRecords(all)
		}
	}
	if !known {
		return "", industry.Errorf(industry.NotFound, "没有编码为“%s”的产业链", f.Chain)
	}
	return source, nil
}

// belongsTo reports whether a row is an enterprise's own: itself, or a project it owns.
func belongsTo(r industry.Record, enterprise string) bool {
	column := "code"
	if r.Register == industry.ProjectRegister {
		column = "owner"
	}
	return enterprise != "" && r.Get(column) == enterprise
}

// loadRevenue reads each firm's revenue of the month from the main source.
func (o *Office) loadRevenue(ctx context.Context, source string, f *industry.ListFacts) error {
	entries, err := o.store.Reports(ctx, store.Span{From: f.Month, To: f.Month}, time.Time{})
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
