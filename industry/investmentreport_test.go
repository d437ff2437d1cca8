package industry

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func reportFacts() ReportFacts {
	projects := cohort()
	for i, segment := range []string{"s1", "s1", "s2", "s1", "", "s2", "s2"} {
		projects[i].Segment = segment
	}
	projects[0].Remedy, projects[1].Remedy = "补链", "强链"
	verdict := func(key, branch string, state Diagnosis) Verdict {
		return Verdict{Segment: Segment{Key: key, Name: key + "环节", Branch: branch}, State: state}
	}
	return ReportFacts{
		Month: NewMonth(2026, 10), Period: tenMonths, Projects: projects,
		Verdicts: []Verdict{verdict("s1", "锂电", Short), verdict("s2", "光伏", Sound), verdict("s3", "光伏", Broken), verdict("s4", "光伏", Strong)},
		Events: []Event{
			{Key: "1", Name: "推介会", On: "2026-03-01", Chain: "nem", Count: Q(1)},
			{Key: "2", Name: "港资对接会", On: "2026-06-02", Count: Q(2)},
			{Key: "3", Name: "别链", On: "2026-03-01", Chain: "other"},
			{Key: "4", Name: "去年", On: "2025-03-01"},
		},
	}
}

func TestReport(t *testing.T) {
	r := DefaultInvestmentRules().Report(reportFacts())
	var segments []string
	for _, s := range r.Segments {
		segments = append(segments, s.Name+" "+string(s.State)+" "+Q(int64(s.Count)).Decimal()+" "+s.Contract.Decimal())
	}
	// The increment D adds its amount; E is in dollars; the gaps come first, the worst before the
	// others, be it that s3 has nothing; s4 is no gap.
	if want := []string{"s3环节 断链 0 ", "s1环节 短链 2 145000", "s2环节 正常 1 10000", "未填环节  1 "}; !slices.Equal(segments, want) {
		t.Errorf("segments %q", segments)
	}
	if r.Remedies[0].Count != 1 || r.Remedies[1].Contract != Q(100_000) || r.Remedies[4].Count != 2 {
		t.Errorf("remedies %+v", r.Remedies)
	}
	if y := r.SignedYear; len(y.Months) != 10 || y.Now.Count != 4 || y.Before.Count != 0 || y.Rise != Q(4) || y.Growth.Known || y.Months[0].Now != (SignedCount{1, Q(100_000)}) {
		t.Errorf("year %+v", y)
	}
	if e := r.Events; len(e) != 3 || e[0].Key != "2" || e[0].Signed != (SignedCount{1, Q(5000)}) || e[0].USD != Q(300) || !e[0].Differs || e[1].Differs || e[2].Signed.Count != 0 {
		t.Errorf("events %+v", e)
	}
	var nodes []string
	for _, n := range r.Flow.Nodes {
		nodes = append(nodes, n.ID+" "+Q(int64(n.Count)).Decimal())
	}
	want := []string{"s:广东省 2", "s:浙江省 1", "s:未填来源 1", "b:锂电 2", "b:光伏 1", "b:未填细分链 1", "t:已投产 1", "t:在建 1", "t:未开工 1", "t:终止 1"}
	if !slices.Equal(nodes, want) {
		t.Errorf("nodes %q", nodes)
	}
}

// A month under way is held against as many days of the year before.
func TestSignedYearToTheDay(t *testing.T) {
	projects := []Project{
		signedOn("A", 10, map[Stage]Date{Signed: "2026-03-15"}, nil), signedOn("B", 20, map[Stage]Date{Signed: "2025-03-15"}, nil),
		signedOn("C", 40, map[Stage]Date{Signed: "2025-03-16"}, nil), signedOn("D", 80, map[Stage]Date{Signed: "2025-02-28"}, nil),
	}
	y := signedYear(projects, NewMonth(2026, 4), "2026-03-15")
	if len(y.Months) != 3 || y.Before != (SignedCount{2, Q(100)}) || y.Now != (SignedCount{1, Q(10)}) || y.Growth != Percent(-90) || y.Rise != Q(-1) {
		t.Errorf("%+v", y)
	}
	if y := signedYear(projects, NewMonth(2026, 3), "2026-04-20"); y.Before.Count != 3 {
		t.Errorf("the whole month: %+v", y)
	}
}

// Each column of a flow adds up to what was signed, and so does what runs between.
func TestFlowAddsUp(t *testing.T) {
	for seed := range uint64(100) {
		projects, _ := randomProjects(rand.New(rand.NewPCG(seed, 2)), 40)
		for i := range projects {
			projects[i].Province = []string{"", "甲省", "乙省", "丙省", "丁省", "戊省", "己省", "庚省", "辛省", "壬省"}[i%10]
		}
		r := DefaultInvestmentRules().Report(ReportFacts{Month: NewMonth(2026, 10), Period: tenMonths, Projects: projects})
		var columns [3]int
		for _, n := range r.Flow.Nodes {
			columns[n.Column] += n.Count
		}
		links := 0
		for _, l := range r.Flow.Links {
			links += l.Count
		}
		if n := r.Signed.Count; columns != [3]int{n, n, n} || links != 2*n {
			t.Fatalf("seed %d: %d signed, columns %v, links %d", seed, n, columns, links)
		}
	}
}
