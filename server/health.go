package server

import "net/http"

// health says that the process is up.
func (s *server) health(c *request) error {
	return c.send(http.StatusOK, "text/plain; charset=utf-8", []byte("ok\n"))
}

// ready says that the database answers; its schema was migrated before the
// server was made.
func (s *server) ready(c *request) error {
	if err := s.store.Ready(c.ctx()); err != nil {
		s.log.Error("not ready", "request", c.id(), "error", err)
		return c.send(http.StatusServiceUnavailable, "text/plain; charset=utf-8", []byte("database unreachable\n"))
	}
	return c.send(http.StatusOK, "text/plain; charset=utf-8", []byte("ready\n"))
}

// asset serves the styles, scripts and fonts under their hashed names.
func (s *server) asset(c *request) error {
	s.assets.Handler().ServeHTTP(c.Writer, c.Request)
	return nil
}
