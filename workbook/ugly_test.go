package workbook

import (
	"fmt"
	"testing"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// uglyBook is what a county really sends: titles, unit lines, two-row merged
// headers, totals, notes, mixed units and notations.
func uglyBook(t testing.TB) []byte {
	enterprises := sheetOf{"企业清单", [][]any{
		{"示例县新能源新材料产业链企业清单"},
		{"填报单位：县工信局", nil, nil, nil, "填报日期：2026-11-05"},
		{"序号", "单 位\n名 称 *", "社会信用代码＊", "所属产业链", "所属环节", "是否规上", "入规时间", "从业人员（万人）", "资质", "备注"},
		{1, "示例锂电有限公司", "91440300708461136t", "新能源新材料", "正极材料，电解液", "√", "2023年5月", "０．１２", "高新技术企业：2024.11.1～2027.10.31；专精特新中小企业", "=1+1"},
		{2, "示例光伏有限公司", "914403001922038216", "新能源新材料、电子信息", "组件", "×", "—", 80, nil, nil},
		{},
		{3, "示例铜箔有限公司", "914403001922038226", "新能源新材料", "铜箔", "是", 45231, "300人", nil, nil},
		{"合　计", "3家", nil, nil, nil, nil, nil, nil, nil, nil},
		{"注：本表由县工信局汇总。"},
		{"填表人：张三", nil, nil, "审核人：李四"},
	}}
	projects := sheetOf{"项目清单", [][]any{
		{"项目清单"},
		{"单位：亿元"},
		{"项目名称", "所属产业链", "投资情况", nil, nil, "币种", "进度安排", nil, "备案日期", "用地面积（亩）"},
		{nil, nil, "总投资", "合同资金(万元)", "累计完成投资（千元）", nil, "签约日期", "开工日期", nil, nil},
		{"年产1万吨正极材料", "新能源新材料", "12.5", "80,000.50", "1,234,567.80", "人民币", "2026年3月5日", "2026/4/1", 46086, 120.5},
		{"海外组件", "新能源新材料", 0.5, "—", "…", "美元", "2026.3.5", "上半年", "/", nil},
		{"小计", nil, "13", "80,000.50", "1,234,567.80"},
		{"铜箔二期", "新能源新材料", "5000万元", "无", "2,000", nil, "2026-02-30", nil, nil, "约50"},
		{"总计", nil, 99, "80000.5", nil},
	}}
	reports := sheetOf{"月度调度", [][]any{
		{"2026年10月主要指标调度表"},
		{"金额单位：千元"},
		{"月度", "企业名称", "指标名称", "本月", "本年累计", "去年同期累计", "同比增速", "位次", "数据状态", "报送人"},
		{"2026年1-10月", "示例锂电有限公司", "营业收入", "12,345.6", "１２３，４５６．７", "98,765.4", 0.25, 3, "快报", "王五"},
		{"2026-10", "示例光伏有限公司", "营业收入", nil, "1.2亿元", "-", "-8.1%", "—", nil, nil},
		{202610, "示例县", "工业用电量", 350, "0.3亿千瓦时", "2800", "7.1", nil, nil, nil},
		{2026, "示例县", "全社会研发投入", nil, "5000", nil, nil, nil, nil, nil},
		{"2026年", "示例县", "营业收入", nil, "5000", nil, nil, nil, nil, nil},
		{"2026.1", "示例县", "营业收入", nil, "5000", nil, nil, nil, nil, nil},
		{"2026-10", "示例县", "营收", nil, "5000", nil, nil, nil, nil, nil},
		{"2026-10", nil, "营业收入", nil, "待报", "12.5%", nil, nil, "最新", nil},
	}}
	return makeBook(t, []sheetOf{enterprises, projects, {"Sheet3", nil}, reports}, func(f *excelize.File) {
		must(t, f.MergeCell("企业清单", "A1", "J1"))
		for _, area := range [...][2]string{{"A3", "A4"}, {"B3", "B4"}, {"C3", "E3"}, {"F3", "F4"}, {"G3", "H3"}, {"I3", "I4"}, {"J3", "J4"}, {"A1", "J1"}} {
			must(t, f.MergeCell("项目清单", area[0], area[1]))
		}
		percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
		must(t, err)
		must(t, f.SetCellStyle("月度调度", "G4", "G4", percent))
		must(t, f.SetCellFormula("月度调度", "D5", "E5/10"))
		must(t, f.SetCellValue("月度调度", "H6", "#REF!"))
	})
}

func TestUglyBook(t *testing.T) {
	f := readBook(t, uglyBook(t))
	if len(f.Problems) != 1 || f.Problems[0].Level != industry.LevelWarning || f.Problems[0].Message != "不认识工作表“Sheet3”，没有读取" {
		t.Errorf("problems of the file: %v", f.Problems)
	}
	if len(f.Sheets) != 3 {
		t.Fatalf("read %d sheets", len(f.Sheets))
	}
	t.Run("企业清单", func(t *testing.T) { checkUglyEnterprises(t, f.Sheets[0]) })
	t.Run("项目清单", func(t *testing.T) { checkUglyProjects(t, f.Sheets[1]) })
	t.Run("月度调度", func(t *testing.T) { checkUglyReports(t, f.Sheets[2], "D5 公式没有计算结果，看不到数值") })
}

func checkUglyEnterprises(t *testing.T, s *Sheet) {
	checkCounts(t, s, 3, 4)
	checkProblems(t, s.Problems)
	checkRow(t, s, 4, map[string]string{
		"name": "示例锂电有限公司", "code": "91440300708461136T", "chains": "新能源新材料", "segments": "正极材料、电解液", "above_scale": "是", "entered": "2023-05",
		"employees": "1200", "titles": "高新技术企业:2024-11-01~2027-10-31、专精特新中小企业",
	}, map[string]string{"序号": "1", "备注": "=1+1"})
	checkRow(t, s, 5, map[string]string{
		"name": "示例光伏有限公司", "code": "914403001922038216", "chains": "新能源新材料、电子信息", "segments": "组件", "above_scale": "否", "employees": "800000",
	}, map[string]string{"序号": "2"})
	checkRow(t, s, 7, map[string]string{
		"name": "示例铜箔有限公司", "chains": "新能源新材料", "segments": "铜箔", "above_scale": "是", "entered": "2023-11", "employees": "300",
	}, map[string]string{"序号": "3"}, "C7 统一社会信用代码第 17 位（组织机构代码校验位）应为 1，现为 2")
	if got := s.Cell(industry.EnterpriseRegister.Index("employees"), 7); got != "H7" {
		t.Errorf("从业人数 stands in %q", got)
	}
	if got := s.Cell(industry.EnterpriseRegister.Index("phone"), 7); got != "" {
		t.Errorf("an absent column stands in %q", got)
	}
}

func checkUglyProjects(t *testing.T, s *Sheet) {
	checkCounts(t, s, 3, 2)
	checkRow(t, s, 5, map[string]string{
		"name": "年产1万吨正极材料", "chain": "新能源新材料", "total_investment": "125000", "contract_amount": "80000.5", "invested": "123456.78",
		"currency": "人民币", "signed_on": "2026-03-05", "started_on": "2026-04-01", "filed_on": "2026-03-05",
	}, map[string]string{"用地面积（亩）": "120.5"})
	checkRow(t, s, 6, map[string]string{
		"name": "海外组件", "chain": "新能源新材料", "total_investment": "5000", "currency": "美元", "signed_on": "2026-03-05",
	}, nil, "H6 “上半年”不是日期")
	checkRow(t, s, 8, map[string]string{
		"name": "铜箔二期", "chain": "新能源新材料", "total_investment": "5000", "invested": "200",
	}, map[string]string{"用地面积（亩）": "约50"}, "G8 日历上没有“2026-02-30”这一天")
	checkProblems(t, s.Problems)
}

func checkUglyReports(t *testing.T, s *Sheet, formula string) {
	checkCounts(t, s, 8, 0)
	checkProblems(t, s.Problems)
	checkRow(t, s, 4, map[string]string{
		"month": "2026-10", "object": "示例锂电有限公司", "indicator": "营业收入", "in_month": "1234.56", "cumulative": "12345.67", "base": "9876.54",
		"growth": "25", "rank": "3", "status": "快报",
	}, map[string]string{"报送人": "王五"})
	checkRow(t, s, 5, map[string]string{
		"month": "2026-10", "object": "示例光伏有限公司", "indicator": "营业收入", "cumulative": "12000", "growth": "-8.1",
	}, nil, formula)
	checkRow(t, s, 6, map[string]string{
		"month": "2026-10", "object": "示例县", "indicator": "工业用电量", "in_month": "350", "cumulative": "3000", "base": "2800", "growth": "7.1",
	}, nil, "H6 单元格是错误值 #REF!")
	checkRow(t, s, 7, map[string]string{"month": "2026-12", "object": "示例县", "indicator": "全社会研发投入", "cumulative": "500"}, nil)
	checkRow(t, s, 8, map[string]string{"object": "示例县", "indicator": "营业收入", "cumulative": "500"}, nil,
		"A8 “2026年”只有年份，而“营业收入”不是年度指标")
	checkRow(t, s, 9, map[string]string{"object": "示例县", "indicator": "营业收入", "cumulative": "500"}, nil,
		"A9 “2026.1”分不清是 1 月还是 10 月（小数会丢掉末尾的 0）")
	checkRow(t, s, 10, map[string]string{"month": "2026-10", "object": "示例县", "indicator": "营收"}, nil, "C10 没有名为“营收”的指标")
	checkRow(t, s, 11, map[string]string{"month": "2026-10", "indicator": "营业收入"}, nil,
		"I11 “最新”不在可填的内容里", "E11 “待报”不是数字", "F11 “12.5%”是百分数，而这一列不是百分比", "B11 必填的“对象”没有填写")
}

func checkCounts(t *testing.T, s *Sheet, read, skipped int) {
	t.Helper()
	if s.Read != read || len(s.Rows) != read || s.Skipped != skipped {
		t.Errorf("read %d (%d rows), skipped %d; want %d and %d", s.Read, len(s.Rows), s.Skipped, read, skipped)
	}
}

// checkRow asserts every field, every extra field and every problem of a row.
func checkRow(t *testing.T, s *Sheet, row int, values, extra map[string]string, problems ...string) {
	t.Helper()
	for i := range s.Rows {
		c := &s.Rows[i]
		if c.Row != row {
			continue
		}
		for field, f := range s.Register.Fields {
			if got := c.Record.Values[field]; got != values[f.Column] {
				t.Errorf("row %d: %s is %q, want %q", row, f.Name, got, values[f.Column])
			}
		}
		if fmt.Sprint(c.Record.Extra) != fmt.Sprint(extra) {
			t.Errorf("row %d: extra fields are %v, want %v", row, c.Record.Extra, extra)
		}
		checkProblems(t, c.Problems, problems...)
		if c.Refused() != (len(problems) > 0) {
			t.Errorf("row %d: refused %v with %d problems", row, c.Refused(), len(problems))
		}
		return
	}
	t.Errorf("row %d was not read", row)
}

// checkProblems compares problems, written as cell and message, in order.
func checkProblems(t *testing.T, got []industry.Problem, want ...string) {
	t.Helper()
	var have []string
	for _, p := range got {
		text := p.Message
		if p.Cell != "" {
			text = p.Cell + " " + text
		}
		have = append(have, text)
		if p.Remedy == "" || p.Sheet == "" {
			t.Errorf("problem without remedy or sheet: %+v", p)
		}
	}
	if fmt.Sprintf("%q", have) != fmt.Sprintf("%q", want) {
		t.Errorf("problems are\n  %q\nwant\n  %q", have, want)
	}
}
