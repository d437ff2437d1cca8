package industry

import (
	"slices"
	"testing"
)

func prospectRecord(code, segment, state string) Record {
	r := NewRecord(ProspectRegister)
	for column, value := range map[string]string{"code": code, "chain": "ne", "segment": segment, "name": code, "state": state, "contact": "张示例"} {
		r.Set(column, value)
	}
	return r
}

// Every weak segment stands in the table, the worst first, with its projects
// under way and its prospects; sound ones do not.
func TestGaps(t *testing.T) {
	verdict := func(code string, order int64, state Diagnosis) Verdict {
		return Verdict{Segment: Segment{Key: "ne" + KeySeparator + code, Chain: "ne", Code: code, Name: code, Order: Q(order)}, State: state}
	}
	g := GapsOf(GapFacts{
		Chain: "ne", At: "2026-10-31",
		Verdicts: []Verdict{verdict("short", 1, Short), verdict("sound", 2, Sound), verdict("broken2", 4, Broken), verdict("weak", 5, Weak), verdict("broken1", 3, Broken)},
		Projects: []Project{
			{ID: "lead", Chain: "ne", Segment: "broken1", Dates: map[Stage]Date{Lead: "2026-01-01"}},
			{ID: "signed", Chain: "ne", Segment: "ne" + KeySeparator + "broken1", Dates: map[Stage]Date{Signed: "2026-02-01"}},
			{ID: "operating", Chain: "ne", Segment: "broken1", Dates: map[Stage]Date{Operating: "2026-02-01"}},
			{ID: "stopped", Chain: "ne", Segment: "weak", Dates: map[Stage]Date{Signed: "2026-02-01", Terminated: "2026-03-01"}},
			{ID: "later", Chain: "ne", Segment: "weak", Dates: map[Stage]Date{Lead: "2026-11-01"}},
		},
		Prospects: []Record{prospectRecord("M1", "broken2", "暂缓"), prospectRecord("M2", "broken2", "在谈"), prospectRecord("M3", "weak", ""), prospectRecord("M4", "sound", "在谈")},
	})
	var names []string
	for _, gap := range g.Gaps {
		names = append(names, gap.Name)
	}
	if !slices.Equal(names, []string{"broken1", "broken2", "weak", "short"}) {
		t.Fatalf("gaps %v", names)
	}
	if p := g.Gaps[0].Projects; len(p) != 2 || p[0].ID != "signed" || p[1].ID != "lead" {
		t.Errorf("projects %+v", p)
	}
	if p := g.Gaps[1].Prospects; len(p) != 2 || p[0].ID != "M2" || !slices.Equal(g.Gaps[1].Contacts, []ProspectCount{{"未联系", 0}, {"已联系", 0}, {"在谈", 1}, {"已签约", 0}, {"暂缓", 1}}) {
		t.Errorf("prospects %+v %+v", p, g.Gaps[1].Contacts)
	}
	if want := []GapCount{{Broken, 2, 1, 1}, {Weak, 1, 0, 0}, {Short, 1, 0, 0}}; !slices.Equal(g.States, want) || g.Untended != 1 || !g.Gaps[3].Untended() {
		t.Errorf("states %+v, untended %d", g.States, g.Untended)
	}
}
