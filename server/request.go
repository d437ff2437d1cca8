package server

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// request is one request on its way through a handler: gin's context, who asks,
// and how to answer. Handlers read from it and answer by its methods alone.
type request struct {
	*gin.Context
	s     *server
	route route

	via     identity
	user    industry.User // zero for anonymous
	account store.Account // of a session
	screen  store.Key     // of a wall
	secret  string        // of a wall or a token: its hash
	csrf    string        // of a session
}

// identity is how a request proved who asks.
type identity int

const (
	anonymous identity = iota
	bySession
	byToken
	byScreen
)

// ctx returns the context of the request, with its session.
func (c *request) ctx() context.Context { return c.Request.Context() }

// id returns the name of the request in the log.
func (c *request) id() string { return requestID(c.Request) }

// actor returns who acts, for revisions and the audit log.
func (c *request) actor() office.Actor {
	return office.Actor{Name: c.user.Name, Address: c.address()}
}

// address returns the peer's IP address. No proxy is trusted to name another.
func (c *request) address() string { return c.RemoteIP() }

// can reports whether whoever asks holds a right.
func (c *request) can(right industry.Right) bool { return c.user.Can(right) }

// Param returns a part of the path as it was meant: gin takes it from the address
// as it was sent where that holds an escaped slash, and would read + as a space.
func (c *request) Param(name string) string {
	value := c.Context.Param(name)
	if c.Request.URL.RawPath == "" {
		return value
	}
	plain, err := url.PathUnescape(value)
	if err != nil {
		return value
	}
	return plain
}

// field returns a value of the posted form without spaces around it.
func (c *request) field(name string) string { return strings.TrimSpace(asText(c.PostForm(name))) }

// scripted reports whether a script of ours asks, which wants a status and a
// message rather than a page to go to.
func (c *request) scripted() bool { return c.GetHeader("X-Requested-With") == "XMLHttpRequest" }

// wantsJSON reports whether errors are told in JSON.
func (c *request) wantsJSON() bool {
	path := c.Request.URL.Path
	return strings.HasPrefix(path, "/api/") || strings.HasPrefix(path, "/charts") || c.scripted()
}

// seeOther sends the browser to a page of ours after a form was taken.
func (c *request) seeOther(path string) error {
	c.Redirect(http.StatusSeeOther, path)
	return nil
}

// json answers with a value as JSON.
func (c *request) json(status int, value any) error {
	body, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return c.send(status, "application/json; charset=utf-8", body)
}

// html answers with the page of this name; page is a struct that embeds Page.
func (c *request) html(status int, name string, page pager) error {
	if err := c.complete(page.base()); err != nil {
		return err
	}
	body, err := c.s.pages.render(name, page)
	if err != nil {
		return err
	}
	return c.send(status, "text/html; charset=utf-8", body)
}

// smallest is the size below which compressing does not pay.
const smallest = 1400

// send writes a whole answer, compressed where the other side takes it. What a
// person may see depends on who asks, so nothing of it is kept on the way.
func (c *request) send(status int, mediaType string, body []byte) error {
	h := c.Writer.Header()
	h.Set("Content-Type", mediaType)
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept-Encoding")
	if len(body) >= smallest && takesGzip(c.GetHeader("Accept-Encoding")) {
		packed, err := gzipped(body)
		if err != nil {
			return err
		}
		h.Set("Content-Encoding", "gzip")
		body = packed
	}
	c.Status(status)
	// An error here means that the other side has gone: nobody is left to tell.
	_, _ = c.Writer.Write(body)
	return nil
}

// takesGzip reads an Accept-Encoding header; a weight of 0 is a refusal.
func takesGzip(header string) bool {
	for _, entry := range strings.Split(header, ",") {
		coding, weight, _ := strings.Cut(strings.TrimSpace(entry), ";")
		if strings.TrimSpace(coding) == "gzip" {
			weight, weighed := strings.CutPrefix(strings.TrimSpace(weight), "q=")
			return !weighed || strings.Trim(weight, "0.") != ""
		}
	}
	return false
}

func gzipped(body []byte) ([]byte, error) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}
