package industry

import (
	"strings"
)

// The text of a rule is written from its bands, so that what people read and
// what is judged cannot differ.

// stretch is what lies between two bounds of one yardstick; an end may be open.
type stretch struct {
	of        Yardstick
	low, high *Bound
}

// stretches joins the bounds of each yardstick, in the order they stand in.
func stretches(bounds []Bound) []stretch {
	var list []stretch
	place := map[Yardstick]int{}
	for i := range bounds {
		b := &bounds[i]
		at, seen := place[b.Of]
		if !seen {
			at = len(list)
			place[b.Of] = at
			list = append(list, stretch{of: b.Of})
		}
		if b.Above {
			list[at].low = b
		} else {
			list[at].high = b
		}
	}
	return list
}

// only reports whether a stretch is everything on one side of a value.
func (s stretch) only(above bool, value int64) (inclusive, ok bool) {
	end, other := s.high, s.low
	if above {
		end, other = s.low, s.high
	}
	if end == nil || other != nil || end.Value != Q(value) {
		return false, false
	}
	return end.Inclusive, true
}

// phrase is a stretch in words, and whether it speaks well of the figure.
type phrase struct {
	text string
	good bool
}

// phrasing writes the bands of one kind of target and direction.
type phrasing struct {
	kind   string
	lower  bool
	stated map[Bound]bool // values that some band says to include: the next need not say that it does not
	ranged bool           // a distance was written: 欠序时10个百分点 goes on as 欠
}

// Text writes the rule for indicators of one direction: 完成率达到序时为绿；欠序时
// 10个百分点以内（含10个）为黄；欠10个百分点以上为红.
func (r LightRule) Text(lower bool) string {
	bands := r.For(lower)
	if len(bands) == 0 {
		return "规则未规定，不亮灯"
	}
	p := newPhrasing(r.Kind, lower, bands)
	var list []string
	for _, b := range bands {
		list = append(list, p.band(b))
	}
	text := strings.Join(list, "；")
	if gapped(bands) {
		text += "；其余情形规则未规定，不亮灯"
	}
	return text
}

func newPhrasing(kind string, lower bool, bands []Band) *phrasing {
	p := &phrasing{kind: kind, lower: lower, stated: map[Bound]bool{}}
	for _, b := range bands {
		for _, bound := range b.All {
			if bound.Inclusive {
				p.stated[Bound{Of: bound.Of, Value: bound.Value}] = true
			}
		}
	}
	return p
}

func (p *phrasing) band(b Band) string {
	text := p.condition(b)
	switch {
	case b.Light == NoLight:
		return text + "列为" + b.Word + "，不亮灯"
	case b.Word != "":
		return text + "为" + b.Light.Label() + "（" + b.Word + "）"
	}
	return text + "为" + b.Light.Label()
}

func (p *phrasing) condition(b Band) string {
	var all, any []phrase
	for _, s := range stretches(b.All) {
		all = append(all, p.phrase(s))
	}
	for _, bound := range b.Any {
		any = append(any, p.phrase(stretches([]Bound{bound})[0]))
	}
	var text strings.Builder
	for i, f := range all {
		if i > 0 {
			text.WriteString(joint(all[i-1], f))
		}
		text.WriteString(f.text)
	}
	for i, f := range any {
		switch {
		case i > 0:
			text.WriteString("或")
		case len(all) > 0:
			text.WriteString(joint(all[len(all)-1], f))
		}
		text.WriteString(f.text)
	}
	return text.String()
}

// joint is the word between two phrases that must both hold.
func joint(a, b phrase) string {
	if a.good != b.good {
		return "但"
	}
	return "且"
}

func (p *phrasing) phrase(s stretch) phrase {
	switch s.of {
	case Distance, Relative:
		return p.distance(s)
	case OwnRate:
		return p.rate(s)
	case AboveCity:
		return p.city(s)
	case MonthTask:
		return p.task(s, "当月任务")
	case LastMonthTask:
		return p.task(s, "上月任务")
	}
	if _, ok := s.only(true, 0); ok {
		return phrase{"以后月份补齐", true}
	}
	if _, ok := s.only(false, 0); ok {
		return phrase{"以后月份没有补齐", false}
	}
	return p.plain(s, "以后月份超欠", "个百分点")
}

// distance writes how far a figure is from the pace or from its target.
func (p *phrasing) distance(s stretch) phrase {
	total := p.kind == TotalTarget
	if inclusive, ok := s.only(true, 0); ok {
		switch {
		case total && p.lower && inclusive:
			return phrase{"不超过序时", true}
		case total && p.lower:
			return phrase{"低于序时", true}
		case total && inclusive:
			return phrase{"完成率达到序时", true}
		case total:
			return phrase{"完成率超过序时", true}
		case p.kind == GrowthTarget && !p.lower && inclusive:
			return phrase{"增速达到目标", true}
		case inclusive:
			return phrase{"达到目标", true}
		}
		return phrase{"优于目标", true}
	}
	if inclusive, ok := s.only(false, 0); ok && !inclusive {
		return phrase{p.short(s.of, true), false}
	}
	if s.high != nil && s.high.Value.Parts <= 0 && (s.high.Value.Parts < 0 || !s.high.Inclusive) {
		return phrase{p.shortfall(s), false}
	}
	name := "超欠"
	if s.of == Relative {
		name = "与序时相比"
	}
	return p.plain(s, name, unitOf(s.of))
}

// short is the word for being behind: 欠序时, of a target 低于目标.
func (p *phrasing) short(y Yardstick, alone bool) string {
	switch {
	case p.kind == TotalTarget && y == Relative && alone && p.lower:
		return "高于序时"
	case p.kind == TotalTarget && y == Relative && alone:
		return "低于序时"
	case p.kind == TotalTarget && y == Relative && p.lower:
		return "比序时高"
	case p.kind == TotalTarget && y == Relative:
		return "比序时低"
	case p.kind == TotalTarget && p.ranged && p.lower:
		return "超"
	case p.kind == TotalTarget && p.ranged:
		return "欠"
	case p.kind == TotalTarget && p.lower:
		return "超序时"
	case p.kind == TotalTarget:
		return "欠序时"
	case alone && p.lower:
		return "高于目标"
	case alone:
		return "低于目标"
	}
	return "差"
}

// shortfall writes a stretch that lies below 0 by its size: 欠序时10至30个百分点（均含）.
func (p *phrasing) shortfall(s stretch) string {
	word, unit := p.short(s.of, false), unitOf(s.of)
	p.ranged = p.ranged || s.of == Distance
	near := absolute(s.high.Value).Decimal()
	if s.low == nil {
		return word + near + unit + "以上" + p.mark(s.high)
	}
	far := absolute(s.low.Value).Decimal()
	if s.high.Value.Parts == 0 {
		return word + far + unit + "以内" + p.mark(s.low)
	}
	ends := "（含" + near + "、不含" + far + "）"
	switch {
	case s.low.Inclusive && s.high.Inclusive:
		ends = "（均含）"
	case !s.low.Inclusive && !s.high.Inclusive:
		ends = "（均不含）"
	case s.low.Inclusive:
		ends = "（不含" + near + "、含" + far + "）"
	}
	return word + near + "至" + far + unit + ends
}

// mark says whether a bound belongs to the band: （含10个）. One that another band
// says to include needs no word here.
func (p *phrasing) mark(b *Bound) string {
	size := absolute(b.Value).Decimal() + map[string]string{"个百分点": "个", "%": "%"}[unitOf(b.Of)]
	switch {
	case b.Inclusive:
		return "（含" + size + "）"
	case p.stated[Bound{Of: b.Of, Value: b.Value}]:
		return ""
	}
	return "（不含" + size + "）"
}

func unitOf(y Yardstick) string {
	switch y {
	case Distance, AboveCity, MadeUp:
		return "个百分点"
	}
	return "%"
}

func (p *phrasing) rate(s stretch) phrase {
	if inclusive, ok := s.only(true, 0); ok {
		if inclusive {
			return phrase{"不为负", true}
		}
		return phrase{"增长", true}
	}
	if inclusive, ok := s.only(false, 0); ok && !inclusive {
		return phrase{"负增长", false}
	}
	name := "增速"
	if p.kind == RatioTarget {
		name = "比率"
	}
	return p.plain(s, name, "%")
}

func (p *phrasing) city(s stretch) phrase {
	better, worse := "高于", "低于"
	if p.lower {
		better, worse = worse, better
	}
	if inclusive, ok := s.only(true, 0); ok {
		if inclusive {
			return phrase{"不" + worse + "全市平均", true}
		}
		return phrase{better + "全市平均", true}
	}
	if inclusive, ok := s.only(false, 0); ok && !inclusive {
		return phrase{worse + "全市平均", false}
	}
	return p.plain(s, "与全市平均相差", "个百分点")
}

func (p *phrasing) task(s stretch, name string) phrase {
	if inclusive, ok := s.only(true, 100); ok && inclusive {
		return phrase{"完成" + name, true}
	}
	if inclusive, ok := s.only(false, 100); ok && !inclusive {
		return phrase{"未完成" + name, false}
	}
	return p.plain(s, name+"完成率", "%")
}

// plain writes a stretch by its bounds, each with 含 or 不含 where the word for it
// does not say so.
func (p *phrasing) plain(s stretch, name, unit string) phrase {
	value := func(b *Bound) string { return strings.ReplaceAll(b.Value.Decimal(), "-", minus) + unit }
	within := func(b *Bound) string {
		if b.Inclusive {
			return value(b) + "（含）"
		}
		return value(b) + "（不含）"
	}
	switch {
	case s.low != nil && s.high != nil && s.low.Value == s.high.Value:
		return phrase{name + "恰为" + value(s.low), false}
	case s.low != nil && s.high != nil:
		return phrase{name + within(s.low) + "至" + within(s.high), false}
	case s.low != nil && s.low.Inclusive:
		return phrase{name + "达到" + value(s.low), true}
	case s.low != nil:
		return phrase{name + "超过" + value(s.low), true}
	case s.high != nil && s.high.Inclusive:
		return phrase{name + "不超过" + value(s.high), false}
	case s.high != nil:
		return phrase{name + "低于" + value(s.high), false}
	}
	return phrase{name + "不论多少", true}
}
