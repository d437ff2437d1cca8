package industry

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// ScoreTable is the scores of a month by one sheet: the JSON of GET /api/v1/score.
type ScoreTable struct {
	Kind    string     `json:"kind"`
	Month   Month      `json:"month"`
	At      Date       `json:"at"` // of projects
	Sheet   ScoreSheet `json:"sheet"`
	Version int64      `json:"version"` // 0: the preset, nothing was decided
	Full    Quantity   `json:"full"`    // points of the whole sheet
	Scores  []Score    `json:"scores"`  // best first
}

// Score is one chain's or department's points. Total is the sum of what could be
// judged, Judged how many points that was out of; deductions are in Total only.
type Score struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Rank   Quantity    `json:"rank"` // unknown where something could not be judged that was of others
	Total  Quantity    `json:"total"`
	Judged Quantity    `json:"judged"`
	Items  []ItemScore `json:"items"`

	exact *big.Rat
}

// ItemScore is the points of one item with the formula they follow from.
type ItemScore struct {
	Name    string           `json:"name"`
	Rule    ScoreRule        `json:"rule"`
	Weight  Quantity         `json:"weight"`
	Points  Quantity         `json:"points"`  // unknown where the item cannot be judged
	Formula string           `json:"formula"` // with its numbers, or why there are none
	Counted []CountedProject `json:"counted"` // behind the points
	LeftOut []LeftOutProject `json:"left_out"`
	Figures []string         `json:"figures"` // indicators behind the points

	exact *big.Rat
}

// ScoreSubject is who is scored: its figures and the projects they are of.
type ScoreSubject struct {
	ID       string
	Name     string
	Figures  map[string]ScoreFigure // by indicator
	Projects []Project
	Arrivals []Arrival
}

// ScoreFigure is an indicator's cumulative beside its 总量 target and what that
// asks by the month's end.
type ScoreFigure struct {
	Name   string
	Unit   string
	Value  Quantity
	Target Quantity
	Due    Quantity
}

// ScoreFigureOf takes a figure from a line of dispatch.
func ScoreFigureOf(l Line, m Month) ScoreFigure {
	f := ScoreFigure{Name: l.Name, Unit: l.Unit, Value: l.Cumulative}
	if l.TargetKind == TotalTarget {
		f.Target = l.Target
	}
	for _, p := range l.Plan {
		if p.Month == m {
			f.Due = p.Value
		}
	}
	return f
}

// Scored scores every subject by a sheet at a month's end, seen from at.
func (sheet ScoreSheet) Scored(subjects []ScoreSubject, m Month, at Date) ScoreTable {
	t := ScoreTable{Month: m, At: min(m.Last(), at), Sheet: sheet, Full: Q(0), Scores: []Score{}}
	for _, it := range sheet.Items {
		if it.Rule != ByDelay {
			t.Full = t.Full.Plus(it.Weight)
		}
	}
	for _, s := range subjects {
		t.Scores = append(t.Scores, sheet.score(s, m, t.At))
	}
	t.rank()
	return t
}

func (sheet ScoreSheet) score(s ScoreSubject, m Month, at Date) Score {
	score := Score{ID: s.ID, Name: s.Name, Judged: Q(0), Items: []ItemScore{}}
	for _, it := range sheet.Items {
		p := it.score(s, m, at)
		if p.Counted == nil {
			p.Counted = []CountedProject{}
		}
		if p.LeftOut == nil {
			p.LeftOut = []LeftOutProject{}
		}
		if p.exact != nil {
			p.Points = pointsOf(p.exact)
			if it.Rule != ByDelay {
				score.Judged = score.Judged.Plus(it.Weight)
			}
			if score.exact == nil {
				score.exact = new(big.Rat)
			}
			score.exact.Add(score.exact, p.exact)
		}
		score.Items = append(score.Items, p)
	}
	if score.Judged.Parts == 0 {
		score.exact = nil // deductions alone are no score
	}
	if score.exact != nil {
		score.Total = pointsOf(score.exact)
	}
	return score
}

// pointsOf rounds exact points to a millionth.
func pointsOf(r *big.Rat) Quantity {
	parts := roundHalfAway(new(big.Rat).Mul(r, big.NewRat(Scale, 1)))
	if !parts.IsInt64() {
		return Quantity{}
	}
	return Parts(parts.Int64())
}

func pointsText(r *big.Rat) string {
	f := r.FloatString(2)
	return dropZeros(f) + "分"
}

func (it ScoreItem) score(s ScoreSubject, m Month, at Date) ItemScore {
	p := ItemScore{Name: it.Name, Rule: it.Rule, Weight: it.Weight, Figures: []string{}}
	switch it.Rule {
	case ByPace, ByCompletion:
		it.byCompletion(&p, s)
		p.count(s, it.Indicator, m, at)
	case ByPair:
		it.byPair(&p, s)
		p.count(s, it.Indicator, m, at)
	case ByTiers:
		it.byTiers(&p, s, m, at)
	case ByDelay:
		it.byDelay(&p, s, at)
	default:
		p.Formula = "人工评分，系统不算"
	}
	return p
}

// full limits points to the item's weight and never below nothing.
func (it ScoreItem) full(points *big.Rat) *big.Rat {
	weight := big.NewRat(it.Weight.Parts, Scale)
	switch {
	case points.Cmp(weight) > 0:
		return weight
	case points.Sign() < 0:
		return new(big.Rat)
	}
	return points
}

// done returns cumulative ÷ target, or why there is none.
func (s ScoreSubject) done(indicator string) (f ScoreFigure, share *big.Rat, missing string) {
	f = s.Figures[indicator]
	name := orElse(f.Name, "这项指标")
	switch {
	case !f.Target.Known || f.Target.Parts <= 0:
		return f, nil, "没有登记" + name + "的年度总量目标，不评"
	case !f.Value.Known:
		return f, nil, name + "没有数，不评"
	}
	return f, big.NewRat(f.Value.Parts, f.Target.Parts), ""
}

func (it ScoreItem) byCompletion(p *ItemScore, s ScoreSubject) {
	p.Figures = append(p.Figures, it.Indicator)
	f, share, missing := s.done(it.Indicator)
	if p.Formula = missing; share == nil {
		return
	}
	weight := big.NewRat(it.Weight.Parts, Scale)
	p.exact = it.full(new(big.Rat).Mul(share, weight))
	p.Formula = fmt.Sprintf("%s÷%s×%s分＝%s", GroupedText(f.Value), GroupedText(f.Target), it.Weight.Decimal(), pointsText(p.exact))
	if it.Rule == ByPace && f.Due.Known {
		if f.Value.Parts >= f.Due.Parts {
			p.exact = weight
			p.Formula = fmt.Sprintf("%s÷%s，序时应完成%s，达序时得满分%s", GroupedText(f.Value), GroupedText(f.Target), GroupedText(f.Due), pointsText(weight))
		} else {
			p.Formula += fmt.Sprintf("，序时应完成%s，未达", GroupedText(f.Due))
		}
	}
}

func (it ScoreItem) byPair(p *ItemScore, s ScoreSubject) {
	p.Figures = append(p.Figures, it.Indicator, it.Amount)
	count, done, missing := s.done(it.Indicator)
	amount, paid, without := s.done(it.Amount)
	if p.Formula = orElse(missing, without); done == nil || paid == nil {
		return
	}
	half := new(big.Rat).Add(done, paid)
	half.Mul(half, big.NewRat(1, 2))
	p.exact = it.full(half.Mul(half, big.NewRat(it.Weight.Parts, Scale)))
	p.Formula = fmt.Sprintf("【（%s÷%s）×50%%＋（%s÷%s）×50%%】×%s分＝%s", GroupedText(count.Value), GroupedText(count.Target),
		GroupedText(amount.Value), GroupedText(amount.Target), it.Weight.Decimal(), pointsText(p.exact))
}

// byTiers gives points to every renminbi contract of the year by its amount.
func (it ScoreItem) byTiers(p *ItemScore, s ScoreSubject, m Month, at Date) {
	p.count(s, signedProjects, m, at)
	sum := new(big.Rat)
	n := 0
	for i := range p.Counted {
		c := &p.Counted[i]
		if c.USD || !c.Project {
			continue
		}
		for _, t := range slices.Backward(it.Tiers) {
			if c.Amount.Known && c.Amount.Parts >= t.Least.Parts {
				sum.Add(sum, big.NewRat(t.Points.Parts, Scale))
				c.Rule = "合同资金达到" + yiShort(t.Least) + "亿元，计" + t.Points.Decimal() + "分"
				n++
				break
			}
		}
	}
	p.exact = it.full(sum)
	p.Formula = fmt.Sprintf("%d个项目入档，合计%s", n, pointsText(p.exact))
}

// byDelay takes points off for every live project past its planned start.
func (it ScoreItem) byDelay(p *ItemScore, s ScoreSubject, at Date) {
	n := int64(0)
	for _, project := range s.Projects {
		if !project.Live(at) || !project.dated(Signed, at) || project.Increment() {
			continue
		}
		if d := project.PlannedStart; d.Defined() && d < at && !project.Reached(Started, at) {
			n++
			p.Counted = append(p.Counted, CountedProject{
				ID: project.ID, Name: project.Name, On: project.Dates[Signed], Project: true, Amount: project.Contract, USD: project.USD,
				Rule: fmt.Sprintf("计划%s开工，已超%d天", d, at.DaysSince(d)),
			})
		}
	}
	off := new(big.Rat).Mul(big.NewRat(n, 1), big.NewRat(it.Each.Parts, Scale))
	if most := big.NewRat(it.Weight.Parts, Scale); it.Weight.Known && off.Cmp(most) > 0 {
		off = most
	}
	p.exact = off.Neg(off)
	p.Formula = fmt.Sprintf("%d个×%s分，扣%s", n, it.Each.Decimal(), pointsText(new(big.Rat).Neg(p.exact)))
}

// count lists the projects behind an indicator of investment in the year so far.
func (p *ItemScore) count(s ScoreSubject, indicator string, m Month, at Date) {
	figure := map[string]string{signedProjects: SignedFigure, signedContract: SignedFigure}[indicator]
	if figure == "" {
		return
	}
	period := Period{From: NewMonth(m.Year(), 1).First(), To: at, Today: at}
	if c, err := CountedIn(figure, s.Projects, s.Arrivals, period); err == nil {
		p.Counted, p.LeftOut = c.Counted, c.LeftOut
	}
}

// rank orders the scores, the best first. Those judged out of fewer points than
// others stand behind without a rank: they cannot be compared.
func (t *ScoreTable) rank() {
	most := int64(0)
	for _, s := range t.Scores {
		most = max(most, s.Judged.Parts)
	}
	ranked := func(s Score) bool { return s.exact != nil && s.Judged.Parts == most }
	points := func(s Score) *big.Rat {
		if s.exact == nil {
			return new(big.Rat)
		}
		return s.exact
	}
	slices.SortStableFunc(t.Scores, func(a, b Score) int {
		return cmp.Or(cmp.Compare(b.Judged.Parts, a.Judged.Parts), points(b).Cmp(points(a)), cmp.Compare(a.ID, b.ID))
	})
	for i := range t.Scores {
		s := &t.Scores[i]
		switch {
		case !ranked(*s):
		case i > 0 && t.Scores[i-1].Rank.Known && t.Scores[i-1].exact.Cmp(s.exact) == 0:
			s.Rank = t.Scores[i-1].Rank
		default:
			s.Rank = Q(int64(i + 1))
		}
	}
}
