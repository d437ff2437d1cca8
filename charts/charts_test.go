package charts

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chainboard/industry"
)

var update = flag.Bool("update", false, "rewrite the golden options")

func m(text string) industry.Month {
	month, err := industry.ParseMonth(text)
	if err != nil {
		panic(err)
	}
	return month
}

var revenue = industry.Indicator{
	Code: "revenue", Name: "营业收入", Unit: "万元", Period: "累计", Basis: industry.Comparable, MainSource: "工信局",
}

// trend is the prototype's year: 1—9月 of 2026 with the list's base, target 260 亿元.
func trend(t *testing.T, months int) industry.Trend {
	t.Helper()
	cumulative := []int64{338_600, 551_200, 753_000, 964_800, 1_193_500, 1_390_200, 1_609_400, 1_864_200}
	base := []int64{318_800, 513_200, 696_600, 886_800, 1_089_000, 1_274_200, 1_464_400, 1_674_900}
	var facts []industry.PointFacts
	for i := range cumulative {
		for _, year := range []int{2025, 2026} {
			r := industry.MonthlyReport{Month: industry.NewMonth(year, i+2), Cumulative: industry.Q(cumulative[i]), Base: industry.Q(base[i])}
			if year == 2025 {
				r.Cumulative, r.Base = industry.Q(base[i]), industry.Quantity{}
			}
			facts = append(facts, industry.PointFacts{Month: r.Month, Own: &r})
		}
	}
	trend := industry.TrendOf(revenue, m("2026-09"), months, facts)
	trend.Plan = industry.PlanOf(revenue, industry.Target{Year: 2026, Kind: "总量", Value: industry.Q(2_600_000)})
	return trend
}

func branches() industry.Breakdown {
	group := func(name string, now, base int64) industry.GroupSum {
		return industry.GroupSum{Group: industry.Party{ID: name, Name: name}, Expected: 5, Sum: industry.Sum{
			Reported: 5, Based: 5, Cumulative: industry.Q(now), BasedCumulative: industry.Q(now), Base: industry.Q(base),
		}}
	}
	return industry.BreakdownOf(revenue, []industry.GroupSum{
		group("锂电", 983_600, 901_200), group("光伏", 312_700, 300_500),
		group("铜基新材料", 428_500, 347_100), group("@有机硅", 139_400, 126_100),
	})
}

// groups go down as well as up, and one may not be shown.
func groups() industry.Breakdown {
	group := func(name string, firms int, now, base int64) industry.GroupSum {
		return industry.GroupSum{By: industry.ByRegion, Group: industry.Party{ID: name, Name: name}, Expected: firms, Sum: industry.Sum{
			Reported: firms, Based: firms, Cumulative: industry.Q(now), BasedCumulative: industry.Q(now), Base: industry.Q(base),
		}}
	}
	return industry.BreakdownOf(revenue, []industry.GroupSum{
		group("@经济开发区", 30, 700, 820), group("城北光储产业园", 15, 430, 390), group("东河镇", 2, 30, 20),
		group("西塘镇", 4, 90, 80), group("白沙镇", 5, 60, 95),
	}).Suppressed()
}

func investment() industry.InvestmentReport {
	project := func(id, province string, dates map[industry.Stage]industry.Date) industry.Project {
		return industry.Project{ID: id, Name: id, Province: province, Contract: industry.Q(82_400), Total: industry.Q(100_000), Dates: dates}
	}
	return industry.DefaultInvestmentRules().Report(industry.ReportFacts{Month: m("2026-09"), Projects: []industry.Project{
		project("P1", "广东省", map[industry.Stage]industry.Date{industry.Signed: "2026-01-10", industry.Operating: "2026-06-01"}),
		project("P2", "广东省", map[industry.Stage]industry.Date{industry.Signed: "2026-02-10", industry.Started: "2026-06-01"}),
		project("P3", "", map[industry.Stage]industry.Date{industry.Signed: "2026-03-10"}),
	}, Period: industry.Period{From: "2026-01-01", To: "2026-09-30", Today: "2026-10-10"}})
}

// heat is two enterprises with a gap, a loss and a multiple.
func heat() industry.Heat {
	report := func(month string, now, base int64) industry.MonthlyReport {
		return industry.MonthlyReport{Month: m(month), Cumulative: industry.Q(now), Base: industry.Q(base)}
	}
	return industry.HeatOfFirms(revenue, m("2026-09"), 10, []industry.HeatFirm{
		{Firm: industry.Party{ID: "1", Name: "@甲子锂业"}, Reports: []industry.MonthlyReport{report("2025-12", 30, 10), report("2026-02", 11, 10), report("2026-09", 90, 100)}},
		{Firm: industry.Party{ID: "2", Name: "丁丑电芯"}, Entered: m("2026-03"), Reports: []industry.MonthlyReport{report("2026-08", -5, 10)}},
	})
}

// A heat map prints its figures, leaves gaps as gaps and has no January.
func TestHeatmapLeavesGaps(t *testing.T) {
	o, err := Heatmap(heat())
	if err != nil {
		t.Fatal(err)
	}
	axis := o["xAxis"].([]any)[0].(map[string]any)["data"].([]any)
	if len(axis) != 9 || axis[0] != "2025年12月" || axis[1] != "2026年1—2月" {
		t.Errorf("columns %v", axis)
	}
	data := o["series"].([]any)[0].(map[string]any)["data"].([]any)
	var texts []string
	for _, cell := range data {
		texts = append(texts, cell.(map[string]any)["text"].(string))
	}
	if got := strings.Join(texts, " "); got != "增长2倍 +10.0% −10.0% 由盈转亏" {
		t.Errorf("cells %s", got)
	}
}

func input(t *testing.T) Input {
	in := mapInput()
	in.Trend, in.Branches, in.Groups, in.Investment = trend(t, 9), branches(), groups(), investment().Investment
	in.Flow, in.SignedYear = investment().Flow, investment().SignedYear
	in.Heat = heat()
	in.Pace = []industry.PaceRow{
		{Name: "营业收入", Completion: industry.Percent(71.7), Pace: industry.Percent(75)},
		{Name: "新开工项目", Completion: industry.Percent(0), Pace: industry.Percent(75)},
		{Name: "工业用电量"},
	}
	return in
}

// Every chart against its golden option (-update rewrites them).
func TestGolden(t *testing.T) {
	for _, chart := range Names() {
		o, err := Build(chart, input(t))
		if err != nil {
			t.Fatalf("%s: %v", chart, err)
		}
		golden(t, chart, o)
	}
	years, err := Trend(trend(t, 20))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "trend_two_years", years)
	beside := trend(t, 9)
	beside.References = references()
	o, err := Trend(beside)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "trend_references", o)
}

// references are a city with a gap and a province that ended in August.
func references() []industry.ReferenceSeries {
	series := func(id, name, kind string, rates map[string]int64) industry.ReferenceFacts {
		f := industry.ReferenceFacts{Region: industry.Region{Code: id, Name: name, Type: kind}}
		for month, tenths := range rates {
			f.Reports = append(f.Reports, industry.MonthlyReport{Month: m(month), Growth: industry.Parts(tenths * industry.Scale / 10)})
		}
		return f
	}
	return industry.ReferencesOf(revenue, m("2026-09"), 9, []industry.ReferenceFacts{
		series("3699", "示例市", "市", map[string]int64{"2026-02": 61, "2026-03": 64, "2026-05": 70, "2026-09": 82}),
		series("36", "示例省", "省", map[string]int64{"2026-07": 66, "2026-08": 65}),
	})
}

// A reference keeps its gaps, joins no total and is named.
func TestTrendWithReferences(t *testing.T) {
	tr := trend(t, 9)
	tr.References = references()
	o, err := Trend(tr)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, s := range o["series"].([]any) {
		s := s.(map[string]any)
		if s["name"] != "全市" {
			continue
		}
		found++
		var drawn []string
		for i, point := range s["data"].([]any) {
			point := point.(map[string]any)
			if point["value"] != "-" {
				drawn = append(drawn, o["xAxis"].([]any)[0].(map[string]any)["data"].([]any)[i].(string))
			}
		}
		if strings.Join(drawn, " ") != "2026-02 2026-03 2026-05 2026-09" {
			t.Errorf("drawn at %v", drawn)
		}
	}
	if found != 1 {
		t.Errorf("%d lines of the city", found)
	}
	if got := fmt.Sprint(o["legend"].(map[string]any)["data"]); got != "[全省 全市]" {
		t.Errorf("names %s", got)
	}
}

func golden(t *testing.T, name string, o Option) {
	t.Helper()
	var got bytes.Buffer
	enc := json.NewEncoder(&got)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(o); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name+".json")
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("%s differs from %s:\n%s", name, path, got.String())
	}
}

// What the designs forbid, read back from the options themselves.
func TestTrendHasNoJanuaryAndNoInventedPoint(t *testing.T) {
	o, err := Trend(trend(t, 20)) // 2025-02 … 2026-09
	if err != nil {
		t.Fatal(err)
	}
	axis := o["xAxis"].([]any)[0].(map[string]any)["data"].([]any)
	if len(axis) != 22 || axis[0] != "2025-02" || axis[11] != "2026-02" || axis[21] != "2026-12" {
		t.Fatalf("axis = %v", axis)
	}
	for _, label := range axis {
		if strings.HasSuffix(label.(string), "-01") {
			t.Errorf("a January: %v", label)
		}
	}
	lines := 0
	for _, s := range o["series"].([]any) {
		s := s.(map[string]any)
		years := map[string]bool{}
		for i, point := range s["data"].([]any) {
			value := point.(map[string]any)["value"]
			if value == 0.0 {
				t.Errorf("%v %v is 0 without a figure of 0", s["name"], axis[i])
			}
			if value != "-" {
				years[axis[i].(string)[:4]] = true
			}
		}
		if s["type"] == "line" {
			lines++
		}
		if len(years) > 1 {
			t.Errorf("series %v joins %v", s["name"], years)
		}
	}
	if lines != 3 { // plan and two years of growth
		t.Errorf("%d lines", lines)
	}
}

// A count of 0 is drawn as 0 and an unknown one as nothing: omitempty must not
// make them the same.
func TestZeroIsNotUndefined(t *testing.T) {
	o, err := Pace(input(t).Pace)
	if err != nil {
		t.Fatal(err)
	}
	data := o["series"].([]any)[0].(map[string]any)["data"].([]any)
	if got := data[1].(map[string]any)["value"]; got != 0.0 {
		t.Errorf("completion of 0 %% is drawn as %v", got)
	}
	if got := data[2].(map[string]any)["value"]; got != "-" {
		t.Errorf("an unknown completion is drawn as %v", got)
	}
}

// Figures keep their digits: nothing passes through a float32.
func TestFiguresKeepTheirDigits(t *testing.T) {
	cumulative := industry.Parts(1_864_213_456_789) // 1,864,213.456789 万元
	r := industry.MonthlyReport{Cumulative: cumulative}
	tr := industry.TrendOf(revenue, m("2026-02"), 1, []industry.PointFacts{{Month: m("2026-02"), Own: &r}})
	o, err := Trend(tr)
	if err != nil {
		t.Fatal(err)
	}
	point := o["series"].([]any)[0].(map[string]any)["data"].([]any)[0].(map[string]any)
	if point["value"] != 1864213.456789 {
		t.Errorf("drawn as %v", point["value"])
	}
}

func TestUnknownChart(t *testing.T) {
	_, err := Build("pie", Input{})
	var e *industry.Error
	if !errors.As(err, &e) || e.Kind != industry.NotFound {
		t.Errorf("err = %v", err)
	}
}

// Nothing to draw is an option without figures, never an error.
func TestEmptyInput(t *testing.T) {
	for _, chart := range Names() {
		o, err := Build(chart, Input{})
		if err != nil {
			t.Fatalf("%s: %v", chart, err)
		}
		for _, s := range o["series"].([]any) {
			if data, ok := s.(map[string]any)["data"]; ok && len(data.([]any)) > 0 {
				t.Errorf("%s draws %v out of nothing", chart, data)
			}
		}
	}
}
