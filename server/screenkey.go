package server

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/store"
)

const screenCookie = "chainboard_screen"

// screenPath is the wall: the one page that takes a key, and that never leads to
// the sign-in page.
const screenPath = "/screen"

// onWall reports whether a route is the wall itself or one of its scenes, where
// a screen's key counts before the session of a person.
func (rt route) onWall() bool {
	return rt.screen && (rt.path == screenPath || strings.HasPrefix(rt.path, screenPath+"/"))
}

// openScreen exchanges the key in a wall's link for a cookie, so that the key
// stays neither in the address bar nor in the history.
func (s *server) openScreen(c *request) error {
	plain := c.Query("key")
	key, err := s.screenOf(c, plain)
	if err != nil {
		return err
	}
	cookie := &http.Cookie{
		Name: screenCookie, Value: plain, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Secure: c.Request.TLS != nil, MaxAge: int((400 * 24 * time.Hour).Seconds()), // the longest a browser keeps
	}
	if !key.ExpiresAt.IsZero() {
		cookie.MaxAge = int(key.ExpiresAt.Sub(s.store.Now()).Seconds()) + 1
	}
	http.SetCookie(c.Writer, cookie)
	rest := c.Request.URL.Query()
	rest.Del("key")
	address := screenPath
	if len(rest) > 0 {
		address += "?" + rest.Encode()
	}
	c.Redirect(http.StatusFound, address)
	c.Writer.WriteHeaderNow()
	return nil
}

// identifyScreen takes the cookie of a wall, if its key is still good.
func (s *server) identifyScreen(c *request) error {
	plain, err := c.Cookie(screenCookie)
	if err != nil {
		return nil // no cookie: not a wall
	}
	key, err := s.screenOf(c, plain)
	if errors.Is(err, errScreenClosed) {
		return nil
	}
	if err != nil {
		return err
	}
	c.via, c.screen = byScreen, key
	c.user = industry.User{Name: "大屏:" + key.Name, Roles: []industry.Role{industry.Kiosk}}
	if key.Chain != "" {
		c.user.Chains = []string{key.Chain}
	}
	return nil
}

// screenOf returns the live key of this secret, or errScreenClosed.
func (s *server) screenOf(c *request, plain string) (store.Key, error) {
	c.secret = auth.HashSecret(plain)
	return s.liveScreen(c.ctx(), c.secret)
}

// liveScreen returns the live key with this hash and notes its use, or
// errScreenClosed.
func (s *server) liveScreen(ctx context.Context, hash string) (store.Key, error) {
	key, err := s.screens.of(ctx, hash)
	if isNotFound(err) || err == nil && !key.Live(s.store.Now()) {
		return store.Key{}, errScreenClosed
	}
	if err == nil {
		s.noteSeen(ctx, s.screens, hash, key)
	}
	return key, err
}

// errScreenClosed is a wall without a good key.
var errScreenClosed = errors.New("no live screen key")
