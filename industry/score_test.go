package industry

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"
)

func scoreSubject(id string, count, amount int64) ScoreSubject {
	figure := func(value, target, due Quantity) ScoreFigure {
		return ScoreFigure{Name: "指标", Value: value, Target: target, Due: due}
	}
	return ScoreSubject{ID: id, Name: id, Figures: map[string]ScoreFigure{
		signedProjects: figure(Q(count), Q(12), Q(10)), signedContract: figure(Q(amount), Q(400_000), Q(300_000)), arrivedIncome: {Name: "到位资金", Value: Q(5)},
	}}
}

// 得分＝完成率×分值，达序时得满分 (domain S53): 8 of 12 behind a pace of 10 brings
// 20 of 30, 10 of 12 at the pace all 30; what has no target is not judged.
func TestScoreByPaceS53(t *testing.T) {
	sheet := ScorePresets()[0]
	table := sheet.Scored([]ScoreSubject{scoreSubject("behind", 8, 0), scoreSubject("paced", 10, 0)}, NewMonth(2026, 10), "2026-10-31")
	first, second := table.Scores[0], table.Scores[1]
	if table.Full != Q(100) || first.ID != "paced" || first.Total != Q(30) || first.Judged != Q(30) || first.Rank != Q(1) || second.Total != Q(20) || second.Rank != Q(2) {
		t.Errorf("%+v", table)
	}
	if p := first.Items[1]; p.Points.Known || p.Formula != "没有登记到位资金的年度总量目标，不评" {
		t.Errorf("without target: %+v", p)
	}
	if p := second.Items[0]; p.Formula != "8÷12×30分＝20分，序时应完成10，未达" {
		t.Errorf("formula %q", p.Formula)
	}
	if p := first.Items[2]; p.Points.Known || p.Rule != ByHand {
		t.Errorf("judged by people: %+v", p)
	}
}

// 【（签约个数÷目标）×50%＋（签约金额÷目标）×50%】×分值, 超时限未开工每个扣0.1 (domain
// S59): 6 of 12 and 300000 of 400000 are (0.5 × 0.5 + 0.75 × 0.5) × 100 = 62.5; two
// late projects take off 0.2.
func TestScoreByPairS59(t *testing.T) {
	s := scoreSubject("ne", 6, 300_000)
	late := func(id string, planned Date, dates map[Stage]Date) Project {
		return Project{ID: id, Name: id, PlannedStart: planned, Dates: dates}
	}
	s.Projects = []Project{
		late("1", "2026-09-30", map[Stage]Date{Signed: "2026-01-01"}), late("2", "2026-10-30", map[Stage]Date{Signed: "2025-01-01"}),
		late("3", "2026-10-31", map[Stage]Date{Signed: "2026-01-01"}),                                   // not over yet
		late("4", "2026-09-30", map[Stage]Date{Signed: "2026-01-01", Started: "2026-10-15"}),            // late, but started
		late("5", "2026-09-30", map[Stage]Date{Signed: "2026-01-01", Terminated: "2026-10-01"}),         // given up
		late("6", "2026-09-30", map[Stage]Date{Framework: "2026-01-01"}),                                // never signed
		{ID: "7", Origin: "1", PlannedStart: "2026-09-30", Dates: map[Stage]Date{Signed: "2026-01-01"}}, // 增资
	}
	got := ScorePresets()[1].Scored([]ScoreSubject{s}, NewMonth(2026, 10), "2026-11-20").Scores[0]
	if got.Items[0].Points != Parts(62_500_000) || got.Items[1].Points != Parts(-200_000) || got.Total != Parts(62_300_000) || got.Judged != Q(100) || len(got.Items[1].Counted) != 2 {
		t.Errorf("%+v", got)
	}
	if want := "【（6÷12）×50%＋（300\u2009000÷400\u2009000）×50%】×100分＝62.5分"; got.Items[0].Formula != want {
		t.Errorf("formula %q", got.Items[0].Formula)
	}
	if len(got.Items[0].Counted)+len(got.Items[0].LeftOut) != len(s.Projects) {
		t.Errorf("%d counted and %d left out of %d", len(got.Items[0].Counted), len(got.Items[0].LeftOut), len(s.Projects))
	}
}

// A contract brings the points of its tier; dollars and increments none.
func TestScoreByTiers(t *testing.T) {
	item := ScoreItem{Name: "大项目", Rule: ByTiers, Weight: Q(5), Tiers: []ScoreTier{{Q(30_000), Q(1)}, {Q(100_000), Q(2)}, {Q(200_000), Q(3)}}}
	s := ScoreSubject{ID: "ne"}
	for i, amount := range []int64{29_999, 30_000, 99_999, 100_000} {
		s.Projects = append(s.Projects, Project{ID: string(rune('a' + i)), Contract: Q(amount), Dates: map[Stage]Date{Signed: "2026-03-01"}})
	}
	s.Projects = append(s.Projects, Project{ID: "usd", USD: true, Contract: Q(300_000), Dates: map[Stage]Date{Signed: "2026-03-01"}},
		Project{ID: "more", Origin: "a", Contract: Q(300_000), Dates: map[Stage]Date{Signed: "2026-03-01"}})
	sheet := ScoreSheet{Items: []ScoreItem{item}}
	if got := sheet.Scored([]ScoreSubject{s}, NewMonth(2026, 10), "2026-10-31").Scores[0].Total; got != Q(4) {
		t.Errorf("%s points", got.Decimal())
	}
	s.Projects = append(s.Projects, Project{ID: "great", Contract: Q(200_000), Dates: map[Stage]Date{Signed: "2026-03-01"}})
	if got := sheet.Scored([]ScoreSubject{s}, NewMonth(2026, 10), "2026-10-31").Scores[0].Total; got != Q(5) {
		t.Errorf("%s points above the cap", got.Decimal())
	}
}

// Whatever the figures, the items add up to the total exactly, no item passes its
// weight, and more of a figure never brings fewer points.
func TestScoreProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(53, 59))
	for range 500 {
		sheet := ScoreSheet{Items: []ScoreItem{
			{Name: "a", Rule: ByPace, Weight: Q(1 + random.Int64N(50)), Indicator: signedProjects},
			{Name: "b", Rule: ByCompletion, Weight: Q(1 + random.Int64N(50)), Indicator: signedContract},
			{Name: "c", Rule: ByPair, Weight: Q(1 + random.Int64N(50)), Indicator: signedProjects, Amount: signedContract},
		}}
		count, amount := random.Int64N(30)-2, random.Int64N(900_000)
		less := sheet.Scored([]ScoreSubject{scoreSubject("x", count, amount)}, NewMonth(2026, 10), "2026-10-31").Scores[0]
		more := sheet.Scored([]ScoreSubject{scoreSubject("x", count+random.Int64N(5), amount+random.Int64N(90_000))}, NewMonth(2026, 10), "2026-10-31").Scores[0]
		sum := new(big.Rat)
		for i, p := range less.Items {
			sum.Add(sum, p.exact)
			if p.Points.Parts > p.Weight.Parts || p.Points.Parts < 0 {
				t.Fatalf("%s of %s", p.Points.Decimal(), p.Weight.Decimal())
			}
			if more.Items[i].exact.Cmp(p.exact) < 0 {
				t.Fatalf("%+v brings more than %+v", p, more.Items[i])
			}
		}
		if sum.Cmp(less.exact) != 0 {
			t.Fatalf("items come to %s, the total is %s", sum, less.exact)
		}
	}
}

// Who could not be judged in full has no rank; equal scores share one.
func TestScoreRanks(t *testing.T) {
	partly := scoreSubject("partly", 12, 400_000)
	delete(partly.Figures, signedContract)
	table := ScorePresets()[1].Scored([]ScoreSubject{
		partly, scoreSubject("a", 6, 200_000), scoreSubject("b", 6, 200_000), scoreSubject("c", 3, 200_000), scoreSubject("d", 12, 400_000),
	}, NewMonth(2026, 10), "2026-10-31")
	text := ""
	for _, s := range table.Scores {
		text += s.ID + " " + s.Rank.Decimal() + "|"
	}
	if text != "d 1|a 2|b 2|c 4|partly |" || table.Scores[4].Total.Known {
		t.Errorf("%s %+v", text, table.Scores[4])
	}
}

func TestScoreDecisionsAreChecked(t *testing.T) {
	for _, sheet := range ScorePresets() {
		if err := (ScoreDecision{Kind: ScoreChains, Sheet: sheet, Reason: "示例文件"}).Check(); err != nil {
			t.Errorf("%s: %v", sheet.Name, err)
		}
	}
	bad := ScoreDecision{Kind: "none", Sheet: ScoreSheet{Items: []ScoreItem{
		{Name: "x", Rule: ByPace, Weight: Q(0), Indicator: signedProjects},
		{Name: "y", Rule: ByPair, Weight: Q(1), Indicator: signedProjects},
		{Name: "z", Rule: ByDelay},
		{Name: "w", Rule: ByTiers, Weight: Q(1), Tiers: []ScoreTier{{Q(2), Q(2)}, {Q(3), Q(1)}}},
		{Name: "v", Rule: "none", Weight: Q(1)},
	}}}
	var e *Error
	if err := bad.Check(); !errors.As(err, &e) || len(e.Fields) != 8 {
		t.Errorf("%+v", e)
	}
}
