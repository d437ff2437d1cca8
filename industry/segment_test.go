package industry

import (
	"slices"
	"testing"
)

// The order of segments is chain, 排序, code, whatever the order of their keys; a
// branch takes its turn, and so its colour, from it on every map.
func TestBranchesKeepTheirTurn(t *testing.T) {
	segment := func(chain, code, branch string, order int64) Segment {
		return Segment{Key: chain + KeySeparator + code, Chain: chain, Code: code, Name: code, Branch: branch, Order: Q(order)}
	}
	list := []Segment{segment("nm", "rod", "铜基", 1), segment("ne", "bms", "储能", 9), segment("ne", "salt", "锂电", 1), segment("ne", "cell", "锂电", 12)}
	if got := Branches(list); !slices.Equal(got, []string{"锂电", "储能", "铜基"}) {
		t.Fatalf("branches %v", got)
	}
	m := ApplicationMapOf(ApplicationMapFacts{Segments: list, Applications: []Application{
		{Segment: list[1].Key, Field: "电网"}, {Segment: list[0].Key, Field: "电缆"}, // none of 锂电
	}})
	turns := map[string]int{}
	for _, n := range m.Nodes {
		if n.Column == 0 {
			turns[n.Branch] = n.Turn
		}
	}
	verdicts := make([]Verdict, len(list))
	for i := range list {
		verdicts[i].Segment = list[i]
	}
	f := flowOf([]Project{{Province: "甲省", Segment: list[0].Key}, {Province: "甲省", Segment: list[0].Key}, {Province: "甲省", Segment: list[1].Key}}, verdicts, "2026-10-31")
	for _, n := range f.Nodes {
		if n.Column == 1 && n.Turn != turns[n.Name] {
			t.Errorf("%s: turn %d on one picture, %d on the other", n.Name, n.Turn, turns[n.Name])
		}
	}
	if turns["储能"] != 1 || turns["铜基"] != 2 {
		t.Errorf("turns %v", turns)
	}
}
