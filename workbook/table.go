package workbook

import (
	"io"
	"strconv"
	"unicode/utf8"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// Table is a free table as people hand it on: a title, notes, a header and rows.
// It is not read back.
type Table struct {
	Sheet   string
	Title   string
	Notes   []string // a line each, above the header: 单位, 截至, what was filtered
	Columns []TableColumn
	Rows    [][]TableCell // aligned with Columns
	Foot    []string      // a line each, below the rows: which edition it is
}

// TableColumn is one column of a table.
type TableColumn struct {
	Header string
	Unit   string // "" where there is none
	Kind   industry.FieldKind
}

// TableCell is one value: the number where it is known, else the text; neither
// is an empty cell.
type TableCell struct {
	Number industry.Quantity
	Text   string
}

// WriteTable writes tables as a workbook of one sheet each, with their headers
// frozen and filterable. Numbers are numbers.
func WriteTable(w io.Writer, tables ...Table) error {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := newTableStyles(f)
	if err != nil {
		return err
	}
	for i := range tables {
		if err := tables[i].write(f, i, styles); err != nil {
			return err
		}
	}
	return f.Write(w)
}

// write puts the table on the i-th sheet.
func (t Table) write(f *excelize.File, i int, styles tableStyles) error {
	if err := placeSheet(f, i, t.Sheet); err != nil {
		return err
	}
	header := len(t.Notes) + 2 // row of the header, after title and notes
	last := max(len(t.Columns)-1, 0)
	if err := f.AutoFilter(t.Sheet, "A"+strconv.Itoa(header)+":"+address(last, header+max(len(t.Rows), 1)), nil); err != nil {
		return err
	}
	stream, err := f.NewStreamWriter(t.Sheet)
	if err != nil {
		return err
	}
	for i, c := range t.Columns {
		if err := stream.SetColWidth(i+1, i+1, t.width(i, c)); err != nil {
			return err
		}
	}
	panes := &excelize.Panes{Freeze: true, YSplit: header, TopLeftCell: "A" + strconv.Itoa(header+1), ActivePane: "bottomLeft"}
	if err := stream.SetPanes(panes); err != nil {
		return err
	}
	if err := t.writeHead(stream, styles); err != nil {
		return err
	}
	for i := range t.Rows {
		if err := stream.SetRow("A"+strconv.Itoa(header+1+i), t.cells(t.Rows[i], styles)); err != nil {
			return err
		}
	}
	for i, line := range t.Foot {
		if err := stream.SetRow("A"+strconv.Itoa(header+2+len(t.Rows)+i), []any{excelize.Cell{Value: line}}); err != nil {
			return err
		}
	}
	return stream.Flush()
}

func (t Table) writeHead(stream *excelize.StreamWriter, styles tableStyles) error {
	if err := stream.SetRow("A1", []any{excelize.Cell{StyleID: styles.title, Value: t.Title}}); err != nil {
		return err
	}
	for i, note := range t.Notes {
		if err := stream.SetRow("A"+strconv.Itoa(i+2), []any{excelize.Cell{Value: note}}); err != nil {
			return err
		}
	}
	row := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		row[i] = excelize.Cell{StyleID: styles.header, Value: c.text()}
	}
	return stream.SetRow("A"+strconv.Itoa(len(t.Notes)+2), row)
}

func (c TableColumn) text() string {
	if c.Unit == "" {
		return c.Header
	}
	return c.Header + "(" + c.Unit + ")"
}

func (t Table) cells(row []TableCell, styles tableStyles) []any {
	cells := make([]any, len(row))
	for i, c := range row {
		style := styles.number
		if t.Columns[i].Kind == industry.Money {
			style = styles.money
		}
		if n, ok := exactFloat(c.Number.Decimal()); ok {
			cells[i] = excelize.Cell{StyleID: style, Value: n}
			continue
		}
		if c.Number.Known { // more digits than a spreadsheet keeps
			c.Text = c.Number.Decimal()
		}
		cells[i] = textValue(c.Text, styles.text)
	}
	return cells
}

// width fits the header and the first rows, in characters.
func (t Table) width(i int, c TableColumn) float64 {
	const least, most, sample = 8, 40, 50
	n := 2*utf8.RuneCountInString(c.text()) + 2
	for _, row := range t.Rows[:min(len(t.Rows), sample)] {
		n = max(n, columnsOfText(row[i].Text)+2, utf8.RuneCountInString(row[i].Number.Decimal())+4)
	}
	return float64(min(max(n, least), most))
}

// columnsOfText counts a Chinese character as two.
func columnsOfText(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0x2e80 {
			n++
		}
	}
	return n
}

type tableStyles struct {
	styles
	title, money int
}

func newTableStyles(f *excelize.File) (tableStyles, error) {
	base, err := newStyles(f)
	s := tableStyles{styles: base}
	if err != nil {
		return s, err
	}
	if s.title, err = f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}}); err != nil {
		return s, err
	}
	const grouped = 4 // #,##0.00
	s.money, err = f.NewStyle(&excelize.Style{NumFmt: grouped})
	return s, err
}
