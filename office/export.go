package office

import (
	"context"
	"io"
	"slices"
	"time"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// ExportOptions say what of the kept data is exported, and who asks.
type ExportOptions struct {
	Chain string    // "" or industry.AllChains: everything
	AsOf  time.Time // zero: now
	Actor Actor
}

// Export writes the workbook: every register's records as they stand at the
// moment, ordered by key, names in place of keys. The export is audited.
func (o *Office) Export(ctx context.Context, w io.Writer, e ExportOptions) error {
	progress := progressOf(ctx)
	progress.plan("读取资料", "写出工作簿")
	progress.part()
	sheets, err := o.sheets(ctx, e)
	if err != nil {
		return err
	}
	progress.part()
	progress.step("写出工作簿")
	entry := e.Actor.Entry(industry.ActExport, "资料工作簿")
	if e.Chain != "" {
		entry.Detail = "产业链 " + e.Chain
	}
	if err := o.store.Write(ctx, entry, func(*store.Tx) error { return nil }); err != nil {
		return err
	}
	return workbook.Write(w, sheets)
}

func (o *Office) sheets(ctx context.Context, e ExportOptions) ([]workbook.SheetData, error) {
	directory := industry.NewDirectory()
	records := map[*industry.Register][]industry.Record{}
	progress := progressOf(ctx)
	progress.steps(len(industry.Registers()))
	for _, g := range industry.Registers() {
		progress.step("读取“" + g.Sheet + "”")
		found, err := o.exported(ctx, g, e.AsOf)
		if err != nil {
			return nil, err
		}
		records[g] = found
		for _, r := range found {
			directory.Add(r)
		}
	}
	if e.Chain != "" && e.Chain != industry.AllChains {
		if err := narrow(records, e.Chain); err != nil {
			return nil, err
		}
	}
	var sheets []workbook.SheetData
	for _, g := range industry.Registers() {
		sheet := workbook.SheetData{Register: g}
		for _, r := range records[g] {
			sheet.Records = append(sheet.Records, directory.Unresolve(r))
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}

// exported reads one register at a moment, ordered by key.
func (o *Office) exported(ctx context.Context, g *industry.Register, asOf time.Time) ([]industry.Record, error) {
	if g != industry.ReportRegister {
		return o.entries(ctx, g, asOf)
	}
	reports, err := o.store.Reports(ctx, store.Span{From: industry.NewMonth(1900, 1), To: industry.NewMonth(9999, 12)}, asOf)
	if err != nil {
		return nil, err
	}
	return liveRecords(reports), nil
}

// narrow keeps what belongs to one chain; regions and indicators belong to all.
func narrow(records map[*industry.Register][]industry.Record, chain string) error {
	if !slices.ContainsFunc(records[industry.ChainRegister], func(r industry.Record) bool { return r.Get("code") == chain }) {
		return industry.Errorf(industry.NotFound, "没有编码为“%s”的产业链", chain)
	}
	f := industry.ListFacts{Chain: chain, Chains: map[string][]string{}}
	for _, g := range []*industry.Register{industry.EnterpriseRegister, industry.ProjectRegister} {
		for _, r := range records[g] {
			f.Chains[g.Noun+":"+r.Key()] = r.List(chainColumn(g))
		}
	}
	kept := map[string]bool{"chain:" + chain: true}
	for _, g := range industry.Registers() {
		records[g] = without(records[g], func(r industry.Record) bool { return !belongs(r, &f, kept) })
		for _, r := range records[g] {
			if g != industry.RegionRegister { // regions are everybody's, what they report is not
				kept[g.Noun+":"+r.Key()] = true
			}
		}
	}
	return nil
}

func chainColumn(g *industry.Register) string {
	if g.Index("chains") >= 0 {
		return "chains"
	}
	return "chain"
}

// belongs reports whether a record goes with a chain: by the rule of the lists,
// figures by what they are about, decisions, which are the county's, unless they
// concern what is not kept.
func belongs(r industry.Record, f *industry.ListFacts, kept map[string]bool) bool {
	switch r.Register {
	case industry.ChainRegister:
		return r.Get("code") == f.Chain
	case industry.ReportRegister, industry.TargetRegister:
		return kept[r.Get("object")] || r.Get("chain") == f.Chain
	case industry.DecisionRegister:
		for _, s := range r.Subjects() {
			if !kept[s.Kind+":"+s.Key] || s.Chain != "" && s.Chain != f.Chain {
				return false
			}
		}
	}
	return f.InChain(r)
}

// Template writes an empty workbook with units, explanations and drop-downs, of
// what the registers hold too.
func (o *Office) Template(ctx context.Context, w io.Writer) error {
	known := industry.NewDirectory()
	for _, g := range industry.Registers() {
		if g == industry.ReportRegister {
			continue
		}
		records, err := o.entries(ctx, g, time.Time{})
		if err != nil {
			return err
		}
		for _, r := range records {
			known.Add(r)
		}
	}
	return workbook.Template(w, industry.Registers(), known)
}
