package server

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"
)

// What a screen makes of the API's numbers, worked out here without the
// program's own words.

// asPrinted makes a screen's number comparable: no thin spaces, an ASCII minus.
func asPrinted(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\u2009", "", "−", "-").Replace(s))
}

// rounded is the number with so many decimals, half away from zero; "—" of null.
func rounded(n json.Number, places int) string {
	if n == "" {
		return ""
	}
	r, _ := new(big.Rat).SetString(string(n))
	s := r.FloatString(places)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return s
}

func signed(s string) string {
	switch {
	case s == "":
		return "—"
	case strings.HasPrefix(s, "-") || strings.Trim(s, "0.") == "":
		return s
	}
	return "+" + s
}

func percent(n json.Number, sign bool) string {
	s := rounded(n, 1)
	if s == "" {
		return "—"
	}
	if sign {
		s = signed(s)
	}
	return s + "%"
}

// growthRate is a rate of growth: from 100 % on so many times (domain S44).
func growthRate(n json.Number) string {
	if whole, _, _ := strings.Cut(string(n), "."); len(whole) < 3 || whole[0] == '-' {
		return percent(n, true)
	}
	r, _ := new(big.Rat).SetString(string(n))
	times := rounded(json.Number(r.Quo(r, big.NewRat(100, 1)).RatString()), 2)
	return "增长" + strings.TrimSuffix(strings.TrimRight(times, "0"), ".") + "倍"
}

// amountIn is an amount in the unit the screen names: 亿… with two decimals.
func amountIn(n json.Number, unit string) string {
	if n == "" {
		return "—"
	}
	if strings.HasPrefix(unit, "亿") {
		r, _ := new(big.Rat).SetString(string(n))
		return rounded(json.Number(r.Quo(r, big.NewRat(10_000, 1)).RatString()), 2)
	}
	if unit == "%" { // one decimal, like every rate
		return rounded(n, 1)
	}
	s := rounded(n, 2)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// ownUnit is an amount with its unit, 亿 from 1 亿 on.
func ownUnit(n json.Number, unit string) string {
	r, _ := new(big.Rat).SetString(string(n))
	if rest, wan := strings.CutPrefix(unit, "万"); wan && r.Abs(r).Cmp(big.NewRat(10_000, 1)) >= 0 {
		unit = "亿" + rest
	}
	return amountIn(n, unit) + unit
}

// counted reports whether the screen shows a difference in the place of growth.
func (l apiLine) counted() bool { return l.Origin == "computed" && l.Unit != "万元" }

func (l apiLine) rise() string {
	switch {
	case l.counted() && l.Unit == "%":
		return pointed(signed(rounded(l.Change, 1)))
	case l.counted() && l.Change == "":
		return "—"
	case l.counted():
		return signed(amountIn(l.Change, l.Unit)) + l.Unit
	case strings.HasSuffix(l.GrowthText, "%") || l.GrowthText == "持平":
		return percent(l.Growth, true)
	}
	return l.GrowthText
}

func pointed(s string) string {
	if s == "—" {
		return s
	}
	return s + "个百分点"
}

func (l apiLine) place() string {
	if l.Rank == "" {
		return "—"
	}
	switch change := string(l.RankChange); {
	case change == "":
		return string(l.Rank)
	case change == "0":
		return string(l.Rank) + " 持平"
	case strings.HasPrefix(change, "-"):
		return string(l.Rank) + " ▼" + change[1:]
	default:
		return string(l.Rank) + " ▲" + change
	}
}

func (l apiLine) target(unit string) string {
	switch l.TargetKind {
	case "":
		return "—"
	case "增速":
		return "增" + percent(l.Target, false)
	case "比率":
		return percent(l.Target, false)
	}
	return amountIn(l.Target, l.targetUnit(unit)) + l.targetUnit(unit)
}

// targetUnit is the unit beside the amount, or the target's own where there is
// no amount.
func (l apiLine) targetUnit(unit string) string {
	if l.Cumulative == "" {
		_, unit = splitUnit(ownUnit(l.Target, l.Unit))
	}
	return unit
}

func splitUnit(s string) (number, unit string) {
	number = strings.TrimRight(s, "亿万元千瓦时户个家%人")
	return number, strings.TrimPrefix(s, number)
}

// isPhrase reports whether words stand for a rate over a loss.
func isPhrase(s string) bool {
	return slices.Contains([]string{"扭亏为盈", "由盈转亏", "减亏", "增亏", "持平"}, s)
}

// lightOf is the API's word for a light that a screen names.
func lightOf(word string) string {
	switch strings.TrimSpace(word) {
	case "绿":
		return "green"
	case "黄":
		return "yellow"
	case "红":
		return "red"
	}
	return "none"
}

func orNone(v any) any {
	if v == nil {
		return ""
	}
	return v
}

// exact is a chart's number with the six decimals the API has; "" of a gap.
func exact(v any) string {
	n, ok := v.(json.Number)
	if !ok {
		return ""
	}
	s := rounded(n, 6)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
