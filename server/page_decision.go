package server

import (
	"net/url"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

const supervisePath = "/chains/:chain/lists/:list/:id/supervise"

// subjectAddress is the page of what a decision concerns.
func subjectAddress(s industry.NamedSubject) string {
	if list := office.SubjectList(s.Kind); list != "" {
		return itemAddress(industry.AllChains, list, s.ID)
	}
	values := url.Values{"indicator": {s.ID}, "of": {string(industry.OfCumulative)}, "chain": {industry.AllChains}}
	if s.Chain != "" {
		values.Set("chain", string(s.Chain))
	}
	if s.Month.Defined() {
		values.Set("month", s.Month.String())
	}
	return "/trace?" + values.Encode()
}

// Subjects are what a decision concerns, each with its page as of the moment that is
// looked at.
func (v view) Subjects(list []industry.NamedSubject) []cellLink {
	links := make([]cellLink, len(list))
	for i, s := range list {
		links[i] = cellLink{s.Text(), asOf(subjectAddress(s), v.Query.AsOf)}
	}
	return links
}

// press is a button of a row that marks it, or takes the mark off.
type press struct {
	Post string
	Back string // where the page is afterwards
	CSRF string
	On   bool // it has the mark
}

// supervise sets or takes off 督办 with one press.
func (s *server) supervise(c *request) error {
	r := c.editRequest()
	on := c.field("supervised") == "是"
	if err := s.office.Supervise(c.ctx(), r, on); err != nil {
		return err
	}
	said := "已取消督办"
	if on {
		said = "已列入督办"
	}
	return c.done(c.backTo(listAddress(r.Chain, r.List)), said)
}

// backQuery is where a form is to return to, as its address carries it.
func backQuery(page string) string { return url.Values{"back": {page}}.Encode() }

// backTo is the page of this site that a form names as the one to return to, else
// the usual one.
func (c *request) backTo(usual string) string {
	if back := c.field("back"); localPath(back) {
		return back
	}
	return usual
}

// localPath reports whether text is the address of a page of this site.
func localPath(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Scheme == "" && u.Host == "" && u.User == nil && len(u.Path) > 1 && u.Path[0] == '/' && !strings.ContainsAny(u.Path[1:2], `/\`)
}
