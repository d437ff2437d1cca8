package workbook

import (
	"slices"
	"strings"
	"testing"
)

func TestYesNoAndChoices(t *testing.T) {
	for text, want := range map[string]string{
		"是": "是", "√": "是", "✔": "是", "Y": "是", "y": "是", "1": "是", "TRUE": "是", "Ｙ": "是",
		"否": "否", "×": "否", "N": "否", "0": "否", "x": "否", "": "", "—": "", "/": "",
	} {
		if got, wrong := parseYesNo(&cell{text: text, kind: textCell}); wrong != nil || got != want {
			t.Errorf("%q is %q %v, want %q", text, got, wrong, want)
		}
	}
	if _, wrong := parseYesNo(&cell{text: "大概", kind: textCell}); wrong == nil || wrong.message != "“大概”不是“是”或“否”" {
		t.Errorf("大概: %v", wrong)
	}
	roles := []string{"链主", "骨干", "配套"}
	for text, want := range map[string]string{"链主": "链主", " 链 主 ": "链主", "": "", "-": ""} {
		if got, wrong := parseChoice(&cell{text: text, kind: textCell}, roles); wrong != nil || got != want {
			t.Errorf("%q is %q %v, want %q", text, got, wrong, want)
		}
	}
	if _, wrong := parseChoice(&cell{text: "龙头", kind: textCell}, roles); wrong == nil || wrong.remedy != "填其中一个：链主、骨干、配套" {
		t.Errorf("龙头: %v", wrong)
	}
	if got, _ := parseChoice(&cell{text: "无", kind: textCell}, []string{"有", "无"}); got != "无" {
		t.Errorf("无 as a choice is %q", got)
	}
}

func TestCodes(t *testing.T) {
	for _, test := range []struct {
		c           cell
		chain       bool
		want, wrong string
	}{
		{cell{text: "nem", kind: textCell}, true, "nem", ""},
		{cell{text: "ＮＥＭ-1", kind: textCell}, true, "NEM-1", ""},
		{cell{text: "361022"}, true, "361022", ""},
		{cell{text: "all", kind: textCell}, true, "", "保留给"},
		{cell{text: "锂电", kind: textCell}, true, "", "不合规定"},
		{cell{text: strings.Repeat("a", 33), kind: textCell}, true, "", "不合规定"},
		{cell{text: "a[b", kind: textCell}, true, "", "不合规定"},
		{cell{text: "锂电-正极", kind: textCell}, false, "锂电-正极", ""},
		{cell{text: "链:环节", kind: textCell}, false, "", "不合规定"},
		{cell{text: "2.40136102504E+23"}, false, "", "被存成了数字"},
		{cell{text: "—", kind: textCell}, false, "", ""},
	} {
		got, wrong := parseCode(&test.c, test.chain)
		if got != test.want || (wrong == nil) != (test.wrong == "") || wrong != nil && !strings.Contains(wrong.message, test.wrong) {
			t.Errorf("%q is %q %v, want %q %s", test.c.text, got, wrong, test.want, test.wrong)
		}
	}
	for text, want := range map[string]string{
		"91440300708461136T": "", " 91440300708461136t ": "", "９1440300708461136T": "",
		"91440300708461136X": "第 18 位（校验位）应为 T，现为 X", "9144030070846113": "应为 18 位，现为 16 位",
	} {
		got, wrong := parseCreditCode(&cell{text: clean(text), kind: textCell})
		if want == "" && got != "91440300708461136T" || want != "" && (wrong == nil || !strings.Contains(wrong.message, want)) {
			t.Errorf("%q is %q %v, want %s", text, got, wrong, want)
		}
	}
	if _, wrong := parseCreditCode(&cell{text: "9.1440300708461107E17"}); wrong == nil || !strings.Contains(wrong.message, "存成了数字") {
		t.Errorf("a code kept as a number: %v", wrong)
	}
}

func TestListsAndTitles(t *testing.T) {
	if got := splitList("甲、乙,丙，丁;戊；己\n庚、、甲 "); !slices.Equal(got, []string{"甲", "乙", "丙", "丁", "戊", "己", "庚"}) {
		t.Errorf("list is %q", got)
	}
	for text, want := range map[string]string{
		"高新技术企业:2024-11-01~2027-10-31；专精特新中小企业": "高新技术企业:2024-11-01~2027-10-31、专精特新中小企业",
		"高新技术企业：2024年11月1日～2027年10月31日":         "高新技术企业:2024-11-01~2027-10-31",
		"瞪羚企业:2025-01-01~":                      "瞪羚企业:2025-01-01~",
		"瞪羚企业:~2027-12-31":                      "瞪羚企业:~2027-12-31",
		"瞪羚企业:":                                 "瞪羚企业",
		"":                                      "",
	} {
		if got, wrong := parseTitles(text, false); wrong != nil || got != want {
			t.Errorf("%q is %q %v, want %q", text, got, wrong, want)
		}
	}
	for _, text := range []string{"高新技术企业:明年", "高新技术企业:2027-10-31~2024-11-01", ":2024-11-01~2027-10-31"} {
		if got, wrong := parseTitles(text, false); wrong == nil {
			t.Errorf("%q is %q", text, got)
		}
	}
}

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		" a ": "a", "甲　": "甲", "a\u0000b\u200bc": "abc", "a\r\nb\rc": "a\nb\nc", "\ufeffx": "x", "a\u00a0b": "a b", "\t1": "1", "\xff甲": "甲", "A␟B": "AB",
		"江西（集团）": "江西（集团）", "=SUM(A1)": "=SUM(A1)",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]format{
		"0.00%": percentFormat, "0.0\"%\"": plainFormat, "yyyy-mm-dd": dateFormat, "yyyy\"年\"m\"月\"": dateFormat, "0.00E+00": plainFormat,
		"#,##0.00": plainFormat, "[Red]0.00": plainFormat, "[$-804]yyyy/m/d;@": dateFormat, "General": plainFormat, "0.00_);[Red](0.00)": plainFormat, "@": plainFormat,
	} {
		if got := formatOf(text); got != want {
			t.Errorf("%q means %d, want %d", text, got, want)
		}
	}
}

func TestLabels(t *testing.T) {
	for text, want := range map[string]lineKind{
		"合计": totalLine, "合　计": totalLine, "总 计：": totalLine, "全县合计": totalLine, "合计（3家）": totalLine, "小计": subtotalLine, "其中": partLine, "其中：规上": partLine,
		"注：本表数据为快报": noteLine, "填表人：张三": noteLine, "填表人 张三": noteLine, "审核人:": noteLine, "制表：": noteLine, "备注：无": noteLine,
		"注册会计师事务所": dataLine, "示例设计有限公司": dataLine, "统计局": dataLine, "其他": dataLine, "张三负责人": dataLine, "审核中": dataLine,
	} {
		if got := labelKind(text); got != want {
			t.Errorf("%q is %d, want %d", text, got, want)
		}
	}
}
