package workbook

import (
	"slices"
	"strings"

	"chainboard/industry"
)

// headerRows is how far down the header is searched.
const headerRows = 10

// headerCell is one header cell taken apart.
type headerCell struct {
	text string // as written, on one line, without the mark of required columns
	name string // folded, without its unit
	unit string
}

func parseHeader(c *cell) headerCell {
	text := strings.Trim(strings.ReplaceAll(c.text, "\n", ""), " *＊")
	h := headerCell{text: text}
	h.name, h.unit = splitUnit(fold(c.text))
	return h
}

// header finds and reads the header of one sheet.
type header struct {
	sheet *Sheet
	words map[string]meaning
	top   []line // the first rows that have content
	lower int    // index in top of the row that names the columns
	upper int    // index of the row above it where the header has two rows, else -1
	lines []string
}

// find chooses the row, or the pair of rows, that names most fields.
func (h *header) find() bool {
	best := 1
	for i := range h.top {
		if n := h.score(i, -1); n > best {
			best, h.lower, h.upper = n, i, -1
		}
		if i == 0 || h.top[i-1].number != h.top[i].number-1 {
			continue
		}
		if n := h.score(i, i-1); n > best || n == best && n > 1 && h.lower == i-1 && h.upper < 0 && h.onlyUnits(i) {
			best, h.lower, h.upper = n, i, i-1
		}
	}
	return best > 1
}

// score counts the fields that a row names, gaps filled from the row above.
func (h *header) score(lower, upper int) int {
	width := len(h.top[lower].cells)
	if upper >= 0 {
		width = max(width, len(h.top[upper].cells))
	}
	seen := map[int]bool{}
	for i := range width {
		if m, ok := h.words[h.named(lower, upper, i).name]; ok {
			seen[m.field] = true
		}
	}
	return len(seen)
}

// named returns the header of a column: the lower cell names it, except where
// that is empty or only a unit.
func (h *header) named(lower, upper, column int) headerCell {
	low := h.match(h.top[lower].at(column))
	if upper < 0 || low.name != "" {
		return low
	}
	up := h.match(h.top[upper].at(column))
	if low.unit != "" {
		up.unit = low.unit
	}
	return up
}

// match takes a header cell apart, keeping brackets that belong to a known name.
func (h *header) match(c *cell) headerCell {
	if c.kind == errorCell || len(c.text) > 300 {
		return headerCell{}
	}
	cell := parseHeader(c)
	if whole := fold(c.text); whole != cell.name {
		if _, ok := h.words[whole]; ok {
			cell.name, cell.unit = whole, ""
		}
	}
	return cell
}

// onlyUnits reports a row that holds nothing but units.
func (h *header) onlyUnits(i int) bool {
	for c := range h.top[i].cells {
		if cell := parseHeader(&h.top[i].cells[c]); cell.text != "" && (cell.name != "" || cell.unit == "") {
			return false
		}
	}
	return true
}

// read fills the sheet's columns from the header found. groups returns the
// merged ranges of the first rows and is asked only when the row above matters.
func (h *header) read(groups func() ([]merged, error)) error {
	above := h.upper
	if above < 0 && h.lower > 0 && h.top[h.lower-1].number == h.top[h.lower].number-1 {
		above = h.lower - 1
	}
	var areas []merged
	if h.upper >= 0 || above >= 0 && h.hasUnits(above) {
		var err error
		if areas, err = groups(); err != nil {
			return err
		}
	}
	h.readUnitLines()
	width := len(h.top[h.lower].cells)
	if h.upper >= 0 {
		width = max(width, len(h.top[h.upper].cells))
	}
	for i := range width {
		c := h.named(h.lower, h.upper, i)
		if c.text != "" {
			h.add(i, c, h.group(above, i, areas))
		}
	}
	h.resolve()
	return nil
}

func (h *header) hasUnits(row int) bool {
	return slices.ContainsFunc(h.top[row].cells, func(c cell) bool { return parseHeader(&c).unit != "" })
}

// group returns the header above a column: its own cell or the merged one that spans it.
func (h *header) group(above, column int, areas []merged) headerCell {
	if above < 0 {
		return headerCell{}
	}
	number := h.top[above].number
	for _, area := range areas {
		if area.left <= column && column <= area.right && area.top <= number && number <= area.bottom {
			if area.top != number {
				return headerCell{}
			}
			return parseHeader(h.top[above].at(area.left))
		}
	}
	return parseHeader(h.top[above].at(column))
}

// readUnitLines collects the units of 单位 lines above the header.
func (h *header) readUnitLines() {
	for i := range h.lower {
		for c := range h.top[i].cells {
			if i != h.upper {
				h.lines = append(h.lines, unitLine(fold(h.top[i].cells[c].text))...)
			}
		}
	}
	money := map[string]bool{}
	for _, unit := range h.lines {
		if m, ok := measureOf(unit); ok && m.family == renminbi {
			money[unit] = true
		}
	}
	if len(money) > 1 {
		h.sheet.Problems = append(h.sheet.Problems, h.sheet.problem(industry.LevelError, h.top[h.lower].number, -1, fault{
			"表头上方写了几个不同的金额单位：" + strings.Join(h.lines, "、"),
			"只保留一个“单位：”，其余单位写在各列表头的括号里，如 总投资(亿元)",
		}))
	}
}

// lineUnit returns the unit of the 单位 line that is of the family of target, or "".
func (h *header) lineUnit(target string) string {
	if len(h.lines) == 0 {
		return ""
	}
	want, ok := measureOf(target)
	if !ok {
		return ""
	}
	for _, unit := range h.lines {
		if m, ok := measureOf(unit); ok && m.family == want.family {
			return unit
		}
	}
	return ""
}

// add appends a column; the name of its group helps where its own name is
// unknown, and the unit of its group where it has none and that one fits.
func (h *header) add(position int, c headerCell, group headerCell) {
	column := Column{Field: -1, Header: c.text, Letter: letter(position), Unit: c.unit, position: position}
	m, ok := h.words[c.name]
	if joined, known := h.words[group.name+c.name]; known && (!ok || h.taken(m.field)) {
		m, ok = joined, true
	}
	if !ok && isWhole(c.name) {
		m, ok = h.words[group.name]
	}
	if ok {
		column.Field = m.field
		if c.unit == "" && fits(&h.sheet.Register.Fields[m.field], group.unit) {
			column.Unit = group.unit
		}
	}
	h.sheet.Columns = append(h.sheet.Columns, column)
}

// isWhole reports the lower header of a column that holds what its group as a
// whole is about, the parts beside it: 从业人员 over 合计 and 其中：研发人员.
func isWhole(name string) bool {
	switch name {
	case "合计", "小计", "总计", "总数", "总量", "总额":
		return true
	}
	return false
}

// fits reports whether a unit that stands above several columns can be meant for this one.
func fits(f *industry.Field, unit string) bool {
	m, ok := measureOf(unit)
	if !ok || f.Kind == industry.Measure {
		return ok
	}
	own, ok := measureOf(f.Unit)
	return ok && numeric(f.Kind) && m.family == own.family
}

func (h *header) taken(field int) bool {
	return slices.ContainsFunc(h.sheet.Columns, func(c Column) bool { return c.Field == field })
}
