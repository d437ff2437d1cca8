package server

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"chainboard/industry"
	"chainboard/store"
)

type signInPage struct {
	Page
	form
	Next string
}

// signInPage shows the form, or the first page to whoever has signed in already.
func (s *server) signInPage(c *request) error {
	if c.via == bySession {
		return c.seeOther(ownPath(c.Query("next")))
	}
	return c.html(http.StatusOK, "login", &signInPage{Page: Page{Title: "登录"}, Next: c.Query("next")})
}

// signIn proves the password and opens a session under a new token.
func (s *server) signIn(c *request) error {
	page := &signInPage{Page: Page{Title: "登录"}, form: c.formOf("name"), Next: c.PostForm("next")}
	account, err := s.proven(c)
	var e *industry.Error
	if errors.As(err, &e) && (e.Kind == industry.Unauthenticated || e.Kind == industry.RateLimited) {
		page.Message = e.Message
		return c.html(statusOf(e.Kind), "login", page)
	}
	if err != nil {
		return err
	}
	if err := s.sessions.open(c.ctx(), account); err != nil {
		return err
	}
	if err := s.store.SweepSessions(c.ctx()); err != nil {
		s.log.Warn("sweep sessions", "request", c.id(), "error", err)
	}
	if account.MustChangePassword {
		return c.seeOther("/account/password")
	}
	return c.seeOther(ownPath(page.Next))
}

// proven returns the account whose password was posted.
func (s *server) proven(c *request) (account store.Account, err error) {
	if !s.signIns.Allow(c.address(), s.store.Now()) {
		return account, industry.Errorf(industry.RateLimited, "本机登录尝试过于频繁，请一分钟后再试")
	}
	return s.office.SignIn(c.ctx(), c.field("name"), c.PostForm("password"), c.actor())
}

// signOut ends the session.
func (s *server) signOut(c *request) error {
	if err := s.office.SignedOut(c.ctx(), c.actor()); err != nil {
		return err
	}
	if err := s.sessions.close(c.ctx()); err != nil {
		return err
	}
	s.hub.recheck() // it is the end of the session's event streams too
	return c.seeOther("/login")
}

// ownPath returns the address to go on to after signing in when it is one of
// ours, and the first page otherwise: a link to the sign-in page must not be able
// to lead to another site.
func ownPath(next string) string {
	const first = "/"
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return first
	}
	u, err := url.Parse(next)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil {
		return first
	}
	switch u.Path {
	case "/login", "/logout":
		return first
	}
	return next
}
