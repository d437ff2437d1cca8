package office

import (
	"context"
	"io"
	"slices"
	"strconv"
	"time"

	"chainboard/industry"
	"chainboard/workbook"
)

// dueRegisters are what falls due, with what they are named by.
func dueRegisters() []*industry.Register {
	return append(named(), industry.IssueRegister, industry.DecisionRegister, industry.PolicyRegister, industry.PlatformRegister)
}

// Due lists what falls due in a chain. Everything in it stands in a list that is
// open to everybody, so it is the same for all; an unknown chain is NotFound.
func (o *Office) Due(ctx context.Context, chain string, q industry.DueQuery) (industry.Due, error) {
	f := industry.ListFacts{
		Directory: industry.NewDirectory(), Segments: map[string]industry.Segment{}, Chains: map[string][]string{}, Today: o.Today(), Chain: chain,
	}
	known := chain == industry.AllChains
	for _, g := range dueRegisters() {
		all, err := o.recordsAt(ctx, g, time.Time{})
		if err != nil {
			return industry.Due{}, err
		}
		addNamed(&f, all, "")
		f.Records = append(f.Records, liveRecords(all)...)
		known = known || g == industry.ChainRegister && slices.ContainsFunc(f.Records, func(r industry.Record) bool { return r.Key() == chain })
	}
	if !known {
		return industry.Due{}, industry.Errorf(industry.NotFound, "没有编码为“%s”的产业链", chain)
	}
	rules, err := o.investmentRules(ctx, time.Time{})
	if err != nil {
		return industry.Due{}, err
	}
	f.Limits = rules.Overdue
	if f.Calendar, err = o.Calendar(ctx); err != nil {
		return industry.Due{}, err
	}
	return industry.DueOf(f, q)
}

// dueCount asks how much is due on a day.
type dueCount struct {
	chain string
	today industry.Date
}

// DueCount returns how much of a chain is past its day or due this week, for the
// navigation of every page: it is remembered.
func (o *Office) DueCount(ctx context.Context, chain string) (int, error) {
	q := question{dueCount{chain, o.Today()}, registers(dueRegisters()...)}
	return recall(ctx, o, q, func() (int, int, error) {
		d, err := o.Due(ctx, chain, industry.DueQuery{})
		return d.Overdue + d.Week, 1, err
	})
}

// DueFile writes what is due as a workbook. It is audited before it leaves.
func (o *Office) DueFile(ctx context.Context, w io.Writer, q DueFileQuery, actor Actor) error {
	d, err := o.Due(ctx, q.Chain, q.DueQuery)
	if err != nil {
		return err
	}
	title := "全部产业链"
	if q.Chain != industry.AllChains {
		chains, err := o.Chains(ctx)
		if err != nil {
			return err
		}
		for _, c := range chains {
			if c.Code == q.Chain {
				title = c.Name
			}
		}
	}
	t := workbook.Table{
		Sheet: "到期提醒", Title: title + " 到期提醒", Notes: []string{string(d.Today) + " 至 " + string(d.Until) + "，共 " + strconv.Itoa(len(d.Items)) + " 项", d.Rule},
		Columns: []workbook.TableColumn{
			textColumn("情况"), textColumn("类别"), textColumn("对象"), textColumn("事项"), textColumn("责任单位"),
			{Header: "日期", Kind: industry.DateField},
			textColumn("距今"), textColumn("灯"), textColumn("督办"),
		},
	}
	if d.Doubt != "" {
		t.Notes = append(t.Notes, d.Doubt)
	}
	for _, it := range d.Items {
		supervised := ""
		if it.Supervised {
			supervised = "督办"
		}
		t.Rows = append(t.Rows, []workbook.TableCell{
			textCell(d.GroupLabel(it.Group)), textCell(it.KindName), textCell(it.Name), textCell(it.What), textCell(string(it.Department)), textCell(string(it.On)),
			textCell(it.Text()), textCell(it.Light.Label()), textCell(supervised),
		})
	}
	entry := actor.Entry(industry.ActExport, "到期提醒")
	entry.Detail = "产业链 " + q.Chain + "，" + strconv.Itoa(len(d.Items)) + " 行"
	return o.handOut(ctx, w, []workbook.Table{t}, entry)
}

// DueFileQuery asks for the file of what is due.
type DueFileQuery struct {
	Chain string
	industry.DueQuery
}
