package static

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
)

// asset is one file ready to be sent.
type asset struct {
	content   []byte
	hash      string
	mediaType string

	once   sync.Once
	packed []byte // gzip of content, made at the first request; nil when it does not pay
}

// Handler serves the hashed names below /static/ with GET and HEAD, to be kept
// for ever; every other path, the plain names included, is 404.
func (assets *Assets) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(r.URL.Path, prefix)
		file, ok := assets.served[name]
		if !ok || name == r.URL.Path {
			http.NotFound(w, r)
			return
		}
		file.send(w, r)
	})
}

// send writes the file, compressed where the browser takes it, or 304 where it
// already has it.
func (file *asset) send(w http.ResponseWriter, r *http.Request) {
	body, tag := file.content, `"`+file.hash+`"`
	header := w.Header()
	if packed := file.gzip(); packed != nil {
		header.Set("Vary", "Accept-Encoding")
		if acceptsGzip(r.Header.Get("Accept-Encoding")) {
			body, tag = packed, `"`+file.hash+`-gz"`
			header.Set("Content-Encoding", "gzip")
		}
	}
	header.Set("Cache-Control", "public, max-age=31536000, immutable")
	header.Set("ETag", tag)
	header.Set("Content-Type", file.mediaType)
	header.Set("X-Content-Type-Options", "nosniff")
	if hasTag(r.Header.Get("If-None-Match"), tag) {
		header.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodHead {
		return
	}
	// An error here means the browser has gone: nobody is left to tell.
	_, _ = w.Write(body)
}

// gzip returns the compressed content, or nil when it is hardly smaller, as
// with fonts.
func (file *asset) gzip() []byte {
	file.once.Do(func() {
		var packed bytes.Buffer
		// The level is a constant of the package and writes to memory do not fail.
		writer, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		_, _ = writer.Write(file.content)
		_ = writer.Close()
		if packed.Len() < len(file.content)*9/10 {
			file.packed = packed.Bytes()
		}
	})
	return file.packed
}

// acceptsGzip tells whether an Accept-Encoding header allows gzip.
func acceptsGzip(header string) bool {
	for _, entry := range strings.Split(header, ",") {
		coding, parameter, _ := strings.Cut(entry, ";")
		if strings.TrimSpace(coding) != "gzip" {
			continue
		}
		quality, found := strings.CutPrefix(strings.TrimSpace(parameter), "q=")
		value, err := strconv.ParseFloat(quality, 64)
		return !found || err == nil && value > 0
	}
	return false
}

// hasTag tells whether an If-None-Match header names the tag (RFC 9110, weak comparison).
func hasTag(header, tag string) bool {
	for _, entry := range strings.Split(header, ",") {
		entry = strings.TrimPrefix(strings.TrimSpace(entry), "W/")
		if entry == tag || entry == "*" {
			return true
		}
	}
	return false
}

// mediaType returns the Content-Type of a file. It does not ask the operating
// system, whose tables differ (Windows knows .js as text/plain at times).
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".woff2":
		return "font/woff2"
	default:
		return "text/plain; charset=utf-8"
	}
}
