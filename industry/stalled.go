package industry

import (
	"cmp"
	"fmt"
	"slices"
)

// Stalled is a live signed project that has not started for long, or whose funds
// are behind its contract.
type Stalled struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Light      Light  `json:"light"`
	Kind       string `json:"kind"` // start, funds
	SignedOn   Date   `json:"signed_on"`
	Months     int    `json:"months"` // full months since signing
	Reason     string `json:"reason"`
	Department string `json:"department"`
	Percent    Rate   `json:"percent"` // of the contract that has arrived; undefined without a ledger
}

// Kinds of Stalled.
const (
	WithoutStart = "start"
	BehindFunds  = "funds"
)

// Stalled returns the projects that stand still at the end of day at, the
// longest first; dollar contracts are held against dollars. An increment counts:
// its money was promised too. Nil arrivals mean that no ledger is kept and
// nothing is said of funds.
func (l OverdueLimits) Stalled(projects []Project, arrivals []Arrival, at Date) []Stalled {
	list := []Stalled{}
	for _, p := range projects {
		if !p.dated(Signed, at) || !p.Live(at) {
			continue
		}
		s := Stalled{ID: p.ID, Name: p.Name, SignedOn: p.Dates[Signed], Months: fullMonths(p.Dates[Signed], at), Department: p.Department, Light: Yellow}
		if s.Months >= l.StartMonths && !p.Reached(Started, at) {
			start := s
			start.Kind, start.Reason = WithoutStart, fmt.Sprintf("签约满%d个月未开工", s.Months)
			if s.Months >= 2*l.StartMonths {
				start.Light = Red
			}
			list = append(list, start)
		}
		if arrivals == nil || s.Months < l.FundsMonths {
			continue
		}
		amount := paid(arrivals, map[string]bool{p.ID: true}, "", at)
		s.Percent = Ratio(amount, p.Contract)
		if s.Percent.Known && s.Percent.Percent < RateOf(l.FundsPercent).Percent {
			s.Kind, s.Reason = BehindFunds, fmt.Sprintf("签约满%d个月，到位资金占合同资金%s", s.Months, PercentText(s.Percent))
			if amount.Parts == 0 {
				s.Light = Red
			}
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b Stalled) int {
		return cmp.Or(cmp.Compare(b.Months, a.Months), cmp.Compare(a.ID, b.ID), cmp.Compare(b.Kind, a.Kind))
	})
	return list
}

// fullMonths counts the months that have passed from one day to another.
func fullMonths(from, to Date) int {
	n := int(to.Month() - from.Month())
	if from.monthsLater(n) > to {
		n--
	}
	return n
}
