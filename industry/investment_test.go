package industry

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"
)

func signedOn(id string, contract int64, dates map[Stage]Date, change func(*Project)) Project {
	p := Project{ID: id, Name: id + "项目", Chain: "nem", Contract: Q(contract), Total: Q(contract * 2), Dates: dates}
	if change != nil {
		change(&p)
	}
	return p
}

func cohort() []Project {
	return []Project{
		signedOn("A", 100_000, map[Stage]Date{Signed: "2026-01-10", Enrolled: "2026-02-01", Started: "2026-03-01", Operating: "2026-08-28"}, func(p *Project) {
			p.ParkLevel, p.Province, p.City = "省级", "广东省", "深圳市" // total exactly 20 亿元
		}),
		signedOn("B", 40_000, map[Stage]Date{Signed: "2026-03-01", Started: "2026-06-01"}, func(p *Project) { // 注册 not dated, but passed
			p.ParkLevel, p.Province, p.City = "国家级", "广东省", "深圳市"
		}),
		signedOn("C", 10_000, map[Stage]Date{Signed: "2026-05-01", Enrolled: "2026-11-01"}, func(p *Project) { // registered after the period
			p.PlannedStart, p.Province = "2026-07-01", "浙江省"
		}),
		signedOn("D", 5_000, map[Stage]Date{Signed: "2026-06-01", Started: "2026-07-01", Operating: "2026-07-15"}, func(p *Project) { p.Origin = "A" }),
		signedOn("E", 300, map[Stage]Date{Signed: "2026-06-02", Terminated: "2026-09-01"}, func(p *Project) { p.USD, p.PlannedStart = true, "2026-07-01" }),
		signedOn("F", 7_000, map[Stage]Date{Framework: "2026-04-01"}, func(p *Project) { p.PlannedStart = "2026-10-01" }),
		signedOn("G", 9_000, map[Stage]Date{Signed: "2025-12-31", Started: "2026-01-05"}, func(p *Project) { p.PlannedCompletion = "2026-06-30" }),
	}
}

func TestInvestments(t *testing.T) {
	arrivals := []Arrival{
		{Project: "A", On: "2026-03-01", Amount: Q(30_000)}, {Project: "A", On: "2026-11-01", Amount: Q(1)}, {Project: "D", On: "2026-07-01", Amount: Q(1_000)}, {Project: "E", On: "2026-07-01", Amount: Q(50)}, {Project: "G", On: "2026-07-01", Amount: Q(900)},
	}
	inv := Investments(cohort(), arrivals, Period{"2026-01-01", "2026-10-31", "2026-10-31"})
	// 增资 D adds its amounts and no count; E counts and stays in dollars.
	if want := (SignedTotal{4, Q(155_000), Q(310_000), Q(300)}); inv.Signed != want {
		t.Errorf("signed %+v", inv.Signed)
	}
	reached, current := map[Stage]int{}, map[Stage]int{}
	for _, s := range inv.Stages {
		reached[s.Stage], current[s.Stage] = s.Reached, s.Current
	}
	if want := []int{4, 4, 4, 4, 2, 2, 2, 2, 1, 1, 0, 0, 0, 1}; !slices.Equal(counts(reached), want) {
		t.Errorf("reached %v", counts(reached))
	}
	if want := []int{0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1}; !slices.Equal(counts(current), want) {
		t.Errorf("current %v", counts(current))
	}
	wantRates := []NamedRate{
		{"履约率", "注册 ÷ 签约", Q(2), Q(4), Percent(50)},
		{"开工率", "开工 ÷ 签约", Q(2), Q(4), Percent(50)},
		{"投产率", "投产 ÷ 签约", Q(1), Q(4), Percent(25)},
		{"资金到位率", "到位资金 ÷ 合同资金", Q(31_000), Q(155_000), Percent(20)},
	}
	if !slices.Equal(inv.Rates, wantRates) {
		t.Errorf("rates %+v", inv.Rates)
	}
	if want := []Flagship{{"A", "A项目", Q(200_000), Q(200_000)}}; !slices.Equal(inv.Flagship.Projects, want) || inv.Flagship.Count != 1 {
		t.Errorf("flagship %+v", inv.Flagship)
	}
	wantOverdue := []Overdue{
		{"G", "G项目", Red, "计划竣工 2026-06-30，逾期未竣工；逾期90天以内（含）为黄，以上为红", 123, ""},
		{"C", "C项目", Red, "计划开工 2026-07-01，逾期未开工；逾期90天以内（含）为黄，以上为红", 122, ""},
		{"F", "F项目", Yellow, "计划开工 2026-10-01，逾期未开工；逾期90天以内（含）为黄，以上为红", 30, ""},
	}
	if !slices.Equal(inv.Overdue, wantOverdue) {
		t.Errorf("overdue %+v", inv.Overdue)
	}
	// The unnamed source holds the dollar project's count and the increment's amount.
	wantSources := []SourceCount{{"广东省", "深圳市", 2, Q(140_000)}, {"浙江省", "", 1, Q(10_000)}, {"", "", 1, Q(5_000)}}
	if !slices.Equal(inv.Sources, wantSources) {
		t.Errorf("sources %+v", inv.Sources)
	}
	if *inv.Fastest != (Fastest{"A", "A项目", 230}) {
		t.Errorf("fastest %+v", inv.Fastest)
	}
}

func counts(by map[Stage]int) []int {
	var list []int
	for _, s := range Stages() {
		list = append(list, by[s])
	}
	return list
}

// Overdue looks from today when the period runs into the future.
func TestOverdueAtTheEarlierDay(t *testing.T) {
	projects := []Project{signedOn("C", 1, map[Stage]Date{Signed: "2026-05-01"}, func(p *Project) { p.PlannedStart = "2026-07-01" })}
	for today, want := range map[Date][]int{"2026-07-01": {}, "2026-07-02": {1}, "2026-09-29": {90}, "2027-03-01": {183}} {
		inv := Investments(projects, nil, Period{"2026-01-01", "2026-12-31", today})
		days := []int{}
		for _, o := range inv.Overdue {
			days = append(days, o.Days)
			if want := map[bool]Light{true: Red, false: Yellow}[o.Days > 90]; o.Light != want {
				t.Errorf("%d days are %s", o.Days, o.Light)
			}
		}
		if !slices.Equal(days, want) {
			t.Errorf("on %s: %v", today, days)
		}
	}
}

// No ledger is not a ledger without entries; no project is not a rate of 0.
func TestInvestmentsWithoutData(t *testing.T) {
	text, err := json.Marshal(Investments(nil, nil, Period{"2026-01-01", "2026-01-31", "2026-02-01"}))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"count": 0.0, "contract": nil, "total": nil, "usd": nil}
	if !reflect.DeepEqual(got["signed"], want) {
		t.Errorf("signed %v", got["signed"])
	}
	if arrived := got["arrived"].(map[string]any); arrived["amount"] != nil || arrived["percent"] != nil {
		t.Errorf("arrived %v", arrived)
	}
	if rate := got["rates"].([]any)[0].(map[string]any); rate["numerator"] != 0.0 || rate["percent"] != nil {
		t.Errorf("rate %v", rate)
	}
	for _, list := range []string{"overdue", "sources"} {
		if got[list] == nil {
			t.Errorf("%s is null", list)
		}
	}
	if kept := Investments(cohort(), []Arrival{}, Period{"2026-01-01", "2026-10-31", "2026-10-31"}); kept.Arrived.Amount != Q(0) || kept.Arrived.Percent != Percent(0) {
		t.Errorf("an empty ledger: %+v", kept.Arrived)
	}
}

func TestCurrentStage(t *testing.T) {
	for _, c := range []struct {
		dates map[Stage]Date
		at    Date
		want  Stage
	}{
		{map[Stage]Date{}, "2026-06-01", ""},
		{map[Stage]Date{Lead: "2026-01-01", Signed: "2026-07-01"}, "2026-06-01", Lead},
		{map[Stage]Date{Signed: "2026-01-01", Suspended: "2026-05-01"}, "2026-06-01", Suspended},
		{map[Stage]Date{Signed: "2026-01-01", Suspended: "2026-05-01"}, "2026-04-30", Signed},
		{map[Stage]Date{Signed: "2026-01-01", Suspended: "2026-05-01", Started: "2026-05-20"}, "2026-06-01", Started},
		{map[Stage]Date{Signed: "2026-01-01", Terminated: "2026-05-01", Started: "2026-05-20"}, "2026-06-01", Terminated},
		{map[Stage]Date{Operating: "2026-03-01", Completed: "2026-04-01"}, "2026-06-01", Operating},
	} {
		if got := (Project{Dates: c.dates}).Current(c.at); got != c.want {
			t.Errorf("%v at %s: %s, want %s", c.dates, c.at, got, c.want)
		}
	}
}

func projectRecord(set map[string]string) Record {
	r := NewRecord(ProjectRegister)
	for column, value := range set {
		r.Set(column, value)
	}
	return r
}

func TestProjectOf(t *testing.T) {
	p := ProjectOf(projectRecord(map[string]string{
		"code": "P1", "name": "电芯项目", "chain": "nem", "agreement": "框架协议", "signed_on": "2026-03-01",
		"currency": "美元", "total_investment": "1200.5", "contract_amount": "800", "planned_start": "2026-06-01", "origin": "P0",
	}))
	want := Project{
		ID: "P1", Name: "电芯项目", Chain: "nem", USD: true, Total: Parts(1_200_500_000), Contract: Q(800), Origin: "P0",
		PlannedStart: "2026-06-01", Dates: map[Stage]Date{Framework: "2026-03-01"},
	}
	if !reflect.DeepEqual(p, want) || !p.Increment() {
		t.Errorf("%+v", p)
	}
	formal := ProjectOf(projectRecord(map[string]string{"agreement": "正式合同", "signed_on": "2026-03-01", "framework_on": "2026-01-01"}))
	if !formal.SignedIn("2026-03-01", "2026-03-01") || formal.Dates[Framework] != "2026-01-01" {
		t.Errorf("%+v", formal)
	}
	for stage, name := range stageNames {
		if ProjectRegister.Index(name.column) < 0 {
			t.Errorf("%s has no column %s", stage, name.column)
		}
	}
}

func TestParkLevels(t *testing.T) {
	region := func(code, kind, parent, level string) Record {
		r := NewRecord(RegionRegister)
		r.Set("code", code)
		r.Set("type", kind)
		r.Set("parent", parent)
		r.Set("level", level)
		return r
	}
	got := ParkLevels([]Record{
		region("county", "县", "", "县级"), region("park", "园区", "county", "省级"), region("east", "园区", "park", ""),
		region("town", "乡镇", "county", ""), region("x", "园区", "y", ""), region("y", "园区", "x", ""),
	})
	if want := map[string]string{"park": "省级", "east": "省级"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}
