package server

import (
	"bytes"
	"maps"
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
	Narrowed  int // filters in force
	Money     bool
	Paging    paging
	Download  string // the address of its file without the ending, and
	Query     string // what follows the ending
	Reset     string
	New       string // where a record is added; "" for those who may not
	Columns   []string
	Kept      []parameter // of the address, beside the columns
	Usual     string      // the address with the usual columns
	Editions  editionMenu
	Past      bool           // the list as it was
	Moment    []parameter    // of the address: which moment it asks for
	Asked     []parameter    // of the address: everything else but the page
	Issues    *issuePanel    // at the head of the list of issues; nil elsewhere
	Decisions *decisionPanel // nil for other lists
	Policies  *policyPanel   // of that of policies
	Board     string         // the same as lanes; "" where its rows go through no steps
	Bring     string         // where a file of this list is handed in; "" for those who may not
}

// parameter is one of an address, for a form that must not lose it.
type parameter struct{ Name, Value string }

// reserved are the parameters of a list that are no filter.
func reserved(name string) bool {
	return slices.Contains([]string{"q", "sort", "page", "size", "month", "columns", "as_of", "edition", "view"}, name)
}

// mostWords is how long a search may be, in characters: each word is sought in
// every row.
const mostWords = 200

// listRequest reads what is asked of a list.
func (c *request) listRequest() (office.ListRequest, error) {
	list, ending := cutEnding(c.Param("list"))
	r := office.ListRequest{List: list, Chain: c.Param("chain"), User: c.user, CSV: ending == ".csv"}
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
	if r.AsOf, err = c.instant("as_of"); err != nil {
		return r, err
	}
	if r.Edition, err = c.s.edition(c, industry.Paper{Chain: r.Chain, Kind: industry.EditionOfList, Code: list}); err != nil {
		return r, err
	}
	for _, names := range c.Request.URL.Query()["columns"] { // one with commas, or a box ticked each
		r.Query.Columns = append(r.Query.Columns, strings.FieldsFunc(names, func(r rune) bool { return r == ',' })...)
	}
	for name, values := range c.Request.URL.Query() {
		if !reserved(name) && values[0] != "" {
			r.Query.Filters[name] = values[0]
		}
	}
	return r, nil
}

// cutEnding splits the name of a list's file.
func cutEnding(name string) (list, ending string) {
	for _, ending := range []string{".xlsx", ".csv"} {
		if list, ok := strings.CutSuffix(name, ending); ok {
			return list, ending
		}
	}
	return name, ""
}

// listPage shows a list; with .xlsx or .csv behind its name it is the file of all
// rows found.
func (s *server) listPage(c *request) error {
	r, err := c.listRequest()
	if err != nil {
		return err
	}
	if _, ending := cutEnding(c.Param("list")); ending != "" {
		return s.listFile(c, r, ending)
	}
	if c.Query("view") == "board" {
		return s.boardPage(c, r)
	}
	found, err := s.office.List(c.ctx(), r)
	if err != nil {
		return err
	}
	p := &listPage{
		Page: Page{Title: found.List.Name}, Today: s.office.Today(), Hint: searchHint(found.List), List: found.List, Found: found,
		Q: r.Query.Q, Sort: r.Query.Sort, Month: c.Query("month"), Columns: r.Query.Columns,
		Filtered: r.Query.Q != "" || len(r.Query.Filters) > 0, Narrowed: len(r.Query.Filters),
		Paging: c.paging(found.Page, found.Size, found.Total), Reset: c.Request.URL.Path, Download: c.Request.URL.EscapedPath(),
		Past: !found.AsOf.IsZero(),
	}
	paper := industry.Paper{Chain: r.Chain, Kind: industry.EditionOfList, Code: r.List}
	if p.Editions, err = s.editions(c, paper, r.Edition); err != nil {
		return err
	}
	if p.Issues, err = s.summariseIssues(c, r); err != nil {
		return err
	}
	if p.Decisions, err = s.summariseDecisions(c, r); err != nil {
		return err
	}
	if p.Policies, err = s.summarisePolicies(c, r); err != nil {
		return err
	}
	if c.Request.URL.RawQuery != "" {
		p.Query = "?" + c.Request.URL.RawQuery
	}
	if p.Past {
		p.Today = industry.DateOf(found.AsOf)
		p.Reset += "?" + momentOf(c.Request.URL.Query()).Encode()
	} else {
		p.permit(c, r)
	}
	if p.List.Steps != nil {
		values := c.Request.URL.Query()
		values.Set("view", "board")
		p.Board = tableAddress(r, values)
	}
	p.keep(c.Request.URL.Query())
	if r.Chain != industry.AllChains {
		if p.ChainName, err = s.chainName(c, r.Chain); err != nil {
			return err
		}
		p.ChainPage = "/chains/" + url.PathEscape(r.Chain)
	}
	p.fill(c)
	return c.html(http.StatusOK, "list", p)
}

// keep sorts the parameters of the address for the forms that must not lose them.
func (p *listPage) keep(values url.Values) {
	values.Del("columns")
	p.Usual = "?" + values.Encode()
	values.Del("page")
	moment := momentOf(values)
	for _, name := range slices.Sorted(maps.Keys(values)) {
		kept := parameter{name, values.Get(name)}
		p.Kept = append(p.Kept, kept)
		if moment.Has(name) {
			p.Moment = append(p.Moment, kept)
		} else {
			p.Asked = append(p.Asked, kept)
		}
	}
	for _, names := range p.Columns {
		p.Asked = append(p.Asked, parameter{"columns", names})
	}
}

// permit offers what may be done with the list as it is.
func (p *listPage) permit(c *request, r office.ListRequest) {
	if c.can(industry.EditRegisters) {
		p.New = listAddress(r.Chain, r.List) + "/new"
	}
	if c.can(industry.Import) {
		p.Bring = "/imports?" + url.Values{"register": {p.List.Register.Noun}}.Encode()
	}
}

// momentOf keeps of an address which moment it asks for.
func momentOf(values url.Values) url.Values {
	kept := url.Values{}
	for _, name := range []string{"as_of", "edition"} {
		if values.Get(name) != "" {
			kept.Set(name, values.Get(name))
		}
	}
	return kept
}

// searchHint says what the search of a list looks in.
func searchHint(l *industry.List) string {
	switch l.Register {
	case industry.EnterpriseRegister:
		return "名称、信用代码、产品、拼音"
	case industry.ProjectRegister:
		return "名称、编码、投资方、拼音"
	case industry.IssueRegister:
		return "内容、企业、单位、拼音"
	case industry.VisitRegister:
		return "企业、领导、单位、拼音"
	case industry.ArrivalRegister:
		return "项目、类型、拼音"
	case industry.DecisionRegister:
		return "事项、会议、单位、拼音"
	}
	return "名称、内容、拼音"
}

// Now is the address of the list as it is.
func (p *listPage) Now() string { return listAddress(p.Found.Chain, p.List.Code) }

// listAddress is the path of a list.
func listAddress(chain, list string) string {
	return "/chains/" + url.PathEscape(chain) + "/lists/" + url.PathEscape(list)
}

// itemAddress is the path of a row of a list.
func itemAddress(chain, list, id string) string {
	return listAddress(chain, list) + "/" + url.PathEscape(id)
}

func (s *server) chainName(c *request, chain string) (string, error) {
	cards, err := s.office.Chains(c.ctx())
	for _, card := range cards {
		if card.Code == chain {
			return card.Name, nil
		}
	}
	return "", err
}

const csvType = "text/csv; charset=utf-8"

func (s *server) listFile(c *request, r office.ListRequest, ending string) error {
	set, _, err := s.office.ListSet(c.ctx())
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := s.office.ListFile(c.ctx(), &file, r, c.actor()); err != nil {
		return err
	}
	mediaType := workbookType
	if r.CSV {
		mediaType = csvType
	}
	return c.attach(s.editionFile(industry.FileName(set.NameOf(r.List)), r.Edition, ending), mediaType, file.Bytes())
}

// shortcut leads to a list of every chain.
func shortcut(list string) handler {
	return func(c *request) error {
		address := listAddress(industry.AllChains, list)
		if c.Request.URL.RawQuery != "" {
			address += "?" + c.Request.URL.RawQuery
		}
		return c.seeOther(address)
	}
}
