package report

import (
	"strings"
	"testing"

	"chainboard/industry"
)

// TestLies: a table lies where its figures or texts have no room on a page that stands.
func TestLies(t *testing.T) {
	table := func(columns int, text string) *industry.Table {
		t := &industry.Table{Rows: [][]string{nil}}
		for range columns {
			t.Columns = append(t.Columns, industry.TableColumn{Name: "列", Weight: 1})
			t.Rows[0] = append(t.Rows[0], text)
		}
		return t
	}
	for _, c := range []struct {
		name    string
		columns int
		text    string
		want    bool
	}{
		{"a few words in each of many columns", 7, "县工信局", false},
		{"sentences in many columns", 7, strings.Repeat("完成用地组卷报批", 3), true},
		{"sentences in two columns", 2, strings.Repeat("完成用地组卷报批", 3), false},
		{"figures that have no room", 14, "1234567.89", true},
	} {
		if got := lies(table(c.columns, c.text)); got != c.want {
			t.Errorf("%s: lies %v", c.name, got)
		}
	}
}

// TestColumnsHoldTheirHeads: no head needs more than two lines.
func TestColumnsHoldTheirHeads(t *testing.T) {
	table := &industry.Table{Columns: []industry.TableColumn{{Name: "项目名称", Weight: 90}, {Name: "总投资（万美元）", Weight: 1}}, Rows: [][]string{{"新能源线束项目", "—"}}}
	widths, small := columnWidths(table, textWidth)
	for _, line := range headLines(table.Columns[1].Name, 0) {
		if room := roomOf(widths[1], small); wide(line) > room {
			t.Errorf("%s has room for %.1f characters", line, room)
		}
	}
}
