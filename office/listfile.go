package office

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// ListFile writes a list as a workbook or, where the request says so, as comma
// separated text: all rows of the query in its order with the columns of a
// screen. Single enterprises' figures are in it only for who
// may both see and export them. Every file is audited before it leaves.
func (o *Office) ListFile(ctx context.Context, w io.Writer, r ListRequest, actor Actor) error {
	l, f, err := o.listFacts(ctx, r)
	if err != nil {
		return err
	}
	if f.Open && !r.User.Can(industry.ExportEnterprises) {
		f.Open = false
		r.Query.Sort = "" // it may be by what is withheld now
	}
	r.Query.Sounds = newSpelling().spells
	p, err := l.File(f, r.Query)
	if err != nil {
		return err
	}
	table := listTable(p, f, r.Query)
	table.Foot = editionFoot(p.Edition)
	if err := o.finish(ctx, &table, actor); err != nil {
		return err
	}
	var file bytes.Buffer
	if r.CSV {
		err = writeCSV(&file, table)
	} else {
		err = workbook.WriteTable(&file, table)
	}
	if err != nil {
		return err
	}
	if err := o.auditFile(ctx, p, actor); err != nil {
		return err
	}
	_, err = file.WriteTo(w)
	return err
}

func (o *Office) auditFile(ctx context.Context, p industry.ListPage, actor Actor) error {
	entry := actor.Entry(industry.ActExport, p.List.Name)
	entry.Detail = fmt.Sprintf("产业链 %s，%d 行", p.Chain, p.Total)
	if p.Edition != nil {
		entry.Detail += "，版本 " + p.Edition.Name
	}
	if p.Open {
		entry.Detail += "，含单个企业数据"
	}
	return o.store.Write(ctx, entry, func(*store.Tx) error { return nil })
}

// listTable turns a page into a table.
func listTable(p industry.ListPage, f industry.ListFacts, q industry.ListQuery) workbook.Table {
	scope := "全部产业链"
	if p.Chain != industry.AllChains {
		scope = f.Directory.Name(industry.ChainRegister.Noun, p.Chain)
	}
	t := workbook.Table{Sheet: industry.FileName(p.List.Name), Title: scope + " " + p.List.Name, Notes: []string{queryNote(p, q)}}
	switch {
	case p.Edition != nil:
		t.Title += "（" + p.Edition.Name + "）"
	case !p.AsOf.IsZero():
		t.Notes = append(t.Notes, asOfText(p.AsOf))
	}
	for _, c := range p.Columns {
		t.Columns = append(t.Columns, workbook.TableColumn{Header: c.Name, Unit: c.Unit, Kind: c.Kind})
	}
	for i := range p.Rows {
		cells := make([]workbook.TableCell, len(p.Columns))
		for k, c := range p.Rows[i].Cells {
			cells[k] = tableCell(p.Columns[k], c)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func tableCell(column industry.ListColumn, c industry.ListCell) workbook.TableCell {
	switch {
	case c.Empty():
		return workbook.TableCell{}
	case column.Numeric() && c.Phrase == "":
		return workbook.TableCell{Number: c.Number}
	}
	return workbook.TableCell{Text: c.Shown}
}

// queryNote says which rows these are.
func queryNote(p industry.ListPage, q industry.ListQuery) string {
	note := fmt.Sprintf("共 %d 行", p.Total)
	if p.List.Register == industry.EnterpriseRegister && p.Open {
		note += "；数据截至" + p.Month.Span()
	}
	if p.List.Note != "" {
		note += "；" + p.List.Note
	}
	if q.Q != "" {
		note += "；关键字 " + q.Q
	}
	labels := map[string]string{}
	for _, f := range p.Filters {
		for _, c := range f.Choices {
			if c.Selected {
				labels[f.Column] = f.Name + " " + c.Label
			}
		}
	}
	for _, column := range slices.Sorted(maps.Keys(q.Filters)) {
		switch value := q.Filters[column]; {
		case labels[column] != "":
			note += "；" + labels[column]
		case value != "":
			note += "；" + p.List.ColumnName(column) + " " + value
		}
	}
	return note
}
