package industry

import (
	"cmp"
	"slices"
)

// InvestmentReport is what a page of 招商引资 shows beside Investment, of the same
// projects. Contracts are 万元 of renminbi projects; dollars are never added.
type InvestmentReport struct {
	Investment
	Month       Month           `json:"month"`
	RateSet     RateSet         `json:"rate_set"`
	SignedYear  SignedYear      `json:"signed_year"`
	Segments    []SegmentSigned `json:"segments"`
	Remedies    []RemedySigned  `json:"remedies"`
	Flow        Flow            `json:"flow"`
	Stalled     []Stalled       `json:"stalled"` // of all live projects, like overdue
	StalledRule string          `json:"stalled_rule"`
	Events      []SigningEvent  `json:"events"`

	Judged ProjectJudgement `json:"judged"` // of all live projects, by 银川's rules
}

// Report completes an Investment: the months of m's year, the segments in their
// verdicts' order where something was signed, and who came from where.
func (rules InvestmentRules) Report(f ReportFacts) InvestmentReport {
	r := InvestmentReport{
		Investment: rules.Investments(f.Projects, f.Arrivals, f.Period), Month: f.Month, RateSet: rules.Rates, StalledRule: rules.Overdue.Text(),
		SignedYear: signedYear(f.Projects, f.Month, min(f.Period.To, f.Period.Today)),
		Stalled:    rules.Overdue.Stalled(f.Projects, f.Arrivals, min(f.Period.To, f.Period.Today)),
		Events:     signingEvents(f.Events, f.Projects, f.Period),
		Judged:     JudgeProjects(f.Projects, min(f.Period.To, f.Period.Today)),
	}
	var cohort []Project
	for _, p := range f.Projects {
		if p.SignedIn(f.Period.From, f.Period.To) {
			cohort = append(cohort, p)
		}
	}
	r.Segments, r.Remedies = signedBySegment(cohort, f.Verdicts), signedByRemedy(cohort)
	r.Flow = flowOf(cohort, f.Verdicts, f.Period.To)
	return r
}

// ReportFacts are what a report is made of.
type ReportFacts struct {
	Month    Month
	Period   Period
	Projects []Project
	Arrivals []Arrival
	Verdicts []Verdict
	Events   []Event
}

// SignedCount is how many projects were signed and what for.
type SignedCount struct {
	Count    int      `json:"count"`
	Contract Quantity `json:"contract"`
}

func (s *SignedCount) add(p Project) {
	if !p.Increment() {
		s.Count++
	}
	if !p.USD {
		s.Contract = s.Contract.Plus(p.Contract)
	}
}

// SignedYear is what was signed month by month against the year before.
type SignedYear struct {
	Months []SignedMonth `json:"months"`
	Now    SignedCount   `json:"now"`    // January to the month
	Before SignedCount   `json:"before"` // the same months of the year before
	Rise   Quantity      `json:"rise"`   // of the count
	Growth Rate          `json:"growth"` // of the contracts
}

// SignedMonth is one month of both years.
type SignedMonth struct {
	Month  Month       `json:"month"`
	Now    SignedCount `json:"now"`
	Before SignedCount `json:"before"`
}

// signedYear looks at days until at: a month that is not over is held against as
// much of last year's.
func signedYear(projects []Project, m Month, at Date) SignedYear {
	y := SignedYear{Months: []SignedMonth{}}
	for n := 1; n <= m.Number(); n++ {
		month := SignedMonth{Month: NewMonth(m.Year(), n)}
		if month.Month.First() > at {
			break
		}
		last, before := month.Month.Last(), month.Month.Add(-12).Last()
		if at < last {
			last, before = at, at.monthsLater(-12)
		}
		for _, p := range projects {
			switch {
			case p.SignedIn(month.Month.First(), last):
				month.Now.add(p)
				y.Now.add(p)
			case p.SignedIn(month.Month.Add(-12).First(), before):
				month.Before.add(p)
				y.Before.add(p)
			}
		}
		y.Months = append(y.Months, month)
	}
	y.Rise = Q(int64(y.Now.Count - y.Before.Count))
	if rise := y.Now.Contract.Minus(y.Before.Contract); rise.Known && y.Before.Contract.Parts > 0 {
		y.Growth = Ratio(rise, y.Before.Contract)
	}
	return y
}

// SegmentSigned is what was signed for a segment: which gap it fills.
type SegmentSigned struct {
	Segment string    `json:"segment"` // key, "" where projects name none
	Name    string    `json:"name"`
	Branch  string    `json:"branch"`
	State   Diagnosis `json:"state"`
	Remedy  string    `json:"remedy"` // what the office means to do about it
	SignedCount
}

// signedBySegment lists every segment that something was signed for and every
// weak one that nothing was signed for.
func signedBySegment(cohort []Project, verdicts []Verdict) []SegmentSigned {
	list, at := []SegmentSigned{}, map[string]int{}
	for _, v := range verdicts {
		at[v.Segment.Key] = len(list)
		list = append(list, SegmentSigned{
			Segment: v.Segment.Key, Name: v.Segment.Name, Branch: v.Segment.Branch, State: v.State, Remedy: v.Segment.Remedy,
		})
	}
	for _, p := range cohort {
		i, known := at[p.Segment]
		if !known {
			i = len(list)
			at[p.Segment] = i
			list = append(list, SegmentSigned{Segment: p.Segment, Name: "未填环节"})
		}
		list[i].add(p)
	}
	list = slices.DeleteFunc(list, func(s SegmentSigned) bool {
		return s.Count == 0 && !s.Contract.Known && !slices.Contains([]Diagnosis{Short, Weak, Broken}, s.State)
	})
	gaps := []Diagnosis{Broken, Weak, Short} // the worst first: whether they are being filled is the question
	place := func(s SegmentSigned) int {
		if i := slices.Index(gaps, s.State); i >= 0 {
			return i
		}
		return len(gaps)
	}
	slices.SortStableFunc(list, func(a, b SegmentSigned) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(b.Count, a.Count), cmp.Compare(b.Contract.Parts, a.Contract.Parts))
	})
	return list
}

// RemedySigned is what was signed to strengthen, complete, extend or hold a chain.
type RemedySigned struct {
	Remedy string `json:"remedy"` // 强链, 补链, 延链, 固链, "" where projects do not say
	SignedCount
}

func signedByRemedy(cohort []Project) []RemedySigned {
	list := []RemedySigned{{Remedy: "强链"}, {Remedy: "补链"}, {Remedy: "延链"}, {Remedy: "固链"}, {}}
	for _, p := range cohort {
		i := slices.IndexFunc(list, func(r RemedySigned) bool { return r.Remedy == p.Remedy })
		list[max(i, 0)].add(p)
	}
	if none := list[len(list)-1]; none.Count == 0 && !none.Contract.Known {
		list = list[:len(list)-1]
	}
	return list
}
