package workbook

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// editable reports a workbook that excelize can hold as a whole and write as
// .xlsx: not too large, without macros.
func (x *xlsxBook) editable() bool {
	total := uint64(0)
	for name, part := range x.archive.parts {
		if strings.HasSuffix(name, "vbaproject.bin") {
			return false
		}
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".vml") || strings.HasSuffix(name, ".rels") {
			total += part.UncompressedSize64
		}
	}
	if total > maxEdited {
		return false
	}
	cells := 0
	for _, part := range x.parts {
		if cells = x.spread(part, cells); cells > maxSpread {
			return false
		}
	}
	return true
}

// maxSpread is how many cells excelize may come to hold.
const maxSpread = 1_500_000

// spread adds up the cells of a sheet as excelize holds them: every row down to
// the last one, each as wide as its last cell, however few of them are written.
func (x *xlsxBook) spread(part string, cells int) int {
	r, err := x.archive.open(part)
	if r == nil || err != nil {
		return cells
	}
	defer r.Close()
	m, row, width := newMarkup(r), 0, 0
	for m.next() == nil && cells+row <= maxSpread {
		switch {
		case m.kind != openToken:
		case m.is("row"):
			cells, width = cells+width, 0
			row++
			if n, err := strconv.Atoi(string(m.attr("r"))); err == nil {
				row = max(row, n)
			}
		case m.is("c"):
			width++
			if at, ok := columnOf(m.attr("r")); ok {
				width = max(width, at+1)
			}
		}
	}
	return cells + width + row
}

// annotate marks the cells of the workbook itself. It returns nil where that did
// not work out: excelize failed, or what it wrote no longer reads the same.
func (x *xlsxBook) annotate(b *book, data []byte, m marks, problems []industry.Problem) (edited []byte) {
	defer func() {
		if recover() != nil { // it trusts the parts of a workbook to fit each other
			edited = nil
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: x.archive.limits.unpacked})
	if err != nil {
		return nil
	}
	defer f.Close()
	e := &editor{f, map[styleMark]int{}}
	var out bytes.Buffer
	if e.markAll(m) != nil || e.addProblems(problems) != nil || f.Write(&out) != nil {
		return nil
	}
	if !sameGrids(b, out.Bytes()) || !hasComments(out.Bytes(), m) {
		return nil
	}
	return out.Bytes()
}

// editor marks cells of an opened workbook.
type editor struct {
	file   *excelize.File
	styles map[styleMark]int
}

// styleMark is a cell style and the fill that it gets.
type styleMark struct {
	style int
	level industry.Level
}

func (e *editor) markAll(m marks) error {
	for _, sheet := range e.file.GetSheetList() {
		others, err := e.clear(sheet)
		if err != nil {
			return err
		}
		cells := m[clean(sheet)]
		for i, at := range sortedPlaces(cells) {
			if err := e.dye(sheet, address(at.column, at.row), styleMark{level: cells[at].level}); err != nil {
				return err
			}
			if i >= maxComments {
				continue
			}
			if err := e.note(sheet, cells[at].comment(at), others); err != nil {
				return err
			}
		}
	}
	return nil
}

// note adds a comment, behind what somebody else remarked on the cell.
func (e *editor) note(sheet string, note excelize.Comment, others map[string]string) error {
	if before, ok := others[note.Cell]; ok {
		note.Text = before + markLine + note.Text
		if err := e.file.DeleteComment(sheet, note.Cell); err != nil {
			return err
		}
	}
	return e.file.AddComment(sheet, note)
}

// markLine stands between somebody's comment and what we add to it.
const markLine = "\n—— 导入校验 ——\n"

// clear takes off the marks of an earlier annotation and returns the comments
// of others by cell.
func (e *editor) clear(sheet string) (map[string]string, error) {
	comments, err := e.file.GetComments(sheet)
	if err != nil {
		return nil, err
	}
	others := map[string]string{}
	for _, c := range comments {
		text := c.Text
		for _, run := range c.Paragraph {
			text += run.Text
		}
		if c.Author != markAuthor {
			others[c.Cell] = text
			continue
		}
		if err := e.file.DeleteComment(sheet, c.Cell); err != nil {
			return nil, err
		}
		if before, _, ok := strings.Cut(text, markLine); ok {
			others[c.Cell] = before
			if err := e.file.AddComment(sheet, excelize.Comment{Cell: c.Cell, Author: "批注", Text: before}); err != nil {
				return nil, err
			}
		}
		if err := e.dye(sheet, c.Cell, styleMark{}); err != nil {
			return nil, err
		}
	}
	return others, nil
}

// dye gives a cell a fill and leaves the rest of its style alone: its number
// format decides how it is read.
func (e *editor) dye(sheet, cell string, wanted styleMark) error {
	var err error
	if wanted.style, err = e.file.GetCellStyle(sheet, cell); err != nil {
		return err
	}
	id, ok := e.styles[wanted]
	if !ok {
		if id, err = e.dyed(wanted); err != nil {
			return err
		}
		e.styles[wanted] = id
	}
	return e.file.SetCellStyle(sheet, cell, cell, id)
}

// dyed makes the style that differs from another in its fill.
func (e *editor) dyed(wanted styleMark) (int, error) {
	sample, err := e.file.NewStyle(&excelize.Style{Fill: mark{level: wanted.level}.fill()})
	if err != nil {
		return 0, err
	}
	all := e.file.Styles.CellXfs
	if wanted.style >= len(all.Xf) {
		return 0, errors.New("workbook: no such style")
	}
	style, none, yes := all.Xf[wanted.style], 0, true
	style.FillID, style.ApplyFill = all.Xf[sample].FillID, &yes
	if wanted.level == "" {
		style.FillID = &none
	}
	all.Xf = append(all.Xf, style)
	all.Count = len(all.Xf)
	return all.Count - 1, nil
}

// addProblems puts the list of problems before the other sheets.
func (e *editor) addProblems(problems []industry.Problem) error {
	f := e.file
	if i, err := f.GetSheetIndex(problemSheet); err != nil {
		return err
	} else if i >= 0 {
		if err := f.DeleteSheet(problemSheet); err != nil {
			return err
		}
	}
	if _, err := f.NewSheet(problemSheet); err != nil {
		return err
	}
	if err := f.MoveSheet(problemSheet, f.GetSheetList()[0]); err != nil {
		return err
	}
	if names := f.WorkBook.DefinedNames; names != nil { // they say by number which sheet they belong to
		for i := range names.DefinedName {
			if id := names.DefinedName[i].LocalSheetID; id != nil {
				*id++
			}
		}
	}
	f.SetActiveSheet(0)
	return writeProblems(f, problems)
}

// sortedPlaces returns the marked cells, row by row.
func sortedPlaces(cells map[place]mark) []place {
	return slices.SortedFunc(maps.Keys(cells), func(a, b place) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.column - b.column
	})
}
