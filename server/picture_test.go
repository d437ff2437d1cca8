package server

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"chainboard/charts"
	"chainboard/industry"
	"chainboard/picture"
	"chainboard/store"
)

// Every chart and map of the sample county is a picture in both formats, with
// title, moment and the mark of invented data.
func TestEveryChartIsAPicture(t *testing.T) {
	st := sampleSite(t)
	clerk := st.signedIn("office")
	for _, name := range charts.Names() {
		w := clerk.get("/charts/" + name + ".svg?chain=ne&month=2026-10")
		text := w.Body.String()
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "image/svg+xml") || !strings.HasPrefix(text, "<svg ") {
			t.Errorf("%s.svg: %d %s", name, w.Code, text)
			continue
		}
		for _, word := range []string{"新能源产业链", "示例数据", "口径：", "来源：", "截至：2026年1—10月"} {
			if !strings.Contains(text, word) {
				t.Errorf("%s.svg does not say %s", name, word)
			}
		}
		w = clerk.get("/charts/" + name + ".png?chain=ne&month=2026-10&theme=dark&width=800&height=500")
		img, err := png.Decode(w.Body)
		if err != nil || w.Header().Get("Content-Type") != "image/png" || img.Bounds() != image.Rect(0, 0, 800, 500) {
			t.Errorf("%s.png: %d %v", name, w.Code, err)
		}
	}
}

// A picture shows no more than its chart: no firm's name to a visitor or a wall.
func TestPicturesByRight(t *testing.T) {
	st := sampleSite(t)
	clerk := st.signedIn("office")
	firms, _ := heatAxes(t, clerk, "chain=ne&month=2026-10")
	seen := clerk.get("/charts/heatmap.svg?chain=ne&month=2026-10").Body.String()
	if !strings.Contains(seen, firms[0].(string)) {
		t.Fatalf("the chain office does not see %v", firms[0])
	}
	for who, b := range map[string]*browser{"viewer": st.signedIn("viewer"), "wall": st.wall(t, store.Key{Name: "大厅"})} {
		for _, chart := range []string{"heatmap.svg?chain=ne", "heatmap.svg?chain=ne&heat=enterprise", "waterfall.svg?chain=ne", "chain-map.svg?chain=ne", "region-map.svg?chain=ne"} {
			w := b.get("/charts/" + chart)
			if w.Code != http.StatusOK {
				t.Errorf("%s, %s: %d", who, chart, w.Code)
			}
			for _, firm := range firms {
				if strings.Contains(w.Body.String(), firm.(string)) {
					t.Errorf("%s sees %v in %s", who, firm, chart)
				}
			}
		}
		if w := b.get("/charts/waterfall.png?chain=ne&by=enterprise"); w.Code != http.StatusForbidden {
			t.Errorf("%s gets single enterprises: %d", who, w.Code)
		}
	}
	if w := st.browser().get("/charts/trend.png"); w.Code == http.StatusOK {
		t.Error("a stranger gets a picture")
	}
}

func TestPictureParameters(t *testing.T) {
	st := sampleSite(t)
	clerk := st.signedIn("office")
	for address, want := range map[string]int{
		"trend.gif": http.StatusNotFound, "trend.": http.StatusNotFound, "none.png": http.StatusNotFound, "trend.png?indicator=none": http.StatusNotFound,
		"trend.png?theme=pink": http.StatusBadRequest, "trend.png?width=199": http.StatusBadRequest, "trend.png?height=4001": http.StatusBadRequest,
		"trend.png?scale=5": http.StatusBadRequest, "trend.png?width=4000&height=4000&scale=2": http.StatusBadRequest,
		"heatmap.png?indicator=signed_projects": http.StatusNoContent, "trend.svg?month=2015-03": http.StatusNoContent,
	} {
		if w := clerk.get("/charts/" + address); w.Code != want {
			t.Errorf("%s: %d, want %d: %s", address, w.Code, want, w.Body)
		}
	}
	first := clerk.get("/charts/funnel.png?scale=2")
	if img, err := png.Decode(bytes.NewReader(first.Body.Bytes())); err != nil || img.Bounds() != image.Rect(0, 0, 2400, 1280) {
		t.Errorf("scale 2: %v", err)
	}
	tag := first.Header().Get("ETag")
	again := func(known string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/charts/funnel.png?scale=2", nil)
		r.Header.Set("If-None-Match", known)
		return clerk.send(r)
	}
	if w := again(tag); tag == "" || w.Code != http.StatusNotModified || w.Body.Len() != 0 || w.Header().Get("Cache-Control") != "private, no-cache" {
		t.Errorf("the same picture again: %d, %d bytes, %v", w.Code, w.Body.Len(), w.Header())
	}
	if w := again(`"other"`); w.Code != http.StatusOK {
		t.Errorf("another picture was known: %d", w.Code)
	}
}

// One identity that asks for many pictures at once gets some and is told to wait
// for the others; another gets its own meanwhile, and pictures that are kept are
// given to everybody.
func TestPicturesOfOneIdentityAreBounded(t *testing.T) {
	st := sampleSite(t)
	tokens := map[string]string{"甲": st.addToken("甲", industry.Viewer), "乙": st.addToken("乙", industry.Viewer)}
	ask := func(who string, width int) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, fmt.Sprintf("/charts/trend.png?chain=ne&width=%d", width), nil)
		r.Header.Set("Authorization", "Bearer "+tokens[who])
		w := httptest.NewRecorder()
		st.handler.ServeHTTP(w, r)
		return w
	}
	const many = 40
	answers := make(chan *httptest.ResponseRecorder, many)
	for n := range many {
		go func() { answers <- ask("甲", 1000+n) }()
	}
	if w := ask("乙", 2000); w.Code != http.StatusOK {
		t.Errorf("another identity: %d %s", w.Code, w.Body)
	}
	count := map[int]int{}
	for range many {
		w := <-answers
		count[w.Code]++
		if w.Code == http.StatusTooManyRequests && (w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "请稍等几秒再取")) {
			t.Errorf("refused with %v %s", w.Header(), w.Body)
		}
	}
	if drawn := count[http.StatusOK]; drawn < 1+picture.MostWaiting || drawn == many || drawn+count[http.StatusTooManyRequests] != many {
		t.Errorf("answers %v", count)
	}
	for range many { // kept by now
		go func() { answers <- ask("甲", 2000) }()
	}
	for range many {
		if w := <-answers; w.Code != http.StatusOK {
			t.Errorf("a picture that is kept: %d", w.Code)
		}
	}
}
