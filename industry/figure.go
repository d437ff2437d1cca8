package industry

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
)

// Signs and spaces of numbers on screens (design guide, 6).
const (
	minus     = "−"      // U+2212
	thin      = "\u2009" // U+2009, between groups of three
	undefined = "—"
)

// Figure is a number as a screen prints it, apart from its unit.
type Figure struct {
	Text string
	Unit string
}

// ScreenUnit is the unit a set of like figures is printed in: 亿元 with two
// decimals for what reaches 1 亿元, else the unit they are kept in.
type ScreenUnit struct {
	Name    string
	divisor int64
	fixed   bool // always two decimals
}

// ScreenUnitOf chooses one screen unit for figures kept in unit, by the largest:
// 万元 → 亿元, 万千瓦时 → 亿千瓦时; other units stay.
func ScreenUnitOf(unit string, figures ...Quantity) ScreenUnit {
	rest, tenThousands := strings.CutPrefix(unit, "万")
	if tenThousands && rest != "" {
		for _, q := range figures {
			if q.Known && (q.Parts >= 10_000*Scale || q.Parts <= -10_000*Scale) {
				return ScreenUnit{Name: "亿" + rest, divisor: 10_000, fixed: true}
			}
		}
	}
	return ScreenUnit{Name: unit, divisor: 1}
}

// Text returns the figure in the screen unit: "186.42", "8 640", "—".
func (u ScreenUnit) Text(q Quantity) string {
	if !q.Known {
		return undefined
	}
	if u.Name == "%" { // rates have one decimal, as PercentText writes them
		return group(decimals(q.Parts, u.parts(), 1))
	}
	s := group(decimals(q.Parts, u.parts(), 2))
	if !u.fixed {
		s = dropZeros(s)
	}
	return s
}

// SignedText returns a difference in the screen unit with its sign: "+2.31".
func (u ScreenUnit) SignedText(q Quantity) string { return signed(u.Text(q)) }

// Figure returns the text with its unit, and no unit where there is no figure.
func (u ScreenUnit) Figure(q Quantity) Figure {
	if !q.Known {
		return Figure{Text: undefined}
	}
	return Figure{Text: u.Text(q), Unit: u.Name}
}

// Float returns the figure in the screen unit, for drawing only.
func (u ScreenUnit) Float(q Quantity) float64 { return float64(q.Parts) / float64(u.parts()) }

func (u ScreenUnit) parts() int64 { return max(u.divisor, 1) * Scale }

// FigureOf returns one figure kept in unit in its own screen unit.
func FigureOf(q Quantity, unit string) Figure { return ScreenUnitOf(unit, q).Figure(q) }

// String returns number and unit as in running text: "186.42亿元".
func (f Figure) String() string { return f.Text + f.Unit }

// YiText returns 万元 as 亿元 with two decimals, without the unit: "186.42".
func YiText(q Quantity) string {
	return ScreenUnit{divisor: 10_000, fixed: true}.Text(q)
}

// GroupedText returns a figure in its own unit with thin groups of three and at
// most two decimals: "1 864 213", "1 864 213.5".
func GroupedText(q Quantity) string { return ScreenUnit{divisor: 1}.Text(q) }

// ChangeText returns a difference with its sign: "+2", "−1 203.5", "0".
func ChangeText(q Quantity) string { return signed(GroupedText(q)) }

// PercentText returns a share or completion with one decimal: "71.7%".
func PercentText(r Rate) string { return suffix(rateText(r, 1), "%") }

// SignedPercentText returns a growth rate with sign and one decimal: "+11.3%".
func SignedPercentText(r Rate) string { return suffix(signed(rateText(r, 1)), "%") }

// PointsText returns percentage points with sign and one decimal: "−3.3".
func PointsText(r Rate) string { return signed(rateText(r, 1)) }

// PullText returns a pull in percentage points with sign and two decimals: "+4.92".
func PullText(r Rate) string { return signed(rateText(r, 2)) }

// RankText returns a rank with its movement: "3 ▲1", "5 ▼2", "4 持平", "3".
func RankText(rank, change Quantity) string {
	switch {
	case !rank.Known:
		return undefined
	case !change.Known:
		return rank.Decimal()
	case change.Parts > 0:
		return rank.Decimal() + " ▲" + change.Decimal()
	case change.Parts < 0:
		return rank.Decimal() + " ▼" + Quantity{-change.Parts, true}.Decimal()
	}
	return rank.Decimal() + " 持平"
}

// GrowthText puts a growth rate in words: 增长17.1%, 下降2.3%, 持平, and from
// 100 % on 增长1.79倍 (domain 3.3.6). With a loss on either side of the
// comparison it is 扭亏为盈, 由盈转亏, 减亏 or 增亏 instead.
func GrowthText(growth Rate, current, base Quantity) string {
	if phrase := lossPhrase(current, base); phrase != "" {
		return phrase
	}
	if !growth.Known {
		return undefined
	}
	magnitude := Percent(math.Abs(growth.Percent))
	text := rateText(magnitude, 1)
	switch {
	case text == "0.0":
		return "持平"
	case growth.Percent >= 100:
		return "增长" + dropZeros(rateText(Percent(growth.Percent/100), 2)) + "倍"
	case growth.Percent > 0:
		return "增长" + text + "%"
	}
	return "下降" + text + "%"
}

// LossPhrase returns a GrowthText that stands in the place of a percentage because
// a loss is compared, "" of any other.
func LossPhrase(text string) string {
	switch text {
	case "扭亏为盈", "由盈转亏", "减亏", "增亏":
		return text
	}
	return ""
}

func lossPhrase(current, base Quantity) string {
	if !current.Known || !base.Known {
		return ""
	}
	switch a, b := current.Parts, base.Parts; {
	case b > 0 && a < 0:
		return "由盈转亏"
	case b >= 0:
		return ""
	case a > 0:
		return "扭亏为盈"
	case a > b:
		return "减亏"
	case a < b:
		return "增亏"
	}
	return "持平"
}

// rateText rounds half away from zero at the given decimals, so that 2.25
// reads 2.3 as a clerk's calculator says; zero has no sign.
func rateText(r Rate, places int) string {
	if !r.Known {
		return undefined
	}
	return group(decimals(int64(math.Round(r.Percent*Scale)), Scale, places))
}

// decimals writes n ÷ unit with a fixed number of decimals, half away from
// zero, with U+2212 for minus and no sign on zero.
func decimals(n, unit int64, places int) string {
	sign := ""
	if n < 0 {
		sign, n = minus, -n
	}
	step := unit
	for range places {
		step /= 10
	}
	n = (n + step/2) / step
	if n == 0 {
		sign = ""
	}
	digits := strconv.FormatInt(n, 10)
	if places == 0 {
		return sign + digits
	}
	if short := places + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	cut := len(digits) - places
	return sign + digits[:cut] + "." + digits[cut:]
}

// group puts thin spaces between groups of three of the integer part.
func group(s string) string {
	sign := ""
	if rest, ok := strings.CutPrefix(s, minus); ok {
		sign, s = minus, rest
	}
	whole, fraction, found := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + thin + whole[i:]
	}
	if found {
		whole += "." + fraction
	}
	return sign + whole
}

func dropZeros(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// signed puts + before a positive number.
func signed(s string) string {
	if s == undefined || strings.HasPrefix(s, minus) || strings.Trim(s, "0.") == "" {
		return s
	}
	return "+" + s
}

func suffix(s, unit string) string {
	if s == undefined {
		return s
	}
	return s + unit
}

func jsonText(s string) ([]byte, error) { return json.Marshal(s) }
