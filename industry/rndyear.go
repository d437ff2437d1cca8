package industry

import (
	"slices"
	"strings"
)

// CertifiedYear is 全社会研发投入 of one year: annual and certified, never a
// monthly figure and never the sum of expenses (domain §5, S82; 10.15).
type CertifiedYear struct {
	Year       int      `json:"year"`
	Amount     Quantity `json:"amount"`
	Base       Quantity `json:"base"`
	Growth     Rate     `json:"growth"`
	GrowthText string   `json:"growth_text"`
	Target     Quantity `json:"target"`
	Completion Rate     `json:"completion"`
	Status     Optional `json:"status"` // 最终 is certified
	Source     Optional `json:"source"`
	Revenue    Quantity `json:"revenue"` // of the list, January to December
	Ratio      Rate     `json:"ratio_to_revenue"`
}

// Final reports whether the year's figure is the certified one.
func (y CertifiedYear) Final() bool { return y.Status == "最终" }

// certified returns the years that have a figure, and the year of the month with
// its target where it has none yet.
func (f *RnDFacts) certified() []CertifiedYear {
	years := []CertifiedYear{}
	for i := range f.Years {
		if y := certifiedYear(&f.Years[i]); y.Amount.Known {
			years = append(years, y)
		}
	}
	this := f.Table.Month.Year()
	if l, ok := f.Table.Line(rndGerd); ok && l.Target.Known && (len(years) == 0 || years[0].Year < this) {
		years = slices.Insert(years, 0, CertifiedYear{Year: this, Target: l.Target, GrowthText: undefined})
	}
	return years
}

// certifiedYear computes a year by the rules of dispatch of its December.
func certifiedYear(f *Facts) CertifiedYear {
	y := CertifiedYear{Year: f.Month.Year(), GrowthText: undefined}
	t := Dispatch(*f)
	l, ok := t.Line(rndGerd)
	if !ok || !l.Cumulative.Known {
		return y
	}
	y.Amount, y.Base, y.Growth, y.GrowthText, y.Target, y.Completion = l.Cumulative, l.Base, l.Growth, l.GrowthText, l.Target, l.Completion
	y.Source = Optional(l.Indicator.MainSource)
	for i, p := range partsOf(f, l.Indicator) {
		if !p.amounts.cumulative.Known { // of some chains only: not the county's figure
			return CertifiedYear{Year: y.Year, GrowthText: undefined}
		}
		status := Optional("快报") // a sum over enterprises is nobody's certificate
		if own := p.evidence.own; own != nil && p.amounts.origin == Reported {
			status = Optional(own.Status)
		}
		if i > 0 && y.Status != status {
			status = "快报"
		}
		y.Status = status
	}
	if revenue, ok := t.Line("revenue"); ok && !revenue.Coverage.Incomplete {
		y.Revenue = revenue.Cumulative
		y.Ratio = positiveRatio(y.Amount, y.Revenue)
	}
	return y
}

// RnDDepartment is one of the six departments of the R&D mechanism with what it
// brings (county report: 科技、统计、工信、财政、税务、园区).
type RnDDepartment struct {
	Name       string   `json:"name"`
	Indicators []string `json:"indicators"` // whose main source it is
	Missing    []string `json:"missing"`    // of these, without a figure
	Titles     []string `json:"titles"`     // it is responsible for
}

var rndDepartments = [...]string{"科技局", "统计局", "工信局", "财政局", "税务局", "园区"}

// departments tells who is the main source of what.
func (f *RnDFacts) departments(years []CertifiedYear) []RnDDepartment {
	list := make([]RnDDepartment, 0, len(rndDepartments))
	for _, name := range rndDepartments {
		d := RnDDepartment{Name: name, Indicators: []string{}, Missing: []string{}, Titles: []string{}}
		for _, l := range f.Table.Indicators {
			if !slices.Contains(rndIndicators[:], l.Code) && l.Code != rndGerd && l.Code != "revenue" || !strings.Contains(l.Indicator.MainSource, strings.TrimSuffix(name, "局")) {
				continue
			}
			d.Indicators = append(d.Indicators, l.Name)
			empty := !l.Cumulative.Known
			if l.Code == rndGerd {
				empty = !slices.ContainsFunc(years, func(y CertifiedYear) bool { return y.Amount.Known })
			}
			if empty {
				d.Missing = append(d.Missing, l.Name)
			}
		}
		for _, k := range titleKinds {
			if k.department == name {
				d.Titles = append(d.Titles, k.name)
			}
		}
		list = append(list, d)
	}
	return list
}

// GrowthShort returns the growth for a tile, as that of a Line.
func (y CertifiedYear) GrowthShort() string { return shortGrowth(y.GrowthText, y.Growth) }
