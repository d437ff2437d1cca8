package industry

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Forecast is what a year is expected to come to, in the indicator's unit. It is
// a 预测 and marked as one wherever it is shown; December has none, the year is
// known then.
type Forecast struct {
	Year       Quantity `json:"year"`
	Low        Quantity `json:"low"`        // of a seasonal one: by the past year that had the largest share by now
	High       Quantity `json:"high"`       // by the one that had the smallest
	NextMonth  Quantity `json:"next_month"` // 下月预计, as reported: the cumulative at the end of next month
	Basis      Optional `json:"basis"`      // seasonal, reported
	Completion Rate     `json:"completion"` // Year ÷ the year's 总量 target, %
	Note       Optional `json:"note"`       // what it rests on, in a sentence
}

// Seasonal is the basis of a Forecast that follows from the past years' monthly
// shares; the other basis is Reported.
const Seasonal = "seasonal"

// A seasonal forecast needs two complete years (24 months) and looks at three:
// what lies further back is another industry.
const (
	leastPastYears = 2
	mostPastYears  = 3
)

// PastTotal is a chain's cumulative of one indicator at the end of a past month,
// as known at the moment asked about.
type PastTotal struct {
	Month     Month
	Indicator string
	Own       Quantity // the chain's own row from the main source
	Sum       Quantity // Σ over the list of that month
	Missing   int      // enterprises on that list without a figure
}

// PastMonths returns the months whose totals a forecast made at the end of m
// rests on: the same month and December of the years before, none in December.
func PastMonths(m Month) []Month {
	if m.Number() == 12 {
		return nil
	}
	var months []Month
	for back := 1; back <= mostPastYears; back++ {
		months = append(months, m-Month(12*back), NewMonth(m.Year()-back, 12))
	}
	return months
}

// pastYear is how far the chains in a line had come in a past year.
type pastYear struct {
	year          int
	now, december Quantity
	missing       int // enterprises without a figure in that month
}

// share returns the part of the year that had come in, above 0 and at most 1;
// nil for a year of losses or one that shrank, which has no season to go by.
func (y pastYear) share() *big.Rat {
	if !y.now.Known || !y.december.Known || y.now.Parts <= 0 || y.now.Parts > y.december.Parts {
		return nil
	}
	return big.NewRat(y.now.Parts, y.december.Parts)
}

// percentOf returns a part of 1 in percent.
func percentOf(r *big.Rat) *big.Rat { return new(big.Rat).Mul(r, big.NewRat(100, 1)) }

// pastYearOf adds up the chains that are in the current figure; false when one
// of them does not know both points of the year.
func pastYearOf(ind Indicator, m Month, parts []part, year int) (pastYear, bool) {
	y := pastYear{year: year}
	first := NewMonth(year, m.Number())
	if ind.Since.Defined() && first < ind.Since {
		return y, false
	}
	for i := range parts {
		if !parts[i].amounts.cumulative.Known {
			continue
		}
		past := parts[i].chain.Past
		now, december := pastTotal(past, ind.Code, first), pastTotal(past, ind.Code, NewMonth(year, 12))
		switch {
		case now.Own.Known && december.Own.Known:
			y.now, y.december = y.now.Plus(now.Own), y.december.Plus(december.Own)
		case now.Sum.Known && december.Sum.Known:
			y.now, y.december = y.now.Plus(now.Sum), y.december.Plus(december.Sum)
			y.missing += now.Missing
		default:
			return y, false
		}
	}
	return y, y.share() != nil
}

// pastYears returns the years a projection rests on, the latest first.
func pastYears(ind Indicator, m Month, parts []part) []pastYear {
	var years []pastYear
	for back := 1; back <= mostPastYears; back++ {
		if y, ok := pastYearOf(ind, m, parts, m.Year()-back); ok {
			years = append(years, y)
		}
	}
	return years
}

func pastTotal(past []PastTotal, indicator string, m Month) PastTotal {
	for i := range past {
		if past[i].Indicator == indicator && past[i].Month == m {
			return past[i]
		}
	}
	return PastTotal{}
}

// foreseeable reports whether an indicator has a season: an amount that runs up
// over the year and is dispatched by the month. Single projects counted in the
// registers have none.
func (i Indicator) foreseeable() bool {
	return i.Period == "累计" && i.Frequency != "年" && !i.FromRegister
}

// setForecast fills in what is expected: 下月预计 as reported, which in November
// is the year, else the seasonal projection.
func (l *Line) setForecast(m Month, parts []part, next Quantity) {
	f := &l.Forecast
	f.NextMonth = next
	if next.Known {
		f.Basis = Optional(Reported)
	}
	switch {
	case m.Number() == 12:
		return
	case m.Number() == 11 && next.Known:
		f.Year, f.Note = next, "11月填报的下月预计即全年"
	case l.Indicator.foreseeable():
		years := pastYears(l.Indicator, m, parts)
		if f.project(l.Indicator, l.Cumulative, years) {
			f.Note = Optional(seasonalNote(m, years, missingNow(parts)))
		}
	}
	if string(l.TargetKind) == TotalTarget && l.Target.Parts > 0 {
		f.Completion = Ratio(f.Year, l.Target)
	}
}

// project sets the seasonal projection: the cumulative ÷ the mean of the shares
// that the past years had come to by the same month, each year counting alike.
// The range is the cumulative ÷ the largest and ÷ the smallest of these shares:
// what the year comes to if it runs like the one or the other past year. It is
// no interval of confidence. Everything stays unknown, and the answer is false,
// with fewer than two complete past years or nothing above 0 to project.
func (f *Forecast) project(ind Indicator, now Quantity, years []pastYear) bool {
	if len(years) < leastPastYears || !now.Known || now.Parts <= 0 {
		return false
	}
	mean, least, most := new(big.Rat), years[0].share(), years[0].share()
	for _, y := range years {
		s := y.share()
		mean.Add(mean, s)
		if s.Cmp(least) < 0 {
			least = s
		}
		if s.Cmp(most) > 0 {
			most = s
		}
	}
	mean.Quo(mean, big.NewRat(int64(len(years)), 1))
	year, low, high := wholeYear(ind, now, mean), wholeYear(ind, now, most), wholeYear(ind, now, least)
	if !year.Known || !low.Known || !high.Known {
		return false
	}
	f.Year, f.Low, f.High, f.Basis = year, low, high, Seasonal
	return true
}

// wholeYear returns now ÷ share, in whole units where things are counted, and
// unknown where it exceeds what a Quantity holds.
func wholeYear(ind Indicator, now Quantity, share *big.Rat) Quantity {
	step := int64(1)
	if ind.countsThings() {
		step = Scale
	}
	r := new(big.Rat).SetFrac64(now.Parts, step)
	n := roundHalfAway(r.Quo(r, share))
	n.Mul(n, big.NewInt(step))
	if !n.IsInt64() || n.Int64() > maxParts {
		return Quantity{}
	}
	return Parts(n.Int64())
}

// countsThings reports whether the unit is one of things that come whole: 户, 个,
// 人 …, not 万元 or 万千瓦时.
func (i Indicator) countsThings() bool {
	switch i.Unit {
	case "户", "家", "个", "项", "件", "人", "台", "套":
		return true
	}
	return false
}

// seasonalNote says which years a projection rests on, and who lacks in the
// figures: missing enterprises make it too low.
func seasonalNote(m Month, years []pastYear, missing int) string {
	var names, gaps []string
	for i := len(years) - 1; i >= 0; i-- {
		name := strconv.Itoa(years[i].year)
		names = append(names, name)
		if years[i].missing > 0 {
			gaps = append(gaps, fmt.Sprintf("%s年同期%d户", name, years[i].missing))
		}
	}
	if missing > 0 {
		gaps = append(gaps, fmt.Sprintf("本期%d户（预测偏低）", missing))
	}
	span := "1月"
	if m.Number() > 1 {
		span = "1—" + strconv.Itoa(m.Number()) + "月"
	}
	note := "按" + strings.Join(names, "、") + "年" + span + "占全年的平均比重，区间为其中最高、最低的一年"
	if len(gaps) > 0 {
		note += "；未报：" + strings.Join(gaps, "，")
	}
	return note
}

// missingNow counts the enterprises that a sum of this month lacks.
func missingNow(parts []part) int {
	n := 0
	for i := range parts {
		if s := parts[i].evidence.sum; s != nil && parts[i].amounts.origin == Summed {
			n += parts[i].chain.Expected - s.Reported
		}
	}
	return n
}

// ForecastText returns the year's forecast with its range and what it means for
// the target: "247.36亿元（245.76—248.98亿元），为目标的103.9%"; "" without one.
func (l Line) ForecastText() string {
	f := l.Forecast
	if !f.Year.Known {
		return ""
	}
	unit := l.ScreenUnit()
	text := unit.Figure(f.Year).String()
	if low, high := unit.Text(f.Low), unit.Text(f.High); f.Low.Known && low != high {
		text += "（" + low + "—" + unit.Figure(f.High).String() + "）"
	}
	if f.Completion.Known {
		text += "，为目标的" + PercentText(f.Completion)
	}
	return text
}

// ForecastBasis says what the year's forecast is: 季节推算 or 填报单位预计.
func (l Line) ForecastBasis() string {
	switch {
	case !l.Forecast.Year.Known:
		return ""
	case l.Forecast.Basis == Seasonal:
		return "季节推算"
	}
	return "填报单位预计"
}
