package main

// season is each month's share of a year in permille of a twelfth: weak at the
// Spring Festival, strong in December. It sums to 12000.
func season(m month) int64 {
	return []int64{780, 680, 960, 990, 1010, 1060, 1010, 1000, 1050, 1020, 1070, 1370}[m.number()-1]
}

// point is the level of a branch in one month, in permille of 2023 prices.
type point struct {
	at    month
	level int64
}

// cycle is the price and demand course of a branch. Lithium and solar fall
// through 2024, bottom out early in 2025 and recover.
func cycle(branch string) []point {
	switch branch {
	case lithiumBranch:
		return []point{{ym(2023, 1), 1180}, {ym(2023, 7), 1080}, {ym(2024, 1), 900}, {ym(2024, 7), 800}, {ym(2025, 1), 785}, {ym(2025, 7), 845}, {ym(2026, 1), 915}, {ym(2026, 12), 985}}
	case solarBranch:
		return []point{{ym(2023, 1), 1120}, {ym(2023, 10), 980}, {ym(2024, 6), 840}, {ym(2025, 1), 800}, {ym(2025, 7), 800}, {ym(2026, 1), 830}, {ym(2026, 12), 860}}
	case storageBranch:
		return []point{{ym(2023, 1), 800}, {ym(2024, 1), 950}, {ym(2025, 1), 1180}, {ym(2026, 1), 1370}, {ym(2026, 12), 1530}}
	case copperBranch:
		return []point{{ym(2023, 1), 960}, {ym(2024, 1), 1030}, {ym(2025, 1), 1095}, {ym(2026, 1), 1180}, {ym(2026, 12), 1240}}
	}
	return []point{{ym(2023, 1), 1060}, {ym(2024, 1), 950}, {ym(2025, 1), 915}, {ym(2026, 1), 930}, {ym(2026, 12), 975}}
}

// margin is profit in permille of revenue before the firm's own deviation.
func margin(branch string) []point {
	switch branch {
	case lithiumBranch:
		return []point{{ym(2023, 1), 78}, {ym(2024, 1), 47}, {ym(2024, 9), 36}, {ym(2025, 6), 42}, {ym(2026, 12), 52}}
	case solarBranch:
		return []point{{ym(2023, 1), 58}, {ym(2024, 3), 26}, {ym(2025, 3), 20}, {ym(2026, 12), 27}}
	case storageBranch:
		return []point{{ym(2023, 1), 62}, {ym(2026, 12), 66}}
	case copperBranch:
		return []point{{ym(2023, 1), 36}, {ym(2025, 1), 34}, {ym(2026, 12), 35}}
	}
	return []point{{ym(2023, 1), 52}, {ym(2024, 6), 36}, {ym(2026, 12), 40}}
}

// along interpolates between the points; outside them the nearest one holds.
func along(points []point, m month) int64 {
	if m <= points[0].at {
		return points[0].level
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if m <= b.at {
			return a.level + divide((b.level-a.level)*int64(m-a.at), int64(b.at-a.at))
		}
	}
	return points[len(points)-1].level
}

// revenue is what the firm sold in one calendar month.
func (f firm) revenue(m month) amount {
	if f.start != 0 && m < f.start || f.stop != 0 && m >= f.stop {
		return 0
	}
	value := amount(divide(f.level*int64(unit), 12))
	value = value.times(season(m)).times(along(cycle(f.segment.branch), m))
	// every firm drifts a little from its branch, and no month is smooth
	drift := draw(121, "drift", f.key) - 55
	value = value.times(1000 + divide(drift*int64(m-ym(2024, 7)), 12))
	value = value.times(spread(45, "revenue", f.key, m.String()))
	if f.start != 0 && m < f.start+3 {
		value = value.times([]int64{300, 550, 800}[m-f.start])
	}
	if f.cut != 0 && m >= f.cut {
		value = value.times(f.cutTo)
	}
	if f.key == restatedFirm && m.year() >= 2026 {
		value = value.times(restatedTo)
	}
	return value
}

// profit is a loss between lossFrom and lossTo, else a margin on revenue.
func (f firm) profit(m month) amount {
	noise := spread(120, "profit", f.key, m.String())
	if f.lossFrom != 0 && m >= f.lossFrom && m <= f.lossTo {
		return -f.revenue(m).times(f.lossRate).times(noise)
	}
	own := 820 + draw(361, "margin", f.key)
	return f.revenue(m).times(along(margin(f.segment.branch), m)).times(own).times(noise)
}

// research is the month's 研发费用: a share of revenue, more at the year's end.
func (f firm) research(m month) amount {
	if !f.hasResearch() {
		return 0
	}
	share := 21 + draw(17, "share", f.key) + int64(m.year()-simulated)
	if m.number() == 12 {
		share += 4
	}
	return f.revenue(m).times(share).times(spread(60, "research", f.key, m.String()))
}

func (f firm) inMonth(indicator string, m month) amount {
	switch indicator {
	case "revenue":
		return f.revenue(m)
	case "profit":
		return f.profit(m)
	}
	return f.research(m)
}

// cumulative sums January to m as the books have it, reported or not.
func (f firm) cumulative(indicator string, m month) amount {
	var sum amount
	for each := m.january(); each <= m; each++ {
		sum += f.inMonth(indicator, each)
	}
	return sum
}

// inList reports whether the firm belongs to the list of month m.
func (f firm) inList(m month) bool {
	return f.above && m >= f.enter && (f.leave == 0 || m < f.leave)
}
