package server

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// again asks for a path as a browser that has an answer to it.
func (b *browser) again(path string, first *httptest.ResponseRecorder) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("If-None-Match", first.Header().Get("ETag"))
	return b.send(r)
}

func TestScenesAreSentOnce(t *testing.T) {
	st := sampleSite(t)
	wall := st.wall(t, store.Key{Name: "大厅"})
	for _, path := range []string{"/screen/scenes/overview", "/charts/trend?chain=ne"} {
		first := wall.get(path)
		if first.Code != http.StatusOK || first.Header().Get("ETag") == "" || first.Header().Get("Cache-Control") != "private, no-cache" {
			t.Fatalf("%s: %d %v", path, first.Code, first.Header())
		}
		if again := wall.again(path, first); again.Code != http.StatusNotModified || again.Body.Len() != 0 {
			t.Errorf("%s again: %d with %d bytes", path, again.Code, again.Body.Len())
		}
	}
	// What is saved is seen at once, what another process saved after serialAge.
	first := wall.get("/screen/scenes/overview")
	st.signedIn("office") // writes to the audit log and nothing else
	if again := wall.again("/screen/scenes/overview", first); again.Code != http.StatusNotModified {
		t.Errorf("nothing had changed, yet %d", again.Code)
	}
	if _, err := st.office.Undo(t.Context(), 1, office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	if gone := wall.again("/screen/scenes/overview", first); gone.Code != http.StatusOK || gone.Body.String() == first.Body.String() {
		t.Errorf("after the data were taken back: %d", gone.Code)
	}
	if none := wall.get("/charts/trend?chain=all"); none.Code != http.StatusNoContent {
		t.Errorf("a chart of nothing: %d", none.Code)
	}
}

// What is kept for those who see single enterprises is not sent to the others.
func TestKeptAnswersFollowRights(t *testing.T) {
	st := sampleSite(t)
	const path = "/charts/waterfall?chain=ne&by=enterprise"
	if w := st.signedIn("office").get(path); w.Code != http.StatusOK {
		t.Fatalf("the office: %d", w.Code)
	}
	if w := st.signedIn("viewer").get(path); w.Code != http.StatusForbidden {
		t.Errorf("a viewer: %d", w.Code)
	}
	all, one := st.wall(t, store.Key{Name: "大厅"}), st.wall(t, store.Key{Name: "材料园", Chain: "nm"})
	if a, b := all.get("/screen/scenes/overview").Body.String(), one.get("/screen/scenes/overview").Body.String(); a == b {
		t.Error("a wall of one chain shows every chain")
	}
	if err := st.office.RevokeScreen(t.Context(), "大厅", office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	if w := all.get("/screen/scenes/overview"); w.Code != http.StatusForbidden {
		t.Errorf("a revoked wall: %d", w.Code)
	}
}

func TestOneMakesAnAnswer(t *testing.T) {
	var k answers
	var made atomic.Int64
	ask := func(now validity) {
		if _, err := k.of("scene", now, func() (answer, error) {
			made.Add(1)
			time.Sleep(5 * time.Millisecond)
			return answer{body: []byte("x")}, nil
		}); err != nil {
			t.Error(err)
		}
	}
	day := industry.DateOf(time.Date(2026, 11, 20, 9, 0, 0, 0, industry.Shanghai))
	for n := range int64(3) {
		var askers sync.WaitGroup
		for range 50 {
			askers.Go(func() { ask(validity{store.Serial{Number: n}, day}) })
		}
		askers.Wait()
	}
	if made.Load() != 3 {
		t.Errorf("made %d times for 3 states", made.Load())
	}
	ask(validity{store.Serial{Number: 2}, day.Add(1)})
	if made.Load() != 4 {
		t.Error("yesterday's answer was given")
	}
}

func TestAnswersAreBounded(t *testing.T) {
	var k answers
	size := mostAnswers / 4
	for n := range 12 {
		_, err := k.of(fmt.Sprint(n), validity{}, func() (answer, error) { return answer{body: make([]byte, size)}, nil })
		if err != nil {
			t.Fatal(err)
		}
	}
	if k.bytes > mostAnswers || len(k.kept) != 3 || k.kept["11"] == nil {
		t.Errorf("%d bytes in %d answers", k.bytes, len(k.kept))
	}
}

const (
	mostFirstLoad = 700 << 10
	mostScene     = 60 << 10
)

var reference = regexp.MustCompile(`url\(["']?([^"')]+\.woff2)`)

// What can only be refused is not kept, and many small answers are bounded like large ones.
func TestRefusedAnswersAreForgotten(t *testing.T) {
	var k answers
	refused := func() (answer, error) { return answer{}, errors.New("refused") }
	made := func() (answer, error) { return answer{}, nil }
	if _, err := k.of("kept", validity{}, made); err != nil {
		t.Fatal(err)
	}
	for i := range 100 {
		if _, err := k.of(strconv.Itoa(i), validity{}, refused); err == nil {
			t.Fatal("no error")
		}
	}
	if _, err := k.of("kept", validity{today: "2026-10-31"}, refused); err == nil {
		t.Fatal("no error")
	}
	if len(k.kept) != 1 || k.kept["kept"] == nil || k.bytes != k.kept["kept"].bytes || k.bytes < aroundAnswer {
		t.Errorf("%d answers of %d bytes are kept", len(k.kept), k.bytes)
	}
}

// TestFirstLoadIsSmall counts what a browser fetches for the wall, compressed as
// it is sent: the page, its styles, scripts and every font they may use, and each
// scene with its charts.
func TestFirstLoadIsSmall(t *testing.T) {
	st := sampleSite(t)
	wall := st.wall(t, store.Key{Name: "大厅"})
	wall.header.Set("Accept-Encoding", "gzip")
	plain := &browser{site: st, cookies: wall.cookies, header: http.Header{}}
	sent := func(path string) int {
		w := wall.get(path)
		if w.Code != http.StatusOK && w.Code != http.StatusNoContent {
			t.Fatalf("%s: %d", path, w.Code)
		}
		return w.Body.Len()
	}
	d := plain.page("/screen")
	total, fonts := sent("/screen"), map[string]bool{}
	for _, s := range d.Find("link[rel=stylesheet], script[src]").EachIter() {
		path := s.AttrOr("href", s.AttrOr("src", ""))
		total += sent(path)
		for _, font := range reference.FindAllStringSubmatch(plain.get(path).Body.String(), -1) {
			fonts[font[1]] = true
		}
	}
	for font := range fonts {
		if !strings.HasPrefix(font, "/") {
			font = "/static/css/" + font
		}
		total += sent(font)
	}
	if len(fonts) == 0 {
		t.Error("no fonts were found")
	}
	most := 0
	for _, sc := range industry.Scenes() {
		address := "/screen/scenes/" + sc.Code
		size := sent(address)
		for _, s := range plain.page(address).Find("[data-chart]").EachIter() {
			size += sent(s.AttrOr("data-chart", ""))
		}
		t.Logf("%s: %d bytes with its charts", sc.Code, size)
		if most = max(most, size); size > mostScene {
			t.Errorf("the scene %s is %d bytes with its charts, at most %d", sc.Code, size, mostScene)
		}
	}
	t.Logf("%d bytes with %d fonts, %d for the largest scene", total, len(fonts), most)
	if total+most > mostFirstLoad {
		t.Errorf("the first load is %d bytes, at most %d", total+most, mostFirstLoad)
	}
}
