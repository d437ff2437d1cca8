package picture

import (
	"errors"
	"testing"
	"time"
)

// waiting waits until so many drawings of the asker run or wait.
func (r *Renderer) waiting(t *testing.T, asker string, want int) {
	t.Helper()
	got := -1
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		r.turns.mu.Lock()
		got = 0
		if l := r.turns.queues[asker]; l != nil {
			got = l.count
		}
		r.turns.mu.Unlock()
		if got == want {
			return
		}
	}
	t.Fatalf("%s has %d drawings, want %d", asker, got, want)
}

// While every machine is taken one asker's queue fills and the next is refused;
// another asker, the program itself and pictures that are kept are not.
func TestDrawingsOfOneAskerAreBounded(t *testing.T) {
	r := newRenderer(unhurried)
	option := options(t)["trend"]
	plan := func(asker string, width int) Plan {
		p := planOf(option, SVG)
		p.Asker, p.Width = asker, width
		return p
	}
	if _, err := r.Draw(t.Context(), plan("甲", 1000)); err != nil {
		t.Fatal(err)
	}
	var taken []*machine
	for range machines {
		taken = append(taken, <-r.machines)
	}
	done := make(chan error, 100)
	draw := func(p Plan) { _, err := r.Draw(t.Context(), p); done <- err }
	for n := range 1 + MostWaiting {
		go draw(plan("甲", 1001+n))
	}
	r.waiting(t, "甲", 1+MostWaiting)
	if _, err := r.Draw(t.Context(), plan("甲", 1100)); !errors.Is(err, ErrBusy) {
		t.Errorf("one too many: %v", err)
	}
	for _, asker := range []string{"甲", "乙", ""} {
		if drawn, err := r.Draw(t.Context(), plan(asker, 1000)); err != nil || len(drawn) == 0 {
			t.Errorf("a picture that is kept, for %q: %v", asker, err)
		}
	}
	go draw(plan("乙", 1200))
	r.waiting(t, "乙", 1)
	for n := range 2 * MostWaiting { // a paper's
		go draw(plan("", 1300+n))
	}
	select {
	case err := <-done:
		t.Fatalf("drawn without a machine, or refused: %v", err)
	case <-time.After(50 * time.Millisecond):
	}
	for _, m := range taken {
		r.machines <- m
	}
	for range 1 + MostWaiting + 1 + 2*MostWaiting {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if _, err := r.Draw(t.Context(), plan("甲", 1100)); err != nil {
		t.Errorf("after all were drawn: %v", err)
	}
	if len(r.turns.queues) != 0 {
		t.Errorf("%d askers are remembered", len(r.turns.queues))
	}
}

// One asker never has two machines at a time.
func TestOneAskerHasOneMachine(t *testing.T) {
	r := newRenderer(unhurried)
	end, err := r.turn(t.Context(), "甲")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		p := planOf(options(t)["trend"], SVG)
		p.Asker = "甲"
		_, err := r.Draw(t.Context(), p)
		done <- err
	}()
	r.waiting(t, "甲", 2)
	if len(r.machines) != machines {
		t.Error("the second takes a machine")
	}
	end()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// Whose turn does not come in time is told to ask later, not that its picture is
// too large; nothing of it stays in the queue.
func TestTurnThatDoesNotCome(t *testing.T) {
	r := newRenderer(20 * time.Millisecond)
	end, err := r.turn(t.Context(), "甲")
	if err != nil {
		t.Fatal(err)
	}
	p := planOf(options(t)["trend"], SVG)
	p.Asker = "甲"
	if _, err := r.Draw(t.Context(), p); !errors.Is(err, ErrBusy) {
		t.Errorf("%v", err)
	}
	r.waiting(t, "甲", 1)
	end()
	if len(r.turns.queues) != 0 {
		t.Error("a queue is left")
	}
}
