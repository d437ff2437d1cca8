package workbook

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// rewrite writes the cells of a book, as they are read, into a new workbook with
// their marks. Cells stay where they are; what they look like is lost.
func rewrite(w io.Writer, b *book, m marks, problems []industry.Problem) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &b.date1904}); err != nil {
		return err
	}
	if err := placeSheet(f, 0, problemSheet); err != nil {
		return err
	}
	if err := writeProblems(f, problems); err != nil {
		return err
	}
	c := &copier{f, b, map[cellLook]int{}}
	for _, sheet := range b.sheets {
		name := sheetName(sheet.name)
		if i, err := f.GetSheetIndex(name); err != nil {
			return err
		} else if i >= 0 {
			continue // our own list, or two names that a workbook cannot tell apart
		}
		if err := placeSheet(f, 1, name); err != nil {
			return err
		}
		if !sheet.data {
			continue
		}
		if err := c.copy(sheet, name, m[sheet.name]); err != nil {
			return err
		}
	}
	return f.Write(w)
}

// sheetName makes a name that a sheet may have: that of a .csv file may be any.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '_'
		}
		return r
	}, strings.Trim(name, "'"))
	if r := []rune(name); len(r) > 31 {
		name = string(r[:31])
	}
	if name == "" {
		return "表"
	}
	return name
}

// copier copies sheets into a new workbook.
type copier struct {
	file  *excelize.File
	book  *book
	looks map[cellLook]int
}

// cellLook is what the style of a copied cell depends on.
type cellLook struct {
	text   bool
	format format
	level  industry.Level
}

func (c *copier) copy(sheet entry, name string, cells map[place]mark) error {
	places := sortedPlaces(cells)
	for _, at := range places[:min(len(places), maxComments)] {
		if err := c.file.AddComment(name, cells[at].comment(at)); err != nil {
			return err
		}
	}
	g, err := c.book.grid(sheet)
	if err != nil {
		return err
	}
	defer g.close()
	stream, err := c.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := stream.SetColWidth(1, c.book.limits.columns, 14); err != nil {
		return err
	}
	merges, err := c.book.form.merges(sheet.number, headerRows)
	if err != nil {
		return err
	}
	for _, area := range merges {
		if err := stream.MergeCell(address(area.left, area.top), address(area.right, area.bottom)); err != nil {
			return err
		}
	}
	for {
		l, ended := g.next()
		if ended != nil && !errors.Is(ended, io.EOF) {
			return ended
		}
		for len(places) > 0 && (ended != nil || places[0].row < l.number) { // marked rows that are empty
			if places, err = c.row(stream, line{number: places[0].row}, cells, places); err != nil {
				return err
			}
		}
		if ended != nil {
			return stream.Flush()
		}
		if places, err = c.row(stream, l, cells, places); err != nil {
			return err
		}
	}
}

// row writes one row with the marks that stand in it and returns the places behind it.
func (c *copier) row(stream *excelize.StreamWriter, l line, cells map[place]mark, places []place) ([]place, error) {
	width, n := len(l.cells), 0
	for ; n < len(places) && places[n].row == l.number; n++ {
		width = max(width, places[n].column+1)
	}
	row := make([]any, width)
	for i := range row {
		value := l.at(i)
		level := industry.Level("")
		if n > 0 {
			level = cells[place{i, l.number}].level
		}
		if value.empty() && level == "" {
			continue
		}
		style, err := c.look(cellLook{value.kind == textCell || value.empty(), value.format, level})
		if err != nil {
			return nil, err
		}
		row[i] = copied(value, style)
	}
	return places[n:], stream.SetRow("A"+strconv.Itoa(l.number), row)
}

// copied makes the cell that reads as the original does.
func copied(c *cell, style int) excelize.Cell {
	made := excelize.Cell{StyleID: style}
	switch {
	case c.stale:
		made.Formula = "NA()" // still without a result
	case c.text == "":
	case c.kind == booleanCell:
		made.Value = c.text == "1" || strings.EqualFold(c.text, "true")
	case c.kind == numberCell:
		if n, err := strconv.ParseInt(c.text, 10, 64); err == nil {
			made.Value = n
		} else if n, err := strconv.ParseFloat(c.text, 64); err == nil {
			made.Value = n
		} else {
			made.Value = c.text
		}
	case len(c.text) > maxCellText && utf8.RuneCountInString(c.text) > maxCellText:
		made.Value = "#VALUE!" // no cell holds it, and half of it would pass for the whole
	default:
		made.Value = c.text
	}
	return made
}

func (c *copier) look(wanted cellLook) (int, error) {
	if id, ok := c.looks[wanted]; ok {
		return id, nil
	}
	style := excelize.Style{}
	switch {
	case wanted.text:
		style.NumFmt = 49
	case wanted.format == percentFormat:
		style.NumFmt = 10
	case wanted.format == dateFormat:
		style.NumFmt = 14
	}
	if wanted.level != "" {
		style.Fill = mark{level: wanted.level}.fill()
	}
	id, err := c.file.NewStyle(&style)
	c.looks[wanted] = id
	return id, err
}
