package office

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chainboard/industry"
	"chainboard/picture"
	"chainboard/report"
	"chainboard/store"
)

// BriefingQuery asks for a paper of a month as a file.
type BriefingQuery struct {
	Query
	Kind   industry.DocumentKind
	Ending string // of the file: .docx
	Actor  Actor  // who takes it, for the audit log
}

// Endings returns the forms that a paper can be had in.
func Endings() []string { return []string{".docx", ".pdf"} }

// Briefing returns a paper of a month as a file. Nothing in it is of a single
// enterprise. It is audited before it leaves. A form there is not is Unsupported.
func (o *Office) Briefing(ctx context.Context, q BriefingQuery) ([]byte, error) {
	if !slices.Contains(Endings(), q.Ending) {
		return nil, industry.Errorf(industry.Unsupported, "没有%s格式的材料，请用 %s", q.Ending, strings.Join(Endings(), "、"))
	}
	d, err := o.Bulletin(ctx, q.Query)
	if err != nil {
		return nil, err
	}
	file, err := o.paper(d, q.Ending)
	if err != nil {
		return nil, err
	}
	entry := q.Actor.Entry(industry.ActExport, q.Kind.Label())
	entry.Detail = strings.Join(d.Title, "") + " " + q.Ending
	return file, o.store.Write(ctx, entry, func(*store.Tx) error { return nil })
}

// paper writes a document in one of the forms of Endings.
func (o *Office) paper(d industry.Document, ending string) ([]byte, error) {
	if ending == ".docx" {
		return report.Docx(d)
	}
	fonts, err := o.fonts()
	if err != nil {
		return nil, err
	}
	return report.PDF(d, fonts)
}

// paperFonts unpacks the fonts of papers.
func paperFonts() (f report.Fonts, err error) {
	if f.Regular, err = picture.FontFile("NotoSansSC-Regular"); err != nil {
		return f, err
	}
	f.Bold, err = picture.FontFile("NotoSansSC-Bold")
	return f, err
}

// Bulletin writes 通报 of a chain, or of all of them, and a month.
func (o *Office) Bulletin(ctx context.Context, q Query) (industry.Document, error) {
	f := industry.BulletinFacts{Date: o.Today()}
	viewer := industry.User{Roles: []industry.Role{industry.Viewer}} // the paper goes to many: it tells what each of them may see
	var err error
	if f.Overview, err = o.Overview(ctx, q); err != nil {
		return industry.Document{}, err
	}
	f.Overview.Table = f.Overview.Table.Nameless()
	if b := f.Overview.Branches; b != nil {
		few := b.Suppressed()
		f.Overview.Branches = &few
	}
	if f.Segments, err = o.Verdicts(ctx, q); err != nil {
		return industry.Document{}, err
	}
	if f.Issues, err = o.IssueSummary(ctx, ListRequest{List: "issues", Chain: q.Chain, AsOf: q.AsOf, User: viewer}); err != nil {
		return industry.Document{}, err
	}
	if f.Sample, err = o.SampleShown(ctx); err != nil {
		return industry.Document{}, err
	}
	if err := o.addWhole(ctx, q, &f); err != nil {
		return industry.Document{}, err
	}
	return industry.BulletinOf(f), nil
}

// addWhole adds who signs, and to the paper of all chains the table of each of
// them and what meetings decided, which belongs to no single chain.
func (o *Office) addWhole(ctx context.Context, q Query, f *industry.BulletinFacts) error {
	chains, err := o.Chains(ctx)
	if err != nil {
		return err
	}
	whole := f.Overview.Table.Chain == industry.AllChains
	for _, chain := range chains {
		if whole || chain.Code == q.Chain {
			f.County = chain.Area
			f.Organ = chain.Area + "产业链链长制办公室"
		}
		if !whole {
			continue
		}
		table, err := o.Dispatch(ctx, Query{Chain: chain.Code, Month: f.Overview.Month, AsOf: q.AsOf})
		if err != nil {
			return err
		}
		f.Chains = append(f.Chains, table.Nameless())
	}
	if !whole {
		return nil
	}
	decisions, err := o.recordsAt(ctx, industry.DecisionRegister, q.AsOf)
	if err != nil {
		return err
	}
	f.Decisions = liveRecords(decisions)
	slices.SortStableFunc(f.Decisions, func(a, b industry.Record) int { return cmp.Compare(a.Date("due"), b.Date("due")) })
	return nil
}
