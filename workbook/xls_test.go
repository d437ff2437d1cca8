package workbook

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"chainboard/industry"
)

// testdata/ugly.xls and testdata/mixed.xls are what LibreOffice 7.4 makes of
// uglyBook and of a book of mixedText (soffice --convert-to "xls:MS Excel 97").
func readTestdata(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	must(t, err)
	return data
}

func TestUglyXLS(t *testing.T) {
	f, err := Read("资料.xls", readTestdata(t, "ugly.xls"), someIndicators)
	must(t, err)
	if len(f.Problems) != 1 || f.Problems[0].Message != "不认识工作表“Sheet3”，没有读取" || len(f.Sheets) != 3 {
		t.Fatalf("%d sheets, problems of the file: %v", len(f.Sheets), f.Problems)
	}
	t.Run("企业清单", func(t *testing.T) { checkUglyEnterprises(t, f.Sheets[0]) })
	t.Run("项目清单", func(t *testing.T) { checkUglyProjects(t, f.Sheets[1]) })
	// LibreOffice calculates the formula that had no result in uglyBook.
	t.Run("月度调度", func(t *testing.T) { checkUglyReports(t, f.Sheets[2], "D5 单元格是错误值 #VALUE!") })
}

// mixedText is the text of row i of testdata/mixed.xls: of one and of two bytes
// a character, long enough that the shared texts go on in other records.
func mixedText(i int) string {
	if i%3 == 0 {
		return strings.Repeat(fmt.Sprintf("plain text %d ", i), i%29+1)
	}
	return fmt.Sprintf("第%d件 No.%d ", i, i) + strings.Repeat("用电负荷不足𠮷", i%17) + strings.Repeat(fmt.Sprintf(" row %d;", i), i%13)
}

func TestMixedXLS(t *testing.T) {
	got := map[string]string{}
	for _, c := range strings.Split(gridText(t, readTestdata(t, "mixed.xls")), "\x00") {
		address, text, _ := strings.Cut(c, "=")
		got[address] = text
	}
	for i := range 60 {
		row := fmt.Sprint(i + 2)
		yes := "0b"
		if i%2 == 0 {
			yes = "1b"
		}
		for address, want := range map[string]string{
			"A" + row: fmt.Sprintf("WT%04dt", i+1), "B" + row: strings.TrimSpace(mixedText(i)) + "t", "C" + row: fmt.Sprintf("%d@", 46086+i),
			"F" + row: yes, "G" + row: fmt.Sprint(i * 3), "H" + row: floatText(float64(i)/100) + "%",
		} {
			if got[address] != want {
				t.Errorf("%s is %.60q, want %.60q", address, got[address], want)
			}
		}
	}
	for address, want := range map[string]string{
		"J2": "走访甲t", "J3": "7.5", "J4": "#DIV/0!e", "J5": "0b", "J6": "", "J7": "甲乙 richt", "J8": strings.Repeat("长", 3000) + "t", "I9": "0.7", "A9": "WT0008t",
	} {
		if got[address] != want {
			t.Errorf("%s is %.60q, want %.60q", address, got[address], want)
		}
	}
}

func TestXLSRows(t *testing.T) {
	for _, test := range []struct {
		name string
		book biffBook
		want string
	}{
		{"packed numbers", biffBook{cells: []string{mulRK(0, 1, 3<<2|2, 150<<2|3), number(0, 0, 2, 0.125)}}, "A1=0.125% B1=3 C1=1.5 EOF"},
		{"packed negative and float", biffBook{cells: []string{mulRK(0, 0, 0xfffffffe, 0x3ff80000, 0x40590000|1)}}, "A1=-1 B1=1.5 C1=1 EOF"},
		{"rows out of order", biffBook{cells: []string{number(7, 0, 0, 8), number(2, 1, 0, 3), number(2, 0, 1, 2)}}, "A3=2@ B3=3 A8=8 EOF"},
		{"texts", biffBook{texts: []string{"\x02\x00\x01\x32\x75\x59\x4e", "\x01\x00\x00#"}, cells: []string{labelSST(0, 0, 0), labelSST(0, 1, 1), label(0, 2, "a b")}}, "A1=甲乙t B1=#t C1=a bt EOF"},
		{"a text that goes on wider", biffBook{texts: []string{"\x04\x00\x00ab", contd + "\x01\x32\x75\x59\x4e"}, cells: []string{labelSST(0, 0, 0)}, count: 1}, "A1=ab甲乙t EOF"},
		{"a text that begins in the next record", biffBook{texts: []string{"\x02\x00\x01", contd + "\x00ab\x01\x00\x00c"}, cells: []string{labelSST(0, 0, 0), labelSST(0, 1, 1)}, count: 2}, "A1=abt B1=ct EOF"},
		{"fonts and phonetics are left out", biffBook{texts: []string{"\x02\x00\x0c\x01\x00\x03\x00\x00\x00ab\x01\x00\x05\x00xyz", "\x01\x00\x00c"}, cells: []string{labelSST(0, 0, 0), labelSST(0, 1, 1)}}, "A1=abt B1=ct EOF"},
		{"results of formulas", biffBook{cells: []string{
			formula(0, 0, "\x00\x00\x00\x00\x00\x00\xff\xff"), rec(recSharedFmla, "xx"), rec(recString, "\x01\x00\x01\x32\x75"), formula(0, 1, "\x01\x00\x01\x00\x00\x00\xff\xff"),
			formula(0, 2, "\x02\x00\x17\x00\x00\x00\xff\xff"), formula(0, 3, "\x03\x00\x00\x00\x00\x00\xff\xff"), formula(0, 4, "\x00\x00\x00\x00\x00\x00\xf8\x3f"),
		}}, "A1=甲t B1=1b C1=#REF!e E1=1.5 EOF"},
		{"a formula never calculated", biffBook{cells: []string{formula(0, 0, "\x00\x00\x00\x00\x00\x00\xff\xff"), number(0, 1, 0, 2)}}, "A1=t? B1=2 EOF"},
		{"a chart among the cells", biffBook{cells: []string{number(0, 0, 0, 1), rec(recBOF, "\x00\x06\x20\x00") + number(0, 0, 0, 9) + rec(recEOF, ""), number(1, 0, 0, 2)}}, "A1=1 A2=2 EOF"},
		{"no number", biffBook{cells: []string{rec(recNumber, "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xf8\x7f")}}, "A1=#NUM!e EOF"},
		{"a text that is not there", biffBook{cells: []string{labelSST(0, 0, 9)}}, damaged().Message},
		{"a cell cut off", biffBook{cells: []string{rec(recNumber, "\x00\x00\x00\x00\x00\x00\x00")}}, damaged().Message},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.ReplaceAll(gridText(t, test.book.stream()), "\x00", " "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestXLSDates1904AndMerges(t *testing.T) {
	cells := []string{
		label(0, 0, "A"), rec(recMergedCells, "\x02\x00"+"\x00\x00\x01\x00\x02\x00\x03\x00"+"\x20\x00\x21\x00\x00\x00\x01\x00"),
	}
	b, err := openBook("x.xls", biffBook{globals: rec(recDateMode, "\x01\x00"), cells: cells}.stream(), contractLimits())
	must(t, err)
	areas, err := b.form.merges(0, headerRows)
	must(t, err)
	if want := (merged{top: 1, bottom: 2, left: 2, right: 3}); !b.date1904 || len(areas) != 1 || areas[0] != want {
		t.Errorf("1904 %v, merged %v, want %v", b.date1904, areas, want)
	}
}

func TestXLSRefusals(t *testing.T) {
	good := readTestdata(t, "ugly.xls")
	endless := biffBook{cells: []string{number(0, 0, 0, 1)}}.stream()
	for _, test := range []struct {
		name     string
		data     []byte
		kind     industry.Kind
		sentence string
	}{
		{"encrypted", biffBook{globals: rec(recFilePass, "\x00\x00")}.stream(), industry.Unsupported, "文件已加密"},
		{"Excel 95", []byte(rec(recBOF, "\x00\x05\x05\x00\x00\x00\x00\x00")), industry.Unsupported, "Excel 95 或更早"},
		{"Excel 3", []byte(rec(0x0209, "\x00\x00\x10\x00\x00\x00")), industry.Unsupported, "Excel 95 或更早"},
		{"a chart only", biffBook{chart: true}.stream(), industry.Unsupported, "没有工作表（只有宏表或图表）"},
		{"no end", endless[:len(endless)-4], industry.Invalid, "文件已损坏"},
		{"cut in half", good[:len(good)/2], industry.Invalid, "文件已损坏"},
		{"header only", good[:512], industry.Invalid, "文件已损坏"},
		{"a web page", []byte("\ufeff\r\n<html><table><tr><td>编码</td></tr></table></html>"), industry.Unsupported, "网页或 XML 形式的表格"},
	} {
		t.Run(test.name, func(t *testing.T) { checkRefused(t, test.data, contractLimits(), test.kind, test.sentence) })
	}
	low := contractLimits()
	low.strings = 20
	checkRefused(t, good, low, industry.TooLarge, "文字超过 20 条的上限")
	low = contractLimits()
	low.rows = 5
	checkRefused(t, good, low, industry.TooLarge, "工作表“企业清单”超过 5 行的上限")
	// The counts of a header are not believed: 4 billion sectors of directory.
	lying := append([]byte(nil), good...)
	copy(lying[40:], "\xff\xff\xff\xff")
	checkRefused(t, lying, contractLimits(), industry.Invalid, "文件已损坏")
}
