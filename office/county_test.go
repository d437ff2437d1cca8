package office_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/xuri/excelize/v2"

	"chainboard/office"
)

// countyBook is two sheets in the style of a real county's: a merged title, who
// filled it in, headers over two rows, parts with their subtotals, notes below.
func countyBook(t *testing.T) []byte {
	return ugly(t, map[string][][]any{
		"企业清单": {
			{"示例县新能源新材料产业链重点企业清单\n（2026年10月）"},
			{"填报单位：示例县工业和信息化局（盖章）", nil, nil, nil, nil, nil, nil, nil, nil, nil, "填报日期：2026年11月5日"},
			{"序号", "企业名称\n（全称）", "统一社会\n信用代码", " 所属产业链 ", "所属环节", "所在园区/\n乡镇", "规上情况", nil, "从业人员（人）", nil, "联系人", "联系电话", "备注"},
			{nil, nil, nil, nil, nil, nil, "是否规上", "入规时间", "合计", "其中：研发人员"},
			{"一、城东园区（2家）"},
			{1, "示例锂电有限公司  ", lithium, "新能源新材料", "正极材料", "城东园区", "是", "2023年5月", "1,200", 150, "张三", 13900000000, nil},
			{2, "示例铜箔有限公司", "914403001922038226", "新能源新材料", "铜箔", "城东园区", "√", "2024.3", "300 ", "—", "李四", "0794-1234567", "信用代码待核"},
			{nil, "城东工业园区小计", nil, nil, nil, nil, nil, nil, 1500, 150},
			{"二、城西乡（1家）"},
			{3, "示例光伏\n有限公司", "914403001922038216", "新能源新材料", "组件", "城西乡 ", "否", nil, "80人", nil, nil, nil, nil},
			{nil, "城西乡小计", nil, nil, nil, nil, nil, nil, 80},
			{"合　　计", nil, nil, nil, nil, nil, nil, nil, 1600, 150},
			{"注：1.本表由各园区、乡镇汇总上报。"},
			{"    2.规上企业以统计局名录为准。"},
			{"填表人：王五        审核人：赵六        联系电话：0794-7654321"},
		},
		"项目清单": {
			{"示例县新能源新材料产业链重点项目推进情况表"},
			{"填报单位：示例县工信局", nil, nil, nil, nil, nil, nil, nil, nil, nil, "单位：亿元"},
			{"序号", "项目名称", "所属产业链", "投资单位", "建设内容\n及规模", "投资情况", nil, nil, nil, "项目进度", nil, "县领导", "责任单位"},
			{nil, nil, nil, nil, nil, "总投资", "其中：固定资产投资", "年度投资计划（万元）", "完成投资", "签约时间", "开工时间"},
			{1, "年产1万吨正极材料项目", "新能源新材料", "示例投资集团", "新建厂房8万平方米；\n购置生产线10条", "12.50 ", "10.2", "30,000", 3.75, "2026年3月5日", 46113, "示例县领导", "县工信局、城东园区管委会"},
			{2, "铜箔二期", "新能源新材料", "示例铜箔有限公司", nil, "约3", nil, nil, "1.2", "2026.4.1", "上半年", nil, "县工信局"},
			{"小计", nil, nil, nil, nil, 15.5, nil, nil, 4.95},
			{3, "光伏组件项目", "新能源新材料", "示例光伏有限公司", nil, "5000万元", nil, "-", "/", "2026/5/6", "…", nil, nil},
			{"总计", nil, nil, nil, nil, 16, nil, nil, 4.95},
			{"备注：框架协议项目未列入。"},
		},
	}, func(f *excelize.File) error {
		for sheet, areas := range map[string][][2]string{
			"企业清单": {{"A1", "M1"}, {"A3", "A4"}, {"B3", "B4"}, {"C3", "C4"}, {"D3", "D4"}, {"E3", "E4"}, {"F3", "F4"}, {"G3", "H3"}, {"I3", "J3"}, {"K3", "K4"}, {"L3", "L4"}, {"M3", "M4"}, {"A5", "M5"}, {"A9", "M9"}, {"A13", "M13"}},
			"项目清单": {{"A1", "M1"}, {"A3", "A4"}, {"B3", "B4"}, {"C3", "C4"}, {"D3", "D4"}, {"E3", "E4"}, {"F3", "I3"}, {"J3", "K3"}, {"L3", "L4"}, {"M3", "M4"}},
		} {
			for _, area := range areas {
				if err := f.MergeCell(sheet, area[0], area[1]); err != nil {
					return err
				}
			}
		}
		return f.SetRowVisible("项目清单", 8, false)
	})
}

// ugly makes a workbook and lets finish dress it.
func ugly(t *testing.T, sheets map[string][][]any, finish func(*excelize.File) error) []byte {
	t.Helper()
	f := openBook(t, book(t, sheets))
	if err := finish(f); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCountyBook(t *testing.T) {
	o := county(t)
	i, err := o.ImportFile(context.Background(), office.Upload{Name: "县表.xlsx", Data: countyBook(t), Actor: clerk, Options: office.ImportOptions{GoodRows: true}})
	if err != nil {
		t.Fatal(err)
	}
	sameTexts(t, "problems", found(i), []string{
		"企业清单!I12 “从业人数”的合计是 1600 人，各行相加是 1580 人，相差 20 人",
		"企业清单!C7 统一社会信用代码第 17 位（组织机构代码校验位）应为 1，现为 2",
		"企业清单!H7 “2024.3”分不清是 1 月还是 10 月（小数会丢掉末尾的 0）",
		"项目清单!K6 “上半年”不是日期",
		"项目清单!F6 “约3”不是数字",
	})
	for k, want := range []office.SheetReport{
		{Sheet: "企业清单", Read: 3, Changed: 2, Skipped: 8, Rejected: 1},
		{Sheet: "项目清单", Read: 3, New: 2, Skipped: 3, Rejected: 1},
	} {
		if i.Sheets[k] != want {
			t.Errorf("%+v, want %+v", i.Sheets[k], want)
		}
	}
	kept := export(t, o, office.ExportOptions{})
	sameValues(t, exported(t, kept, "企业清单", lithium), map[string]string{
		"统一社会信用代码": lithium, "企业名称": "示例锂电有限公司", "产业链": "新能源新材料", "环节": "正极材料", "区域": "城东园区", "规上": "是", "入规年月": "2023-05",
		"从业人数(人)": "1200", "联系人": "张三", "联系电话": "13900000000", "序号": "1", "其中：研发人员": "150",
	})
	sameValues(t, exported(t, kept, "企业清单", solar), map[string]string{
		"统一社会信用代码": solar, "企业名称": "示例光伏\n有限公司", "产业链": "新能源新材料", "环节": "组件", "区域": "城西乡", "规上": "否", "从业人数(人)": "80", "序号": "3",
	})
	sameValues(t, exported(t, kept, "项目清单", "年产1万吨正极材料项目"), map[string]string{
		"项目编码": "XM0001", "项目名称": "年产1万吨正极材料项目", "产业链": "新能源新材料", "投资方": "示例投资集团", "建设内容": "新建厂房8万平方米；\n购置生产线10条",
		"总投资(万元)": "125000", "年度计划投资(万元)": "30000", "累计完成投资(万元)": "37500", "签约日期": "2026-03-05", "开工日期": "2026-04-01",
		"包联领导": "示例县领导", "责任单位": "县工信局、城东园区管委会", "序号": "1", "其中：固定资产投资": "10.2",
	})
	sameValues(t, exported(t, kept, "项目清单", "光伏组件项目"), map[string]string{
		"项目编码": "XM0002", "项目名称": "光伏组件项目", "产业链": "新能源新材料", "投资方": "示例光伏有限公司", "总投资(万元)": "5000", "签约日期": "2026-05-06", "序号": "3",
	})
}

// monthBook is a month's dispatch table as a bureau sends it: a row of column
// numbers, figures typed as text, hidden rows, several ways to write the month.
func monthBook(t *testing.T) []byte {
	return ugly(t, map[string][][]any{
		"月度调度": {
			{"示例县规模以上工业企业2026年10月生产经营情况调度表"},
			{"填报单位：示例县工信局", nil, nil, nil, nil, nil, "金额单位：亿元"},
			{"月份 ", "单位\n名称", "指标\n名称", "本月", "本年\n累计", "去年同期\n累计", "同比\n增长(%)", "全市\n排名", "数据状态", "备注"},
			{"甲", "乙", "丙", 1, 2, 3, 4, 5, 6, 7},
			{"2026年1-10月", "示例锂电有限公司  ", "营业收入 ", "1.2346 ", "１２.34567", " 9.87654", "25%", "3", "快报", "—"},
			{"2026年1—10月", solar, "营业收入", 0.5, "5.2", "-", "-", "—", "快报", "新投产，\n无基数"},
			{"2026年10月", "示例县", "工业用电量", "350万千瓦时", "0.3亿千瓦时", 2800, 0.071, nil, "初步", nil},
			{202610, "示例光伏有限公司", "营业收入", 0.5, 5.2, nil, nil, nil, nil, nil},
			{2026.1, "示例县", "营业收入", nil, 90, nil, nil, nil, nil, nil},
			{"2026年3-10月", "示例县", "营业收入", nil, 90, nil, nil, nil, nil, nil},
			{"2026年12月", "示例县", "营业收入", nil, 90, nil, nil, nil, nil, nil},
			{"2026-10-31", "示例县", "营业收入", nil, "90亿", "80.5", "12.3", "第4名", "最终", nil},
			{"合 计", nil, nil, 1.7346, "17.5"},
			{"数据来源：县统计局、县供电公司"},
		},
	}, func(f *excelize.File) error {
		percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
		if err != nil {
			return err
		}
		if err := f.SetCellStyle("月度调度", "G7", "G7", percent); err != nil {
			return err
		}
		if err := f.MergeCell("月度调度", "A1", "J1"); err != nil {
			return err
		}
		return f.SetRowVisible("月度调度", 6, false)
	})
}

func TestMonthBook(t *testing.T) {
	o := county(t)
	i, err := o.ImportFile(context.Background(), office.Upload{Name: "10月.xlsx", Data: monthBook(t), Actor: clerk, Options: office.ImportOptions{GoodRows: true}})
	if err != nil {
		t.Fatal(err)
	}
	sameTexts(t, "problems", found(i), []string{
		"月度调度!B8 与第 6 行重复，是同一条记录",
		"月度调度!A9 “2026.1”分不清是 1 月还是 10 月（小数会丢掉末尾的 0）",
		"月度调度!A10 “2026年3-10月”不是从 1 月起的累计",
		"月度调度!H12 “第4名”不是数字",
		"月度调度!A11 月份在今天之后",
	})
	kept := export(t, o, office.ExportOptions{})
	sameValues(t, exported(t, kept, "月度调度", "示例锂电有限公司"), map[string]string{
		"月份": "2026-10", "对象": "示例锂电有限公司", "指标": "营业收入", "来源部门": "工信局", "当月": "12346", "本年累计": "123456.7", "上年同期累计": "98765.4",
		"同比(%)": "25", "全市位次": "3", "数据状态": "快报", "备注": "—",
	})
	sameValues(t, exported(t, kept, "月度调度", "示例光伏有限公司"), map[string]string{
		"月份": "2026-10", "对象": "示例光伏有限公司", "指标": "营业收入", "来源部门": "工信局", "当月": "5000", "本年累计": "52000", "数据状态": "快报", "备注": "新投产，\n无基数",
	})
	sameValues(t, exported(t, kept, "月度调度", "示例县"), map[string]string{
		"月份": "2026-10", "对象": "示例县", "指标": "工业用电量", "来源部门": "供电公司", "当月": "350", "本年累计": "3000", "上年同期累计": "2800", "同比(%)": "7.1", "数据状态": "初步",
	})
}
