package office

import "context"

// Progress is how far long work is: its parts, such as the papers of a month, and
// the steps of the one under way. Everything is counted, nothing guessed.
type Progress struct {
	Parts []string `json:"parts"` // by name: 通报 .docx; none: not known yet
	Part  int      `json:"part"`  // how many are done
	Steps int      `json:"steps"` // of the part under way; 0: not known yet
	Step  int      `json:"step"`  // how many of them are done
	Doing string   `json:"doing"` // the step under way: 绘制图 3/9
}

// Percent is how much is done of the whole, 0 to 100; parts count alike.
func (p Progress) Percent() int {
	parts := len(p.Parts)
	switch {
	case parts == 0:
		return 0
	case p.Part >= parts:
		return 100
	case p.Steps == 0:
		return 100 * p.Part / parts
	}
	return 100 * (p.Part*p.Steps + min(p.Step, p.Steps)) / (parts * p.Steps)
}

type progressKey struct{}

// WithProgress returns a context under which long work tells each step it begins.
// tell is called by the work itself and must not hold it up.
func WithProgress(ctx context.Context, tell func(Progress)) context.Context {
	return context.WithValue(ctx, progressKey{}, &tracker{tell: tell})
}

// tracker counts the steps of one piece of work. A nil one counts nothing.
type tracker struct {
	tell  func(Progress)
	now   Progress
	begun bool // a part is under way
}

func progressOf(ctx context.Context) *tracker {
	t, _ := ctx.Value(progressKey{}).(*tracker)
	return t
}

// plan says which parts there are.
func (t *tracker) plan(parts ...string) {
	if t != nil {
		t.begun, t.now = false, Progress{Parts: parts}
	}
}

// part begins the next part; the one before is done.
func (t *tracker) part() {
	if t == nil {
		return
	}
	t.rest("")
	t.begun = true
}

// steps says how many steps the part has, with those already told.
func (t *tracker) steps(n int) {
	if t != nil {
		t.now.Steps = n
	}
}

// step begins the next step; the one before is done.
func (t *tracker) step(doing string) {
	if t == nil {
		return
	}
	if t.now.Doing != "" {
		t.now.Step++
	}
	t.now.Doing = doing
	t.tell(t.now)
}

// reach says how many steps of the part are done, of work that counts them itself.
func (t *tracker) reach(step int, doing string) {
	if t == nil {
		return
	}
	t.now.Step, t.now.Doing = step, doing
	t.tell(t.now)
}

// rest says that every part begun is done, and what remains to be done.
func (t *tracker) rest(doing string) {
	if t == nil {
		return
	}
	if t.begun {
		t.begun, t.now = false, Progress{Parts: t.now.Parts, Part: t.now.Part + 1}
	}
	if doing != "" {
		t.now.Doing = doing
		t.tell(t.now)
	}
}
