package workbook

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"chainboard/industry"
)

// csvBook is a table of separated text: one sheet, named by the file.
type csvBook struct {
	text      []byte // UTF-8, lines ended by "\n" or "\r\n"
	separator rune
	columns   int
}

func openCSV(name string, data []byte, lim limits) (*book, error) {
	text, err := decodeText(data)
	if err != nil {
		return nil, err
	}
	if !bytes.Contains(text, []byte("\n")) {
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	c := &csvBook{text, separatorOf(text), lim.columns}
	return &book{sheets: []entry{{sheetOfFile(name), 0, true}}, limits: lim, form: c}, nil
}

// merges returns none: text has no merged cells.
func (c *csvBook) merges(int, int) ([]merged, error) { return nil, nil }

func (c *csvBook) rows(int) (rows, error) {
	r := csv.NewReader(bytes.NewReader(c.text))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = c.separator, -1, true
	return &csvRows{rowCells: rowCells{most: c.columns}, source: r}, nil
}

// csvRows streams the rows of a .csv file.
type csvRows struct {
	rowCells
	source *csv.Reader
	folded int // line breaks inside cells so far
}

func (r *csvRows) close() error { return nil }

// next returns the next row, numbered as a spreadsheet numbers it: blank lines
// count, line breaks inside cells do not.
func (r *csvRows) next() (line, error) {
	record, err := r.source.Read()
	if errors.Is(err, io.EOF) {
		return line{}, io.EOF
	}
	if err != nil {
		return line{}, r.misquoted(err)
	}
	r.clear()
	at, _ := r.source.FieldPos(0)
	number := at - r.folded
	for i, field := range record {
		r.folded += strings.Count(field, "\n")
		r.put(i, textCellOf(clean(bareFormula(field))))
	}
	if number > maxRow {
		return line{}, industry.Errorf(industry.TooLarge, "文件超过 %d 行；请拆成几个文件分别导入", maxRow)
	}
	return line{number, r.cells}, nil
}

// misquoted refuses a file whose quotes do not pair: to guess where the cell
// ends could swallow the rows below it unseen.
func (r *csvRows) misquoted(err error) error {
	var wrong *csv.ParseError
	if !errors.As(err, &wrong) {
		return damaged()
	}
	return industry.Errorf(industry.Invalid, `第 %d 行的引号（"）不成对，分不清后面的行和列，没有读取；请用 Excel 或 WPS 打开核对后另存为 .csv 或 .xlsx 再导入`, wrong.StartLine-r.folded)
}

// bareFormula takes off ="…", by which exporting programs keep the digits of
// long numbers from a spreadsheet's grasp.
func bareFormula(field string) string {
	if inner, ok := strings.CutPrefix(field, `="`); ok {
		if inner, ok = strings.CutSuffix(inner, `"`); ok && !strings.Contains(inner, `"`) {
			return inner
		}
	}
	return field
}

// separatorOf finds what separates the cells: the separator of which most lines
// have the same number; a tab where it is a tie, for cells hold none.
func separatorOf(text []byte) rune {
	const lines = 50
	best, found := 0, ','
	for _, separator := range "\t,;" {
		counts, most := map[int]int{}, 0
		for _, n := range separatorCounts(text, byte(separator), lines) {
			if counts[n] += n; n > 0 && counts[n] > most {
				most = counts[n]
			}
		}
		if most > best {
			best, found = most, separator
		}
	}
	return found
}

// separatorCounts counts a separator in each of the first rows, outside quotes.
func separatorCounts(text []byte, separator byte, rows int) []int {
	var counts []int
	n, quoted := 0, false
	for _, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == separator:
			n++
		case c == '\n':
			if counts, n = append(counts, n), 0; len(counts) == rows {
				return counts
			}
		}
	}
	return append(counts, n)
}
