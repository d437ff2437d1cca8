package office_test

import (
	"context"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// workingSheets fills every sheet beyond the spine with one or two rows, names
// in place of codes wherever a sheet refers to another.
func workingSheets() map[string][][]any {
	return map[string][][]any{
		"产业链":  {{"编码", "名称", "牵头单位"}, {"ne", "新能源", "县工信局"}},
		"区域":   {{"编码", "名称", "类型", "级别"}, {"p1", "城东园区", "园区", "省级"}},
		"环节":   {{"产业链", "编码", "名称", "位置"}, {"ne", "cell", "电芯", "中游"}},
		"企业清单": {{"统一社会信用代码", "企业名称", "产业链", "环节"}, {"91360000MA35FAKE0X", "示例甲子电芯有限公司", "新能源", "电芯"}},
		"项目清单": {{"项目编码", "项目名称", "产业链", "投资方", "总投资(亿元)", "签约日期"}, {"P1", "示例电芯项目", "新能源", "示例投资", 3, "2026-03-01"}},
		"技术路线": {{"产业链", "环节", "技术", "阶段", "水平", "起始年", "目标年", "里程碑", "牵头企业"}, {"新能源", "电芯", "叠片", "中试", "并跑", "2024年", 2027, "2026-06:中试；2027:量产", "示例甲子电芯有限公司"}},
		"应用领域": {{"产业链", "环节", "应用领域", "应用场景", "代表企业", "占比(%)"}, {"新能源", "电芯", "储能", "", "示例甲子电芯有限公司", 35.5}, {"新能源", "电芯", "储能", "工商业", "", ""}},
		"资金到位": {{"项目编码", "日期", "序号", "金额(亿元)", "类型", "凭证"}, {"示例电芯项目", "2026-05-06", "", 0.5, "固定资产", "土地款凭证"}, {"P1", "2026-05-06", 2, 0.25, "流动资金", ""}},
		"集群清单": {{"名称", "产业链", "级别", "区域", "面积(亩)", "标准厂房面积(万平方米)", "企业数", "营业收入(亿元)"}, {"示例锂电集群", "新能源", "省级", "城东园区", 1200.5, "12.5", 20, 88.12}},
		"平台清单": {{"名称", "产业链", "环节", "类型", "认定日期", "有效期至"}, {"示例重点实验室", "新能源", "电芯", "重点实验室", "2025-01-01", "2027-12-31"}},
		"问题清单": {{"编号", "企业", "内容", "提出日期", "主办单位", "交办日期", "办理时限(工作日)", "状态", "督办"}, {"", "示例甲子电芯有限公司", "用电负荷不足", "2026-09-01", "县供电公司", "2026-09-03", 15, "办理中", "是"}},
		"政策清单": {{"文号", "名称", "产业链", "层级", "发布日期", "适用环节"}, {"", "示例县若干措施", "", "县", "2026年1月5日", "电芯"}, {"示府发〔2026〕3号", "示例行动方案", "新能源", "县", "2026/2/1", "电芯"}},
		"走访记录": {{"日期", "企业", "带队领导", "问题编号"}, {"2026-09-01", "示例甲子电芯有限公司", "示例县领导", "WT0001"}},
		"招商活动": {{"名称", "日期", "地点", "产业链", "签约项目数", "签约金额(亿元)"}, {"示例推介会", "2026-04-01", "示例市", "新能源", 3, 12.5}},
		"议定事项": {{"编号", "会议", "事项", "牵头单位", "时限", "状态"}, {"", "示例县9月调度会", "协调用电负荷", "县供电公司", "2026-10-31", "办理中"}},
	}
}

func TestEverySheetGoesInAndOut(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		sheets := workingSheets()
		code := "91360000MA35FAKE"
		sheets["企业清单"][1][0] = creditCode(t, code)
		i := take(t, o, sheets)
		for _, s := range i.Sheets {
			if s.New != s.Read || s.Read == 0 {
				t.Errorf("%+v: every row should be new", s)
			}
		}
		if len(i.Sheets) != len(sheets) || len(i.Problems) != 0 {
			t.Errorf("%d sheets, problems %+v", len(i.Sheets), i.Problems)
		}
		first := export(t, o, office.ExportOptions{})
		back, err := o.ImportFile(context.Background(), office.Upload{Name: "回.xlsx", Data: first, Actor: clerk})
		if err != nil {
			t.Fatalf("%v %+v", err, back.Problems)
		}
		for _, s := range back.Sheets {
			if s.Unchanged != s.Read {
				t.Errorf("%+v: every row should be unchanged", s)
			}
		}
		sameCells(t, first, export(t, o, office.ExportOptions{}))
		for at, want := range map[string]string{
			"问题清单!A2": "WT0001", "议定事项!A2": "YD0001", "资金到位!D2": "5000", "资金到位!D3": "2500", "走访记录!F2": "WT0001",
			"应用领域!E2": "示例甲子电芯有限公司", "技术路线!I2": "2026-06:中试；2027:量产", "集群清单!K2": "881200",
		} {
			sheet, address, _ := strings.Cut(at, "!")
			if got := cell(t, first, sheet, address); got != want {
				t.Errorf("%s is %q, want %q", at, got, want)
			}
		}
		again := take(t, o, map[string][][]any{"问题清单": sheets["问题清单"], "议定事项": sheets["议定事项"], "政策清单": sheets["政策清单"]})
		for _, s := range again.Sheets {
			if s.Unchanged != s.Read {
				t.Errorf("%+v: rows without a number are the same ones again", s)
			}
		}
		if _, err := o.Undo(context.Background(), i.ID, clerk); err != nil {
			t.Fatal(err)
		}
	})
}

func TestWorkingSheetsRefuseWhatCannotBe(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		sheets := workingSheets()
		sheets["企业清单"][1][0] = creditCode(t, "91360000MA35FAKE")
		take(t, o, sheets)
		for sheet, test := range map[string]struct {
			rows [][]any
			cell string
			says string
		}{
			"问题清单": {[][]any{{"内容", "提出日期", "办结日期"}, {"缺人", "2026-09-02", "2026-09-01"}}, "C2", "办结日期 2026-09-01 早于提出日期 2026-09-02"},
			"技术路线": {[][]any{{"产业链", "环节", "技术", "起始年", "目标年"}, {"ne", "电芯", "干法", 2028, 2026}}, "E2", "目标年 2026 早于起始年 2028"},
			"资金到位": {[][]any{{"项目编码", "日期", "金额"}, {"P1", "2027-01-01", 1}}, "B2", "日期在今天之后"},
			"走访记录": {[][]any{{"日期", "企业"}, {"2026-09-01", "没有的企业"}}, "B2", "没有编码或名称为“没有的企业”的企业"},
			"议定事项": {[][]any{{"会议", "事项", "牵头单位", "时限"}, {"九月", "协调", "县工信局", ""}}, "D2", "必填的“时限”没有填写"},
		} {
			i, err := o.ImportFile(context.Background(), office.Upload{Name: "表.xlsx", Data: book(t, map[string][][]any{sheet: test.rows}), Actor: clerk})
			if err == nil || len(i.Problems) != 1 || i.Problems[0].Cell != test.cell || i.Problems[0].Message != test.says {
				t.Errorf("%s: %v %+v", sheet, err, i.Problems)
			}
		}
	})
}

// creditCode completes a body of 16 characters to a code whose digits are right.
func creditCode(t testing.TB, body string) string {
	t.Helper()
	for _, inner := range "0123456789X" {
		first := body + string(inner)
		if code := first + string(industry.CreditCodeCheckDigit(first)); industry.ValidateCreditCode(code) == nil {
			return code
		}
	}
	t.Fatalf("no code begins with %s", body)
	return ""
}
