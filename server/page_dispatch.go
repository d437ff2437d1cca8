package server

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// dispatchPage is the dispatch table of a month with the charts of one indicator.
type dispatchPage struct {
	Page
	View     view
	Table    industry.DispatchTable
	Brief    []briefLine
	Calendar []calendarPoint
	Before   *yearChoice // nil: no data in the year before
	After    *yearChoice
	Rows     []dispatchRow
	Silent   []string // indicators nobody has reported and nothing is asked of
	Due      industry.Rate
	Shown    industry.Line // the indicator of the charts
	Trend    industry.Trend
	Beside   string // the growth of nation, province and city
	By       industry.Grouping
	Tabs     []NavItem // of By
	Pulls    []pullRow
	Total    industry.PartTotal
	Movers   *industry.Movers // nil: nobody's to see, or none
	Heat     heatView
	Notes    []indicatorNotes
	Choices  []choice
	Bulletin string // 通报 as a Word document
	Printed  string // 通报 as a PDF
	Annex    string // 附表 as a workbook
	Download string // "" for those who may not take files

	asked url.Values
}

// dispatchRow is a line of the table as it is printed.
type dispatchRow struct {
	industry.Line
	Amount, Earlier industry.Figure
	Rise            string // growth, or the difference of a count
	Basis           string // of the growth where it is not 同口径
	Width, Tick     string // of the bar
	Place           string // rank with its movement
	Trace           string
	Chart           string
}

func (s *server) dispatchPage(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	p := &dispatchPage{Page: Page{Title: "月度调度", Brand: v.Brand()}, View: v, asked: c.Request.URL.Query()}
	if p.Table, err = s.office.Dispatch(c.ctx(), v.Query); err != nil {
		return err
	}
	if !v.Open {
		p.Table = p.Table.Nameless()
	}
	p.fill()
	p.Download, p.Bulletin = v.About("/dispatch.xlsx", v.Indicator), v.To("/api/v1/briefings/"+v.Query.Month.String()+".docx")
	p.Annex = v.To("/api/v1/briefings/" + v.Query.Month.String() + ".xlsx")
	p.Printed = v.To("/api/v1/briefings/" + v.Query.Month.String() + ".pdf")
	if err := s.dispatchCharts(c, p); err != nil {
		return err
	}
	p.Brief = p.brief()
	return c.html(http.StatusOK, "dispatch", p)
}

// dispatchCharts reads what stands beside the charts as tables.
func (s *server) dispatchCharts(c *request, p *dispatchPage) error {
	var ok bool
	if p.Shown, ok = p.Table.Line(p.View.Indicator); !ok {
		if p.View.Indicator != revenue {
			return industry.Errorf(industry.NotFound, "没有编码为“%s”的指标", p.View.Indicator)
		}
		return nil // no indicators yet
	}
	var err error
	if p.Trend, err = s.office.Trend(c.ctx(), p.View.Query, p.View.Indicator, trendMonths(p.View.Query)); err != nil {
		return err
	}
	who := "本链"
	if p.View.Query.Chain == industry.AllChains {
		who = "各链合计"
	}
	p.Beside = p.Trend.Compare().Text(who)
	if err := s.calendar(c, p); err != nil {
		return err
	}
	if err := s.pulls(c, p); err != nil {
		return err
	}
	if err := s.movers(c, p); err != nil {
		return err
	}
	return s.heat(c, p)
}

// pulls reads who makes the growth, by what was asked for.
func (s *server) pulls(c *request, p *dispatchPage) error {
	var err error
	if p.By, err = industry.ParseGrouping(c.DefaultQuery("by", string(industry.ByBranch))); err != nil {
		return err
	}
	if p.By == industry.ByEnterprise {
		if err := c.openOnly("分企业数据"); err != nil {
			return err
		}
	}
	b, err := s.office.Breakdown(c.ctx(), p.View.Query, p.View.Indicator, p.By)
	if err != nil {
		return err
	}
	b = c.discreet(b)
	p.Tabs = p.groupings(p.By)
	if b.Total.Growth.Known {
		p.Pulls, p.Total = pullsOf(p.View, p.View.Indicator, b), b.Total
	}
	return nil
}

// trendMonths is the length of a trend: this year, whose plan it is drawn with.
func trendMonths(q office.Query) int { return q.Month.Number() }

func (p *dispatchPage) fill() {
	p.Notes = notesOf(p.Table)
	for _, l := range p.Table.Indicators {
		p.Choices = append(p.Choices, choice{l.Code, l.Name, l.Code == p.View.Indicator})
		if l.Code == revenue {
			p.Due = l.Pace
		}
		if l.Empty() && !l.Target.Known {
			p.Silent = append(p.Silent, l.Name)
			continue
		}
		p.Rows = append(p.Rows, rowOf(p.View, l))
	}
}

func rowOf(v view, l industry.Line) dispatchRow {
	unit := l.ScreenUnit()
	r := dispatchRow{
		Line: l, Amount: unit.Figure(l.Cumulative), Earlier: unit.Figure(l.Base), Rise: l.GrowthShort(),
		Width: barWidth(l.Completion), Tick: barWidth(l.Pace), Place: industry.RankText(l.Rank, l.RankChange),
		Trace: v.Trace(l.Code, "cumulative"), Chart: v.About("/dispatch", l.Code),
	}
	switch {
	case l.Indicator.FromRegister && !l.Indicator.Money():
		r.Rise, r.Basis = changeText(l), ""
	case l.Growth.Known && l.GrowthBasis == industry.Published:
		r.Basis = "可比价"
	case l.Growth.Known && l.GrowthBasis == industry.Nominal:
		r.Basis = "名义"
	}
	return r
}

// changeText is the difference from last year: of a count in its unit, of a
// rate in percentage points.
func changeText(l industry.Line) string {
	switch {
	case !l.Change.Known:
		return "—"
	case l.Unit == "%":
		return pointsText(industry.RateOf(l.Change))
	}
	return industry.ChangeText(l.Change) + l.Unit
}

// pointsText is a difference of rates with its unit, "—" where there is none.
func pointsText(r industry.Rate) string {
	if !r.Known {
		return "—"
	}
	return industry.PointsText(r) + "个百分点"
}

// Of returns where a figure of the line is explained.
func (r dispatchRow) Of(aspect string) string {
	if aspect == string(industry.OfGrowth) && r.Rise != r.GrowthShort() { // the difference of a count stands there
		aspect = string(industry.OfChange)
	}
	return strings.Replace(r.Trace, "&of=cumulative", "&of="+aspect, 1)
}

// Assessed reports whether the line's bar can be drawn.
func (r dispatchRow) Assessed() bool { return r.Completion.Known }

// Instead says what stands in the place of a bar that cannot be drawn.
func (r dispatchRow) Instead() string {
	switch {
	case !r.Target.Known:
		return "不考核"
	case string(r.TargetKind) == industry.GrowthTarget:
		return "增速目标，与目标比"
	case string(r.TargetKind) == industry.RatioTarget:
		return "比率目标，与目标比"
	case r.Exempt:
		return "1月免报"
	}
	return "未报"
}

// Unit returns the unit of the figures of the chosen indicator.
func (p *dispatchPage) Unit() industry.ScreenUnit { return p.Shown.ScreenUnit() }

// dispatchFile sends the table as a workbook.
func (s *server) dispatchFile(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := s.office.DispatchFile(c.ctx(), &file, office.DispatchQuery{Query: v.Query, Indicator: v.Indicator}, office.Reader{User: c.user, Actor: c.actor()}); err != nil {
		return err
	}
	return c.attach("月度调度-"+v.Name+"-"+v.Query.Month.String()+".xlsx", workbookType, file.Bytes())
}
