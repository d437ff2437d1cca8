package workbook

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// SheetData is what one sheet of an export holds. Reference and Object fields
// of the records are names or codes as people write them.
type SheetData struct {
	Register *industry.Register
	Records  []industry.Record
}

// Write writes a workbook that Read reads back unchanged: a sheet for each
// register, known columns first, then the extra ones by header. It holds one
// row at a time in memory.
func Write(w io.Writer, sheets []SheetData) error {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := newStyles(f)
	if err != nil {
		return err
	}
	for i, sheet := range sheets {
		if err := placeSheet(f, i, sheet.Register.Sheet); err != nil {
			return err
		}
		if err := writeSheet(f, sheet, styles); err != nil {
			return err
		}
	}
	return f.Write(w)
}

// placeSheet makes sheet number i; a new file already has one.
func placeSheet(f *excelize.File, i int, name string) error {
	if i == 0 {
		return f.SetSheetName(f.GetSheetName(0), name)
	}
	_, err := f.NewSheet(name)
	return err
}

func writeSheet(f *excelize.File, sheet SheetData, styles styles) error {
	g := sheet.Register
	extras := extraHeaders(sheet.Records)
	width := len(g.Fields) + len(extras)
	if err := f.AutoFilter(g.Sheet, "A1:"+address(width-1, max(len(sheet.Records)+1, 2)), nil); err != nil {
		return err
	}
	stream, err := f.NewStreamWriter(g.Sheet)
	if err != nil {
		return err
	}
	if err := setFrame(stream, g, len(extras)); err != nil {
		return err
	}
	row := make([]any, 0, width)
	for i := range g.Fields {
		row = append(row, excelize.Cell{StyleID: styles.header, Value: headerText(&g.Fields[i])})
	}
	for _, name := range extras {
		row = append(row, excelize.Cell{StyleID: styles.header, Value: name})
	}
	if err := stream.SetRow("A1", row); err != nil {
		return err
	}
	for i := range sheet.Records {
		row = row[:0]
		for field := range g.Fields {
			row = append(row, cellValue(&g.Fields[field], sheet.Records[i].Values[field], styles))
		}
		for _, name := range extras {
			row = append(row, textValue(sheet.Records[i].Extra[name], styles.text))
		}
		if err := stream.SetRow("A"+strconv.Itoa(i+2), row); err != nil {
			return err
		}
	}
	return stream.Flush()
}

// setFrame sets widths and freezes the header.
func setFrame(stream *excelize.StreamWriter, g *industry.Register, extras int) error {
	for i := range g.Fields {
		if err := stream.SetColWidth(i+1, i+1, columnWidth(&g.Fields[i])); err != nil {
			return err
		}
	}
	if extras > 0 {
		if err := stream.SetColWidth(len(g.Fields)+1, len(g.Fields)+extras, 14); err != nil {
			return err
		}
	}
	return stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func extraHeaders(records []industry.Record) []string {
	names := map[string]bool{}
	for i := range records {
		for name := range records[i].Extra {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// headerText writes a field's header with its unit. The figures of 月度调度 and
// 年度目标 are in their indicator's unit, so their headers name none.
func headerText(f *industry.Field) string {
	switch {
	case f.Kind == industry.Measure || f.Unit == "":
		return f.Name
	default:
		return f.Name + "(" + f.Unit + ")"
	}
}

// cellValue writes figures as real numbers and everything else as text.
func cellValue(f *industry.Field, text string, styles styles) any {
	if !numeric(f.Kind) && f.Kind != industry.YearField || text == "" {
		return textValue(text, styles.text)
	}
	if n, ok := exactFloat(text); ok {
		return excelize.Cell{StyleID: styles.number, Value: n}
	}
	return textValue(text, styles.text)
}

func textValue(text string, style int) any {
	if text == "" {
		return nil
	}
	return excelize.Cell{StyleID: style, Value: text}
}

// exactFloat returns the number that a spreadsheet keeps digit by digit; it
// carries 15 significant digits, more are better left as text.
func exactFloat(decimal string) (float64, bool) {
	digits := strings.TrimLeft(strings.NewReplacer("-", "", ".", "").Replace(decimal), "0")
	n, err := strconv.ParseFloat(decimal, 64)
	return n, err == nil && len(digits) <= 15
}

// columnWidth is the width of a column in characters.
func columnWidth(f *industry.Field) float64 {
	least := 10.0
	switch f.Kind {
	case industry.CreditCode, industry.Object:
		least = 22
	case industry.Text:
		least = 16
	case industry.DateField, industry.Reference:
		least = 13
	case industry.SubjectField:
		least = 30
	case industry.Titles:
		least = 36
	}
	return max(least, float64(2*utf8.RuneCountInString(headerText(f))+4))
}

// styles are the cell styles of our workbooks.
type styles struct{ header, required, number, text, note int }

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	border := []excelize.Border{
		{Type: "left", Color: "BFBFBF", Style: 1},
		{Type: "right", Color: "BFBFBF", Style: 1},
		{Type: "top", Color: "BFBFBF", Style: 1},
		{Type: "bottom", Color: "BFBFBF", Style: 1},
	}
	center := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	asText := 49
	for _, wanted := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.header, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: center, Border: border, Fill: fill("DDEBF7")}},
		{&s.required, excelize.Style{Font: &excelize.Font{Bold: true, Color: "C00000"}, Alignment: center, Border: border, Fill: fill("DDEBF7")}},
		{&s.number, excelize.Style{}},
		{&s.text, excelize.Style{NumFmt: asText}},
		{&s.note, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
	} {
		id, err := f.NewStyle(&wanted.style)
		if err != nil {
			return s, err
		}
		*wanted.id = id
	}
	return s, nil
}

func fill(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}
