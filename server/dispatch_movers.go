package server

import (
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// movers reads who moves the month's figure, for who may see single enterprises.
func (s *server) movers(c *request, p *dispatchPage) error {
	if ind := p.Shown.Indicator; !p.View.Open || ind.FromRegister || !reportedByFirms(p) {
		return nil
	}
	m, err := s.office.Movers(c.ctx(), office.MoverQuery{Query: p.View.Query, Indicator: p.View.Indicator})
	if err != nil {
		return err
	}
	p.Movers = &m
	return nil
}

// reportedByFirms reports whether enterprises report the indicator: without their
// figures nobody can be said to move it.
func reportedByFirms(p *dispatchPage) bool { return p.Total.Value.Known }

// moverTable is a list of movers as its table needs it.
type moverTable struct {
	Rows []industry.Mover
	None string // what stands instead of no rows
	Unit industry.ScreenUnit
	page *dispatchPage
}

// MoverTable puts a list of movers into a table of the page.
func (p *dispatchPage) MoverTable(rows []industry.Mover, none string) moverTable {
	return moverTable{rows, none, p.Unit(), p}
}

// Firm names an enterprise of the table with the address of its page.
func (t moverTable) Firm(id, name string) firmLink { return t.page.Firm(id, name) }

// Of returns where a figure of an enterprise is explained.
func (t moverTable) Of(id, aspect string) string {
	return t.page.View.TracePart(partPlace{t.page.View.Indicator, industry.ByEnterprise, id}, aspect)
}

// Signed is a difference in the unit of the table.
func (t moverTable) Signed(q industry.Quantity) string { return t.Unit.SignedText(q) }

// Growth is a mover's growth with its sign, or the words that stand for it.
func (t moverTable) Growth(m industry.Mover) string {
	return industry.Line{Growth: m.Growth, GrowthText: m.GrowthText}.GrowthShort()
}

// firmLink is an enterprise by name; Path is "" where lists are not to be linked.
type firmLink struct{ Name, Path string }

// Firm names an enterprise with the address of its page.
func (p *dispatchPage) Firm(id, name string) firmLink {
	if !p.View.Lists {
		return firmLink{Name: name}
	}
	return firmLink{name, p.View.Item("enterprises", id)}
}

// rosterRow is an enterprise that is new to the list, gone, or not whole in it.
type rosterRow struct {
	industry.Mover
	Why string
}

// Roster are the enterprises that came and went, have no base or did not report;
// each stands once with all that is to be said.
func (p *dispatchPage) Roster() []rosterRow {
	var rows []rosterRow
	at := map[string]int{}
	add := func(list []industry.Mover, why func(industry.Mover) string) {
		for _, m := range list {
			if i, ok := at[m.ID]; ok {
				rows[i].Why += "，" + why(m)
				continue
			}
			at[m.ID] = len(rows)
			rows = append(rows, rosterRow{m, why(m)})
		}
	}
	say := func(text string) func(industry.Mover) string { return func(industry.Mover) string { return text } }
	add(p.Movers.Missing, say("未报"))
	add(p.Movers.Entrants, func(m industry.Mover) string { return dated("入规", m.Entered) })
	add(p.Movers.Leavers, func(m industry.Mover) string { return dated("退规", m.Departed) })
	add(p.Movers.Baseless, say("无上年同期数，不计入增速"))
	return rows
}

// dated puts a month before what happened in it, where it is known.
func dated(what string, m industry.Month) string {
	if !m.Defined() {
		return what
	}
	return strings.Join([]string{strconv.Itoa(m.Year()), "年", strconv.Itoa(m.Number()), "月", what}, "")
}
