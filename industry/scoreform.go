package industry

import "strings"

// Parameter writes what a rule needs beside its weight as a form shows it: of a
// deduction the points for each, of tiers 亿元:分 from the least on.
func (it ScoreItem) Parameter() string {
	switch it.Rule {
	case ByDelay:
		return it.Each.Decimal()
	case ByTiers:
		parts := make([]string, len(it.Tiers))
		for i, t := range it.Tiers {
			parts[i] = yiShort(t.Least) + ":" + t.Points.Decimal()
		}
		return strings.Join(parts, ListSeparator)
	}
	return ""
}

// SetParameter reads what Parameter writes; what cannot be read stays unknown,
// which Check refuses.
func (it *ScoreItem) SetParameter(text string) {
	switch it.Rule {
	case ByDelay:
		it.Each, _ = ParseQuantity(text, nil)
	case ByTiers:
		it.Tiers = nil
		split := func(r rune) bool { return strings.ContainsRune("、，,;； ", r) }
		for part := range strings.FieldsFuncSeq(text, split) {
			least, points, _ := strings.Cut(strings.ReplaceAll(part, "：", ":"), ":")
			t := ScoreTier{Least: ParseThreshold(least)}
			t.Points, _ = ParseQuantity(points, nil)
			it.Tiers = append(it.Tiers, t)
		}
	}
}

// Bare returns the item without indicators its rule does not look at.
func (it ScoreItem) Bare() ScoreItem {
	switch it.Rule {
	case ByPair:
		return it
	case ByPace, ByCompletion:
		it.Amount = ""
		return it
	}
	it.Indicator, it.Amount = "", ""
	return it
}
