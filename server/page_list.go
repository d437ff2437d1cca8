package server

import (
	"bytes"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"chainboard/industry"
	"chainboard/office"
)

// listPage is a register as a table: search, filters, order, pages.
type listPage struct {
	Page
	List      *industry.List
	ChainName string // "" for all chains
	ChainPage string
	Found     industry.ListPage
	Heads     []listHead
	Rows      []listRow
	Subtotal  []string // of this page, aligned with Heads; nil where nothing adds up
	Total     []string // of every row found
	Q, Sort   string
	Month     string // as it was asked for
	Today     industry.Date
	Hint      string // of the search
	Filtered  bool
	Paging    paging
	Download  string
	Reset     string
}

// listHead is the head of a column with the address that sorts by it.
type listHead struct {
	industry.ListColumn
	Text  string
	Href  string
	Order string // aria-sort; "" where another column decides
}

// listRow is a row as the table shows it.
type listRow struct {
	Number int
	Href   string
	Cells  []listCell
}

// listCell is a value with how it is shown.
type listCell struct {
	industry.ListCell
	Label   string
	Href    string // of the name: the row's detail
	Numeric bool
	Tag     bool           // 链主
	Lamp    industry.Light // of a light column
	IsLamp  bool
	Long    bool // may wrap
	Doubt   bool // the note is a doubt about the figure
}

// reserved are the parameters of a list that are no filter.
func reserved(name string) bool {
	return slices.Contains([]string{"q", "sort", "page", "size", "month"}, name)
}

// mostWords is how long a search may be, in characters: each word is sought in
// every row.
const mostWords = 200

// listRequest reads what is asked of a list.
func (c *request) listRequest() (office.ListRequest, error) {
	r := office.ListRequest{List: strings.TrimSuffix(c.Param("list"), ".xlsx"), Chain: c.Param("chain"), User: c.user}
	r.Query = industry.ListQuery{Q: c.Query("q"), Sort: c.Query("sort"), Filters: map[string]string{}}
	if utf8.RuneCountInString(r.Query.Q) > mostWords {
		return r, invalidParameter("q", "关键字最多"+strconv.Itoa(mostWords)+"个字，请缩短")
	}
	var err error
	if r.Query.Page, r.Query.Size, err = c.pageOf(industry.DefaultPage); err != nil {
		return r, err
	}
	if r.Month, err = c.month("month"); err != nil {
		return r, err
	}
	for name, values := range c.Request.URL.Query() {
		if !reserved(name) && values[0] != "" {
			r.Query.Filters[name] = values[0]
		}
	}
	return r, nil
}

// listPage shows a list; with .xlsx behind its name it is the file of all rows
// found.
func (s *server) listPage(c *request) error {
	r, err := c.listRequest()
	if err != nil {
		return err
	}
	if strings.HasSuffix(c.Param("list"), ".xlsx") {
		return s.listFile(c, r)
	}
	found, err := s.office.List(c.ctx(), r)
	if err != nil {
		return err
	}
	p := &listPage{
		Page: Page{Title: found.List.Name}, Today: s.office.Today(), Hint: "名称、编码等", List: found.List, Found: found, Q: r.Query.Q, Sort: r.Query.Sort, Month: c.Query("month"),
		Filtered: r.Query.Q != "" || len(r.Query.Filters) > 0, Paging: c.paging(found.Page, found.Size, found.Total), Reset: c.Request.URL.Path,
	}
	switch found.List.Register {
	case industry.EnterpriseRegister:
		p.Hint = "名称、信用代码、产品等"
	case industry.ProjectRegister:
		p.Hint = "名称、编码、投资方等"
	}
	p.Download = c.Request.URL.Path + ".xlsx"
	if c.Request.URL.RawQuery != "" {
		p.Download += "?" + c.Request.URL.RawQuery
	}
	if r.Chain != industry.AllChains {
		chains, err := s.office.Chains(c.ctx())
		if err != nil {
			return err
		}
		for _, card := range chains {
			if card.Code == r.Chain {
				p.ChainName, p.ChainPage = card.Name, "/chains/"+url.PathEscape(card.Code)
			}
		}
	}
	p.fill(c)
	return c.html(http.StatusOK, "list", p)
}

func (s *server) listFile(c *request, r office.ListRequest) error {
	var file bytes.Buffer
	if err := s.office.ListFile(c.ctx(), &file, r, c.actor()); err != nil {
		return err
	}
	return c.attach(industry.ListOf(r.List).Name+"-"+string(s.office.Today())+".xlsx", workbookType, file.Bytes())
}

// projects leads to the list of projects of every chain.
func (s *server) projects(c *request) error {
	address := "/chains/" + industry.AllChains + "/lists/projects"
	if c.Request.URL.RawQuery != "" {
		address += "?" + c.Request.URL.RawQuery
	}
	return c.seeOther(address)
}

func (p *listPage) fill(c *request) {
	for _, column := range p.Found.Columns {
		p.Heads = append(p.Heads, p.head(c, column))
	}
	base := "/chains/" + url.PathEscape(p.Found.Chain) + "/lists/" + p.List.Code + "/"
	first := (p.Found.Page-1)*p.Found.Size + 1
	for i, r := range p.Found.Rows {
		row := listRow{Number: first + i, Href: base + url.PathEscape(r.ID)}
		for k, cell := range r.Cells {
			row.Cells = append(row.Cells, p.cell(p.Found.Columns[k], cell, row.Href))
		}
		p.Rows = append(p.Rows, row)
	}
	if len(p.Found.Sums) > 0 {
		p.total()
	}
}

// headText leaves out the unit that the page names once for all amounts.
func headText(column industry.ListColumn) string {
	if column.Unit == "万元" || column.Unit == "%" {
		return column.Name
	}
	return column.Header()
}

// head turns the order round where the list is sorted by the column already;
// numbers begin with the largest.
func (p *listPage) head(c *request, column industry.ListColumn) listHead {
	h := listHead{ListColumn: column, Text: headText(column)}
	by := column.Column
	if column.Numeric() {
		by = "-" + by
	}
	switch p.Sort {
	case column.Column:
		h.Order, by = "ascending", "-"+column.Column
	case "-" + column.Column:
		h.Order, by = "descending", column.Column
	}
	values := c.Request.URL.Query()
	values.Set("sort", by)
	values.Del("page")
	h.Href = "?" + values.Encode()
	return h
}

func (p *listPage) cell(column industry.ListColumn, cell industry.ListCell, href string) listCell {
	l := listCell{ListCell: cell, Label: headText(column), Numeric: column.Numeric(), Doubt: column.Numeric() && cell.Note != ""}
	switch column.Column {
	case "name":
		l.Href = href
	case "role":
		l.Tag = cell.Shown == "链主"
	case "light":
		l.IsLamp, l.Lamp = true, industry.Light(cell.Value())
	case "titles":
		if n := strings.Count(cell.Shown, industry.ListSeparator); n > 0 {
			first, _, _ := strings.Cut(cell.Shown, industry.ListSeparator)
			l.Note, l.Shown = cell.Shown, first+" 等"+strconv.Itoa(n+1)+"项"
		}
	case "investor":
		l.Long = true
	}
	return l
}

// total fills the lines under the table: this page, and every row found.
func (p *listPage) total() {
	p.Subtotal, p.Total = make([]string, len(p.Heads)), make([]string, len(p.Heads))
	for k, column := range p.Found.Columns {
		sum, ok := p.Found.Sums[column.Column]
		if !ok {
			continue
		}
		var page industry.Quantity
		for _, r := range p.Found.Rows {
			page = page.Plus(r.Cells[k].Number)
		}
		p.Subtotal[k], p.Total[k] = industry.GroupedText(page), industry.GroupedText(sum)
	}
	if p.Paging.Last == 1 {
		p.Subtotal = nil
	}
}
