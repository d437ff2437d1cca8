package industry

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
)

var tenMonths = Period{"2026-01-01", "2026-10-31", "2026-10-31"}

func countedIn(t *testing.T, figure string, projects []Project, arrivals []Arrival) Counting {
	t.Helper()
	c, err := CountedIn(figure, projects, arrivals, tenMonths)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// 三明: one signing, increments add an amount and no project; 框架协议 is no
// signing; dollars stand apart (domain S65, §10.8).
func TestCountedAndLeftOut(t *testing.T) {
	c := countedIn(t, SignedFigure, cohort(), nil)
	if c.Count != 4 || c.Amount != Q(155_000) || c.USD != Q(300) {
		t.Errorf("signed %d, %v, %v", c.Count, c.Amount, c.USD)
	}
	rules, left := map[string]string{}, map[string]string{}
	for _, p := range c.Counted {
		rules[p.ID] = fmt.Sprintf("%v %v %s", p.Project, p.USD, p.Amount.Decimal())
	}
	for _, p := range c.LeftOut {
		left[p.ID] = p.Code
	}
	if want := map[string]string{"A": "true false 100000", "B": "true false 40000", "C": "true false 10000", "D": "false false 5000", "E": "true true 300"}; !reflect.DeepEqual(rules, want) {
		t.Errorf("counted %v", rules)
	}
	if want := map[string]string{"F": "framework", "G": "earlier"}; !reflect.DeepEqual(left, want) {
		t.Errorf("left out %v", left)
	}
	if _, err := CountedIn("nothing", nil, nil, tenMonths); err == nil {
		t.Error("an unknown figure is counted")
	}
}

// A change of investor keeps the project; so does a formal contract after a
// framework.
func TestCountingKeepsTheProject(t *testing.T) {
	before := cohort()
	after := cohort()
	for i := range after {
		after[i].Investor, after[i].Province = "另一投资方", "上海市"
	}
	if a, b := countedIn(t, SignedFigure, before, nil), countedIn(t, SignedFigure, after, nil); !reflect.DeepEqual(a.Counted, b.Counted) {
		t.Errorf("another investor: %+v", b.Counted)
	}
	after[5].Dates = map[Stage]Date{Framework: "2026-04-01", Signed: "2026-06-01"}
	if c := countedIn(t, SignedFigure, after, nil); c.Count != 5 {
		t.Errorf("after the formal contract: %d", c.Count)
	}
}

// randomProjects are n projects with any combination of the traps.
func randomProjects(r *rand.Rand, n int) ([]Project, []Arrival) {
	day := func() Date { return Date(fmt.Sprintf("202%d-%02d-%02d", 5+r.IntN(2), 1+r.IntN(12), 1+r.IntN(28))) }
	projects, arrivals := []Project{}, []Arrival{}
	for i := range n {
		p := Project{ID: fmt.Sprintf("P%03d", i), Contract: Q(r.Int64N(1000)), Total: Q(5000), Dates: map[Stage]Date{}, USD: r.IntN(5) == 0}
		if r.IntN(4) == 0 {
			p.Origin = "P000"
		}
		for _, s := range Stages() {
			if r.IntN(3) == 0 {
				p.Dates[s] = day()
			}
		}
		projects = append(projects, p)
		for range r.IntN(3) {
			arrivals = append(arrivals, Arrival{Project: p.ID, On: day(), Amount: Q(r.Int64N(500))})
		}
	}
	return projects, arrivals
}

// Every project is counted once or left out once; what is counted adds up to the
// figures of Investments; the order of rows makes no difference.
func TestCountingHoldsForAnyRegister(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		projects, arrivals := randomProjects(r, 1+r.IntN(30))
		inv := Investments(projects, arrivals, tenMonths)
		shuffled := append([]Project{}, projects...)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		for _, figure := range CountedFigures() {
			c := countedIn(t, figure, projects, arrivals)
			if again := countedIn(t, figure, shuffled, arrivals); !reflect.DeepEqual(c, again) {
				t.Fatalf("seed %d: %s depends on the order of rows", seed, figure)
			}
			seen := map[string]int{}
			count, amount, usd := 0, int64(0), int64(0)
			for _, p := range c.Counted {
				seen[p.ID]++
				if p.Project {
					count++
				}
				if p.USD {
					usd += p.Amount.Parts
				} else {
					amount += p.Amount.Parts
				}
			}
			for _, p := range c.LeftOut {
				seen[p.ID]++
			}
			for _, p := range projects {
				if seen[p.ID] != 1 {
					t.Fatalf("seed %d: %s has %s %d times", seed, figure, p.ID, seen[p.ID])
				}
			}
			if count != c.Count || amount != c.Amount.Parts || usd != c.USD.Parts {
				t.Fatalf("seed %d: %s is not the sum of what it counts", seed, figure)
			}
			agrees(t, inv, c)
		}
	}
}

// agrees holds a counting against the figure that pages and the API show.
func agrees(t *testing.T, inv Investment, c Counting) {
	t.Helper()
	if c.Figure == ArrivedFigure {
		if c.Amount != inv.Arrived.Amount {
			t.Fatalf("arrived %v, counted %v", inv.Arrived.Amount, c.Amount)
		}
		return
	}
	if c.Figure == SignedFigure && (c.Count != inv.Signed.Count || c.Amount != inv.Signed.Contract || c.USD != inv.Signed.USD) {
		t.Fatalf("signed %+v, counted %d %v %v", inv.Signed, c.Count, c.Amount, c.USD)
	}
	for _, s := range inv.Stages {
		if string(s.Stage) == c.Figure && (s.Reached != c.Count || s.Contract != c.Amount) {
			t.Fatalf("%s: %d and %v, counted %d and %v", s.Label, s.Reached, s.Contract, c.Count, c.Amount)
		}
	}
}
