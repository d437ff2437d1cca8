package server

import (
	"bytes"
	"net/http"
	"slices"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// rndExpense is the indicator that the charts of R&D dispatch show.
const rndExpense = "rnd_expense"

// rndPage is 研发投入: the provisional monthly figures, the certified annual one
// apart from them, titles with their validity, and who brings what.
type rndPage struct {
	Page
	View view
	industry.RnD
	Tiles    []rndTile
	Rows     []dispatchRow
	Shown    industry.Line // 研发费用
	Trend    industry.Trend
	Holders  []industry.TitleHolder // without those of every year
	Yearly   []industry.TitleHolder // 科技型中小企业, which enter anew each year
	Download string
}

// rndTile is a key figure of the page.
type rndTile struct {
	Name   string
	Figure industry.Figure
	Notes  []string // one or two
	Mark   string   // 快报, 最终认定
	Trace  string
}

// yearlyTitle is the title that runs out each 31 December.
const yearlyTitle = "科技型中小企业"

func (s *server) rndPage(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	v.Indicator = rndExpense
	p := &rndPage{Page: Page{Title: "研发投入", Brand: v.Brand()}, View: v, Download: v.To("/rnd.xlsx")}
	if err := s.fillRnD(c, p); err != nil {
		return err
	}
	return c.html(http.StatusOK, "rnd", p)
}

// fillRnD reads R&D dispatch of the page's view.
func (s *server) fillRnD(c *request, p *rndPage) (err error) {
	v := p.View
	if p.RnD, err = s.office.RnD(c.ctx(), v.Query, v.Open); err != nil {
		return err
	}
	if p.Shown = p.Line(rndExpense); p.Shown.Code != "" {
		if p.Trend, err = s.office.Trend(c.ctx(), v.Query, rndExpense, trendMonths(v.Query)); err != nil {
			return err
		}
	}
	for _, h := range p.RnD.Holders {
		if h.Title == yearlyTitle {
			p.Yearly = append(p.Yearly, h)
		} else {
			p.Holders = append(p.Holders, h)
		}
	}
	for _, l := range p.Indicators {
		p.Rows = append(p.Rows, rowOf(v, l))
	}
	p.Tiles = p.tiles()
	return nil
}

func (p *rndPage) tiles() []rndTile {
	loan, firms, contract := p.Line("technology_loan"), p.Line("technology_loan_firms"), p.Line("technology_contract")
	share, coverage := &p.Coverage, p.Line(industry.RnDCoverage)
	active := industry.Figure{Text: "—"}
	if share.Listed.Known {
		active = industry.Figure{Text: industry.GroupedText(share.Active), Unit: "/ " + industry.GroupedText(share.Listed) + " 户"}
	}
	spent := []string{"同口径 " + p.Shown.GrowthShort()}
	if mark := p.Shown.Coverage.Mark(); mark != "" {
		spent = append(spent, mark)
	}
	tiles := []rndTile{
		{"研发费用", industry.FigureOf(p.Shown.Cumulative, p.Shown.Unit), spent, string(p.Shown.DataStatus), p.View.Trace(rndExpense, "cumulative")},
		{"有研发活动企业", active, []string{"占 " + industry.PercentText(industry.RateOf(coverage.Cumulative)), "较上年 " + changeText(coverage)}, "", p.View.Trace(industry.RnDCoverage, "cumulative")},
		{"研发费用占营业收入", percentFigure(p.Intensity.Percent), []string{"较上年 " + pointsText(p.Intensity.Change), "按 " + strconv.Itoa(p.Intensity.Enterprises) + " 户"}, "", p.View.Tally("rnd.intensity")},
		p.certifiedTile(),
		{"科贷通放款", industry.FigureOf(loan.Cumulative, loan.Unit), []string{industry.FigureOf(firms.Cumulative, firms.Unit).String(), "同比 " + loan.GrowthShort()}, "", p.View.Trace("technology_loan", "cumulative")},
		{"技术合同成交额", industry.FigureOf(contract.Cumulative, contract.Unit), []string{"同比 " + contract.GrowthShort()}, "", p.View.Trace("technology_contract", "cumulative")},
	}
	return tiles
}

// certifiedTile is the newest year of 全社会研发投入 that has a figure.
func (p *rndPage) certifiedTile() rndTile {
	t := rndTile{Name: "全社会研发投入", Figure: industry.Figure{Text: "—"}, Notes: []string{"年度认定数未公布"}, Trace: p.View.Trace("rnd_gerd", "cumulative")}
	for _, y := range p.Certified {
		if !y.Amount.Known {
			continue
		}
		at := p.View
		at.Query.Month = industry.NewMonth(y.Year, 12)
		t.Name, t.Figure, t.Trace = strconv.Itoa(y.Year)+"年"+t.Name, industry.FigureOf(y.Amount, "万元"), at.Trace("rnd_gerd", "cumulative")
		t.Notes, t.Mark = []string{"较上年 " + y.GrowthShort()}, certificate(y)
		break
	}
	return t
}

// certificate says whether a year's figure is the certified one.
func certificate(y industry.CertifiedYear) string {
	switch {
	case !y.Amount.Known:
		return "待次年认定"
	case y.Final():
		return "最终认定"
	case y.Status != "":
		return string(y.Status) + "，未最终认定"
	}
	return "未最终认定"
}

func percentFigure(r industry.Rate) industry.Figure {
	if !r.Known {
		return industry.Figure{Text: "—"}
	}
	text := industry.PercentText(r)
	return industry.Figure{Text: text[:len(text)-1], Unit: "%"}
}

// Certificate says whether a year's figure is the certified one.
func (p *rndPage) Certificate(y industry.CertifiedYear) string { return certificate(y) }

// YearTrace returns where a certified year's figure is explained.
func (p *rndPage) YearTrace(year int, of string) string {
	at := p.View
	at.Query.Month = industry.NewMonth(year, 12)
	return at.Trace("rnd_gerd", of)
}

// SegmentGrowth returns where the growth of a segment's expenses is explained.
func (p *rndPage) SegmentGrowth(id string) string {
	return p.View.TracePart(partPlace{rndExpense, industry.BySegment, id}, "growth")
}

// CoverageText is 有研发活动企业占比 of the whole.
func (p *rndPage) CoverageText() string {
	return industry.PercentText(industry.RateOf(p.Line(industry.RnDCoverage).Cumulative))
}

// MonthEnd is the day on which titles are counted: 2026年10月31日.
func (p *rndPage) MonthEnd() string { return p.Month.Last().Time().Format("2006年1月2日") }

// TitleTargets reports whether any title has a target.
func (p *rndPage) TitleTargets() bool {
	return slices.ContainsFunc(p.Titles, func(r industry.TitleRow) bool { return r.Target.Known })
}

// Unit is the unit of the page's amounts of 研发费用.
func (p *rndPage) Unit() industry.ScreenUnit { return p.Shown.ScreenUnit() }

// Forecasts reports that the table of this page has no column of projections.
func (p *rndPage) Forecasts() bool { return false }

// Firm names an enterprise with the address of its page.
func (p *rndPage) Firm(id, name string) firmLink {
	if !p.View.Lists {
		return firmLink{Name: name}
	}
	return firmLink{name, p.View.Item("enterprises", id)}
}

// HolderTable puts holders of titles into a table of the page.
func (p *rndPage) HolderTable(rows []industry.TitleHolder) holderTable { return holderTable{rows, p} }

type holderTable struct {
	Rows []industry.TitleHolder
	page *rndPage
}

// Firm names an enterprise of the table with the address of its page.
func (t holderTable) Firm(id, name string) firmLink { return t.page.Firm(id, name) }

// Urgency is the class of the light of how urgent a title is, "" for a new one.
func (t holderTable) Urgency(h industry.TitleHolder) string {
	switch h.State {
	case industry.TitleExpired:
		return "r"
	case industry.TitleSoon:
		return "y"
	case industry.TitleLater:
		return "n"
	}
	return ""
}

// Left is how long the title holds, or since when it does not.
func (t holderTable) Left(h industry.TitleHolder) string {
	switch {
	case !h.To.Defined():
		return "—"
	case h.Days < 0:
		return "已过 " + strconv.Itoa(-h.Days) + " 天"
	}
	return strconv.Itoa(h.Days) + " 天"
}

// rndFile sends the page's tables as a workbook.
func (s *server) rndFile(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := s.office.RnDFile(c.ctx(), &file, v.Query, office.Reader{User: c.user, Actor: c.actor()}); err != nil {
		return err
	}
	return c.attach("研发投入-"+v.Name+"-"+v.Query.Month.String()+".xlsx", workbookType, file.Bytes())
}
