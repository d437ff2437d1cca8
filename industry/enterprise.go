package industry

import (
	"slices"
	"strings"
)

// closed is the status of a firm that is struck off.
const closed = "注销"

// Enterprise is a firm of the chain as dispatch sees it.
type Enterprise struct {
	ID         string // unified social credit code
	Name       string
	Chain      string   // chain of the primary segment: figures count there only
	Chains     []string // all of them, primary first
	Segment    string   // primary segment's key
	Segments   []string // keys of all of them, primary first
	Role       string   // 链主, 骨干, 配套
	Region     string
	Products   string
	AboveScale bool // 规上
	Entered    Month
	Departed   Month
	Titles     []Title
	Employees  Quantity
	Status     string // 在产, 停产, 减产, 在建, 注销
}

// EnterpriseOf reads an enterprise record.
func EnterpriseOf(r Record) Enterprise {
	e := Enterprise{
		ID: r.Get("code"), Name: r.Get("name"), Chains: r.List("chains"), Role: r.Get("role"),
		Region: r.Get("region"), Products: r.Get("products"), AboveScale: r.Yes("above_scale"),
		Entered: r.Month("entered"), Departed: r.Month("departed"), Titles: ParseTitles(r.Get("titles")),
		Employees: r.Quantity("employees"), Status: r.Get("status"),
	}
	if len(e.Chains) > 0 {
		e.Chain = e.Chains[0]
	}
	for _, s := range r.List("segments") {
		e.Segments = append(e.Segments, segmentKey(e.Chain, s))
	}
	if len(e.Segments) > 0 {
		e.Segment = e.Segments[0]
		// The list of a chain is of those whose primary segment lies in it, also
		// where the cell of chains begins with another.
		if chain, _, ok := strings.Cut(e.Segment, KeySeparator); ok {
			e.Chain = chain
		}
	}
	return e
}

// Listed reports whether the firm is on the list of a month: 规上, entered by
// it, not departed by it, not struck off (workbook contract, How figures add up).
// The primary segment decides of which chain.
func (e Enterprise) Listed(m Month) bool {
	return e.AboveScale && e.Status != closed &&
		(!e.Entered.Defined() || e.Entered <= m) &&
		(!e.Departed.Defined() || e.Departed > m)
}

// Producing reports whether the firm makes anything: neither stopped, nor
// still being built, nor struck off.
func (e Enterprise) Producing() bool {
	switch e.Status {
	case "停产", "在建", closed:
		return false
	}
	return true
}

// Holds reports whether a title by one of these names is valid on a day.
func (e Enterprise) Holds(on Date, names ...string) bool {
	return slices.ContainsFunc(e.Titles, func(t Title) bool {
		return slices.Contains(names, t.Name) && t.Valid(on)
	})
}

// Title is an honour a firm holds, with its validity; an undefined end is open.
type Title struct {
	Name string
	From Date
	To   Date
}

// Valid reports whether the title holds on a day, both ends included.
func (t Title) Valid(on Date) bool {
	return (!t.From.Defined() || t.From <= on) && (!t.To.Defined() || on <= t.To)
}

// ParseTitles reads 高新技术企业:2024-11-01~2027-10-31、专精特新中小企业.
func ParseTitles(text string) []Title {
	var titles []Title
	for _, item := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、；;，,\n", r) }) {
		name, span, _ := strings.Cut(strings.Replace(item, "：", ":", 1), ":")
		from, to, _ := strings.Cut(span, "~")
		t := Title{Name: strings.TrimSpace(name), From: Date(strings.TrimSpace(from)), To: Date(strings.TrimSpace(to))}
		if t.Name != "" {
			titles = append(titles, t)
		}
	}
	return titles
}
