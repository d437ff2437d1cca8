package server

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/picture"
)

// pictureRetry is after how many seconds whoever asked for too many pictures may
// ask again: a usual one takes less than one.
const pictureRetry = "3"

// picture answers with a chart drawn without a browser: ?theme= light or dark,
// ?width= and ?height= in design pixels, ?scale= pixels of a PNG to each, ?bare=1 without
// title and notes.
func (s *server) picture(c *request, chart office.ChartQuery, format string) error {
	q := office.PictureQuery{ChartQuery: chart, Format: picture.Format(format), Asker: c.identityKey()}
	mediaType := map[picture.Format]string{picture.PNG: "image/png", picture.SVG: "image/svg+xml; charset=utf-8"}[q.Format]
	if mediaType == "" {
		return industry.Errorf(industry.NotFound, "图有 .png 和 .svg 两种格式，它的表有 .html 和 .csv，没有“.%s”", format)
	}
	q.Theme = picture.Theme(c.DefaultQuery("theme", string(picture.Light)))
	if q.Theme != picture.Light && q.Theme != picture.Dark {
		return invalidParameter("theme", "应为 light 或 dark")
	}
	scale := 0
	for _, p := range []struct {
		name string
		to   *int
		span span
	}{
		{"width", &q.Width, span{picture.LeastSide, picture.MostSide, 0}},
		{"height", &q.Height, span{picture.LeastSide, picture.MostSide, 0}},
		{"scale", &scale, span{1, picture.MostScale, 1}},
	} {
		var err error
		if *p.to, err = c.number(p.name, p.span); err != nil {
			return err
		}
	}
	q.Scale, q.Bare = float64(scale), c.Query("bare") != ""
	drawn, err := s.office.Picture(c.ctx(), q)
	var told *industry.Error
	if errors.As(err, &told) && told.Kind == industry.RateLimited {
		c.Header("Retry-After", pictureRetry)
	}
	if err != nil {
		return err
	}
	if drawn == nil {
		c.Status(http.StatusNoContent)
		return nil
	}
	return c.picture(mediaType, drawn)
}

// picture sends a picture that may be kept, but is asked about each time: it
// changes with the figures, and what is seen depends on who asks.
func (c *request) picture(mediaType string, drawn []byte) error {
	sum := sha256.Sum256(drawn)
	tag := `W/"` + hex.EncodeToString(sum[:12]) + `"`
	h := c.Writer.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", "private, no-cache")
	if knows(c.GetHeader("If-None-Match"), tag) {
		c.Status(http.StatusNotModified)
		return nil
	}
	h.Set("Content-Type", mediaType)
	c.Status(http.StatusOK)
	_, _ = c.Writer.Write(drawn) // whoever has gone cannot be told
	return nil
}
