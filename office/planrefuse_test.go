package office_test

import (
	"context"
	"testing"

	"chainboard/office"
)

// TestNothingHangsOnRefusedRows: with only the good rows taken, no row comes in
// that refers to one that was refused, be it before or after it, in the same
// sheet or another.
func TestNothingHangsOnRefusedRows(t *testing.T) {
	o := county(t)
	i, err := o.ImportFile(context.Background(), office.Upload{
		Name: "资料.xlsx", Actor: clerk, Options: office.ImportOptions{GoodRows: true},
		Data: book(t, map[string][][]any{
			"环节": {
				{"产业链", "编码", "名称", "位置", "上级环节", "下游环节"},
				{"ne", "a", "锂矿", "上游", "", "锂盐"},
				{"ne", "b", "锂盐", "上游", "", "电芯"},
				{"ne", "c", "电芯", "中游", "没有的环节", ""},
				{"ne", "d", "电池回收", "下游", "", "正极材料"},
				{"ne", "pv", "光伏组件", "下游", "也没有", ""},
			},
			"企业清单": {
				{"统一社会信用代码", "企业名称", "产业链", "环节"},
				{"91360999MA700000XL", "示例锂盐有限公司", "ne", "锂盐"},
				{"91360999MA70013796", "示例回收有限公司", "ne", "电池回收"},
			},
			"月度调度": {
				{"月份", "对象", "指标", "本年累计"},
				{"2026-09", "示例锂盐有限公司", "营业收入", 100},
				{"2026-09", "91360999MA700000XL", "工业用电量", 100},
				{"2026-09", "示例回收有限公司", "营业收入", 100},
				{"2026-09", solar, "营业收入", 100},
			},
		}),
	})
	if err != nil {
		t.Fatal(err)
	}
	sameTexts(t, "problems", found(i), []string{
		"环节!E4 产业链“新能源新材料”没有环节“没有的环节”",
		"环节!E6 产业链“新能源新材料”没有环节“也没有”",
		"环节!F3 “c”在环节第 4 行，该行没有通过",
		"环节!F2 “b”在环节第 3 行，该行没有通过",
		"企业清单!D2 “锂盐”在环节第 3 行，该行没有通过",
		"月度调度!B2 “示例锂盐有限公司”在企业清单第 2 行，该行没有通过",
		"月度调度!B3 “91360999MA700000XL”在企业清单第 2 行，该行没有通过",
	})
	for k, want := range []office.SheetReport{
		{Sheet: "环节", Read: 5, New: 1, Rejected: 4},
		{Sheet: "企业清单", Read: 2, New: 1, Rejected: 1},
		{Sheet: "月度调度", Read: 4, New: 2, Rejected: 2},
	} {
		if i.Sheets[k] != want {
			t.Errorf("%+v, want %+v", i.Sheets[k], want)
		}
	}
	kept := export(t, o, office.ExportOptions{})
	sameValues(t, exported(t, kept, "环节", "pv"), map[string]string{"产业链": "新能源新材料", "编码": "pv", "名称": "组件", "位置": "下游"})
}
