package industry

import (
	"reflect"
	"slices"
	"testing"
)

func TestEnterpriseOf(t *testing.T) {
	r := NewRecord(EnterpriseRegister)
	for column, value := range map[string]string{
		"code": "91361002MA35LJ4W2K", "name": "甲子锂业", "chains": "nem、auto", "segments": "cell、auto␟pack", "role": "链主",
		"above_scale": "是", "entered": "2024-03", "titles": "高新技术企业:2024-11-01~2027-10-31、专精特新中小企业", "employees": "320", "status": "在产",
	} {
		r.Set(column, value)
	}
	want := Enterprise{
		ID: "91361002MA35LJ4W2K", Name: "甲子锂业", Chain: "nem", Chains: []string{"nem", "auto"},
		Segment: "nem␟cell", Segments: []string{"nem␟cell", "auto␟pack"}, Role: "链主", AboveScale: true, Entered: NewMonth(2024, 3),
		Titles: []Title{{"高新技术企业", "2024-11-01", "2027-10-31"}, {Name: "专精特新中小企业"}}, Employees: Q(320), Status: "在产",
	}
	if got := EnterpriseOf(r); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestParseTitles(t *testing.T) {
	for text, want := range map[string][]Title{
		"":     nil,
		"瞪羚企业": {{Name: "瞪羚企业"}},
		"高新技术企业：2024-11-01~；科技型中小企业:~2026-12-31": {{"高新技术企业", "2024-11-01", ""}, {"科技型中小企业", "", "2026-12-31"}},
		"a, b、c": {{Name: "a"}, {Name: "b"}, {Name: "c"}},
	} {
		if got := ParseTitles(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// The list of a month: entered by it, departed only from its month on.
func TestListed(t *testing.T) {
	m := month(t, "2026-06")
	for _, c := range []struct {
		what string
		e    Enterprise
		want bool
	}{
		{"规上 without dates", Enterprise{AboveScale: true}, true},
		{"not 规上", Enterprise{}, false},
		{"entered this month", Enterprise{AboveScale: true, Entered: m}, true},
		{"enters next month", Enterprise{AboveScale: true, Entered: m + 1}, false},
		{"departed this month", Enterprise{AboveScale: true, Departed: m}, false},
		{"departs next month", Enterprise{AboveScale: true, Departed: m + 1}, true},
		{"struck off", Enterprise{AboveScale: true, Status: "注销"}, false},
		{"stopped, still listed", Enterprise{AboveScale: true, Status: "停产"}, true},
	} {
		if got := c.e.Listed(m); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

func TestDiagnose(t *testing.T) {
	segments := []Segment{
		{Key: "n␟ore", Feeds: []string{"n␟salt"}},
		{Key: "n␟salt", Feeds: []string{"n␟cathode"}},
		{Key: "n␟cathode", Feeds: []string{"n␟cell", "n␟foil"}},
		{Key: "n␟cell", Feeds: []string{"n␟pack"}},
		{Key: "n␟pack"},
		{Key: "n␟foil", Given: Weak, Reason: "产能不足"},
		{Key: "n␟idle"},
	}
	firm := func(above bool, role, status string, at ...string) Enterprise {
		return Enterprise{AboveScale: above, Role: role, Status: status, Segments: at}
	}
	verdicts := Diagnose(segments, []Enterprise{
		firm(true, "链主", "在产", "n␟salt", "n␟cathode"), // second segment: present there too
		firm(true, "", "", "n␟cell"), firm(true, "链主", "在产", "n␟foil"), firm(false, "链主", "在产", "n␟pack"),
		firm(true, "链主", "停产", "n␟idle"), firm(true, "链主", "注销", "n␟ore"),
	}, NewMonth(2026, 6))
	want := []struct {
		state  Diagnosis
		reason string
	}{
		{Broken, "没有在产企业"},
		{Strong, "1户规上企业，链主1户"},
		{Strong, "1户规上企业，链主1户"},
		{Short, "1户规上企业，所供下游环节都没有规上企业"},
		{Weak, "1户企业，没有规上企业"},
		{Weak, "产能不足"},
		{Broken, "没有在产企业"},
	}
	for i, v := range verdicts {
		if v.State != want[i].state || v.Reason != want[i].reason {
			t.Errorf("%s: %s %s", v.Segment.Key, v.State, v.Reason)
		}
	}
	if given := verdicts[5]; !given.Given || given.Computed != Strong {
		t.Errorf("override %+v", given)
	}
	plain := Diagnose([]Segment{{Key: "n␟a"}}, []Enterprise{firm(true, "骨干", "减产", "n␟a")}, NewMonth(2026, 6))
	if plain[0].State != Sound || plain[0].Reason != "1户规上企业，没有链主" {
		t.Errorf("%+v", plain[0])
	}
}

func TestSegmentOf(t *testing.T) {
	r := NewRecord(SegmentRegister)
	for column, value := range map[string]string{
		"chain": "nem", "code": "cell", "name": "电芯", "branch": "锂电", "position": "中游", "feeds": "pack、auto␟car", "parent": "bat", "diagnosis": "短链", "position_order": "3",
	} {
		r.Set(column, value)
	}
	want := Segment{
		Key: "nem␟cell", Chain: "nem", Code: "cell", Name: "电芯", Branch: "锂电", Position: "中游", Parent: "nem␟bat",
		Feeds: []string{"nem␟pack", "auto␟car"}, Given: Short, Order: Q(3),
	}
	if got := SegmentOf(r); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if segmentKey("nem", "auto:pack") != "auto␟pack" {
		t.Error("a reference written 链:环节 loses its chain")
	}
}

func TestCountedInTheRegisters(t *testing.T) {
	m := month(t, "2026-09")
	projects := append(cohort(), signedOn("H", 60_000, map[Stage]Date{Signed: "2025-09-30", Started: "2025-10-01"}, nil))
	enterprises := []Enterprise{
		{AboveScale: true, Entered: NewMonth(2026, 9), Titles: []Title{{"高新技术企业", "2023-10-01", "2026-09-29"}}},
		{AboveScale: true, Entered: NewMonth(2026, 1), Titles: []Title{{"高新技术企业", "2023-10-01", "2026-09-30"}, {"瞪羚企业", "", ""}}},
		{AboveScale: true, Entered: NewMonth(2025, 9), Titles: []Title{{"潜在瞪羚企业", "", ""}}},
		{AboveScale: true, Departed: NewMonth(2026, 3), Status: "在产"},
		{AboveScale: true, Entered: NewMonth(2026, 2), Status: "注销", Titles: []Title{{"科技型中小企业", "", ""}}},
	}
	got := RegisterIndicators(CountedRegisters{Projects: projects, Enterprises: enterprises}, m)
	want := []Computed{
		{Indicator: "signed_projects", InMonth: Q(0), Cumulative: Q(4), Base: Q(1)},
		{Indicator: "signed_contract", InMonth: Q(0), Cumulative: Q(155_000), Base: Q(60_000)},
		{Indicator: "started_projects", InMonth: Q(0), Cumulative: Q(3), Base: Q(0)},
		{Indicator: "operating_projects", InMonth: Q(0), Cumulative: Q(1), Base: Q(0)},
		{Indicator: "arrived_funds"},
		{Indicator: "new_above_scale", InMonth: Q(1), Cumulative: Q(3), Base: Q(1)},
		{Indicator: "above_scale", Cumulative: Q(3), Base: Q(2)},
		{Indicator: "high_tech", Cumulative: Q(1), Base: Q(2)},
		{Indicator: "tech_sme", Cumulative: Q(0)},
		{Indicator: "gazelle", Cumulative: Q(1), Base: Q(1)},
		{Indicator: "issue_closing", Pending: Q(0), share: share{Q(0), Q(0)}, shareThen: share{Q(0), Q(0)}},
		{Indicator: "visit_coverage"},
	}
	if !slices.Equal(got, want) {
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("got %+v, want %+v", got[i], want[i])
			}
		}
	}
	// Entries by their dates, of renminbi projects of this chain only.
	ledger := []Arrival{
		{Project: "H", On: "2025-09-30", Amount: Q(7)},
		{Project: "H", On: "2025-10-01", Amount: Q(70)},
		{Project: "H", On: "2026-01-01", Amount: Q(300)},
		{Project: "H", On: "2026-09-30", Amount: Q(20)},
		{Project: "H", On: "2026-10-01", Amount: Q(1000)},
		{Project: "other", On: "2026-05-01", Amount: Q(5000)},
		{Project: "E", On: "2026-05-01", Amount: Q(9)},
	}
	if got := RegisterIndicators(CountedRegisters{Projects: projects, Arrivals: ledger}, m)[4]; got != (Computed{Indicator: "arrived_funds", InMonth: Q(20), Cumulative: Q(320), Base: Q(7)}) {
		t.Errorf("%+v", got)
	}
	for _, c := range got {
		if !registerIndicators[c.Indicator] || registerSource(c.Indicator) == "" {
			t.Errorf("%s is no register indicator", c.Indicator)
		}
	}
}
