package office

import (
	"context"
	"fmt"
	"io"
	"time"

	"chainboard/industry"
	"chainboard/workbook"
)

// DifferencesRequest asks what changed in a list or map between two of its
// editions; number 0 is the present.
type DifferencesRequest struct {
	Paper    industry.Paper
	From, To int64
	User     industry.User
	File     bool // to leave: single enterprises' data only for who may export it
}

// Differences is what changed in a list or map between two moments.
type Differences struct {
	Paper    industry.Paper
	Name     string // of the list or map
	Chain    string // name of the chain
	From, To *industry.Edition
	Content  industry.Differences
}

// Differences compares two editions of a list or map, or one with the present,
// as far as the user may see their rows. The editions' rights are those of the
// list or map itself.
func (o *Office) Differences(ctx context.Context, r DifferencesRequest) (Differences, error) {
	d := Differences{Paper: r.Paper}
	var err error
	if d.Name, err = o.PaperName(ctx, r.Paper, r.User); err != nil {
		return d, err
	}
	if d.Chain, err = o.ChainName(ctx, r.Paper.Chain); err != nil {
		return d, err
	}
	var sides [2]industry.Snapshot
	for i, id := range []int64{r.From, r.To} {
		var e *industry.Edition
		if id != 0 {
			found, err := o.store.Edition(ctx, r.Paper, id)
			if err != nil {
				return d, err
			}
			e = &found
		}
		if sides[i], err = o.snapshot(ctx, r, e); err != nil {
			return d, err
		}
		if i == 0 {
			d.From = e
		} else {
			d.To = e
		}
	}
	d.Content = industry.DifferencesOf(sides[0], sides[1])
	return d, nil
}

// snapshot reads a list or map as of an edition, nil for the present.
func (o *Office) snapshot(ctx context.Context, r DifferencesRequest, e *industry.Edition) (industry.Snapshot, error) {
	if r.Paper.Kind == industry.EditionOfList {
		l, f, err := o.listFacts(ctx, ListRequest{List: r.Paper.Code, Chain: r.Paper.Chain, User: r.User, Edition: e})
		if err != nil {
			return nil, err
		}
		f.Open = f.Open && (!r.File || r.User.Can(industry.ExportEnterprises))
		return l.Snapshot(f), nil
	}
	q := Query{Chain: r.Paper.Chain}
	if e != nil {
		q.AsOf = e.AsOf
	}
	return o.mapSnapshot(ctx, r, q)
}

// mapSnapshot reads the rows a map is drawn from, with what it counts for them.
func (o *Office) mapSnapshot(ctx context.Context, r DifferencesRequest, q Query) (industry.Snapshot, error) {
	g := industry.MapRegister(r.Paper.Code)
	f := industry.ListFacts{
		Directory: industry.NewDirectory(), Segments: map[string]industry.Segment{}, Chains: map[string][]string{}, Chain: q.Chain, AsOf: q.AsOf,
	}
	if _, err := o.loadList(ctx, &industry.List{Register: g}, &f); err != nil {
		return nil, err
	}
	records := f.Records
	if q.Chain != industry.AllChains && g.Index("chain") >= 0 {
		records = without(records, func(x industry.Record) bool { return x.Get("chain") != q.Chain })
	}
	open := r.User.Can(industry.SeeEnterprises) && (!r.File || r.User.Can(industry.ExportEnterprises))
	s := industry.SnapshotOf(records, f.Directory, open)
	switch r.Paper.Code {
	case industry.MapChain:
		m, _, err := o.ChainMap(ctx, q, false)
		return s.WithChainMap(m), err
	case industry.MapRegion:
		m, _, err := o.RegionMap(ctx, q, false)
		return s.WithRegionMap(m), err
	}
	return s, nil
}

// DifferencesFile writes what changed as a workbook, one line a value. The file
// is audited before it leaves.
func (o *Office) DifferencesFile(ctx context.Context, w io.Writer, r DifferencesRequest, actor Actor) error {
	r.File = true
	d, err := o.Differences(ctx, r)
	if err != nil {
		return err
	}
	detail := fmt.Sprintf("产业链 %s，%s 与 %s", r.Paper.Chain, editionText(d.From), editionText(d.To))
	file, err := o.tableFile(ctx, d.table(), actor, d.Name+"版本比较", detail)
	if err != nil {
		return err
	}
	_, err = w.Write(file)
	return err
}

func (d Differences) table() workbook.Table {
	c := d.Content
	t := workbook.Table{
		Sheet: "版本比较", Title: d.Chain + " " + d.Name + " 版本比较",
		Notes: []string{
			"原：" + editionText(d.From), "新：" + editionText(d.To),
			fmt.Sprintf("新增%d行，移出%d行，修改%d行，未变%d行", len(c.Added), len(c.Removed), len(c.Changed), c.Unchanged),
		},
		Columns: []workbook.TableColumn{
			{Header: "变化"}, {Header: "名称"}, {Header: "编号"}, {Header: "列"}, {Header: "单位"}, {Header: "原值"}, {Header: "新值"},
		},
	}
	add := func(kind string, row industry.SnapshotRow, from, to *industry.SnapshotValue) {
		line := []workbook.TableCell{text(kind), text(row.Name), text(industry.ShownID(row.ID)), {}, {}, {}, {}}
		for i, v := range []*industry.SnapshotValue{from, to} {
			if v == nil {
				continue
			}
			line[3].Text = v.Name
			if v.Unit != "" {
				line[4].Text = v.Unit
			}
			line[5+i] = tableCell(industry.ListColumn{Kind: v.Kind}, v.Cell)
		}
		t.Rows = append(t.Rows, line)
	}
	for _, row := range c.Added {
		for i := range row.Values {
			add("新增", row, nil, &row.Values[i])
		}
	}
	for _, row := range c.Removed {
		for i := range row.Values {
			add("移出", row, &row.Values[i], nil)
		}
	}
	for _, row := range c.Changed {
		for i := range row.Changes {
			add("修改", industry.SnapshotRow{ID: row.ID, Name: row.Name}, &row.Changes[i].From, &row.Changes[i].To)
		}
	}
	return t
}

// editionText names a side of a comparison.
func editionText(e *industry.Edition) string {
	if e == nil {
		return "现状"
	}
	return e.Heading() + "（" + asOfText(e.AsOf) + "）"
}

// asOfText says whose moment a table shows.
func asOfText(at time.Time) string {
	return "资料时点 " + at.In(industry.Shanghai).Format("2006-01-02 15:04")
}
