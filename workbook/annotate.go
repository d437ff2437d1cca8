package workbook

import (
	"io"
	"strings"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// maxEdited is how large the unpacked parts of a workbook may be to be edited as
// a whole, in bytes: that takes about fifteen times as much memory.
const maxEdited = 24 << 20

// Annotate writes the workbook that a file was read from with its bad cells
// filled and commented: what is wrong, and what to write instead. A first sheet,
// 导入问题, lists every problem; Read passes over it, so that the file can be
// mended and handed in again. An .xlsx workbook keeps all else that is in it. Of
// any other file, and of one too large or too unusual to be edited without loss,
// the cells are written into a new workbook.
func Annotate(w io.Writer, name string, data []byte, problems []industry.Problem) error {
	b, err := openBook(name, data, contractLimits())
	if err != nil {
		return err
	}
	m := marksOf(problems)
	if x, ok := b.form.(*xlsxBook); ok && x.editable() {
		if edited := x.annotate(b, data, m, problems); edited != nil {
			_, err := w.Write(edited)
			return err
		}
	}
	return rewrite(w, b, m, problems)
}

// place is where a cell stands in its sheet: column from 0, row from 1.
type place struct{ column, row int }

// mark is what is said of one cell.
type mark struct {
	level industry.Level
	text  string
}

// marks are the marked cells by sheet.
type marks map[string]map[place]mark

// marksOf gathers the problems of each cell; an error outweighs a warning. A
// problem of a row as a whole stands at its first cell.
func marksOf(problems []industry.Problem) marks {
	m := marks{}
	for _, p := range problems {
		at := place{row: p.Row}
		if p.Cell != "" {
			column, ok1 := columnOf([]byte(p.Cell))
			row, ok2 := rowOf(p.Cell)
			if !ok1 || !ok2 {
				continue
			}
			at = place{column, row}
		}
		if at.row == 0 {
			continue
		}
		if m[p.Sheet] == nil {
			m[p.Sheet] = map[place]mark{}
		}
		m[p.Sheet][at] = m[p.Sheet][at].add(p)
	}
	return m
}

func (m mark) add(p industry.Problem) mark {
	label := "提醒："
	if p.Level == industry.LevelError {
		label, m.level = "错误：", p.Level
	} else if m.level == "" {
		m.level = p.Level
	}
	text := label + p.Message
	if p.Remedy != "" {
		text += "\n改法：" + p.Remedy
	}
	m.text = strings.TrimPrefix(m.text+"\n"+text, "\n")
	return m
}

// The fills of marked cells.
const (
	errorFill   = "FFC7CE"
	warningFill = "FFEB9C"
)

func (m mark) fill() excelize.Fill {
	if m.level == industry.LevelError {
		return fill(errorFill)
	}
	return fill(warningFill)
}

// markAuthor is who our comments are by: they are replaced when a file that was
// annotated before comes in again.
const markAuthor = "导入校验"

// maxComments bounds the comments of one sheet; the list of problems has them all.
const maxComments = 2_000

// comment makes the note of a marked cell.
func (m mark) comment(at place) excelize.Comment {
	const most = 1_000
	text := m.text
	if r := []rune(text); len(r) > most {
		text = string(r[:most]) + "…"
	}
	lines := uint(strings.Count(text, "\n") + 1 + columnsOfText(text)/34)
	return excelize.Comment{Cell: address(at.column, at.row), Author: markAuthor, Text: text, Width: 300, Height: 24 + 18*min(lines, 20)}
}
