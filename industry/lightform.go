package industry

import "slices"

// Label names a yardstick beside the number of its bound, for one kind of target.
func (y Yardstick) Label(kind string) string {
	switch y {
	case Distance:
		if kind == TotalTarget {
			return "超欠序时"
		}
		return "与目标相差"
	case Relative:
		return "与序时相比"
	case OwnRate:
		if kind == RatioTarget {
			return "比率"
		}
		return "增速"
	case AboveCity:
		return "与全市平均相差"
	case MonthTask:
		return "当月任务完成率"
	case LastMonthTask:
		return "上月任务完成率"
	}
	return "以后月份最好时超欠序时"
}

// Unit returns what the bounds on a yardstick are counted in: 个百分点 or %.
func (y Yardstick) Unit() string { return unitOf(y) }

// Bounds returns every bound of a band, those that must all hold first.
func (b Band) Bounds() []Bound { return slices.Concat(b.All, b.Any) }

// WithBounds returns bands with every bound replaced, in the order of Bounds.
func WithBounds(bands []Band, bound func(band, i int, b Bound) Bound) []Band {
	list := make([]Band, len(bands))
	for k, b := range bands {
		b.All, b.Any = slices.Clone(b.All), slices.Clone(b.Any)
		for i := range b.All {
			b.All[i] = bound(k, i, b.All[i])
		}
		for i := range b.Any {
			b.Any[i] = bound(k, len(b.All)+i, b.Any[i])
		}
		list[k] = b
	}
	return list
}

// Directed narrows a rule to indicators of one direction.
func (r LightRule) Directed(lower bool) LightRule {
	r.Bands, r.Low = r.For(lower), nil
	return r
}

// RuleTitles names the rules that the county has set and that judge lines of the
// table, each once; none where every light follows the default.
func (t DispatchTable) RuleTitles() []string {
	var titles []string
	for _, l := range t.Indicators {
		if l.Rule.Version > 0 && !slices.Contains(titles, l.Rule.Title()) {
			titles = append(titles, l.Rule.Title())
		}
	}
	return titles
}

// RuleNames is RuleTitles without versions, for where there is no room.
func (t DispatchTable) RuleNames() []string {
	var names []string
	for _, l := range t.Indicators {
		if l.Rule.Version > 0 && !slices.Contains(names, l.Rule.Name) {
			names = append(names, l.Rule.Name)
		}
	}
	return names
}

// LightLabel returns the word beside the shape of the tile's light.
func (t Tile) LightLabel() string { return orElse(t.LightWord, t.Light.Label()) }

// LightLabel returns the word beside the shape of the row's light.
func (r PaceRow) LightLabel() string { return orElse(r.LightWord, r.Light.Label()) }
