package industry

import (
	"cmp"
	"slices"
)

// VisitCoverage is how many enterprises of a list were visited since 1 January.
type VisitCoverage struct {
	Visited Quantity `json:"visited"` // unknown before the first visit on record
	Listed  Quantity `json:"listed"`
	Percent Rate     `json:"percent"`
}

func visitCoverage(s share) VisitCoverage { return VisitCoverage{s.hits, s.of, RateOf(s.percent())} }

// VisitedFirm is an enterprise with how often somebody was there.
type VisitedFirm struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Visits int    `json:"visits"`
	Last   Date   `json:"last"`
}

// Visitor is a leader or department with what it visited.
type Visitor struct {
	Name        string        `json:"name"` // "" where nobody is named
	Visits      int           `json:"visits"`
	Enterprises int           `json:"enterprises"`
	Last        Date          `json:"last"`
	Firms       []VisitedFirm `json:"firms"` // the most visited first; null for who may not see them
}

// VisitSegment is a segment with how many of its listed enterprises were visited.
type VisitSegment struct {
	Key    string `json:"key"`
	Branch string `json:"branch"`
	Name   string `json:"name"`
	VisitCoverage
}

// UnvisitedFirm is an enterprise that nobody visited this year.
type UnvisitedFirm struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Segment string `json:"segment"` // name
	Role    string `json:"role"`
	Listed  bool   `json:"listed"` // 规上 and on the month's list
	Last    Date   `json:"last"`   // the last visit of earlier years; null: never
	Since   Date   `json:"since"`  // a visit after the month; null: none
}

// VisitReport is 走访覆盖率 of a chain and month with who visited whom, and whom
// nobody did: from 1 January to the month's end.
type VisitReport struct {
	Chain       string          `json:"chain"`
	ChainName   string          `json:"chain_name"`
	Month       Month           `json:"month"`
	From        Date            `json:"from"`
	To          Date            `json:"to"`
	Coverage    VisitCoverage   `json:"coverage"`
	Before      VisitCoverage   `json:"before"` // a year ago
	Visits      int             `json:"visits"`
	Enterprises int             `json:"enterprises"` // visited, on the list or not
	Missed      int             `json:"missed"`      // listed and not visited
	Others      int             `json:"others"`      // not listed and not visited
	Leaders     []Visitor       `json:"leaders"`
	Departments []Visitor       `json:"departments"`
	Segments    []VisitSegment  `json:"segments"`
	Unvisited   []UnvisitedFirm `json:"unvisited"` // listed ones first, the longest unvisited first; null for who may not see them
}

// VisitReportOf describes the visits to the enterprises of a chain, each counted
// at its primary segment as the indicator visit_coverage counts it. Struck-off
// enterprises are left out of those not visited.
func VisitReportOf(r CountedRegisters, segments []Segment, m Month) VisitReport {
	from, to := yearTo(m)
	v := VisitReport{
		Month: m, From: from, To: to, Coverage: visitCoverage(r.visited(m)), Before: visitCoverage(r.visited(m - 12)),
		Leaders: []Visitor{}, Departments: []Visitor{}, Segments: []VisitSegment{}, Unvisited: []UnvisitedFirm{},
	}
	names := map[string]string{}
	for i := range r.Enterprises {
		names[r.Enterprises[i].ID] = r.Enterprises[i].Name
	}
	leaders, departments := visitors{}, visitors{}
	for _, x := range r.Visits {
		if _, own := names[x.Enterprise]; !own || !x.On.Defined() || x.On < from || x.On > to {
			continue
		}
		v.Visits++
		leaders.add(x.Leaders, x)
		departments.add(x.Departments, x)
	}
	v.Leaders, v.Departments = leaders.list(names), departments.list(names)
	v.addFirms(r, segments)
	return v
}

// addFirms counts the segments and names who was not visited.
func (v *VisitReport) addFirms(r CountedRegisters, segments []Segment) {
	year := lastVisits(r.Visits, v.From, v.To)
	before, since := lastVisits(r.Visits, "0001-01-01", NewMonth(v.Month.Year()-1, 12).Last()), lastVisits(r.Visits, v.To.plus(1), "9999-12-31")
	counted, names := map[string]share{}, map[string]string{}
	for _, s := range segments {
		names[s.Key] = s.Name
	}
	for i := range r.Enterprises {
		e := &r.Enterprises[i]
		_, visited := year[e.ID]
		listed := e.Listed(v.Month)
		v.Enterprises += boolInt(visited)
		if listed {
			s := counted[e.Segment]
			if s.of == (Quantity{}) {
				s = share{Q(0), Q(0)}
			}
			counted[e.Segment] = share{s.hits.Plus(Q(int64(boolInt(visited)))), s.of.Plus(Q(1))}
		}
		if visited || e.Status == closed {
			continue
		}
		v.Missed, v.Others = v.Missed+boolInt(listed), v.Others+boolInt(!listed)
		v.Unvisited = append(v.Unvisited, UnvisitedFirm{
			ID: e.ID, Name: e.Name, Segment: names[e.Segment], Role: e.Role, Listed: listed, Last: before[e.ID].On, Since: since[e.ID].On,
		})
	}
	slices.SortFunc(v.Unvisited, func(a, b UnvisitedFirm) int {
		return cmp.Or(boolInt(b.Listed)-boolInt(a.Listed), cmp.Compare(a.Last, b.Last), cmp.Compare(a.ID, b.ID))
	})
	for _, s := range segments {
		if c, some := counted[s.Key]; some {
			if !v.Coverage.Visited.Known { // nothing kept is not nobody visited
				c = share{of: c.of}
			}
			v.Segments = append(v.Segments, VisitSegment{s.Key, s.Branch, s.Name, visitCoverage(c)})
		}
	}
}

// Nameless returns the report for those who may not see single enterprises:
// counts only.
func (v VisitReport) Nameless() VisitReport {
	v.Unvisited = nil
	bare := func(list []Visitor) []Visitor {
		list = slices.Clone(list)
		for i := range list {
			list[i].Firms = nil
		}
		return list
	}
	v.Leaders, v.Departments = bare(v.Leaders), bare(v.Departments)
	return v
}

// visitors are the visits by name of who made them and enterprise.
type visitors map[string]map[string]VisitedFirm

func (t visitors) add(names []string, x Visit) {
	if len(names) == 0 {
		names = []string{""}
	}
	for _, name := range names {
		if t[name] == nil {
			t[name] = map[string]VisitedFirm{}
		}
		f := t[name][x.Enterprise]
		t[name][x.Enterprise] = VisitedFirm{ID: x.Enterprise, Visits: f.Visits + 1, Last: max(f.Last, x.On)}
	}
}

// list returns who visited the most enterprises first, those not named last.
func (t visitors) list(names map[string]string) []Visitor {
	list := []Visitor{}
	for name, firms := range t {
		v := Visitor{Name: name, Enterprises: len(firms)}
		for _, f := range firms {
			f.Name = names[f.ID]
			v.Visits, v.Last, v.Firms = v.Visits+f.Visits, max(v.Last, f.Last), append(v.Firms, f)
		}
		slices.SortFunc(v.Firms, func(a, b VisitedFirm) int {
			return cmp.Or(b.Visits-a.Visits, cmp.Compare(b.Last, a.Last), cmp.Compare(a.ID, b.ID))
		})
		list = append(list, v)
	}
	slices.SortFunc(list, func(a, b Visitor) int {
		return cmp.Or(boolInt(a.Name == "")-boolInt(b.Name == ""), b.Enterprises-a.Enterprises, b.Visits-a.Visits, cmp.Compare(a.Name, b.Name))
	})
	return list
}
