package workbook

import (
	"strconv"
	"strings"
)

// lineKind says what a row of a sheet is.
type lineKind uint8

const (
	dataLine lineKind = iota
	subtotalLine
	totalLine
	partLine // 其中
	noteLine // 注：, 填表人：, …
)

// kindOfLine looks at the first cells with content, where labels stand.
func kindOfLine(l line) lineKind {
	if c := l.only(); c != nil && isSection(c.text) {
		return noteLine
	}
	seen := 0
	for i := range l.cells {
		c := &l.cells[i]
		if c.empty() {
			continue
		}
		if seen++; seen > 3 {
			return dataLine
		}
		if c.kind != textCell {
			continue
		}
		if kind := labelKind(c.text); kind != dataLine && (kind != noteLine || seen == 1) {
			return kind
		}
	}
	return dataLine
}

// only returns the one cell of a row that has content, nil where there are more.
func (l line) only() *cell {
	var found *cell
	for i := range l.cells {
		if l.cells[i].empty() {
			continue
		}
		if found != nil {
			return nil
		}
		found = &l.cells[i]
	}
	return found
}

// isSection reports the title of a part of the table: 一、城东园区, （二）乡镇.
func isSection(text string) bool {
	s := strings.TrimLeft(fold(text), "(第")
	rest := strings.TrimLeft(s, "一二三四五六七八九十")
	return rest != s && (strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, ")") || strings.HasPrefix(rest, "部分"))
}

// labelKind reads a label: 合　计, 总计：, 全县合计, 其中：规上, 填表人：张三.
func labelKind(text string) lineKind {
	if len(text) > 60 {
		text = text[:60] // a note may be long, its label is not
	}
	if strings.Contains(text, "计") || strings.Contains(text, "其") {
		s := strings.TrimRight(fold(text), ":")
		if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
			s = s[:i]
		}
		switch {
		case s == "其中" || strings.HasPrefix(s, "其中:"):
			return partLine
		case labelled(s, "小计"):
			return subtotalLine
		case labelled(s, "合计"), labelled(s, "总计"), s == "累计合计", s == "共计":
			return totalLine
		}
	}
	if isNote(text) {
		return noteLine
	}
	return dataLine
}

// labelled reports a label such as 合计, 全县合计 or 城东工业园区小计, not a
// longer text that ends so.
func labelled(s, label string) bool {
	return strings.HasSuffix(s, label) && len([]rune(s)) <= 12 && !strings.ContainsAny(s, ",。;、")
}

// isNote reports the first words of a line under the table.
func isNote(text string) bool {
	if !strings.ContainsAny(text, ":：人注") {
		return false
	}
	s := fold(text)
	for _, word := range [...]string{
		"注", "备注", "说明", "填表说明", "数据来源", "填表人", "填报人", "制表人", "制表", "审核人", "审核", "复核人", "经办人", "负责人",
		"单位负责人", "统计负责人", "分管领导", "填报单位", "填表单位", "制表单位", "填报日期", "填表日期", "制表日期", "报出日期", "联系人", "联系电话",
		"单位", "金额单位",
	} {
		if rest, ok := strings.CutPrefix(s, word); ok && strings.HasPrefix(rest, ":") {
			return true
		}
	}
	for _, word := range [...]string{"填表人", "填报人", "制表人", "审核人", "注1", "注2"} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// repeatsHeader reports a header row printed again, as on every page of a long table.
func (s *Sheet) repeatsHeader(l line) bool {
	same := 0
	for i := range s.Columns {
		c := &s.Columns[i]
		text := l.at(c.position).text
		if text == "" {
			continue
		}
		if strings.Trim(strings.ReplaceAll(text, "\n", ""), " *＊") != c.Header {
			return false
		}
		same++
	}
	return same > 1
}

// numbersColumns reports the row that statistical tables print under their
// header to number the columns: 甲 乙 1 2 3.
func numbersColumns(l line) bool {
	numbers, letters := 0, 0
	for i := range l.cells {
		text := l.cells[i].text
		switch {
		case text == "":
		case len(text) == len("甲") && strings.Contains("甲乙丙丁戊己庚辛壬癸", text):
			letters++
		case text == strconv.Itoa(numbers+1):
			numbers++
		default:
			return false
		}
	}
	return numbers >= 2 && numbers+letters >= 4
}

// onlyNumbered reports a row that holds its serial number and nothing else:
// prepared forms have many of them.
func (s *Sheet) onlyNumbered(l line) bool {
	numbered := false
	for i := range s.Columns {
		c := &s.Columns[i]
		if l.at(c.position).empty() {
			continue
		}
		if c.Field >= 0 || fold(c.Header) != "序号" {
			return false
		}
		numbered = true
	}
	return numbered
}
