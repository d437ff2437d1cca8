package workbook

import (
	"strings"
	"testing"
)

// figureCase is a cell, the unit its column sets, the standard unit, and what comes out.
type figureCase struct {
	text, entered, target string
	format                format
	want                  string // canonical text
	wrong                 string // or part of the message
}

func TestFigures(t *testing.T) {
	for _, test := range []figureCase{
		// Notations.
		{text: "1234.56", want: "1234.56"},
		{text: "1,234.56", want: "1234.56"},
		{text: "12,345,678", want: "12345678"},
		{text: "１２，３４５．６", want: "12345.6"},
		{text: " 1 234.5 ", want: "1234.5"},
		{text: "+5", want: "5"},
		{text: "−3.5", want: "-3.5"},
		{text: "－3.5", want: "-3.5"},
		{text: "(1,234.50)", want: "-1234.5"},
		{text: "¥1,000.00", want: "1000"},
		{text: "￥1,000.00", want: "1000"},
		{text: "1.2E+3", want: "1200"},
		{text: "1234.5600000000001", want: "1234.56"},
		{text: "0.1", want: "0.1"},
		{text: "-0", want: "0"},
		{text: "00012.50", want: "12.5"},
		// Not reported is never 0.
		{text: "", want: ""},
		{text: "—", want: ""},
		{text: "-", want: ""},
		{text: "——", want: ""},
		{text: "－", want: ""},
		{text: "/", want: ""},
		{text: "…", want: ""},
		{text: "……", want: ""},
		{text: "...", want: ""},
		{text: "无", want: ""},
		{text: "　", want: ""},
		{text: "0", want: "0"},
		// Not numbers.
		{text: "约120", wrong: "“约120”不是数字"},
		{text: "待报", wrong: "不是数字"},
		{text: "12-15", wrong: "不是数字"},
		{text: "1,23", wrong: "千分位写法不对"},
		{text: "1,2345", wrong: "千分位写法不对"},
		{text: "1.2.3", wrong: "千分位写法不对"},
		{text: "99999999999999", wrong: "超出范围"},
		{text: "1e99", wrong: "超出范围"},
		// Money: every unit of entry becomes 万元, exact to the fen.
		{text: "1.23", entered: "亿元", want: "12300"},
		{text: "1.23456789", entered: "亿元", want: "12345.6789"},
		{text: "1234.56", entered: "千元", want: "123.456"},
		{text: "12", entered: "百万元", want: "1200"},
		{text: "1234567.89", entered: "元", want: "123.456789"},
		{text: "1.2亿元", want: "12000"},
		{text: "1.2亿", want: "12000"},
		{text: "300万", entered: "亿元", want: "300"},
		{text: "500万元", entered: "亿元", want: "500"},
		{text: "３．５亿元", entered: "元", want: "35000"},
		{text: "800元", want: "0.08"},
		{text: "50亩", wrong: "写的单位是 亩，而这里应为 万元"},
		{text: "500万美元", wrong: "写的单位是 万美元，而这里应为 万元"},
		{text: "500大洋", wrong: "不认识单位“大洋”"},
		{text: "12.3%", wrong: "是百分数，而这一列不是百分比"},
		{text: "0.123", format: percentFormat, wrong: "是百分数"},
		// Other families.
		{text: "3,000万千瓦时", target: "万千瓦时", want: "3000"},
		{text: "1.5亿千瓦时", target: "万千瓦时", want: "15000"},
		{text: "1.5亿", target: "万千瓦时", want: "15000"},
		{text: "25000千瓦时", target: "万千瓦时", want: "2.5"},
		{text: "120户", target: "家", want: "120"},
		{text: "1.2万人", target: "人", want: "12000"},
		{text: "1.2万", target: "人", want: "12000"},
		{text: "120家", target: "人", wrong: "写的单位是 家，而这里应为 人"},
		{text: "2公顷", target: "亩", want: "30"},
		{text: "1500", entered: "平方米", target: "亩", want: "2.25"},
		{text: "3", entered: "万平方米", target: "亩", want: "45"},
		{text: "5", entered: "公顷", target: "万元", wrong: "写的单位是 公顷，而这里应为 万元"},
		{text: "12台阶", target: "人", wrong: "不认识单位"},
		// Percentages.
		{text: "12.3", target: "%", want: "12.3"},
		{text: "12.3%", target: "%", want: "12.3"},
		{text: "12.3％", target: "%", want: "12.3"},
		{text: "-8.1%", target: "%", want: "-8.1"},
		{text: "0.123", target: "%", format: percentFormat, want: "12.3"},
		{text: "0.28999999999999998", target: "%", format: percentFormat, want: "29"},
		{text: "5‰", target: "%", want: "0.5"},
		{text: "5万元", target: "%", wrong: "写的单位是 万元，而这里应为 %"},
	} {
		if test.target == "" {
			test.target = tenThousandYuan
		}
		if test.entered == "" {
			test.entered = test.target
		}
		c := &cell{text: clean(test.text), format: test.format, kind: textCell}
		if test.format != plainFormat {
			c.kind = numberCell
		}
		got, wrong := newConverter().figure(c, test.entered, test.target)
		switch {
		case test.wrong == "" && wrong != nil:
			t.Errorf("%q (%s → %s): %s", test.text, test.entered, test.target, wrong.message)
		case test.wrong != "" && (wrong == nil || !strings.Contains(wrong.message, test.wrong)):
			t.Errorf("%q (%s → %s): got %q %v, want …%s…", test.text, test.entered, test.target, got, wrong, test.wrong)
		case test.wrong != "" && wrong.remedy == "":
			t.Errorf("%q: no remedy", test.text)
		case got != test.want:
			t.Errorf("%q (%s → %s) is %q, want %q", test.text, test.entered, test.target, got, test.want)
		}
	}
}

func TestFiguresWithoutUnit(t *testing.T) {
	for text, want := range map[string]string{"3": "3", "3位": "3", "3名": "3", "—": ""} {
		got, wrong := newConverter().figure(&cell{text: text, kind: textCell}, "", "")
		if wrong != nil || got != want {
			t.Errorf("%q is %q %v, want %q", text, got, wrong, want)
		}
	}
	if got, wrong := newConverter().figure(&cell{text: "3万元", kind: textCell}, "", ""); wrong == nil {
		t.Errorf("3万元 as a rank is %q", got)
	}
}

func TestHeaderUnits(t *testing.T) {
	for _, test := range []struct{ header, name, unit string }{
		{"总投资", "总投资", ""},
		{"总投资(亿元)", "总投资", "亿元"},
		{"总投资（万元）", "总投资", "万元"},
		{"总投资（单位：万元）", "总投资", "万元"},
		{" 总 投\n资【千元】*", "总投资", "千元"},
		{"总投资/亿元", "总投资", "亿元"},
		{"总投资：亿元", "总投资", "亿元"},
		{"本年累计（亿元）＊", "本年累计", "亿元"},
		{"同比％", "同比", "%"},
		{"同比(%)", "同比", "%"},
		{"规上(是/否)", "规上", ""},
		{"总投资(亿元，必填)", "总投资", "亿元"},
		{"总投资(含税)", "总投资(含税)", ""},
		{"总投资(含税)(亿元)", "总投资(含税)", "亿元"},
		{"（亿元）", "", "亿元"},
		{"万元", "", "万元"},
		{"姓名/单位", "姓名/单位", ""},
		{"", "", ""},
		{"()", "", ""},
	} {
		h := parseHeader(&cell{text: clean(test.header)})
		if h.name != test.name || h.unit != test.unit {
			t.Errorf("%q: %q in %q, want %q in %q", test.header, h.name, h.unit, test.name, test.unit)
		}
	}
	for text, want := range map[string]string{
		"单位：万元": "万元", "(单位：亿元)": "亿元", "填报单位：县工信局": "", "金额单位：千元": "千元", "单位：万元、亩、%": "万元 亩 %",
		"项目清单（单位：万元）": "万元", "万元": "", "2026年10月  单位：百万元": "百万元",
	} {
		if got := strings.Join(unitLine(fold(text)), " "); got != want {
			t.Errorf("%q sets %q, want %q", text, got, want)
		}
	}
}
