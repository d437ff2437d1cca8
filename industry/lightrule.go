package industry

import (
	"fmt"
	"math/big"
	"slices"
)

// Yardstick is what a rule of lights compares with its bounds. On every one but
// OwnRate more is better: for 越低越好 the sign is turned.
type Yardstick string

// The yardsticks.
const (
	Distance      Yardstick = "distance"        // 完成率 − 序时 of a 总量 target, else rate − target: percentage points
	Relative      Yardstick = "relative"        // (完成率 − 序时) ÷ 序时, %
	OwnRate       Yardstick = "rate"            // the growth or the ratio itself, %
	AboveCity     Yardstick = "city"            // growth or ratio − that of 全市, percentage points
	MonthTask     Yardstick = "month_task"      // 当月 ÷ what the plan asks of the month alone, %
	LastMonthTask Yardstick = "last_month_task" // the same of the month before; a year begins without debts
	MadeUp        Yardstick = "made_up"         // the best Distance of the later months of the year, percentage points
)

// Bound is one end of a band on a yardstick.
type Bound struct {
	Of        Yardstick `json:"of"`
	Above     bool      `json:"above"` // the band lies above the value
	Inclusive bool      `json:"inclusive"`
	Value     Quantity  `json:"value"`
}

// Band is a light and when it is given: where all of All and, unless it is
// empty, one of Any hold.
type Band struct {
	Light Light   `json:"light"` // none: noticed without a light
	Word  string  `json:"word,omitempty"`
	All   []Bound `json:"all,omitempty"`
	Any   []Bound `json:"any,omitempty"`
}

// LightRule is a rule of lights for one kind of target: its bands in order, the
// first that holds decides. What no band covers has no light.
type LightRule struct {
	Preset  string // code of the preset it was taken from; "" where thresholds are the county's
	Name    string
	Kind    string // 总量, 增速, 比率
	Version int64  // of what it was set for; 0 is built in
	Since   Month  // the first month judged by it
	Bands   []Band
	Low     []Band // for 越低越好, where it is another rule than Bands
}

// For returns the bands of an indicator by its direction; none for 越低越好 where
// a rule goes by the tasks of months, which are there to be exceeded.
func (r LightRule) For(lower bool) []Band {
	switch {
	case lower && len(r.Low) > 0:
		return r.Low
	case lower && slices.ContainsFunc(yardsticks(r.Bands), func(y Yardstick) bool { return y == MonthTask || y == LastMonthTask }):
		return nil
	}
	return r.Bands
}

// Title names a rule and its version: 银川项目进度（第2版，2026年7月起）.
func (r LightRule) Title() string {
	if r.Version == 0 {
		return r.Name
	}
	return fmt.Sprintf("%s（第%d版，%d年%d月起）", r.Name, r.Version, r.Since.Year(), r.Since.Number())
}

// Uses reports whether any band looks at a yardstick.
func (r LightRule) Uses(y Yardstick) bool {
	return slices.Contains(append(yardsticks(r.Bands), yardsticks(r.Low)...), y)
}

// yardsticks returns what bands look at, each once, in order.
func yardsticks(bands []Band) []Yardstick {
	var list []Yardstick
	for _, b := range bands {
		for _, bound := range slices.Concat(b.All, b.Any) {
			if !slices.Contains(list, bound.Of) {
				list = append(list, bound.Of)
			}
		}
	}
	return list
}

// truth is yes, no, or unknown for want of an input.
type truth int

const (
	no truth = iota
	unknown
	yes
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

// footing is where a figure stands on each yardstick, in exact percent or
// percentage points; one that is missing is not known.
type footing struct {
	values map[Yardstick]*big.Rat
	beyond map[Yardstick]int // +1: above every bound, −1: below every one
}

func (b Bound) holds(s footing) truth {
	if side := s.beyond[b.Of]; side != 0 {
		return truthOf(b.Above == (side > 0))
	}
	v := s.values[b.Of]
	if v == nil {
		return unknown
	}
	c := v.Cmp(percentage(b.Value))
	return truthOf(c == 0 && b.Inclusive || c > 0 && b.Above || c < 0 && !b.Above)
}

func (b Band) holds(s footing) truth {
	all, any := yes, no
	for _, bound := range b.All {
		all = min(all, bound.holds(s))
	}
	for _, bound := range b.Any {
		any = max(any, bound.holds(s))
	}
	if len(b.Any) == 0 {
		any = yes
	}
	return min(all, any)
}

// judge returns the place of the band that decides, or −1: then a band wanted
// what is missing (lacking), or none covers the footing.
func judge(bands []Band, s footing) (band int, lacking bool) {
	for i, b := range bands {
		switch b.holds(s) {
		case yes:
			return i, false
		case unknown:
			return -1, true
		}
	}
	return -1, false
}
