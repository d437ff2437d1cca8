package server

import (
	"crypto/subtle"
	"errors"
	"net/http"

	"chainboard/industry"
)

// checkOrigin refuses writes that another site made a browser send. A token is
// never sent by a browser on its own. Where a browser names no origin at all
// (old ones over plain HTTP), the form must carry the session's token.
func (s *server) checkOrigin(c *request) error {
	r := c.Request
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return nil
	}
	if c.via == byToken {
		return nil
	}
	if s.origins.Check(r) != nil {
		return errCrossOrigin()
	}
	if c.via == anonymous || r.Header.Get("Sec-Fetch-Site") != "" || r.Header.Get("Origin") != "" {
		return nil
	}
	sent := r.Header.Get("X-CSRF-Token")
	if sent == "" {
		var err error
		if sent, err = formToken(c); err != nil {
			return err
		}
	}
	if c.csrf == "" || subtle.ConstantTimeCompare([]byte(sent), []byte(c.csrf)) != 1 {
		return errCrossOrigin()
	}
	return nil
}

// formToken reads the token from the form. A file in the form is kept in memory
// up to the route's limit, where the handler finds it.
func formToken(c *request) (string, error) {
	if c.ContentType() == "multipart/form-data" {
		if err := c.Request.ParseMultipartForm(uploadBody); err != nil {
			return "", unreadable(err)
		}
	}
	return c.PostForm("csrf"), nil
}

func errCrossOrigin() error {
	return industry.Errorf(industry.Forbidden, "这次提交不是从本系统的页面发出的，已拒绝。请回到系统页面刷新后重新提交")
}

// unreadable returns the error of a form that cannot be read as a person may
// read it; one that is too large keeps its own.
func unreadable(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return err
	}
	return industry.Errorf(industry.Invalid, "提交的内容不完整，请重新提交")
}
