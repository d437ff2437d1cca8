package static

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func load(t *testing.T) *Assets {
	t.Helper()
	assets, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return assets
}

// get asks the handler for path with the given header lines ("Name: value").
func get(t *testing.T, assets *Assets, path string, headers ...string) *http.Response {
	t.Helper()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ": ")
		request.Header.Set(name, value)
	}
	recorder := httptest.NewRecorder()
	assets.Handler().ServeHTTP(recorder, request)
	return recorder.Result()
}

func body(t *testing.T, response *http.Response) []byte {
	t.Helper()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestURLCarriesTheHash(t *testing.T) {
	assets := load(t)
	for _, name := range []string{"css/chainboard.css", "js/chainboard.js", "vendor/echarts/echarts.min.js", "img/mark.svg"} {
		stem, extension := name[:strings.LastIndex(name, ".")], name[strings.LastIndex(name, "."):]
		want := regexp.MustCompile(`^/static/` + regexp.QuoteMeta(stem) + `\.[0-9a-f]{10}` + regexp.QuoteMeta(extension) + `$`)
		if url := assets.URL(name); !want.MatchString(url) {
			t.Errorf("URL(%q) = %q", name, url)
		}
	}
	if first, second := assets.URL("css/chainboard.css"), load(t).URL("css/chainboard.css"); first != second {
		t.Errorf("two loads give %s and %s", first, second)
	}
	if got, want := assets.URL("vendor/echarts/echarts.min.js"), "/static/vendor/echarts/echarts.min.b66b25aeb4.js"; got != want {
		t.Errorf("URL = %s, want %s", got, want)
	}
}

func TestURLRefusesAnUnknownName(t *testing.T) {
	assets := load(t)
	defer func() {
		if recover() == nil {
			t.Error("no panic for a name that is not embedded")
		}
	}()
	assets.URL("css/tokens.css")
}

func TestServesTypesAndForEver(t *testing.T) {
	assets := load(t)
	types := map[string]string{
		"css/chainboard.css":            "text/css; charset=utf-8",
		"js/chainboard.js":              "text/javascript; charset=utf-8",
		"img/mark.svg":                  "image/svg+xml",
		"vendor/echarts/NOTICE":         "text/plain; charset=utf-8",
		"vendor/echarts/echarts.min.js": "text/javascript; charset=utf-8",
		"vendor/barlow/barlow-semi-condensed-latin-600-normal.woff2": "font/woff2",
	}
	for name, mediaType := range types {
		response := get(t, assets, assets.URL(name))
		if response.StatusCode != http.StatusOK {
			t.Fatalf("%s: %s", name, response.Status)
		}
		for header, want := range map[string]string{
			"Content-Type": mediaType, "Cache-Control": "public, max-age=31536000, immutable",
			"X-Content-Type-Options": "nosniff", "Content-Encoding": "",
		} {
			if got := response.Header.Get(header); got != want {
				t.Errorf("%s: %s = %q, want %q", name, header, got, want)
			}
		}
		if !regexp.MustCompile(`^"[0-9a-f]{10}"$`).MatchString(response.Header.Get("ETag")) {
			t.Errorf("%s: ETag = %s", name, response.Header.Get("ETag"))
		}
	}
}

func TestGzip(t *testing.T) {
	assets := load(t)
	url := assets.URL("vendor/echarts/echarts.min.js")
	plain := body(t, get(t, assets, url))
	for header, packed := range map[string]bool{
		"gzip": true, "br, gzip;q=0.8": true, "deflate, gzip": true, "gzip;q=0": false, "gzip; q=0.0": false, "identity": false, "br": false,
	} {
		response := get(t, assets, url, "Accept-Encoding: "+header)
		if got := response.Header.Get("Content-Encoding") == "gzip"; got != packed {
			t.Errorf("Accept-Encoding %q: packed = %v", header, got)
		}
		if response.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("Accept-Encoding %q: Vary = %q", header, response.Header.Get("Vary"))
		}
	}
	compressed := body(t, get(t, assets, url, "Accept-Encoding: gzip"))
	if len(compressed) > len(plain)*2/5 {
		t.Errorf("gzip leaves %d of %d bytes", len(compressed), len(plain))
	}
	reader, err := gzip.NewReader(bytes.NewReader(compressed))
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(reader)
	if err != nil || !bytes.Equal(unpacked, plain) {
		t.Errorf("unpacked content differs (%v)", err)
	}
	font := get(t, assets, assets.URL("vendor/barlow/barlow-semi-condensed-latin-500-normal.woff2"), "Accept-Encoding: gzip")
	if font.Header.Get("Content-Encoding") != "" || font.Header.Get("Vary") != "" {
		t.Errorf("a font is packed again: %v", font.Header)
	}
}

func TestNotModified(t *testing.T) {
	assets := load(t)
	url := assets.URL("css/chainboard.css")
	for _, encoding := range []string{"identity", "gzip"} {
		tag := get(t, assets, url, "Accept-Encoding: "+encoding).Header.Get("ETag")
		response := get(t, assets, url, "Accept-Encoding: "+encoding, `If-None-Match: "other", W/`+tag)
		if response.StatusCode != http.StatusNotModified || len(body(t, response)) != 0 || response.Header.Get("ETag") != tag {
			t.Errorf("%s: %s, ETag %s", encoding, response.Status, response.Header.Get("ETag"))
		}
	}
	if response := get(t, assets, url, `If-None-Match: "other"`); response.StatusCode != http.StatusOK {
		t.Errorf("another tag: %s", response.Status)
	}
}

func TestRefusesEverythingElse(t *testing.T) {
	assets := load(t)
	for _, path := range []string{
		"/static/", "/static/css/", "/static/css/chainboard.css", "/static/css/tokens.css", "/static/css/chainboard.0000000000.css",
		"/static/../embed.go", "/static/README.md", "/css/chainboard.css", "/",
	} {
		response := get(t, assets, path)
		if response.StatusCode != http.StatusNotFound {
			t.Errorf("GET %s: %s", path, response.Status)
		}
		if control := response.Header.Get("Cache-Control"); control != "" {
			t.Errorf("GET %s: a 404 to be kept: %q", path, control)
		}
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions} {
		recorder := httptest.NewRecorder()
		assets.Handler().ServeHTTP(recorder, httptest.NewRequest(method, assets.URL("img/mark.svg"), nil))
		if recorder.Code != http.StatusMethodNotAllowed || recorder.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d, Allow %q", method, recorder.Code, recorder.Header().Get("Allow"))
		}
	}
}

func TestHead(t *testing.T) {
	assets := load(t)
	url := assets.URL("js/chainboard.js")
	recorder := httptest.NewRecorder()
	assets.Handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodHead, url, nil))
	if recorder.Code != http.StatusOK || recorder.Body.Len() != 0 {
		t.Errorf("HEAD: %d with %d bytes", recorder.Code, recorder.Body.Len())
	}
	if got, want := recorder.Header().Get("Content-Length"), get(t, assets, url).Header.Get("Content-Length"); got != want || got == "" {
		t.Errorf("Content-Length %q, GET says %q", got, want)
	}
}

func TestStyleSheetPointsAtHashedFiles(t *testing.T) {
	assets := load(t)
	sheet := body(t, get(t, assets, assets.URL("css/chainboard.css")))
	references := regexp.MustCompile(`url\(([^)]*)\)`).FindAllSubmatch(sheet, -1)
	if len(references) != 3 {
		t.Fatalf("%d references, want two fonts and one picture", len(references))
	}
	for _, reference := range references {
		if response := get(t, assets, string(reference[1])); response.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", reference[1], response.Status)
		}
	}
}
