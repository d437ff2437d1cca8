package report

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"chainboard/industry"
)

// TestXlsxShowsTheTexts: a cell is a number where the paper has a figure, and
// shows the very text of the paper.
func TestXlsxShowsTheTexts(t *testing.T) {
	figures := []string{"196.50", "−0.05", "+11.3", "11.3%", "−8.1%", "0.0%", "+0.0", "—", "扭亏为盈", "增长1.79倍", "120", "100.00%", "82.6%"}
	table := industry.Table{
		Title: "主要/指标", Unit: "亿元", Notes: []string{"口径：同口径"},
		Columns: []industry.TableColumn{{Name: "指标", Weight: 20}, {Name: "累计", Figure: true, Weight: 10, Group: "本年"}, {Name: "同比", Figure: true, Weight: 10, Group: "本年"}},
	}
	for _, text := range figures {
		table.Rows = append(table.Rows, []string{"营业收入", text, text})
	}
	file, err := Xlsx(industry.Document{Annexes: []industry.Table{table, table}, Sample: true})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := f.GetSheetList(); len(got) != 2 || got[0] != "附表1 主要指标" {
		t.Fatalf("the sheets are %v", got)
	}
	rows, err := f.GetRows("附表1 主要指标")
	if err != nil {
		t.Fatal(err)
	}
	const head = 4 // title, unit, two rows of heads
	for i, want := range figures {
		if got := rows[head+i][1]; got != want {
			t.Errorf("the cell shows %q, the paper says %q", got, want)
		}
	}
	raw, err := f.GetCellValue("附表1 主要指标", "B8", excelize.Options{RawCellValue: true})
	if err != nil || raw != "0.113" {
		t.Errorf("11.3%% is kept as %q, %v", raw, err)
	}
	if _, err := Xlsx(industry.Document{}); err == nil {
		t.Error("a workbook without a table was made")
	}
}
