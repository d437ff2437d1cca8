package report

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"chainboard/industry"
)

// Xlsx returns the tables of a paper as a workbook, one sheet for each. What a
// cell shows is the paper's text; where that is a figure it is a number, so that
// one can go on calculating with it.
func Xlsx(d industry.Document) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	b := book{File: f, sample: d.Sample, styles: map[string]int{}}
	for _, s := range d.Sections {
		for _, block := range s.Blocks {
			if block.Table != nil {
				b.sheet(block.Table)
			}
		}
	}
	for i := range d.Annexes {
		b.sheet(&d.Annexes[i])
	}
	if b.err == nil && b.sheets == 0 {
		return nil, industry.Errorf(industry.NotFound, "这个月份还没有可列表的数据")
	}
	b.note(f.DeleteSheet("Sheet1"))
	f.SetActiveSheet(0)
	b.note(f.SetDocProps(&excelize.DocProperties{Title: strings.Join(d.Title, ""), Creator: d.Organ, Created: stamp(d.Date), Modified: stamp(d.Date)}))
	if b.err != nil {
		return nil, b.err
	}
	var out bytes.Buffer
	err := f.Write(&out)
	return out.Bytes(), err
}

func stamp(d industry.Date) string {
	if !d.Defined() {
		return ""
	}
	return d.Time().Format("2006-01-02T15:04:05Z")
}

// book is a workbook while its sheets are written; its first error ends it.
type book struct {
	*excelize.File
	sample bool
	sheets int
	styles map[string]int
	err    error
}

func (b *book) note(err error) {
	if b.err == nil {
		b.err = err
	}
}

// sheet writes a table: title, unit, heads, rows and notes, ready to print.
func (b *book) sheet(t *industry.Table) {
	b.sheets++
	name := sheetName(b.sheets, t.Title)
	_, err := b.NewSheet(name)
	b.note(err)
	s := sheet{book: b, name: name, width: len(t.Columns)}
	s.columns(t.Columns)
	s.across(t.Title, "title", 26)
	if t.Unit != "" {
		s.across("单位："+t.Unit, "unit", 16)
	}
	from := s.row + 1
	s.heads(t.Columns)
	to := s.row
	s.freeze()
	for _, row := range t.Rows {
		s.row++
		lines := 1
		for i, text := range row {
			s.cell(i, text, t.Columns[i].Figure)
			if marksOnly(t, i) {
				at := s.at(i, s.row)
				s.note(s.SetCellStyle(s.name, at, at, s.style("mark", "")))
			}
			if !t.Columns[i].Figure {
				lines = max(lines, linesIn(text, s.widths[i]))
			}
		}
		s.note(s.SetRowHeight(name, s.row, 17*float64(lines)))
	}
	for _, note := range t.Notes {
		s.across(note, "note", 15)
	}
	s.page(from, to)
}

// sheet is one sheet while it is written; row is the last one that was.
type sheet struct {
	*book
	name  string
	width int // in columns
	row   int

	widths []float64 // of the columns, in characters
}

// columns shares a page's width by the weights of the columns.
func (s *sheet) columns(columns []industry.TableColumn) {
	across, sum := 88.0, 0
	if s.lying() {
		across = 128
	}
	for _, c := range columns {
		sum += c.Weight
	}
	for i, c := range columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		s.note(err)
		s.widths = append(s.widths, max(7, across*float64(c.Weight)/float64(max(sum, 1))))
		s.note(s.SetColWidth(s.name, name, name, s.widths[i]))
	}
}

// lying reports whether the sheet is printed on a page that lies.
func (s *sheet) lying() bool { return s.width > 6 }

// linesIn is how many lines a text takes in a column of that many characters; a
// Chinese character is as wide as two.
func linesIn(text string, width float64) int {
	wide := 0
	for _, r := range text {
		wide++
		if r > 0x2E7F {
			wide++
		}
	}
	return max(1, int(math.Ceil(float64(wide)*1.05/(width-1))))
}

func (s *sheet) at(column, row int) string {
	cell, err := excelize.CoordinatesToCellName(column+1, row)
	s.note(err)
	return cell
}

// across writes a text over the whole width of the table.
func (s *sheet) across(text, style string, height float64) {
	s.row++
	from, to := s.at(0, s.row), s.at(s.width-1, s.row)
	s.note(s.SetCellStr(s.name, from, text))
	s.note(s.MergeCell(s.name, from, to))
	s.note(s.SetCellStyle(s.name, from, to, s.style(style, "")))
	whole := 0.0
	for _, w := range s.widths {
		whole += w
	}
	lines := linesIn(text, whole)
	s.note(s.SetRowHeight(s.name, s.row, height*float64(lines)))
}

// heads writes the names of the columns, in two rows where some are in groups.
func (s *sheet) heads(columns []industry.TableColumn) {
	cells, rows := headOf(columns)
	top := s.row + 1
	s.row += rows
	s.note(s.SetCellStyle(s.name, s.at(0, top), s.at(s.width-1, s.row), s.style("head", "")))
	for _, c := range cells {
		from := s.at(c.column, top+c.row)
		s.note(s.SetCellStr(s.name, from, c.text))
		if c.across > 1 || c.down > 1 {
			s.note(s.MergeCell(s.name, from, s.at(c.column+c.across-1, top+c.row+c.down-1)))
		}
	}
}

// freeze keeps what has been written so far, and the first column, in sight.
func (s *sheet) freeze() {
	s.note(s.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: s.row, TopLeftCell: s.at(1, s.row+1), ActivePane: "bottomRight"}))
}

// figure is a text that is a number: −1.50, +11.3%.
var figure = regexp.MustCompile(`^([+\-−]?)(\d{1,15})(?:\.(\d{1,6}))?(%?)$`)

// cell writes a text of the table, as a number where it is one.
func (s *sheet) cell(column int, text string, isFigure bool) {
	at := s.at(column, s.row)
	m := figure.FindStringSubmatch(text)
	if !isFigure || m == nil {
		kind := "text"
		if isFigure {
			kind = "figure"
		}
		s.note(s.SetCellStr(s.name, at, text))
		s.note(s.SetCellStyle(s.name, at, at, s.style(kind, "")))
		return
	}
	value, err := strconv.ParseFloat(m[2]+"."+m[3]+"0", 64)
	s.note(err)
	format := "0"
	if m[3] != "" {
		format += "." + strings.Repeat("0", len(m[3]))
	}
	if m[4] != "" {
		value /= 100
		format += "%"
	}
	switch m[1] {
	case "+":
		format = "+" + format + ";−" + format + ";" + "+" + format
	case "":
		format = format + ";−" + format
	default:
		value = -value
		format = format + ";" + m[1] + format
	}
	s.note(s.SetCellFloat(s.name, at, value, -1, 64))
	s.note(s.SetCellStyle(s.name, at, at, s.style("figure", format)))
}

// page settles how the sheet is printed: A4 across, as wide as one page, the
// heads on each.
func (s *sheet) page(from, to int) {
	size, orientation, width, height := 9, "portrait", 1, 0
	if s.lying() {
		orientation = "landscape"
	}
	fit := true
	s.note(s.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &width, FitToHeight: &height}))
	s.note(s.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	s.note(s.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Horizontally: &fit}))
	last, err := excelize.ColumnNumberToName(s.width)
	s.note(err)
	quoted := "'" + s.name + "'!"
	s.note(s.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("%s$A$1:$%s$%d", quoted, last, s.row), Scope: s.name}))
	s.note(s.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s$%d:$%d", quoted, from, to), Scope: s.name}))
	head := ""
	if s.sample {
		head = "&R示例数据"
	}
	s.note(s.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddHeader: head, OddFooter: "&C— &P —"}))
}

// style returns the style of a kind of cells, with the number format if any.
func (b *book) style(kind, format string) int {
	key := kind + "\x00" + format
	if id, made := b.styles[key]; made {
		return id
	}
	st := excelize.Style{Font: &excelize.Font{Family: fontText, Size: 11}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}
	switch kind {
	case "title":
		st.Font, st.Alignment.Horizontal = &excelize.Font{Family: fontHead, Size: 16}, "center"
	case "unit":
		st.Alignment.Horizontal = "right"
	case "note":
		st.Font.Size = 10
	case "head":
		st.Font, st.Alignment.Horizontal = &excelize.Font{Family: fontHead, Size: 11}, "center"
	case "mark":
		st.Alignment.Horizontal = "center"
	case "figure":
		st.Alignment.Horizontal, st.Alignment.WrapText = "right", false
	}
	if kind == "head" || kind == "text" || kind == "mark" || kind == "figure" {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Style: 1, Color: "000000"})
		}
	}
	if format != "" {
		st.CustomNumFmt = &format
	}
	id, err := b.NewStyle(&st)
	b.note(err)
	b.styles[key] = id
	return id
}

// sheetName names a sheet after its table: what Excel forbids is left out, and
// the number keeps names apart.
func sheetName(n int, title string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return -1
		}
		return r
	}, title)
	name, units := "", 0
	for _, r := range fmt.Sprintf("附表%d %s", n, clean) {
		if units += utf16.RuneLen(r); units > 31 { // as Excel counts
			break
		}
		name += string(r)
	}
	return name
}
