package office

import "context"

// Progress is how far long work is: its parts, such as the papers of a month, and
// the steps of the one under way. Everything is counted, nothing guessed.
type Progress struct {
	Parts int    `json:"parts"` // in all; 0: not known yet
	Part  int    `json:"part"`  // done
	Name  string `json:"name"`  // of the part under way: 通报 .docx
	Steps int    `json:"steps"` // of that part; 0: not known yet
	Step  int    `json:"step"`  // done
	Doing string `json:"doing"` // the step under way: 绘制图 3/9
}

// Percent is how much is done of the whole, 0 to 100; parts count alike.
func (p Progress) Percent() int {
	switch {
	case p.Parts == 0:
		return 0
	case p.Part >= p.Parts:
		return 100
	case p.Steps == 0:
		return 100 * p.Part / p.Parts
	}
	return 100 * (p.Part*p.Steps + min(p.Step, p.Steps)) / (p.Parts * p.Steps)
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

// plan says how many parts there are.
func (t *tracker) plan(parts int) {
	if t != nil {
		t.begun, t.now = false, Progress{Parts: parts}
	}
}

// part begins the next part; the one before is done.
func (t *tracker) part(name string) {
	if t == nil {
		return
	}
	t.rest("")
	t.now.Name, t.begun = name, true
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
