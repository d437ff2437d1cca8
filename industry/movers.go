package industry

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
)

// FirmSeries is one enterprise with its reports of an indicator.
type FirmSeries struct {
	Enterprise Enterprise
	Reports    FirmReports
}

// MoverFacts is what the movers of a month are found in.
type MoverFacts struct {
	Chain     Party
	Month     Month
	Indicator Indicator
	Firms     []FirmSeries      // of the chain, on the list or not, 14 months back
	Segments  map[string]string // names by key
	Regions   map[string]string
	Working   Indicator    // what tells who stands still
	Worked    []FirmSeries // its reports
	Fall      int          // by how many percent a month must have fallen to count as 减产
	Top       int          // of risers and of fallers
}

// Movers says which enterprises make a month's growth and which are missing in
// it: the JSON of GET …/movers. Amounts are in the indicator's unit.
type Movers struct {
	Chain     string    `json:"chain"`
	Month     Month     `json:"month"`
	Indicator string    `json:"indicator"`
	Name      string    `json:"name"`
	Unit      string    `json:"unit"`
	Total     PartTotal `json:"total"`

	Rising  int `json:"rising"` // enterprises above their base
	Level   int `json:"level"`
	Falling int `json:"falling"`
	// RisingShare is the part of the enterprises with a base that are above it (增长面), %.
	RisingShare Rate `json:"rising_share"`

	Risers   []Mover `json:"risers"`   // by increment, largest first
	Fallers  []Mover `json:"fallers"`  // by increment, most negative first
	Entrants []Mover `json:"entrants"` // on the list now, not on that of the same month of last year
	Leavers  []Mover `json:"leavers"`  // the other way round; they have no part in growth of the same list
	Baseless []Mover `json:"baseless"` // reported without a base: in the value, not in growth
	Missing  []Mover `json:"missing"`  // listed and not reported

	Idle     []IdleFirm `json:"idle"`
	IdleRule string     `json:"idle_rule"`
}

// Mover is one enterprise in a list of movers.
type Mover struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Segment    string   `json:"segment"` // name
	Region     string   `json:"region"`  // name
	Value      Quantity `json:"value"`
	Base       Quantity `json:"base"`
	Increment  Quantity `json:"increment"`
	Growth     Rate     `json:"growth"`
	GrowthText string   `json:"growth_text"`
	Pull       Rate     `json:"pull"` // percentage points of the total's growth
	Entered    Month    `json:"entered"`
	Departed   Month    `json:"departed"`
	Then       Quantity `json:"then"` // what it reported in the same month of last year
	Last       Quantity `json:"last"` // what it reported the month before, in the same calendar
}

// MoversOf finds who moves a month's figure. Of a ratio or a published rate
// nobody's part can be told, and there are no risers and fallers (domain S37).
func MoversOf(f MoverFacts) Movers {
	m := Movers{
		Chain: f.Chain.ID, Month: f.Month, Indicator: f.Indicator.Code, Name: f.Indicator.Name, Unit: f.Indicator.Unit,
		Risers: []Mover{}, Fallers: []Mover{}, Entrants: []Mover{}, Leavers: []Mover{}, Baseless: []Mover{}, Missing: []Mover{},
	}
	m.Idle, m.IdleRule = f.idle()
	if f.Indicator.ratio() {
		return m
	}
	var listed []Mover
	var figures []FirmFigure
	for i := range f.Firms {
		firm := &f.Firms[i]
		e := &firm.Enterprise
		row := f.mover(firm)
		switch was := e.onList(f.Month - 12); {
		case !e.Listed(f.Month):
			if was && row.Then.Known {
				row.Value, row.Base = Quantity{}, Quantity{}
				m.Leavers = append(m.Leavers, row)
			}
			continue
		case !was:
			m.Entrants = append(m.Entrants, row)
		}
		listed = append(listed, row)
		figures = append(figures, FirmFigure{Firm: Party{row.ID, row.Name}, Cumulative: row.Value, Base: row.Base})
	}
	m.Total = BreakdownOf(f.Indicator, GroupFirms(f.Indicator, ByEnterprise, figures, nil)).Total
	m.sortOut(f, listed)
	return m
}

// sortOut puts the list's enterprises into risers, fallers and the rest.
func (m *Movers) sortOut(f MoverFacts, listed []Mover) {
	comparable := f.Indicator.Basis != Published
	whole := absolute(m.Total.Base)
	compare := func(r *Mover) {
		if comparable && r.Value.Known && r.Base.Known {
			r.Increment = r.Value.Minus(r.Base)
			r.Growth, r.Pull = Growth(r.Value, r.Base), Ratio(r.Increment, whole)
			r.GrowthText = GrowthText(r.Growth, r.Value, r.Base)
		}
	}
	for i := range m.Entrants {
		compare(&m.Entrants[i])
	}
	for i := range listed {
		r := &listed[i]
		compare(r)
		switch {
		case !r.Value.Known:
			m.Missing = append(m.Missing, *r)
		case !r.Base.Known:
			m.Baseless = append(m.Baseless, *r)
		case r.Increment.Parts > 0:
			m.Risers = append(m.Risers, *r)
		case r.Increment.Parts < 0:
			m.Fallers = append(m.Fallers, *r)
		case comparable:
			m.Level++
		}
	}
	m.Rising, m.Falling = len(m.Risers), len(m.Fallers)
	m.RisingShare = Ratio(Q(int64(m.Rising)), Q(int64(m.Rising+m.Level+m.Falling)))
	by := func(list []Mover, of func(Mover) int64) {
		slices.SortFunc(list, func(a, b Mover) int { return cmp.Or(cmp.Compare(of(b), of(a)), strings.Compare(a.ID, b.ID)) })
	}
	by(m.Risers, func(r Mover) int64 { return r.Increment.Parts })
	by(m.Fallers, func(r Mover) int64 { return -r.Increment.Parts })
	by(m.Entrants, func(r Mover) int64 { return r.Value.Parts })
	by(m.Baseless, func(r Mover) int64 { return r.Value.Parts })
	by(m.Leavers, func(r Mover) int64 { return r.Then.Parts })
	by(m.Missing, func(r Mover) int64 { return max(r.Last.Parts, r.Then.Parts) })
	m.Risers, m.Fallers = m.Risers[:min(f.Top, m.Rising)], m.Fallers[:min(f.Top, m.Falling)]
}

// mover reads one enterprise's own figures.
func (f *MoverFacts) mover(firm *FirmSeries) Mover {
	e := &firm.Enterprise
	r := firm.Reports[f.Month]
	row := Mover{
		ID: e.ID, Name: e.Name, Segment: f.Segments[e.Segment], Region: f.Regions[e.Region], GrowthText: undefined,
		Value: r.Cumulative, Base: r.Base, Entered: e.Entered, Departed: e.Departed, Then: firm.Reports[f.Month-12].Cumulative,
	}
	if !row.Value.Known {
		row.Base = Quantity{}
	}
	if previous, ok := f.Indicator.PreviousPoint(f.Month); ok {
		row.Last = firm.Reports[previous].Cumulative
	}
	return row
}

// onList reports whether the firm was on the list of a month, as far as dates
// tell: that it has been struck off since does not change the list of then.
func (e *Enterprise) onList(m Month) bool {
	then := *e
	if then.Status == closed {
		then.Status = ""
	}
	return then.Listed(m)
}

// fell reports whether now is more than so many percent below then.
func fell(now, then Quantity, percent int) bool {
	if !now.Known || !then.Known || then.Parts <= 0 {
		return false
	}
	return growthOver(now, then).Cmp(big.NewRat(-int64(percent), 1)) < 0
}
