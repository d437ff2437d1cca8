package office

import (
	"bytes"
	"testing"

	"chainboard/industry"
	"chainboard/workbook"
)

func TestCSVDisarmsFormulas(t *testing.T) {
	table := workbook.Table{Columns: []workbook.TableColumn{{Header: "名称"}, {Header: "总投资", Unit: "万元", Kind: industry.Money}}}
	for _, text := range []string{`=cmd|'/c calc'!A1`, "+86 10", "-5", "@SUM(A1)", "＝1+1", "甲=乙", `含"引号",逗号`, "两\n行", ""} {
		table.Rows = append(table.Rows, []workbook.TableCell{{Text: text}, {Number: industry.Parts(-1_500_000)}})
	}
	var b bytes.Buffer
	if err := writeCSV(&b, table); err != nil {
		t.Fatal(err)
	}
	want := "\ufeff名称,总投资(万元)\r\n" +
		"'=cmd|'/c calc'!A1,-1.5\r\n'+86 10,-1.5\r\n'-5,-1.5\r\n'@SUM(A1),-1.5\r\n'＝1+1,-1.5\r\n甲=乙,-1.5\r\n" +
		"\"含\"\"引号\"\",逗号\",-1.5\r\n\"两\r\n行\",-1.5\r\n,-1.5\r\n"
	if b.String() != want {
		t.Errorf("got %q\nwant %q", b.String(), want)
	}
}
