package server

import (
	"net/http"
	"net/url"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// boardPage is a list as lanes: what stands at which step.
type boardPage struct {
	Page
	List      *industry.List
	ChainName string // "" for all chains
	Lanes     []boardLane
	Idle      string // steps where nothing stands
	Total     int
	Q         string
	Kept      []parameter // of the address, beside the search
	Table     string      // the address of the list
	Reset     string      // the board without search and filters; "" where there are none
	New       string      // where a record is added; "" for those who may not
	Today     industry.Date
}

// boardLane is a lane with its cards.
type boardLane struct {
	industry.Lane
	Sums  []string // 总投资 12.34 亿元
	Cards []boardCard
	All   string // the list narrowed to the lane
}

// boardCard is a row as a card.
type boardCard struct {
	Href, Title string
	Cells       []listCell
	Light       *listCell
}

// boardPage shows a list of things that go through steps.
func (s *server) boardPage(c *request, r office.ListRequest) error {
	board, err := s.office.Board(c.ctx(), r)
	if err != nil {
		return err
	}
	values := c.Request.URL.Query()
	values.Del("view")
	values.Del("page")
	p := &boardPage{
		Page: Page{Title: board.List.Name}, List: board.List, Total: board.Total, Q: r.Query.Q, Today: s.office.Today(),
		Table: tableAddress(r, values),
	}
	if r.Query.Q != "" || len(r.Query.Filters) > 0 {
		p.Reset = listAddress(r.Chain, r.List) + "?view=board"
	}
	for name := range r.Query.Filters {
		p.Kept = append(p.Kept, parameter{name, values.Get(name)})
	}
	if c.can(industry.EditRegisters) && r.AsOf.IsZero() {
		p.New = listAddress(r.Chain, r.List) + "/new"
	}
	if r.Chain != industry.AllChains {
		if p.ChainName, err = s.chainName(c, r.Chain); err != nil {
			return err
		}
	}
	p.fill(board, r, values)
	return c.html(http.StatusOK, "board", p)
}

// tableAddress is the list with the same search and filters.
func tableAddress(r office.ListRequest, values url.Values) string {
	address := listAddress(r.Chain, r.List)
	if len(values) > 0 {
		address += "?" + values.Encode()
	}
	return address
}

func (p *boardPage) fill(board industry.Board, r office.ListRequest, values url.Values) {
	var idle []string
	for _, l := range board.Lanes {
		if l.Count == 0 {
			idle = append(idle, l.Label)
			continue
		}
		narrowed, _ := url.ParseQuery(values.Encode())
		narrowed.Set(board.List.Steps.Column, l.Value)
		lane := boardLane{Lane: l, All: tableAddress(r, narrowed)}
		for _, column := range board.Cards {
			if sum, ok := l.Sums[column.Column]; ok {
				lane.Sums = append(lane.Sums, column.Name+" "+amountText(sum, column.Unit))
			}
		}
		for _, row := range l.Rows {
			lane.Cards = append(lane.Cards, cardOf(board, r, row))
		}
		p.Lanes = append(p.Lanes, lane)
	}
	p.Idle = strings.Join(idle, industry.ListSeparator)
}

// cardOf puts the light of a card first and the rest of its cells below the title.
func cardOf(board industry.Board, r office.ListRequest, row industry.ListRow) boardCard {
	card := boardCard{Title: row.Cell(board.List.Title).Shown}
	if r.AsOf.IsZero() {
		card.Href = itemAddress(r.Chain, r.List, row.ID)
	}
	shown := &listPage{List: board.List}
	for i, cell := range row.Cells {
		column := board.Cards[i]
		if cell.Empty() {
			continue
		}
		if column.Unit == "万元" || column.Unit == "万美元" {
			cell.Shown = column.Name + " " + amountText(cell.Number, column.Unit)
		}
		put := shown.cell(column, cell, "")
		if put.IsLamp || put.Mark != "" {
			card.Light = &put
			continue
		}
		card.Cells = append(card.Cells, put)
	}
	return card
}

// amountText writes an amount of 万元 in 亿元, any other in its own unit.
func amountText(q industry.Quantity, unit string) string {
	if unit == "万元" {
		return industry.YiText(q) + " 亿元"
	}
	return industry.GroupedText(q) + " " + unit
}

// apiBoard answers GET /api/v1/chains/{chain}/lists/{list}/board.
func (s *server) apiBoard(c *request) error {
	r, err := c.listRequest()
	if err != nil {
		return err
	}
	board, err := s.office.Board(c.ctx(), r)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, board)
}
