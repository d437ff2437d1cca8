package industry

import (
	"reflect"
	"testing"
)

func published(m Month, source string, growth int64) MonthlyReport {
	return MonthlyReport{Month: m, ObjectKind: "region", Source: source, Growth: Parts(growth * Scale / 10)}
}

// References come as 全国, 全省, 全市; a region's own trade goes before its whole
// industry, the main source before another, and regions of the county are none.
func TestReferences(t *testing.T) {
	m := month(t, "2026-03")
	region := func(code, kind string) Region { return Region{Code: code, Name: "示例" + kind, Type: kind} }
	got := ReferencesOf(revenueIndicator, m, 3, []ReferenceFacts{
		{Region: region("3", "市"), Reports: []MonthlyReport{published(m, "统计局", 82), published(m, "工信局", 90)}},
		{Region: region("1", "国家"), Reports: []MonthlyReport{published(m-1, "统计局", 35), published(m, "统计局", 41)}},
		{Region: region("2", "省"), Reports: []MonthlyReport{published(m, "统计局", 67)}},
		{Region: region("2", "省"), Chain: "ne", Reports: []MonthlyReport{{Month: m, Source: "工信局", Cumulative: Q(110), Base: Q(100)}}},
		{Region: region("4", "县"), Reports: []MonthlyReport{published(m, "工信局", 99)}},
	})
	want := []ReferenceSeries{
		{"1", "示例国家", "国家", "全国", "统计局", []ReferencePoint{{Month: m - 1, Growth: Percent(3.5)}, {Month: m, Growth: Percent(4.1)}}},
		{"2", "示例省", "省", "全省同行业", "工信局", []ReferencePoint{{Month: m - 1}, {Month: m, Cumulative: Q(110), Growth: Percent(10)}}},
		{"3", "示例市", "市", "全市", "工信局", []ReferencePoint{{Month: m - 1}, {Month: m, Growth: Percent(9)}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// Two cities are told by their names: neither is 全市.
func TestReferencesOfOneType(t *testing.T) {
	m := month(t, "2026-03")
	got := ReferencesOf(revenueIndicator, m, 1, []ReferenceFacts{
		{Region: Region{Code: "3", Name: "甲市", Type: "市"}, Reports: []MonthlyReport{published(m, "工信局", 82)}},
		{Region: Region{Code: "4", Name: "乙市", Type: "市"}, Reports: []MonthlyReport{published(m, "工信局", 41)}},
		{Region: Region{Code: "5", Name: "丙市", Type: "市"}, Reports: []MonthlyReport{published(m-30, "工信局", 41)}},
	})
	if len(got) != 2 || got[0].Label != "甲市" || got[1].Label != "乙市" {
		t.Errorf("%+v", got)
	}
}

// A difference of two rates is said in 百分点 (domain S47), never in %.
func TestCompare(t *testing.T) {
	m := month(t, "2026-10")
	trend := func(own Rate, city int64) Trend {
		tr := Trend{Points: []Point{{Month: m, Growth: own}}}
		tr.References = ReferencesOf(revenueIndicator, m, 1, []ReferenceFacts{
			{Region: Region{Code: "1", Name: "国", Type: "国家"}, Reports: []MonthlyReport{published(m, "", 41)}},
			{Region: Region{Code: "2", Name: "省", Type: "省"}, Reports: []MonthlyReport{published(m-1, "", 67)}},
			{Region: Region{Code: "3", Name: "市", Type: "市"}, Reports: []MonthlyReport{published(m, "", city)}},
		})
		return tr
	}
	for want, tr := range map[string]Trend{
		"全国 +4.1%、全市 +8.2%；本链高于全市3.0个百分点":  trend(Percent(11.2), 82),
		"全国 +4.1%、全市 +8.2%；本链低于全市10.3个百分点": trend(Percent(-2.1), 82),
		"全国 +4.1%、全市 −1.0%；本链与全市持平":        trend(Percent(-1), -10),
		"全国 +4.1%、全市 +8.2%":                trend(Rate{}, 82),
		"":                                 {Points: []Point{{Month: m, Growth: Percent(3)}}},
	} {
		if got := tr.Compare().Text("本链"); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
