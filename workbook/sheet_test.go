package workbook

import (
	"strings"
	"testing"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

func TestTotals(t *testing.T) {
	head := []any{"项目名称", "产业链", "总投资", "合同资金(亿元)", "币种"}
	for _, test := range []struct {
		name string
		rows [][]any
		want []string
	}{
		{"right", [][]any{{"甲", "链", 10, 1}, {"乙", "链", 20.5, 2}, {"合计", "", 30.5, 3}}, nil},
		{"float noise of a formula", [][]any{{"甲", "链", 0.1}, {"乙", "链", 0.2}, {"合计", "", 0.30000000000000004}}, nil},
		{
			"wrong",
			[][]any{{"甲", "链", 10, 1}, {"乙", "链", 20.5, 2}, {"合计", "", 31, 3}},
			[]string{"C4 “总投资”的合计是 31 万元，各行相加是 30.5 万元，相差 0.5 万元"},
		},
		{
			"unit of the header",
			[][]any{{"甲", "链", 10, 1}, {"合计", "", 10, 1.5}},
			[]string{"D3 “合同资金”的合计是 15000 万元，各行相加是 10000 万元，相差 5000 万元"},
		},
		{"subtotals and a grand total", [][]any{
			{"甲", "链", 10}, {"乙", "链", 20}, {"小计", "", 30}, {"丙", "链", 5}, {"小计", "", 6}, {"总计", "", 35}, {"其中：规上", "", 7},
		}, []string{"C6 “总投资”的合计是 6 万元，各行相加是 5 万元，相差 1 万元"}},
		{
			"total first",
			[][]any{{"合计", "", 31}, {"甲", "链", 10}, {"乙", "链", 20}},
			[]string{"C2 “总投资”的合计是 31 万元，各行相加是 30 万元，相差 1 万元"},
		},
		{"total of totals", [][]any{{"甲", "链", 10}, {"合计", "", 10}, {"乙", "链", 20}, {"合计", "", 20}, {"总计", "", 30}}, nil},
		{"two currencies", [][]any{{"甲", "链", 10}, {"乙", "链", 20, nil, "美元"}, {"合计", "", 99}}, nil},
		{
			"dollars",
			[][]any{{"甲", "链", 10, nil, "美元"}, {"合计", "", 99, nil, nil}},
			[]string{"C3 “总投资”的合计是 99 万美元，各行相加是 10 万美元，相差 89 万美元"},
		},
		{"a row that cannot be read", [][]any{{"甲", "链", "待定"}, {"乙", "链", 20}, {"合计", "", 99}}, nil},
		{"nothing stated", [][]any{{"甲", "链", 10}, {"合计", "", "—"}}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := readOne(t, "项目清单", append([][]any{head}, test.rows...)...)
			checkProblems(t, s.Problems, test.want...)
			for _, p := range s.Problems {
				if p.Level != industry.LevelWarning || p.Row == 0 || p.Column == "" || p.Value == "" {
					t.Errorf("%+v", p)
				}
			}
		})
	}
}

func TestTotalsOfReports(t *testing.T) {
	head := []any{"月份", "对象", "指标", "本年累计"}
	one := readOne(t, "月度调度", head,
		[]any{"2026-10", "甲公司", "工业用电量", 10}, []any{"2026-10", "乙公司", "工业用电量", "0.2亿千瓦时"}, []any{"2026-10", "合计", "", 2011})
	checkProblems(t, one.Problems, "D4 “本年累计”的合计是 2011 万千瓦时，各行相加是 2010 万千瓦时，相差 1 万千瓦时")
	mixed := readOne(t, "月度调度", head,
		[]any{"2026-10", "甲公司", "工业用电量", 10}, []any{"2026-10", "乙公司", "营业收入", 20}, []any{"2026-10", "合计", "", 999})
	checkProblems(t, mixed.Problems)
	checkCounts(t, mixed, 2, 1)
}

func TestHeaders(t *testing.T) {
	for _, test := range []struct {
		name, sheet string
		rows        [][]any
		want        []string
	}{
		{"no header", "区域", [][]any{{"甲", "乙"}, {"丙", "丁"}}, []string{"前 10 行里没有找到“区域”的表头，这张表没有读取"}},
		{"empty", "区域", nil, nil},
		{"key missing", "区域", [][]any{{"名称", "类型"}, {"示例县", "县"}}, []string{"表头里没有必需的列“编码”，这张表的行没有读取"}},
		{"neither code nor name", "企业清单", [][]any{{"产业链", "环节"}, {"甲", "乙"}}, []string{"表头里没有必需的列“统一社会信用代码”，这张表的行没有读取"}},
		{
			"a figure twice", "项目清单",
			[][]any{{"项目名称", "产业链", "总投资", "计划总投资"}, {"甲", "链", 1, 2}},
			[]string{"D1 “总投资”有两列：C 列和 D 列（“计划总投资”），无法确定用哪一列"},
		},
		{
			"an unknown header twice", "项目清单",
			[][]any{{"项目名称", "产业链", "备注", "备注"}, {"甲", "链", "一", "二"}},
			[]string{"D1 表头“备注”重复：C 列和 D 列同名，只读取前一列"},
		},
		{
			"content without header", "项目清单",
			[][]any{{"项目名称", "产业链"}, {"甲", "链", nil, "x"}, {"乙", "链", nil, "y"}},
			[]string{"D2 D 列有内容但没有表头，这一列没有读取"},
		},
		{
			"two units of money above", "项目清单",
			[][]any{{"单位：万元"}, {"单位：亿元"}, {"项目名称", "产业链"}, {"甲", "链"}},
			[]string{"表头上方写了几个不同的金额单位：万元、亿元"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			checkProblems(t, readOne(t, test.sheet, test.rows...).Problems, test.want...)
		})
	}
}

// The header may stand anywhere in the first ten rows, in one row or two.
func TestHeaderPlaces(t *testing.T) {
	tenth := make([][]any, 9, 11)
	tenth[0] = []any{"标题"}
	for _, test := range []struct {
		name   string
		rows   [][]any
		merges [][2]string
		row    int
		want   string // total_investment and contract_amount
	}{
		{"first row", [][]any{{"项目名称", "产业链", "总投资", "合同资金"}, {"甲", "链", 1, 2}}, nil, 2, "1 2"},
		{"tenth row", append(tenth, []any{"项目名称", "产业链", "总投资", "合同资金"}, []any{"甲", "链", 1, 2}), nil, 11, "1 2"},
		{"any order", [][]any{{"合同资金", "产业链", "总投资", "项目名称"}, {2, "链", 1, "甲"}}, nil, 2, "1 2"},
		{"unit row below", [][]any{{"项目名称", "产业链", "总投资", "合同资金"}, {nil, nil, "(亿元)", "千元"}, {"甲", "链", 1, 2}}, nil, 3, "10000 0.2"},
		{
			"unit of a merged group",
			[][]any{{"项目名称", "产业链", "投资(亿元)"}, {nil, nil, "总投资", "合同资金"}, {"甲", "链", 1, 2}},
			[][2]string{{"A1", "A2"}, {"B1", "B2"}, {"C1", "D1"}},
			3, "10000 20000",
		},
		{
			"group over one column only",
			[][]any{{"项目名称", "产业链", "投资(亿元)"}, {nil, nil, "总投资", "合同资金"}, {"甲", "链", 1, 2}},
			[][2]string{{"A1", "A2"}, {"B1", "B2"}},
			3, "10000 2",
		},
		{
			"own unit before group unit",
			[][]any{{"项目名称", "产业链", "投资(亿元)"}, {nil, nil, "总投资(万元)", "合同资金"}, {"甲", "链", 1, 2}},
			[][2]string{{"C1", "D1"}},
			3, "1 20000",
		},
		{"unit line", [][]any{{"标题"}, {nil, nil, "单位：亿元"}, {"项目名称", "产业链", "总投资", "合同资金(万元)"}, {"甲", "链", 1, 2}}, nil, 4, "10000 2"},
		{"unit in the title", [][]any{{"项目表（单位：亿元）"}, {"项目名称", "产业链", "总投资", "合同资金"}, {"甲", "链", 1, 2}}, nil, 3, "10000 20000"},
		{"unit line over another column", [][]any{{nil, "单位：亿元"}, {"项目名称", "产业链", "总投资", "合同资金"}, {"甲", "链", 1, 2}}, nil, 3, "10000 20000"},
		{
			"unit in a merged title",
			[][]any{{"项目表（亿元）"}, {"项目名称", "产业链", "总投资", "合同资金"}, {"甲", "链", 1, 2}},
			[][2]string{{"A1", "D1"}},
			3, "10000 20000",
		},
		{"header printed again", [][]any{
			{"项目名称", "产业链", "总投资", "合同资金"}, {"甲", "链", 1, 2}, {"项目名称", "产业链", "总投资", "合同资金"},
		}, nil, 2, "1 2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := readBook(t, makeBook(t, []sheetOf{{"项目清单", test.rows}}, func(f *excelize.File) {
				for _, m := range test.merges {
					must(t, f.MergeCell("项目清单", m[0], m[1]))
				}
			}))
			s := f.Sheets[0]
			checkProblems(t, s.Problems)
			if len(s.Rows) != 1 || s.Rows[0].Row != test.row {
				t.Fatalf("rows are %+v", s.Rows)
			}
			r := s.Rows[0].Record
			if got := r.Get("total_investment") + " " + r.Get("contract_amount"); got != test.want || r.Get("name") != "甲" {
				t.Errorf("got %s of %q, want %s", got, r.Get("name"), test.want)
			}
		})
	}
}

// Where two columns bear the same lower name, the group above tells them apart.
func TestHeaderGroups(t *testing.T) {
	f := readBook(t, makeBook(t, []sheetOf{{"月度调度", [][]any{
		{"月份", "对象", "指标", "本年（千元）", nil, "上年同期（亿元）", "同比"}, {nil, nil, nil, "当月", "累计", "累计", "（%）"}, {"2026-10", "甲", "营业收入", 10, 20, 3, 4.5},
	}}}, func(f *excelize.File) {
		must(t, f.MergeCell("月度调度", "D1", "E1"))
	}))
	s := f.Sheets[0]
	checkProblems(t, s.Problems)
	checkRow(t, s, 3, map[string]string{
		"month": "2026-10", "object": "甲", "indicator": "营业收入", "in_month": "1", "cumulative": "2", "base": "30000", "growth": "4.5",
	}, nil)
}

// A unit over the whole table is not one of people or dates.
func TestUnitOverEverything(t *testing.T) {
	for _, title := range []string{"单位：亿元", "企业表（亿元）", "企业表（单位：亿元）"} {
		f := readBook(t, makeBook(t, []sheetOf{{"企业清单", [][]any{
			{title}, {"从业人数", "企业名称", "产业链", "环节"}, {120, "甲", "链", "环"},
		}}}, func(f *excelize.File) { must(t, f.MergeCell("企业清单", "A1", "D1")) }))
		checkProblems(t, f.Sheets[0].Rows[0].Problems)
		if got := f.Sheets[0].Rows[0].Record.Get("employees"); got != "120" {
			t.Errorf("under %s: %q people", title, got)
		}
	}
}

// Forms number their columns and their blank rows.
func TestPreparedForms(t *testing.T) {
	s := readOne(t, "项目清单", []any{"序号", "项目名称", "产业链", "总投资", "合同资金"}, []any{"甲", "乙", "丙", 1, 2},
		[]any{1, "一号", "链", 5, 6}, []any{2}, []any{3})
	checkCounts(t, s, 1, 3)
	checkProblems(t, s.Problems)
	checkRow(t, s, 3, map[string]string{"name": "一号", "chain": "链", "total_investment": "5", "contract_amount": "6"}, map[string]string{"序号": "1"})
}

func TestReferenceInTwoColumns(t *testing.T) {
	s := readOne(t, "月度调度", []any{"月份", "企业名称", "统一社会信用代码", "指标", "本年累计"},
		[]any{"2026-10", "腾讯", "91440300708461136T", "营业收入", 1},
		[]any{"2026-10", "某企业", nil, "营业收入", 2},
		[]any{"2026-10", "某企业", "91440300708461136X", "营业收入", 3},
		[]any{"2026-10", "某企业", 914403007084611360, "营业收入", 3},
		[]any{"2026-10", "ABC LITHIUM TECH LTD", nil, "营业收入", 3})
	checkProblems(t, s.Problems)
	var got []string
	for _, c := range s.Rows {
		got = append(got, c.Record.Get("object"))
	}
	if strings.Join(got, " ") != "91440300708461136T 某企业   ABC LITHIUM TECH LTD" {
		t.Errorf("objects are %q", got)
	}
	checkProblems(t, s.Rows[2].Problems, "C4 统一社会信用代码第 18 位（校验位）应为 T，现为 X")
	checkProblems(t, s.Rows[3].Problems, "C5 信用代码被存成了数字，后几位已经丢失")
}

func TestSheetsOfOneRegister(t *testing.T) {
	rows := [][]any{{"编码", "名称"}, {"nem", "新能源新材料"}}
	f := readBook(t, makeBook(t, []sheetOf{
		{"企业", [][]any{{"企业名称", "产业链"}, {"甲", "链"}}}, {"企业清单", [][]any{{"企业名称", "产业链"}, {"乙", "链"}}}, {"产业链", rows}, {"说明", rows},
	}, nil))
	if len(f.Sheets) != 2 || f.Sheets[0].Register != industry.ChainRegister || f.Sheets[1].Name != "企业清单" {
		t.Fatalf("sheets: %+v", f.Sheets)
	}
	checkProblems(t, f.Problems, "工作表“企业”和“企业清单”都是“企业清单”，只读取了后者")
	if f.Sheets[1].Rows[0].Refused() {
		t.Errorf("an enterprise without a code column is refused: %v", f.Sheets[1].Rows[0].Problems)
	}
}

// A file dropped on one list's page is that list's sheet, whatever its name.
func TestReadAs(t *testing.T) {
	data := makeBook(t, []sheetOf{{"封面", [][]any{{"你好"}}}, {"Sheet2", [][]any{{"编码", "名称", "类型"}, {"361022", "示例县", "县"}}}}, nil)
	f, err := ReadAs(industry.RegionRegister, "区划.xlsx", data, nil)
	must(t, err)
	if len(f.Sheets) != 1 || f.Sheets[0].Name != "Sheet2" || f.Sheets[0].Rows[0].Record.Get("name") != "示例县" {
		t.Errorf("sheets: %+v", f.Sheets)
	}
	checkProblems(t, f.Problems, "这里只导入“区域”，工作表“封面”没有读取")
}

// The 单位 line speaks of the figures of its own family only.
func TestUnitLineOfReports(t *testing.T) {
	s := readOne(t, "月度调度", []any{"单位：亿元、亿千瓦时"}, []any{"月份", "对象", "指标", "本年累计", "当月(元)"},
		[]any{"2026-10", "甲", "营业收入", 1.5, 20000}, []any{"2026-10", "甲", "工业用电量", 1.5, 3}, []any{"2026-10", "甲", "从业人员", 1.5, 4})
	checkProblems(t, s.Problems)
	var got []string
	for _, c := range s.Rows {
		got = append(got, c.Record.Get("cumulative"), c.Record.Get("in_month"))
	}
	if strings.Join(got, " ") != "15000 2 15000 30000 1.5 4" {
		t.Errorf("values are %q", got)
	}
}

// Indicators defined in the file itself count, before those already known.
func TestIndicatorsOfTheFile(t *testing.T) {
	f := readBook(t, makeBook(t, []sheetOf{
		{"月度调度", [][]any{{"月份", "对象", "指标", "本年累计(千元)"}, {"2026-10", "甲", "carbon", "1.2"}, {"2026-10", "甲", "碳排放", "3万吨"}, {"2026-10", "甲", "revenue", 5}}},
		{"年度目标", [][]any{
			{"年份", "对象", "指标", "目标类型", "目标值(亿元)"}, {2026, "甲", "revenue", "", 1.5}, {2026, "甲", "revenue", "增速", "9%"}, {2026, "甲", "carbon", "", 7}, {2026, "甲", "carbon", nil, nil},
		}},
		{"指标", [][]any{{"编码", "名称", "单位"}, {"carbon", "碳排放", "吨"}}},
	}, nil))
	var got []string
	for _, s := range f.Sheets[1:] {
		checkProblems(t, s.Problems)
		for _, c := range s.Rows {
			if s.Register == industry.ReportRegister {
				got = append(got, c.Record.Get("cumulative"))
			} else {
				got = append(got, c.Record.Get("value"))
			}
		}
	}
	if strings.Join(got, " ") != "1.2 30000 0.5 15000 9 7 " {
		t.Errorf("values are %q", got)
	}
	checkProblems(t, f.Sheets[2].Rows[3].Problems, "E5 必填的“目标值”没有填写")
}
