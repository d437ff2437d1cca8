package industry

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Step is one bar of a waterfall: from where the bars before it had come to
// where it leads, in percentage points.
type Step struct {
	Name  string
	From  Rate
	To    Rate
	Pull  Rate
	Total bool // the last one, from nothing to the growth of the whole
}

// Waterfall returns the steps from nothing to the total's growth, the strongest
// pull up first: at most so many groups, the weakest of the others in one step,
// and in it what may not be shown, which is what the total leaves over. There are
// no steps without a growth of the whole.
func (b Breakdown) Waterfall(most int) []Step {
	if !b.Total.Growth.Known {
		return nil
	}
	var shown []Part
	rest := 0
	for _, r := range b.Rows {
		switch {
		case r.Pull.Known:
			shown = append(shown, r)
		case r.Suppressed:
			rest++
		}
	}
	strength := func(r Part) float64 { return math.Abs(r.Pull.Percent) }
	slices.SortStableFunc(shown, func(a, b Part) int { return cmp.Compare(strength(b), strength(a)) })
	if len(shown) > most {
		rest += len(shown) - most
		shown = shown[:most]
	}
	slices.SortStableFunc(shown, func(a, b Part) int { return cmp.Compare(b.Pull.Percent, a.Pull.Percent) })
	steps := make([]Step, 0, len(shown)+2)
	at := 0.0
	add := func(name string, pull float64) {
		steps = append(steps, Step{Name: name, From: Percent(at), To: Percent(at + pull), Pull: Percent(pull)})
		at += pull
	}
	for _, r := range shown {
		add(r.Name, r.Pull.Percent)
	}
	if rest > 0 {
		add(fmt.Sprintf("其余%d个", rest), b.Total.Growth.Percent-at)
	}
	return append(steps, Step{Name: "合计", From: Percent(0), To: b.Total.Growth, Pull: b.Total.Growth, Total: true})
}
