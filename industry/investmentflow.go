package industry

import (
	"cmp"
	"slices"
)

// Flow is where signed projects came from, which branch they went to and where
// they stand: three columns of nodes and what runs between them. Increments are
// no projects and run nowhere; each column adds up to what was signed.
type Flow struct {
	Nodes []FlowNode `json:"nodes"`
	Links []FlowLink `json:"links"`
}

// FlowNode is one name of a column with its projects.
type FlowNode struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Column int    `json:"column"` // 0 source, 1 细分链, 2 standing
	Count  int    `json:"count"`
	Turn   int    `json:"-"` // of a 细分链 among Branches: its colour
}

// FlowLink is how many projects run from one node to another.
type FlowLink struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Count int    `json:"count"`
}

// flowSources is how many provinces have a node of their own.
const flowSources = 7

// standings are the last column in its order; 未开工 is everything before 开工.
var standings = [...]string{"已投产", "在建", "未开工", "暂停", "终止"}

// standing tells where a project is at the end of day at.
func (p Project) standing(at Date) string {
	switch {
	case p.Current(at) == Suspended:
		return "暂停"
	case p.Current(at) == Terminated:
		return "终止"
	case p.Reached(Operating, at):
		return "已投产"
	case p.Reached(Started, at):
		return "在建"
	}
	return "未开工"
}

func flowOf(cohort []Project, verdicts []Verdict, at Date) Flow {
	branches := map[string]string{}
	segments := make([]Segment, len(verdicts))
	for i := range verdicts {
		segments[i] = verdicts[i].Segment
		branches[segments[i].Key] = segments[i].Branch
	}
	turns := Branches(segments)
	great := mainSources(cohort)
	nodes := [3]map[string]int{{}, {}, {}}
	links := map[[2]string]int{}
	for _, p := range cohort {
		if p.Increment() {
			continue
		}
		path := [3]string{p.Province, branches[p.Segment], p.standing(at)}
		if path[0] == "" {
			path[0] = "未填来源"
		} else if !slices.Contains(great, p.Province) {
			path[0] = "其他"
		}
		path[1] = orElse(path[1], "未填细分链")
		for i, name := range path {
			nodes[i][name]++
		}
		links[[2]string{"s:" + path[0], "b:" + path[1]}]++
		links[[2]string{"b:" + path[1], "t:" + path[2]}]++
	}
	f := Flow{Nodes: []FlowNode{}, Links: []FlowLink{}}
	for i, prefix := range []string{"s:", "b:", "t:"} {
		for name, n := range nodes[i] {
			f.Nodes = append(f.Nodes, FlowNode{prefix + name, name, i, n, max(slices.Index(turns, name), 0)})
		}
	}
	for ends, n := range links {
		f.Links = append(f.Links, FlowLink{ends[0], ends[1], n})
	}
	f.order()
	return f
}

// mainSources returns the provinces most projects came from.
func mainSources(cohort []Project) []string {
	counts := map[string]int{}
	for _, p := range cohort {
		if p.Province != "" && !p.Increment() {
			counts[p.Province]++
		}
	}
	names := []string{}
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return names[:min(len(names), flowSources)]
}

// order puts the most first, the rest and what is not known last, the standings
// in their own order.
func (f *Flow) order() {
	late := func(n FlowNode) int {
		switch {
		case n.Column == 2:
			return slices.Index(standings[:], n.Name)
		case n.Name == "其他":
			return 1
		case n.Name == "未填来源" || n.Name == "未填细分链":
			return 2
		}
		return 0
	}
	slices.SortFunc(f.Nodes, func(a, b FlowNode) int {
		return cmp.Or(cmp.Compare(a.Column, b.Column), cmp.Compare(late(a), late(b)), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	place := map[string]int{}
	for i, n := range f.Nodes {
		place[n.ID] = i
	}
	slices.SortFunc(f.Links, func(a, b FlowLink) int {
		return cmp.Or(cmp.Compare(place[a.From], place[b.From]), cmp.Compare(place[a.To], place[b.To]))
	})
}

// Event is 招商活动: a 推介会 or the like with what the office says was signed.
type Event struct {
	Key      string   `json:"key"`
	Name     string   `json:"name"`
	On       Date     `json:"on"`
	Place    string   `json:"place"`
	Chain    string   `json:"chain"`
	Count    Quantity `json:"count"`    // reported
	Contract Quantity `json:"contract"` // reported, 万元
}

// EventOf reads an event.
func EventOf(r Record) Event {
	return Event{
		Key: r.Key(), Name: r.Get("name"), On: r.Date("on_date"), Place: r.Get("place"), Chain: r.Get("chain"),
		Count: r.Quantity("signed_projects"), Contract: r.Quantity("signed_amount"),
	}
}

// SigningEvent is an event beside the formal contracts that the register of
// projects has within EventDays of it: no project names its event, so both are
// shown.
type SigningEvent struct {
	Event
	Signed        SignedCount      `json:"signed"` // by the register
	USD           Quantity         `json:"usd"`    // by the register, 万美元
	Projects      []CountedProject `json:"projects"`
	Differs       bool             `json:"differs"`        // the reported count is another
	AmountDiffers bool             `json:"amount_differs"` // the reported 万元 are others
}

// signing sets an event beside the register of projects.
func (e Event) signing(projects []Project) SigningEvent {
	s := SigningEvent{Event: e, Projects: []CountedProject{}}
	if !e.On.Defined() {
		return s
	}
	for _, p := range projects {
		on := p.Dates[Signed]
		if !p.SignedIn(e.On.Add(-EventDays), e.On.Add(EventDays)) || e.Chain != "" && e.Chain != p.Chain {
			continue
		}
		s.Signed.add(p)
		if p.USD {
			s.USD = s.USD.Plus(p.Contract)
		}
		s.Projects = append(s.Projects, CountedProject{ID: p.ID, Name: p.Name, On: on, Project: !p.Increment(), Amount: p.Contract, USD: p.USD})
	}
	s.Differs = e.Count.Known && e.Count != Q(int64(s.Signed.Count))
	s.AmountDiffers = e.Contract.Known && e.Contract != s.ledgerAmount()
	return s
}

// ledgerAmount is what the register has in 万元, 0 where it has no contract in
// renminbi.
func (s SigningEvent) ledgerAmount() Quantity {
	if !s.Signed.Contract.Known {
		return Q(0)
	}
	return s.Signed.Contract
}

func signingEvents(events []Event, projects []Project, period Period) []SigningEvent {
	list := []SigningEvent{}
	for _, e := range events {
		if e.On < period.From || e.On > period.To {
			continue
		}
		list = append(list, e.signing(projects))
	}
	slices.SortFunc(list, func(a, b SigningEvent) int { return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(a.Key, b.Key)) })
	return list
}
