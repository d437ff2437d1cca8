package workbook

import (
	"bytes"
	"strings"
	"testing"

	"chainboard/industry"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// uglyCSV is the 企业清单 of uglyBook as a spreadsheet saves it as text.
const uglyCSV = `示例县新能源新材料产业链企业清单,,,,,,,,,
填报单位：县工信局,,,,填报日期：2026-11-05,,,,,
序号,"单 位
名 称 *",社会信用代码＊,所属产业链,所属环节,是否规上,入规时间,从业人员（万人）,资质,备注
1,示例锂电有限公司,91440300708461136t,新能源新材料,"正极材料，电解液",√,2023年5月,０．１２,高新技术企业：2024.11.1～2027.10.31；专精特新中小企业,=1+1
2,示例光伏有限公司,914403001922038216	,"新能源新材料、电子信息",组件,×,—,80,,

3,示例铜箔有限公司,"=""914403001922038226""",新能源新材料,铜箔,是,45231,300人,,
合　计,3家,,,,,,,,
注：本表由县工信局汇总。,,,,,,,,,
填表人：张三,,,审核人：李四,,,,,,
`

func gb18030(t testing.TB, text string) []byte {
	t.Helper()
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	must(t, err)
	return data
}

// The same table in every notation reads as the .xlsx of uglyBook does.
func TestUglyCSV(t *testing.T) {
	tabbed := strings.NewReplacer("\t", " ", ",", "\t").Replace(uglyCSV)
	for name, data := range map[string][]byte{
		"企业清单.csv":           []byte(uglyCSV),
		"企业清单_2026-10.csv":   []byte("\ufeff" + uglyCSV),
		"企业清单(1).csv":        gb18030(t, uglyCSV),
		"企业清单 - 副本.CSV":      gb18030(t, strings.ReplaceAll(uglyCSV, "\n", "\r\n")),
		`C:\资料\企业清单2026.txt`: []byte(tabbed),
		"企业清单（第二次）.xls":      gb18030(t, tabbed),
		"企业清单-定稿.csv":        []byte(strings.ReplaceAll(uglyCSV, ",", ";")),
		"企业清单.tsv":           []byte(strings.ReplaceAll(tabbed, "\n名", " 名")),
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Read(name, data, someIndicators)
			must(t, err)
			if len(f.Sheets) != 1 || len(f.Problems) != 0 || !strings.HasPrefix(f.Sheets[0].Name, "企业") {
				t.Fatalf("%d sheets, problems %v", len(f.Sheets), f.Problems)
			}
			checkUglyEnterprises(t, f.Sheets[0])
		})
	}
}

func TestCSVReports(t *testing.T) {
	f, err := Read("月度调度.csv", gb18030(t, `2026年10月,单位：亿元,,,
月份,对象,指标,本年累计,同比
2026年1-10月,甲公司,营业收入,"1,234.5",12.3%
202610,乙公司,营业收入,0.5,#DIV/0!
2026.1,丙公司,营业收入,-,-
`), someIndicators)
	must(t, err)
	s := f.Sheets[0]
	checkRow(t, s, 3, map[string]string{"month": "2026-10", "object": "甲公司", "indicator": "营业收入", "cumulative": "12345000", "growth": "12.3"}, nil)
	checkRow(t, s, 4, map[string]string{"month": "2026-10", "object": "乙公司", "indicator": "营业收入", "cumulative": "5000"}, nil, "E4 单元格是错误值 #DIV/0!")
	checkRow(t, s, 5, map[string]string{"object": "丙公司", "indicator": "营业收入"}, nil, "A5 “2026.1”分不清是 1 月还是 10 月（小数会丢掉末尾的 0）")
	checkProblems(t, s.Problems)
}

func TestCSVName(t *testing.T) {
	for name, want := range map[string]string{
		"企业清单.csv": "企业清单", "企业清单_2026-10.csv": "企业清单", "企业清单(1).csv": "企业清单", "企业清单 - 副本.csv": "企业清单", "企业清单2026年.csv": "企业清单",
		"新企业清单.csv": "新企业清单", "企业清单汇总.csv": "企业清单汇总", "a.b.csv": "a.b", `D:\x\项目清单.csv`: "项目清单", ".csv": "",
	} {
		if got := sheetOfFile(name); got != want {
			t.Errorf("%s is sheet %q, want %q", name, got, want)
		}
	}
}

// Text under an unknown name is no error; on a list's own page it is that list.
func TestCSVOfUnknownName(t *testing.T) {
	data := []byte("编码,名称,类型\nx1,甲园区,园区\n")
	f, err := Read("统计.csv", data, someIndicators)
	must(t, err)
	if len(f.Sheets) != 0 || len(f.Problems) != 1 || f.Problems[0].Level != industry.LevelWarning ||
		f.Problems[0].Message != "文件名“统计”不是表名，没有读取；.csv 文件的文件名就是表名" {
		t.Errorf("%d sheets, problems %v", len(f.Sheets), f.Problems)
	}
	f, err = ReadAs(industry.RegionRegister, "统计.csv", data, someIndicators)
	must(t, err)
	if len(f.Sheets) != 1 || len(f.Problems) != 0 {
		t.Fatalf("%d sheets, problems %v", len(f.Sheets), f.Problems)
	}
	checkRow(t, f.Sheets[0], 2, map[string]string{"code": "x1", "name": "甲园区", "type": "园区"}, nil)
}

func TestCSVRefusals(t *testing.T) {
	refused := func(data []byte, lim limits, kind industry.Kind, sentence string) {
		t.Helper()
		checkRefusedAs(t, "区域.csv", data, lim, kind, sentence)
	}
	head := "编码,名称\n"
	refused([]byte("\xb1\xe0\xc2\xeb,\xff\xff\xff\n"), contractLimits(), industry.Unsupported, "认不出文件的文字编码")
	refused([]byte("编\x00码"), contractLimits(), industry.Unsupported, "认不出文件的文字编码")
	refused([]byte("\ufeff编码\xff"), contractLimits(), industry.Invalid, "文件已损坏")
	refused([]byte(head+"\"1\n2\",甲\n3,\"乙\n4,丙\n"), contractLimits(), industry.Invalid, "第 3 行的引号（\"）不成对")
	refused([]byte(head+"1,5\"管\n"), contractLimits(), industry.Invalid, "第 2 行的引号（\"）不成对")
	refused(nil, contractLimits(), industry.Invalid, "文件是空的")
	low := contractLimits()
	low.rows = 3
	refused([]byte(head+"1,甲\n\n2,乙\n3,丙\n"), low, industry.TooLarge, "工作表“区域”超过 3 行的上限")
	low.file = 10
	refused([]byte(head), low, industry.TooLarge, "文件超过 0 MB 的上限")
	wide := contractLimits()
	wide.columns = 2
	f, err := reader{limits: wide}.read("区域.csv", []byte("编码,名称,类型\n1,甲,县\n"))
	must(t, err)
	checkProblems(t, f.Sheets[0].Problems, "这张表太宽，第 2 列以后的内容没有读取")
}

func TestCSVLines(t *testing.T) {
	for text, want := range map[string]string{
		"a,b\n\n\n\"c\nd\",e\nf":  "A1=at B1=bt A4=c\nd" + "t B4=et A5=ft EOF",
		"a,b\rc,d":                "A1=at B1=bt A2=ct B2=dt EOF",
		"a;b,c\r\nd;e\r\nf;g,h,i": "A1=at B1=b,ct A2=dt B2=et A3=ft B3=g,h,it EOF",
		"1,234\t5,678\n2\t3":      "A1=1,234t B1=5,678t A2=2t B2=3t EOF",
	} {
		if got := strings.ReplaceAll(gridTextOf(t, "x.csv", []byte(text)), "\x00", " "); got != want {
			t.Errorf("%q reads\n%q, want\n%q", text, got, want)
		}
	}
	if !bytes.Equal(gb18030(t, "㐀€"), []byte("\x81\x39\xee\x39\xa2\xe3")) {
		t.Error("the encoder writes no four-byte characters")
	}
	if got := gridTextOf(t, "x.csv", gb18030(t, "㐀€,b\n")); got != "A1=㐀€t\x00B1=bt\x00EOF" {
		t.Errorf("four-byte characters read %q", got)
	}
}
