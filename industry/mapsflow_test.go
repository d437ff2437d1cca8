package industry

import (
	"fmt"
	"slices"
	"testing"
)

// flowsOf is a map of n segments that each go to a field of their own and to one
// that all share, with or without a share.
func flowsOf(n int) ApplicationMap {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprint("环节", i)
	}
	segments := segmentsNamed(names...)
	f := ApplicationMapFacts{Segments: segments}
	for i, s := range segments {
		f.Applications = append(f.Applications,
			Application{Segment: s.Key, Field: fmt.Sprint("领域", i%7), Scenario: fmt.Sprint("场景", i), Share: Percent(float64(i % 60))},
			Application{Segment: s.Key, Field: "共同", Share: Rate{}},
		)
	}
	return ApplicationMapOf(f)
}

// No two names of a column take the same room, no node or edge leaves the map, and
// what has no share still has a line.
func TestApplicationMapGivesEveryNameRoom(t *testing.T) {
	for _, n := range []int{1, 3, 12, 80} {
		m := flowsOf(n)
		for column := range 3 {
			var list []ApplicationNode
			for _, node := range m.Nodes {
				if node.Column == column {
					list = append(list, node)
				}
			}
			slices.SortFunc(list, func(a, b ApplicationNode) int { return int((a.Y + a.Height/2 - b.Y - b.Height/2) * 1e6) })
			for i, node := range list {
				if node.Y < -1e-3 || node.Y+node.Height > 1+1e-3 {
					t.Errorf("%d: %s from %v, %v high", n, node.Name, node.Y, node.Height)
				}
				if i > 0 && node.Y+node.Height/2-list[i-1].Y-list[i-1].Height/2 < node.Slot-1e-3 {
					t.Errorf("%d: the name %s lies over %s", n, node.Name, list[i-1].Name)
				}
			}
		}
		at := map[string]ApplicationNode{}
		for _, node := range m.Nodes {
			at[node.ID] = node
		}
		for _, e := range m.Edges {
			from, to := at[e.From], at[e.To]
			if e.Height <= 0 || e.FromY < from.Y-1e-3 || e.FromY+e.Height > from.Y+from.Height+1e-3 || e.ToY < to.Y-1e-3 || e.ToY+e.Height > to.Y+to.Height+1e-3 {
				t.Errorf("%d: edge %s→%s, %v high, from %v to %v, beside its nodes %+v %+v", n, e.From, e.To, e.Height, e.FromY, e.ToY, from, to)
			}
		}
	}
}

func TestApplicationMapKeepsTheHeaviest(t *testing.T) {
	m := flowsOf(80)
	shown, left := m.Heaviest(20)
	var count [3]int
	for _, n := range shown.Nodes {
		count[n.Column]++
	}
	if left != len(m.Nodes)-len(shown.Nodes) || left == 0 || count[0] > 20 || count[2] > 20 || count[1] != 8 {
		t.Errorf("%v nodes shown, %d left of %d", count, left, len(m.Nodes))
	}
	if whole, left := flowsOf(5).Heaviest(20); left != 0 || len(whole.Nodes) != len(flowsOf(5).Nodes) {
		t.Errorf("%d of a small map left out", left)
	}
}
