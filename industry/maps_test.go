package industry

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// links makes the verdicts of segments "branch/position/code>feed,feed".
func links(segments ...Segment) []Verdict {
	verdicts := make([]Verdict, len(segments))
	for i, s := range segments {
		s.Chain = orElse(s.Chain, "ne")
		s.Key = s.Chain + KeySeparator + s.Code
		s.Name = orElse(s.Name, s.Code)
		for k, f := range s.Feeds {
			s.Feeds[k] = segmentKey(s.Chain, f)
		}
		verdicts[i] = Verdict{Segment: s, State: Sound, Computed: Sound}
	}
	return verdicts
}

func nodeOf(t *testing.T, m ChainMap, id string) MapNode {
	t.Helper()
	i := slices.IndexFunc(m.Nodes, func(n MapNode) bool { return n.ID == id })
	if i < 0 {
		t.Fatalf("no node %s", id)
	}
	return m.Nodes[i]
}

// check asserts what holds of every chain map: nodes inside their lane and stage
// and nowhere on each other, lines that end at their nodes, forward ones to the right.
func check(t *testing.T, m ChainMap) {
	t.Helper()
	at := map[string]MapNode{}
	taken := map[[2]int]string{}
	for _, n := range m.Nodes {
		at[n.ID] = n
		for _, track := range []int{n.Track, n.Track + 1} {
			if other, twice := taken[[2]int{n.Column, track}]; twice {
				t.Errorf("%s lies on %s", n.ID, other)
			}
			taken[[2]int{n.Column, track}] = n.ID
		}
		lane := slices.IndexFunc(m.Lanes, func(l MapLane) bool { return l.Track < n.Track && n.Track+2 <= l.Track+l.Tracks })
		stage := slices.IndexFunc(m.Stages, func(s MapStage) bool { return s.Column <= n.Column && n.Column < s.Column+s.Columns })
		if lane < 0 || stage < 0 || n.Position != "" && m.Stages[stage].Name != n.Position {
			t.Errorf("%s stands in lane %d, stage %d", n.ID, lane, stage)
		}
	}
	for _, e := range m.Edges {
		from, to := at[e.From], at[e.To]
		if e.Back == (to.Column > from.Column) {
			t.Errorf("%s → %s: back %v from column %d to %d", e.From, e.To, e.Back, from.Column, to.Column)
		}
		first, last := e.Line[0], e.Line[len(e.Line)-1]
		if first != (MapPoint{float64(from.Column) + MapNodeWidth, float64(from.Track) + 1}) || last != (MapPoint{float64(to.Column), float64(to.Track) + 1}) {
			t.Errorf("%s → %s runs from %v to %v", e.From, e.To, first, last)
		}
		for i := 1; i < len(e.Line)-1; i++ {
			p, q := e.Line[i-1], e.Line[i]
			if p.Y != q.Y || p == first {
				continue
			}
			for _, n := range m.Nodes { // a level piece lies in the free space
				if top, bottom := float64(n.Track)+MapNodeInset, float64(n.Track+2)-MapNodeInset; p.Y > top && p.Y < bottom {
					x1, x2 := min(p.X, q.X), max(p.X, q.X)
					if x1 < float64(n.Column)+MapNodeWidth && x2 > float64(n.Column) {
						t.Errorf("%s → %s runs through %s", e.From, e.To, n.ID)
					}
				}
			}
		}
	}
}

func TestChainMapRunsLeftToRight(t *testing.T) {
	m := ChainMapOf(ChainMapFacts{Chains: []Party{{"ne", "新能源"}}, Verdicts: links(
		Segment{Code: "mica", Branch: "锂电", Position: "上游", Feeds: []string{"salt"}},
		Segment{Code: "salt", Branch: "锂电", Position: "上游", Feeds: []string{"lfp"}},
		Segment{Code: "lfp", Branch: "锂电", Position: "中游", Feeds: []string{"cell"}},
		Segment{Code: "cell", Branch: "锂电", Position: "下游", Feeds: []string{"pack"}},
		Segment{Code: "pack", Branch: "锂电", Position: "下游", Feeds: []string{"recycle"}},
		Segment{Code: "recycle", Branch: "锂电", Position: "下游", Feeds: []string{"salt"}},
		Segment{Code: "foil", Branch: "铜基", Position: "中游", Feeds: []string{"cell"}},
	)})
	check(t, m)
	want := map[string]int{"mica": 0, "salt": 1, "lfp": 2, "foil": 2, "cell": 3, "pack": 4, "recycle": 5}
	for code, column := range want {
		if n := nodeOf(t, m, "ne:"+code); n.Column != column {
			t.Errorf("%s is in column %d, want %d", code, n.Column, column)
		}
	}
	stages := []MapStage{{Name: "上游", Columns: 2, Segments: 2}, {Name: "中游", Column: 2, Columns: 1, Segments: 2}, {Name: "下游", Column: 3, Columns: 3, Segments: 3}}
	if !reflect.DeepEqual(m.Stages, stages) {
		t.Errorf("stages %+v", m.Stages)
	}
	lanes := []MapLane{{Chain: "ne", Name: "锂电", Branch: "锂电", Tracks: 3, Segments: 6}, {Chain: "ne", Name: "铜基", Branch: "铜基", Track: 3, Tracks: 3, Segments: 1}}
	if !reflect.DeepEqual(m.Lanes, lanes) {
		t.Errorf("lanes %+v", m.Lanes)
	}
	var back []string
	for _, e := range m.Edges {
		if e.Back {
			back = append(back, e.From+" "+e.To)
		}
	}
	if !slices.Equal(back, []string{"ne:recycle ne:salt"}) {
		t.Errorf("lines back: %v", back)
	}
}

// The headings of stages and lanes carry revenue, and none of it where a part is
// withheld.
func TestChainMapHeadings(t *testing.T) {
	f := ChainMapFacts{Verdicts: links(
		Segment{Code: "salt", Branch: "锂电", Position: "上游"}, Segment{Code: "lfp", Branch: "锂电", Position: "中游"},
		Segment{Code: "film", Branch: "锂电", Position: "中游"}, Segment{Code: "rod", Branch: "铜基", Position: "中游"},
		Segment{Code: "odd", Position: "别处"}, Segment{Code: "rod2", Chain: "nm", Branch: "铜基", Position: "下游"},
	)}
	key := func(code string) string { return "ne" + KeySeparator + code }
	f.Revenue = Breakdown{Total: PartTotal{Value: Q(200)}, Rows: []Part{
		{ID: key("salt"), Value: Q(50)}, {ID: key("lfp"), Value: Q(60)}, {ID: key("film"), Suppressed: true}, {ID: key("odd"), Value: Q(10)}, {ID: "", Value: Q(80)},
	}}
	f.Branches = Breakdown{Rows: []Part{{ID: "锂电", Value: Q(110), Growth: Percent(9.1)}, {ID: "铜基", Value: Q(9)}, {ID: "", Value: Q(90)}}}
	m := ChainMapOf(f)
	got := map[string]string{}
	for _, s := range m.Stages {
		got[s.Name] = s.Revenue.Decimal() + " " + PercentText(s.Share)
	}
	for _, l := range m.Lanes {
		got[l.Name] = l.Revenue.Decimal() + " " + SignedPercentText(l.Growth)
	}
	// 铜基 is a branch of both chains; what has no branch stands beside what has no segment.
	want := map[string]string{
		"上游": "50 25.0%", "中游": " —", "下游": " —", "未填位置": "10 5.0%",
		"ne 锂电": "110 +9.1%", "ne 铜基": " —", "ne 未分细分链": " —", "nm 铜基": " —",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("headings %v", got)
	}
	f.Branches.Rows[0].Suppressed = true
	if l := ChainMapOf(f).Lanes[0]; l.Revenue.Known || l.Growth.Known {
		t.Errorf("a withheld branch heads its lane: %+v", l)
	}
}

func TestChainMapBearsWhatCountiesFillIn(t *testing.T) {
	m := ChainMapOf(ChainMapFacts{
		Chains: []Party{{"ne", "新能源"}, {"nm", "新材料"}}, Names: map[string]string{"xx" + KeySeparator + "far": "别处环节"},
		Verdicts: links(
			Segment{Code: "a", Branch: "锂电", Position: "中游", Feeds: []string{"b"}},
			Segment{Code: "b", Branch: "锂电", Position: "中游", Feeds: []string{"c"}},
			Segment{Code: "c", Branch: "锂电", Position: "中游", Feeds: []string{"a"}},       // a cycle
			Segment{Code: "self", Branch: "锂电", Position: "上游", Feeds: []string{"self"}}, // to itself
			Segment{Code: "alone"}, // no branch, no position
			Segment{Code: "lost", Position: "下游", Feeds: []string{"gone", "xx:far"}}, // feeds what is not on the map
			Segment{Chain: "nm", Code: "a", Branch: "锂电", Position: "上游", Feeds: []string{"ne:a"}},
		),
	})
	check(t, m)
	var names []string
	for _, l := range m.Lanes {
		names = append(names, l.Name)
	}
	if !slices.Equal(names, []string{"新能源 锂电", "新能源 未分细分链", "新材料 锂电"}) {
		t.Errorf("lanes %v", names)
	}
	if last := m.Stages[len(m.Stages)-1]; last.Name != "未填位置" || nodeOf(t, m, "ne:alone").Column != last.Column {
		t.Errorf("the segment without a position stands in %+v of %+v", nodeOf(t, m, "ne:alone"), m.Stages)
	}
	var back []string
	for _, e := range m.Edges {
		if e.Back {
			back = append(back, e.From+" "+e.To)
		}
	}
	if !slices.Equal(back, []string{"ne:c ne:a", "ne:self ne:self"}) {
		t.Errorf("lines back: %v", back)
	}
	if n := nodeOf(t, m, "ne:lost"); len(n.Feeds) != 0 || !slices.Equal(n.Outside, []string{"别处环节"}) {
		t.Errorf("feeds %v, outside %v", n.Feeds, n.Outside)
	}
	if empty := ChainMapOf(ChainMapFacts{}); empty.Nodes == nil || empty.Edges == nil || empty.Tracks != 0 {
		t.Errorf("empty map %+v", empty)
	}
}

func TestChainMapHangsOnSegments(t *testing.T) {
	verdicts := links(
		Segment{Code: "cell", Position: "中游", Feeds: []string{"pack"}},
		Segment{Code: "pack", Position: "下游"},
	)
	verdicts[0].State = Broken
	key := verdicts[1].Segment.Key
	f := ChainMapFacts{
		Verdicts: verdicts, At: "2026-10-31",
		Enterprises: []Enterprise{
			{ID: "3", Name: "丙", Role: "配套", Segments: []string{key}},
			{ID: "2", Name: "乙", Role: "链主", Segments: []string{key}},
			{ID: "1", Name: "甲", Segments: []string{key}, Status: closed},
		},
		Projects: []Project{
			{ID: "P1", Name: "电芯", Chain: "ne", Segment: "cell", Remedy: "补链", Dates: map[Stage]Date{Signed: "2026-05-01", Started: "2026-11-01"}},
			{ID: "P2", Name: "已投产", Chain: "ne", Segment: "cell", Dates: map[Stage]Date{Operating: "2026-10-01"}},
			{ID: "P3", Name: "已终止", Chain: "ne", Segment: "cell", Dates: map[Stage]Date{Signed: "2026-01-01", Terminated: "2026-10-01"}},
			{ID: "P4", Name: "未到", Chain: "ne", Segment: "cell", Dates: map[Stage]Date{Lead: "2026-11-01"}},
			{ID: "P5", Name: "无环节", Chain: "ne", Dates: map[Stage]Date{Lead: "2026-01-01"}},
		},
		Technologies: []Technology{{Chain: "ne", Segment: key}, {Chain: "ne", Segment: key}},
		Revenue:      Breakdown{Rows: []Part{{ID: key, Share: Percent(4.9)}, {ID: verdicts[0].Segment.Key, Suppressed: true}}},
	}
	m := ChainMapOf(f)
	cell, pack := nodeOf(t, m, "ne:cell"), nodeOf(t, m, "ne:pack")
	if want := []MapProject{{"P1", "电芯", Signed, "补链"}}; !reflect.DeepEqual(cell.Projects, want) || !cell.Gap || !m.Edges[0].Gap {
		t.Errorf("projects %+v, gap %v, line %+v", cell.Projects, cell.Gap, m.Edges[0])
	}
	if want := []MapFirm{{"2", "乙", "链主"}, {"3", "丙", "配套"}}; !reflect.DeepEqual(pack.FirmNames, want) {
		t.Errorf("enterprises %+v", pack.FirmNames)
	}
	if pack.Techs != 2 || pack.Width != 2 || cell.Width != 0 || cell.Share.Known {
		t.Errorf("%d technologies, width %d and %d", pack.Techs, pack.Width, cell.Width)
	}
}

// county500 is a generated chain: 500 segments, 600 links, cycles among them.
func county500() []Verdict {
	random := rand.New(rand.NewPCG(1, 2))
	segments := make([]Segment, 500)
	for i := range segments {
		segments[i] = Segment{
			Code: fmt.Sprintf("s%03d", i), Name: fmt.Sprintf("示例环节%d号", i), Branch: fmt.Sprintf("细分链%d", i%9),
			Position: mapStages[random.IntN(3)], Order: Q(int64(i)),
		}
	}
	for range 600 {
		from := random.IntN(500)
		segments[from].Feeds = append(segments[from].Feeds, fmt.Sprintf("s%03d", random.IntN(500)))
	}
	return links(segments...)
}

func TestChainMapOfFiveHundred(t *testing.T) {
	verdicts := county500()
	m := ChainMapOf(ChainMapFacts{Verdicts: verdicts})
	check(t, m)
	if len(m.Nodes) != 500 || len(m.Edges) != 600 {
		t.Errorf("%d nodes, %d edges", len(m.Nodes), len(m.Edges))
	}
	slices.Reverse(verdicts)
	if again := ChainMapOf(ChainMapFacts{Verdicts: verdicts}); !reflect.DeepEqual(again.Nodes, m.Nodes) {
		t.Error("the order in which segments are read changes the map")
	}
}

func BenchmarkChainMapOfFiveHundred(b *testing.B) {
	verdicts := county500()
	for b.Loop() {
		ChainMapOf(ChainMapFacts{Verdicts: verdicts})
	}
}
