package server

import (
	"context"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"chainboard/store"
)

// The page of a wall in these tests is marked, so that it is known to be the same.
const (
	marked  = `(document.documentElement.mark = 'old', sessionStorage.clear(), document.documentElement.setAttribute('data-wall', 'older'), CB.wall.refresh(), '')`
	same    = `document.documentElement.mark === 'old'`
	another = `document.documentElement && !document.documentElement.mark && window.CB && CB.wall && document.querySelectorAll('main .kpi').length > 3`
)

// TestWallTakesANewVersion lets a wall notice a newer server: it opens anew where a
// scene changes, never while a source is read or the wall is paused; a wall of one
// scene once nobody holds it, any wall at night.
func TestWallTakesANewVersion(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	open := func(key string) {
		t.Helper()
		w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/screen?key="+key))
		w.settled(t)
		w.text(t, marked)
		w.shows(t, `CB.wall.stale`)
	}
	open(st.screenKey(t, store.Key{Name: "轮播", Scenes: "overview:5,rnd:5"}))
	w.text(t, `(document.querySelector('main [data-trace]').click(), '')`)
	w.shows(t, `document.querySelector('.trace.pop .big')`)
	w.do(t, chromedp.Sleep(6*time.Second))
	w.shows(t, same+` && document.querySelector('.trace.pop')`)
	w.do(t, chromedp.KeyEvent("\x1b"), chromedp.KeyEvent("p"), chromedp.Sleep(6*time.Second))
	w.shows(t, same+` && CB.play.paused()`)
	w.text(t, `(document.activeElement.blur(), '')`) // the focus is back at the figure and holds the scene too
	here := w.text(t, `CB.wall.current()`)
	w.do(t, chromedp.KeyEvent("p"))
	w.shows(t, another+` && CB.wall.current() !== '`+here+`'`)

	open(st.screenKey(t, store.Key{Name: "单屏", Scenes: "overview:5"}))
	w.text(t, `(document.querySelector('main [data-trace]').click(), '')`)
	w.shows(t, `document.querySelector('.trace.pop .big')`)
	w.text(t, `CB.wall.refresh().then(function () { return ''; }) && ''`)
	w.do(t, chromedp.Sleep(time.Second))
	w.shows(t, same)
	w.text(t, `(CB.closeTrace(), Date.now = (function (real) { return function () { return real() + 120000; }; })(Date.now), CB.wall.refresh(), '')`) // nobody has been here for two minutes
	w.shows(t, another)

	open(st.screenKey(t, store.Key{Name: "夜间", Scenes: "overview:5,rnd:5"}))
	w.do(t, chromedp.KeyEvent("p"))
	w.shows(t, `CB.play.paused()`)
	// 3:58 in the county, whatever the server's clock says meanwhile.
	w.shows(t, `(window.CB && CB.wall && (CB.wall.skew = new Date().setUTCHours(27 - 8, 58, 0, 0) - Date.now())), `+another)
	for _, problem := range w.take() {
		t.Error(problem)
	}
}

// before runs a script before those of every page the tab opens.
func (w *tab) before(t *testing.T, script string) {
	t.Helper()
	w.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, page.Enable, page.EnableParams{}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return err
	}))
}

// TestWallStaysAwake asks for the wake lock where the browser gives one, again
// whenever the wall is to be seen, and says once how to set the system elsewhere.
func TestWallStaysAwake(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	key := st.screenKey(t, store.Key{Name: "大厅"})
	w := openTab(t, web.URL, nil)
	w.before(t, `window.asked = 0; Object.defineProperty(navigator, 'wakeLock', { value: { request: function (kind) { window.asked += kind === 'screen' ? 1 : 100; return Promise.resolve({}); } } });`)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/screen?key="+key))
	w.settled(t)
	w.shows(t, `asked === 1 && CB.wall.lock() && !document.querySelector('.toast.hint')`)
	w.text(t, `(document.dispatchEvent(new Event('visibilitychange')), '')`)
	w.shows(t, `asked === 2`)

	plain := openTab(t, web.URL, nil)
	plain.before(t, `Object.defineProperty(window, 'isSecureContext', { value: false });`)
	plain.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/screen?key="+key))
	plain.settled(t)
	plain.shows(t, `/关闭屏幕保护/.test((document.querySelector('.toast.hint') || {textContent: ''}).textContent)`)
	plain.text(t, `(document.querySelector('.toast.hint button').click(), '')`)
	plain.do(t, chromedp.Navigate(web.URL+"/screen"))
	plain.settled(t)
	plain.shows(t, `!document.querySelector('.toast.hint') && !CB.wall.lock()`)
	for _, problem := range append(w.take(), plain.take()...) {
		t.Error(problem)
	}
}
