package industry

import (
	"cmp"
	"slices"
)

// Gaps is 断链补链对照表: every weak segment of a chain with what is there and
// what is being done about it.
type Gaps struct {
	Chain    string        `json:"chain"`
	Month    Month         `json:"month"` // of the diagnosis
	At       Date          `json:"at"`    // of projects and prospects
	Gaps     []WeakSegment `json:"gaps"`  // 断链, 弱链, 短链, each in the order of the chain
	States   []GapCount    `json:"states"`
	Untended int           `json:"untended"` // with neither project nor prospect
}

// GapCount is how many segments are weak in one way, how many of them have a
// project under way, and how many a prospect somebody has spoken to.
type GapCount struct {
	State     Diagnosis `json:"state"`
	Segments  int       `json:"segments"`
	Projects  int       `json:"projects"`
	Contacted int       `json:"contacted"`
}

// WeakSegment is a weak segment. Contacts of prospects are no part of it.
type WeakSegment struct {
	ID          string          `json:"id"` // chain:code
	Chain       string          `json:"chain"`
	Code        string          `json:"code"`
	Name        string          `json:"name"`
	Branch      string          `json:"branch"`
	Position    string          `json:"position"`
	State       Diagnosis       `json:"state"`
	Given       bool            `json:"given"` // by the office, not by the rule
	Reason      string          `json:"reason"`
	Remedy      string          `json:"remedy"`
	Enterprises int             `json:"enterprises"`
	Producing   int             `json:"producing"`
	AboveScale  int             `json:"above_scale"`
	Projects    []GapProject    `json:"projects"` // under way, the furthest first
	Prospects   []GapProspect   `json:"prospects"`
	Contacts    []ProspectCount `json:"contacts"` // of every state, in its order
}

// GapProject is a project under way in a weak segment.
type GapProject struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Stage  Stage  `json:"stage"`
	Remedy string `json:"remedy"`
}

// GapProspect is one of 招商目标, without its contact.
type GapProspect struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Province   string `json:"province"`
	City       string `json:"city"`
	State      string `json:"state"`
	Department string `json:"department"`
	Direction  string `json:"direction"`
	Project    string `json:"project"` // key of what came of it
}

// ProspectCount is how many prospects the contact with which is in one state.
type ProspectCount struct {
	State string `json:"state"`
	Count int    `json:"count"`
}

// Place names where a prospect is from, "" where nobody said.
func (p GapProspect) Place() string {
	if p.Province == "" && p.City == "" {
		return ""
	}
	return SourceCount{Province: p.Province, City: p.City}.Place()
}

// Untended reports whether nothing is being done about a gap: no project is under
// way and nobody is being spoken to or meant to be.
func (g WeakSegment) Untended() bool { return len(g.Projects)+len(g.Prospects) == 0 }

// GapFacts are what the table is made of.
type GapFacts struct {
	Chain     string
	Month     Month
	At        Date
	Verdicts  []Verdict
	Projects  []Project
	Prospects []Record
}

// GapStates are the weak diagnoses, the worst first.
func GapStates() []Diagnosis { return []Diagnosis{Broken, Weak, Short} }

// GapsOf sets every weak segment beside its projects under way and its prospects.
func GapsOf(f GapFacts) Gaps {
	t := Gaps{Chain: f.Chain, Month: f.Month, At: f.At, Gaps: []WeakSegment{}, States: []GapCount{}}
	verdicts := slices.Clone(f.Verdicts)
	slices.SortStableFunc(verdicts, func(a, b Verdict) int {
		return cmp.Or(
			cmp.Compare(slices.Index(GapStates(), a.State), slices.Index(GapStates(), b.State)),
			cmp.Compare(a.Segment.Chain, b.Segment.Chain), cmp.Compare(a.Segment.Order.Parts, b.Segment.Order.Parts))
	})
	for _, state := range GapStates() {
		t.States = append(t.States, GapCount{State: state})
	}
	for _, v := range verdicts {
		i := slices.Index(GapStates(), v.State)
		if i < 0 {
			continue
		}
		g := f.gap(v)
		t.Gaps = append(t.Gaps, g)
		t.States[i].Segments++
		if len(g.Projects) > 0 {
			t.States[i].Projects++
		}
		if slices.ContainsFunc(g.Prospects, func(p GapProspect) bool { return p.State != ProspectStates()[0] }) {
			t.States[i].Contacted++
		}
		if g.Untended() {
			t.Untended++
		}
	}
	return t
}

func (f GapFacts) gap(v Verdict) WeakSegment {
	s := v.Segment
	g := WeakSegment{
		ID: MapKey(s.Key), Chain: s.Chain, Code: s.Code, Name: s.Name, Branch: s.Branch, Position: s.Position, State: v.State, Given: v.Given,
		Reason: v.Reason, Remedy: s.Remedy, Enterprises: v.Enterprises, Producing: v.Producing, AboveScale: v.AboveScale, Projects: []GapProject{},
	}
	for _, p := range f.Projects {
		if p.Segment != "" && segmentKey(p.Chain, p.Segment) == s.Key && p.UnderWay(f.At) {
			g.Projects = append(g.Projects, GapProject{p.ID, p.Name, p.Current(f.At), p.Remedy})
		}
	}
	slices.SortStableFunc(g.Projects, func(a, b GapProject) int {
		return cmp.Or(cmp.Compare(slices.Index(steps[:], b.Stage), slices.Index(steps[:], a.Stage)), cmp.Compare(a.ID, b.ID))
	})
	g.Prospects, g.Contacts = ProspectsOf(s.Key, f.Prospects)
	return g
}

// ProspectsOf returns the prospects of a segment, those furthest on first, and
// how many there are of every state.
func ProspectsOf(segment string, records []Record) ([]GapProspect, []ProspectCount) {
	list, counts := []GapProspect{}, []ProspectCount{}
	for _, state := range ProspectStates() {
		counts = append(counts, ProspectCount{State: state})
	}
	place := func(state string) int { return slices.Index(ProspectStates(), state) }
	for _, r := range records {
		if segmentKey(r.Get("chain"), r.Get("segment")) != segment {
			continue
		}
		p := GapProspect{
			ID: r.Key(), Name: r.Get("name"), Province: r.Get("province"), City: r.Get("city"), State: ProspectState(r),
			Department: r.Get("department"), Direction: r.Get("direction"), Project: r.Get("project"),
		}
		list = append(list, p)
		counts[place(p.State)].Count++
	}
	order := []string{"已签约", "在谈", "已联系", "未联系", "暂缓"}
	slices.SortStableFunc(list, func(a, b GapProspect) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.State), slices.Index(order, b.State)), cmp.Compare(a.ID, b.ID))
	})
	return list, counts
}
