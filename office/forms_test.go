package office_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/testkit"
)

// county opens an office that knows a chain, its segments, regions, indicators
// and two enterprises, on SQLite.
func county(t *testing.T) *office.Office {
	t.Helper()
	o := openOffice(t, testkit.SQLite(t))
	take(t, o, map[string][][]any{
		"产业链":  {{"编码", "名称", "牵头单位"}, {"ne", "新能源新材料", "县工信局"}},
		"区域":   {{"编码", "名称", "类型"}, {"x", "示例县", "县"}, {"p1", "城东园区", "园区"}, {"t1", "城西乡", "乡镇"}},
		"环节":   {{"产业链", "编码", "名称", "位置"}, {"ne", "pos", "正极材料", "上游"}, {"ne", "foil", "铜箔", "上游"}, {"ne", "pv", "组件", "下游"}},
		"指标":   {{"编码", "名称", "单位", "元月数据", "主来源"}, {"revenue", "营业收入", "万元", "无", "工信局"}, {"electricity", "工业用电量", "万千瓦时", "有", "供电公司"}},
		"企业清单": {{"统一社会信用代码", "企业名称", "产业链", "环节"}, {lithium, "示例锂电有限公司", "ne", "正极材料"}, {solar, "示例光伏有限公司", "ne", "组件"}},
	})
	return o
}

const (
	lithium = "91440300708461136T"
	solar   = "914403001922038216"
)

// found is an import's problems as cell and message, in order.
func found(i office.Import) []string {
	var texts []string
	for _, p := range i.Problems {
		texts = append(texts, strings.TrimSpace(fmt.Sprintf("%s!%s %s", p.Sheet, p.Cell, p.Message)))
	}
	return texts
}

func sameTexts(t *testing.T, what string, got, want []string) {
	t.Helper()
	if g, w := strings.Join(got, "\n  "), strings.Join(want, "\n  "); g != w {
		t.Errorf("%s:\n  %s\nwant\n  %s", what, g, w)
	}
}

// exported returns a row of an export by header; the row is the one that holds
// each of the texts.
func exported(t *testing.T, data []byte, sheet string, holds ...string) map[string]string {
	t.Helper()
	rows, err := openBook(t, data).GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
next:
	for _, row := range rows[1:] {
		for _, text := range holds {
			if !strings.Contains("|"+strings.Join(row, "|")+"|", "|"+text+"|") {
				continue next
			}
		}
		values := map[string]string{}
		for i, value := range row {
			if value != "" {
				values[rows[0][i]] = value
			}
		}
		return values
	}
	t.Fatalf("%s has no row with %v", sheet, holds)
	return nil
}

func sameValues(t *testing.T, got, want map[string]string) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("kept\n  %v\nwant\n  %v", got, want)
	}
}

func TestSeparatedTextOfOneList(t *testing.T) {
	o, ctx := county(t), context.Background()
	text := "单位：亿元,,,\n月份,对象,指标,本年累计\n2026年1-10月,示例锂电有限公司,营业收入,\"1.23456\"\n2026年1-10月,没有的企业,营业收入,5\n"
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	i, err := o.ImportFile(ctx, office.Upload{Name: "月度调度_2026-10(1).csv", Data: data, Actor: clerk, Options: office.ImportOptions{GoodRows: true}})
	if err != nil {
		t.Fatal(err)
	}
	sameTexts(t, "problems", found(i), []string{"月度调度!B4 没有叫“没有的企业”的产业链、区域、企业或部门"})
	sameValues(t, exported(t, export(t, o, office.ExportOptions{}), "月度调度", "2026-10"), map[string]string{
		"月份": "2026-10", "对象": "示例锂电有限公司", "指标": "营业收入", "来源部门": "工信局", "本年累计": "12345.6",
	})
}

// A file handed in for one list is that list's whatever its sheet is called, and
// still is when its preview is applied.
func TestFileForOneList(t *testing.T) {
	o, ctx := county(t), context.Background()
	data := book(t, map[string][][]any{"Sheet0": {{"统一社会信用代码", "企业名称", "产业链", "环节"}, {solar, "示例光伏科技有限公司", "ne", "组件"}}})
	upload := office.Upload{Name: "统计.xlsx", Data: data, Actor: clerk, Register: "enterprise"}
	preview, err := o.Preview(ctx, upload)
	if err != nil || preview.Register != "enterprise" || len(preview.Sheets) != 1 || preview.Sheets[0].Changed != 1 || len(preview.Problems) != 0 {
		t.Fatalf("%v %+v", err, preview)
	}
	applied, err := o.Apply(ctx, preview.ID, office.ImportOptions{}, clerk)
	if err != nil || applied.Sheets[0].Changed != 1 {
		t.Fatalf("%v %+v", err, applied)
	}
	if again, err := o.Import(ctx, preview.ID); err != nil || again.Register != "enterprise" || again.State != office.Applied {
		t.Errorf("%v %+v", err, again)
	}
	if got := exported(t, export(t, o, office.ExportOptions{}), "企业清单", solar)["企业名称"]; got != "示例光伏科技有限公司" {
		t.Errorf("the name is %q", got)
	}
	upload.Register = "没有的"
	var e *industry.Error
	if _, err := o.Preview(ctx, upload); !errors.As(err, &e) || e.Kind != industry.Invalid || e.Message != "没有名为“没有的”的清单" {
		t.Errorf("an unknown list: %v", err)
	}
}

// What a clerk gets back to mend has the problems of what was handed in, also
// those that only the kept records tell.
func TestAnnotatedComesBackTheSame(t *testing.T) {
	o, ctx := county(t), context.Background()
	rows := [][]any{
		{"月份", "对象", "指标", "本年累计", "同比"}, {"2026-10", lithium, "营业收入", "待报", 0.1}, {"2026-10", "没有的企业", "营业收入", 3, nil}, {"2026-10", solar, "营业收入", 4, nil}, {"2026-10", solar, "营业收入", 4, nil},
	}
	var csv strings.Builder
	for _, row := range rows {
		for k, value := range row {
			if k > 0 {
				csv.WriteByte(',')
			}
			if value != nil {
				fmt.Fprint(&csv, value)
			}
		}
		csv.WriteByte('\n')
	}
	for name, data := range map[string][]byte{"表.xlsx": book(t, map[string][][]any{"月度调度": rows, "别的": nil}), "月度调度.csv": []byte(csv.String())} {
		first, err := o.Preview(ctx, office.Upload{Name: name, Data: data, Actor: clerk})
		if err != nil {
			t.Fatal(err)
		}
		file, marked, err := o.Annotated(ctx, first.ID, clerk)
		if err != nil || !strings.HasSuffix(file, "-标注.xlsx") {
			t.Fatalf("%s: %v", file, err)
		}
		second, err := o.Preview(ctx, office.Upload{Name: file, Data: marked, Actor: clerk})
		if err != nil {
			t.Fatal(err)
		}
		if len(first.Problems) < 3 {
			t.Errorf("%s: problems %v", name, found(first))
		}
		sameTexts(t, name, found(second), found(first))
		comments, err := openBook(t, marked).GetComments("月度调度")
		if err != nil || len(comments) != 3 || comments[1].Cell != "B3" || !strings.Contains(comments[1].Text, "没有叫“没有的企业”的产业链、区域、企业或部门") {
			t.Errorf("%s: comments %+v, %v", name, comments, err)
		}
		again, twice, err := o.Annotated(ctx, second.ID, clerk)
		if err != nil || again != file || bytes.Equal(twice, data) {
			t.Errorf("annotated twice it is called %s, %v", again, err)
		}
	}
}
