package industry

import (
	"cmp"
	"slices"
	"strings"
)

// ReferenceFacts is what one region of type 国家, 省 or 市 reported of an
// indicator: for the chain that is looked at, or (Chain "") for its whole
// industry.
type ReferenceFacts struct {
	Region  Region
	Chain   string
	Reports []MonthlyReport
}

// ReferenceSeries is a region's series of the indicator, drawn beside the chain's and
// never summed with it (workbook contract, 区域).
type ReferenceSeries struct {
	ID     string           `json:"id"`
	Name   string           `json:"name"`
	Type   string           `json:"type"`   // 国家, 省, 市
	Label  string           `json:"label"`  // 全国, 全省, 全市; the name where there are several of a type
	Source string           `json:"source"` // the department the rows come from
	Points []ReferencePoint `json:"points"` // of the months of the trend
}

// ReferencePoint is one month of a reference; unknown where nothing was reported.
type ReferencePoint struct {
	Month      Month    `json:"month"`
	Cumulative Quantity `json:"cumulative"`
	Growth     Rate     `json:"growth"`
}

// ReferencesOf returns the references over the n calendar months ending at to,
// in the order 国家, 省, 市. A region that reports the chain's own trade is
// compared by that (domain 3.1: 与全国同行业相比), else by its whole industry;
// of several sources the indicator's main one counts. Growth follows the rule of
// every other row: a published rate first, never derived where the basis is
// 可比价直报.
func ReferencesOf(ind Indicator, to Month, n int, facts []ReferenceFacts) []ReferenceSeries {
	byRegion := map[string][]ReferenceFacts{}
	for _, f := range facts {
		if level(f.Region.Type) > 0 {
			byRegion[f.Region.Code] = append(byRegion[f.Region.Code], f)
		}
	}
	list := []ReferenceSeries{}
	for _, own := range byRegion {
		slices.SortFunc(own, func(a, b ReferenceFacts) int { return strings.Compare(b.Chain, a.Chain) })
		f := own[0]
		reports, source := mainReports(ind, f.Reports)
		r := ReferenceSeries{ID: f.Region.Code, Name: f.Region.Name, Type: f.Region.Type, Source: source, Points: []ReferencePoint{}}
		if r.Label = f.Region.Name; f.Chain != "" {
			r.Label += "同行业"
		}
		points := make([]PointFacts, len(reports))
		for i := range reports {
			points[i] = PointFacts{Month: reports[i].Month, Own: &reports[i]}
		}
		known := false
		for _, p := range TrendOf(ind, to, n, points).Points {
			known = known || p.Growth.Known || p.Cumulative.Known
			r.Points = append(r.Points, ReferencePoint{p.Month, p.Cumulative, p.Growth})
		}
		if known {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b ReferenceSeries) int {
		return cmp.Or(cmp.Compare(level(a.Type), level(b.Type)), strings.Compare(a.ID, b.ID))
	})
	label(list)
	return list
}

// level orders the types of reference: 1 国家, 2 省, 3 市; 0 is none of them.
func level(kind string) int { return slices.Index([]string{"", "国家", "省", "市"}, kind) }

// label calls the only region of a type 全国, 全省 or 全市.
func label(list []ReferenceSeries) {
	for i := range list {
		same := 0
		for _, r := range list {
			if r.Type == list[i].Type {
				same++
			}
		}
		if same == 1 {
			word := []string{"", "全国", "全省", "全市"}[level(list[i].Type)]
			list[i].Label = strings.Replace(list[i].Label, list[i].Name, word, 1)
		}
	}
}

// mainReports keeps the rows of the indicator's main source, or of the first
// other one where that reported nothing.
func mainReports(ind Indicator, reports []MonthlyReport) ([]MonthlyReport, string) {
	sources := []string{}
	for _, r := range reports {
		if source := orElse(r.Source, ind.MainSource); !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
	}
	slices.Sort(sources)
	if len(sources) == 0 {
		return nil, ""
	}
	chosen := sources[0]
	if slices.Contains(sources, ind.MainSource) {
		chosen = ind.MainSource
	}
	var kept []MonthlyReport
	for _, r := range reports {
		if orElse(r.Source, ind.MainSource) == chosen {
			kept = append(kept, r)
		}
	}
	return kept, chosen
}

// Comparison sets a chain's growth of one month beside that of its references.
type Comparison struct {
	Growth  Rate
	Beside  []Beside
	Against string // the nearest reference with a rate: 全市, else 全省, else 全国
	Ahead   Rate   // growth − its growth, percentage points
}

// Beside is one reference's growth.
type Beside struct {
	Label  string
	Growth Rate
}

// Compare returns how the newest month of a trend stands to its references.
func (t Trend) Compare() Comparison {
	var c Comparison
	if len(t.Points) == 0 {
		return c
	}
	last := t.Points[len(t.Points)-1]
	c.Growth = last.Growth
	for _, r := range t.References {
		for _, p := range r.Points {
			if p.Month == last.Month && p.Growth.Known {
				c.Beside = append(c.Beside, Beside{r.Label, p.Growth})
				c.Against, c.Ahead = r.Label, last.Growth.Minus(p.Growth)
			}
		}
	}
	return c
}

// Text puts the comparison in words: 全国 +5.1%、全省 +7.4%、全市 +8.2%；本链高于
// 全市3.0个百分点. It is "" where there is nothing to compare with.
func (c Comparison) Text(who string) string {
	if len(c.Beside) == 0 {
		return ""
	}
	var list []string
	for _, b := range c.Beside {
		list = append(list, b.Label+" "+SignedPercentText(b.Growth))
	}
	text := strings.Join(list, "、")
	if !c.Ahead.Known {
		return text
	}
	points := PointsText(c.Ahead)
	switch rest, behind := strings.CutPrefix(points, minus); {
	case behind:
		return text + "；" + who + "低于" + c.Against + rest + "个百分点"
	case strings.HasPrefix(points, "+"):
		return text + "；" + who + "高于" + c.Against + points[1:] + "个百分点"
	}
	return text + "；" + who + "与" + c.Against + "持平"
}
