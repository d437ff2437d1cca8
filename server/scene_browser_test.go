package server

import (
	"context"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"chainboard/office"
	"chainboard/store"
)

// wallServer serves a site on an address of its own, and can go away and come back.
type wallServer struct {
	t       *testing.T
	handler http.Handler
	address string
	web     *http.Server
}

func (s *wallServer) start() {
	s.t.Helper()
	if s.address == "" {
		s.address = "127.0.0.1:0"
	}
	listener, err := (&net.ListenConfig{}).Listen(s.t.Context(), "tcp", s.address)
	if err != nil {
		s.t.Fatal(err)
	}
	s.address = listener.Addr().String()
	s.web = &http.Server{Handler: s.handler, ReadHeaderTimeout: time.Second}
	go s.web.Serve(listener) // ends with stop
}

func (s *wallServer) stop() {
	s.t.Helper()
	if err := s.web.Close(); err != nil {
		s.t.Error(err)
	}
}

// TestWallLivesOnUnattended plays a wall through what happens to it in months: its
// server restarts, the network goes, its settings change, its key is revoked. It
// never leaves its page and never shows a sign-in page.
func TestWallLivesOnUnattended(t *testing.T) {
	st := sampleSite(t)
	key := st.screenKey(t, store.Key{Name: "大厅", Scenes: "overview:3600,dispatch:3600"})
	s := &wallServer{t: t, handler: st.handler}
	s.start()
	t.Cleanup(func() { s.web.Close() })
	base := "http://" + s.address
	w := openTab(t, base, nil)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(base+"/screen?key="+key))
	w.settled(t)
	if got := w.text(t, `location.search`); strings.Contains(got, "key") {
		t.Errorf("the key stands in the address bar: %s", got)
	}
	const figures = `document.querySelectorAll('main .kpi .v').length > 5`
	step := func(n string) {
		t.Helper()
		w.text(t, `CB.play.step(`+n+`).then(function () { return ''; }) && ''`)
	}
	step("1")
	w.shows(t, `CB.wall.current() === 'dispatch' && document.querySelector('.nav [aria-current]').textContent === '经济运行调度'`)
	w.settled(t)

	s.stop()
	step("1") // kept since the page was opened
	w.shows(t, `CB.wall.current() === 'overview' && `+figures+` && /^数据停在 \d\d:\d\d，正在重连$/.test(document.querySelector('[data-age]').textContent)`)
	w.picture(t, "wall-away")
	s.start()
	w.shows(t, `document.querySelector('[data-age]').textContent === ''`)

	w.offline(t, true)
	step("1")
	w.shows(t, `CB.wall.current() === 'dispatch' && /正在重连/.test(document.querySelector('[data-age]').textContent)`)
	w.offline(t, false)
	w.shows(t, `document.querySelector('[data-age]').textContent === ''`)

	w.text(t, `(document.documentElement.mark = 'old', '')`)
	changed, err := st.office.Screen(t.Context(), "大厅")
	if err != nil {
		t.Fatal(err)
	}
	changed.Scenes = "overview:5"
	if err := st.office.ChangeScreen(t.Context(), changed, office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	w.text(t, `(CB.wall.refresh(), setTimeout(function () { CB.wall.restart(); }, 1000), '')`)
	w.shows(t, `document.documentElement && document.documentElement.mark !== 'old' && window.CB && CB.wall.tabs.length === 1 && `+figures)

	if err := st.office.RevokeScreen(t.Context(), "大厅", office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	w.text(t, `(CB.wall.refresh(), '')`)
	w.shows(t, `/大屏链接已到期或已撤销/.test(document.querySelector('main').textContent) && !document.querySelector('.kpi')`)
	w.picture(t, "wall-closed")
	if got := w.text(t, `location.pathname + ' ' + document.querySelectorAll('input').length`); got != "/screen 0" {
		t.Errorf("a revoked wall is at %s", got)
	}
	for _, problem := range w.take() {
		if !strings.Contains(problem, "ERR_") && !strings.Contains(problem, "403") && !strings.Contains(problem, "401") {
			t.Error(problem)
		}
	}
}

// TestWallIsHeld stops the carousel by key and by a source that is read.
func TestWallIsHeld(t *testing.T) {
	st := sampleSite(t)
	key := st.screenKey(t, store.Key{Name: "大厅", Scenes: "overview:5,dispatch:5"})
	s := &wallServer{t: t, handler: st.handler}
	s.start()
	t.Cleanup(func() { s.web.Close() })
	base := "http://" + s.address
	w := openTab(t, base, nil)
	w.do(t, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(base+"/screen?key="+key))
	w.settled(t)
	w.do(t, chromedp.KeyEvent("p"))
	w.shows(t, `document.querySelector('[data-held]').textContent === '已暂停' && document.querySelector('.nav .rot.held')`)
	w.do(t, chromedp.Sleep(6*time.Second))
	w.shows(t, `CB.wall.current() === 'overview'`)
	w.do(t, chromedp.KeyEvent(" "))
	w.shows(t, `CB.wall.current() === 'dispatch'`) // by itself
	w.text(t, `(document.querySelector('main [data-trace]').click(), '')`)
	w.shows(t, `document.querySelector('.trace.pop .big')`)
	w.do(t, chromedp.Sleep(6*time.Second))
	w.shows(t, `CB.wall.current() === 'dispatch' && document.querySelector('.trace.pop')`)
	w.text(t, `(CB.closeTrace(), '')`)
	w.shows(t, `CB.wall.current() === 'overview'`)
	w.do(t, chromedp.KeyEvent("2"))
	w.shows(t, `CB.wall.current() === 'dispatch'`)
	for _, problem := range w.take() {
		t.Error(problem)
	}
}

// offline cuts the tab off the network and joins it again.
func (w *tab) offline(t *testing.T, away bool) {
	t.Helper()
	rule := network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{
		{Offline: away, DownloadThroughput: -1, UploadThroughput: -1},
	}}
	w.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, network.EmulateNetworkConditionsByRule, rule)
		return err
	}))
}
