package server

import (
	"net/http"
	"net/url"
	"strconv"
)

// paging is where a list stands, for {{template "pages" .Paging}}.
type paging struct {
	Page, Last, Total int
	Prev, Next        string // addresses; empty at the ends
}

// paging returns the place of a page among total rows, with links that keep the
// rest of the address.
func (c *request) paging(page, size, total int) paging {
	p := paging{Page: page, Last: max(1, (total+size-1)/size), Total: total}
	link := func(to int) string {
		values := c.Request.URL.Query()
		values.Set("page", strconv.Itoa(to))
		return "?" + values.Encode()
	}
	if page > 1 {
		p.Prev = link(min(page-1, p.Last))
	}
	if page < p.Last {
		p.Next = link(page + 1)
	}
	return p
}

// secret is what is shown once and kept nowhere. It is rendered in the answer to
// the form itself: a redirect would have to store it.
type secret struct {
	Title string
	Value string
	Hint  string
}

// done ends a form that needs no page of its own: a notice on the list.
func (c *request) done(path, notice string) error {
	c.notice("g", notice)
	return c.seeOther(path)
}

// statusFor is the status of a page with a form: 400 when something is to be corrected.
func statusFor(f form) int {
	if len(f.Errors) > 0 || f.Message != "" {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// siteAddress returns where this server was reached, without a path.
func (c *request) siteAddress() string {
	u := url.URL{Scheme: "http", Host: c.Request.Host}
	if c.Request.TLS != nil {
		u.Scheme = "https"
	}
	return u.String()
}
