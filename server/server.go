// Package server carries chainboard over HTTP: pages, the JSON API and what
// browsers need around them. It decides who may ask for what, and computes
// nothing.
package server

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"chainboard/auth"
	"chainboard/office"
	"chainboard/static"
	"chainboard/store"
)

// Config is what a server is built from. Office, Assets and Log are needed.
type Config struct {
	Office   *office.Office
	Assets   *static.Assets
	Log      *slog.Logger
	SignIns  *auth.AddressLimiter // nil: 10 tries a minute for each address, 20 at once
	Sessions auth.SessionPolicy   // zero: auth.DefaultSessionPolicy
	Closing  <-chan struct{}      // closed when the server is to stop, which waits for no event stream; nil: never
}

type server struct {
	office   *office.Office
	store    *store.Store // accounts, keys, sessions, readiness; facts go through office
	assets   *static.Assets
	shown    lastNoted // by screens
	log      *slog.Logger
	signIns  *auth.AddressLimiter
	sessions *sessions
	origins  *http.CrossOriginProtection
	pages    pages
	table    []route
	heavy    chan struct{} // holds one while a workbook is read; see alone
	quickly  time.Duration // how long an import is waited for; see importing
	serials  *serials
	screens  *keys
	tokens   *keys
	hub      *hub
	answers  answers // of scenes and charts
}

// contentPolicy is the Content-Security-Policy of every answer: nothing from
// another host, no inline script.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
	"font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"

// New builds the handler of all routes. It fails on a template that cannot be
// parsed and on a route without a right. Timeouts are the http.Server's.
func New(cfg Config) (http.Handler, error) {
	s, err := newServer(cfg)
	if err != nil {
		return nil, err
	}
	return s.handler(s.routes())
}

func newServer(cfg Config) (*server, error) {
	if cfg.Office == nil || cfg.Assets == nil || cfg.Log == nil {
		return nil, errors.New("server: Office, Assets and Log are needed")
	}
	s := &server{
		office: cfg.Office, store: cfg.Office.Store(), assets: cfg.Assets, log: cfg.Log, signIns: cfg.SignIns,
		origins: http.NewCrossOriginProtection(), heavy: make(chan struct{}, 1), quickly: quickly,
	}
	s.serials = &serials{store: s.store}
	s.screens = &keys{serials: s.serials, find: s.store.ScreenByHash, note: s.store.ScreenSeen}
	s.tokens = &keys{serials: s.serials, find: s.store.TokenByHash, note: s.store.TokenSeen}
	s.hub = newHub(s.serials, cfg.Log, cfg.Closing)
	if s.signIns == nil {
		s.signIns = auth.NewAddressLimiter(10, 20)
	}
	policy := cfg.Sessions
	if policy == (auth.SessionPolicy{}) {
		policy = auth.DefaultSessionPolicy()
	}
	s.sessions = newSessions(s.store, policy, s.log)
	var err error
	if s.pages, err = parsePages(cfg.Assets); err != nil {
		return nil, fmt.Errorf("server: %w", err)
	}
	return s, nil
}

// handler answers a table of routes.
func (s *server) handler(table []route) (http.Handler, error) {
	s.table = table
	engine, err := s.engine(table)
	if err != nil {
		return nil, err
	}
	return s.outermost(engine), nil
}

// engine registers the table. Gin's own logger and recovery stay out: the first
// would write keys from query strings, the second answers in its own words.
func (s *server) engine(table []route) (*gin.Engine, error) {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.UseRawPath, engine.UnescapePathValues = true, false // the key of a record may hold a slash; see request.Param
	if err := engine.SetTrustedProxies(nil); err != nil {
		return nil, fmt.Errorf("server: %w", err)
	}
	for _, rt := range table {
		if err := rt.check(); err != nil {
			return nil, err
		}
		handle := s.serve(rt)
		engine.Handle(rt.method, rt.path, handle)
		if rt.method == http.MethodGet {
			engine.Handle(http.MethodHead, rt.path, handle)
		}
	}
	engine.NoRoute(s.serve(route{need: anyone, handle: notFound}))
	return engine, nil
}

type contextKey int

const (
	requestIDKey contextKey = iota
	sessionUseKey
)

// outermost names the request, sets the headers of every answer and loads the
// session of those that may have one.
func (s *server) outermost(next http.Handler) http.Handler {
	withSession := s.sessions.handler(s.sessionLost)(next)
	every := map[string][]string{ // shared by all answers: a handler sets another value, it appends to none of these
		"Content-Security-Policy": {contentPolicy},
		"X-Content-Type-Options":  {"nosniff"},
		"Referrer-Policy":         {"same-origin"},
		"X-Frame-Options":         {"SAMEORIGIN"},
		"Cache-Control":           {"no-store"}, // redirects and empty answers too; static files say otherwise
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := newRequestID()
		h := w.Header()
		maps.Copy(h, every)
		h["X-Request-Id"] = []string{id}
		r = r.WithContext(context.WithValue(r.Context(), requestIDKey, id))
		if sessionless(r.URL.Path) || wallOnly(r) {
			next.ServeHTTP(w, r)
			return
		}
		withSession.ServeHTTP(w, r)
	})
}

// wallOnly reports whether a request comes from a wall where nobody has signed in:
// it has no session to load.
func wallOnly(r *http.Request) bool {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return false
	}
	if r.URL.Path != screenPath && !strings.HasPrefix(r.URL.Path, screenPath+"/") && !strings.HasPrefix(r.URL.Path, "/charts/") && r.URL.Path != eventsPath {
		return false
	}
	_, err := r.Cookie(sessionCookie)
	return err != nil
}

// sessionless reports whether a path is answered without asking who asks.
func sessionless(path string) bool {
	return strings.HasPrefix(path, "/static/") || path == "/healthz" || path == "/readyz"
}

// sessionLost answers when sessions cannot be read or kept: the database is away.
func (s *server) sessionLost(w http.ResponseWriter, r *http.Request, err error) {
	id := requestID(r)
	s.log.Error("session", "request", id, "error", err)
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	// Whoever has gone cannot be told.
	_, _ = w.Write([]byte(internalMessage(id) + "\n"))
}

func requestID(r *http.Request) string {
	id, _ := r.Context().Value(requestIDKey).(string)
	return id
}

// newRequestID names a request in the log and on error pages: 12 hex digits are
// enough to find a line and short enough to be read over the telephone.
func newRequestID() string {
	var b [6]byte
	rand.Read(b[:]) // never fails (crypto/rand)
	return hex.EncodeToString(b[:])
}
