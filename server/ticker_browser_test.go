package server

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"chainboard/store"
)

// TestTickerTurns follows the decisions at the foot of the overview: the overdue ones
// first, as many as fit, then the next ones by a fade; held by pointer, focus and
// pause; of few rows or of none it stays, and another scene ends it.
func TestTickerTurns(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/screen?key="+st.screenKey(t, store.Key{Name: "大厅", Scenes: "overview:3600,dispatch:3600"})))
	w.settled(t)
	w.shows(t, `document.fonts.status === 'loaded'`)
	const shown = `Array.prototype.filter.call(document.querySelectorAll('.tick li'), function (li) { return !li.hidden; }).map(function (li) { return li.firstElementChild.nextElementSibling.textContent; }).join('|')`
	turn := func() string {
		t.Helper()
		w.text(t, `(CB.turnTicker(), '')`)
		w.shows(t, `!document.querySelector('.tick .fading')`)
		return w.text(t, shown)
	}
	all := strings.Split(w.text(t, `Array.prototype.map.call(document.querySelectorAll('.tick li'), function (li) { return li.firstElementChild.nextElementSibling.textContent; }).join('|')`), "|")
	first := w.text(t, shown)
	if len(all) != 9 || !strings.HasPrefix(first, all[0]) || w.text(t, `document.querySelector('.tick li .lt').getAttribute('class')`) != "lt lt-r" {
		t.Fatalf("the ticker of %d begins with %s", len(all), first)
	}
	var seen []string
	for at := first; len(seen) < 20; at = turn() {
		if len(seen) > 0 && at == first {
			break
		}
		seen = append(seen, strings.Split(at, "|")...)
		if rest := w.text(t, `document.querySelector('.tick [data-more]').textContent`); !strings.Contains(rest, "项") {
			t.Errorf("beside %s stands %q", at, rest)
		}
	}
	if strings.Join(seen, "|") != strings.Join(all, "|") {
		t.Errorf("turned through %q of %q", seen, all)
	}
	w.text(t, `(document.querySelector('.tick a').focus(), '')`)
	if at := turn(); at != first {
		t.Errorf("turns under the focus to %s", at)
	}
	w.text(t, `(document.activeElement.blur(), '')`)
	w.do(t, chromedp.KeyEvent("p"))
	if at := turn(); at != first {
		t.Errorf("turns while paused to %s", at)
	}
	w.do(t, chromedp.KeyEvent("p"))
	if at := turn(); at == first {
		t.Error("stays after the pause")
	}
	w.text(t, `CB.wall.refresh().then(function () { return ''; }) && ''`)
	w.text(t, `CB.play.go('dispatch').then(function () { return ''; }) && ''`)
	w.shows(t, `CB.wall.current() === 'dispatch'`)
	w.text(t, `(CB.turnTicker(), '')`)
	w.text(t, `CB.play.go('overview').then(function () { return ''; }) && ''`)
	w.shows(t, `CB.wall.current() === 'overview'`)
	if at := w.text(t, shown); at != first {
		t.Errorf("the scene begins anew with %s", at)
	}
	w.still(t)
	if got := w.text(t, `getComputedStyle(document.querySelector('.tick ul')).transitionDuration`); got != "0s" {
		t.Errorf("without motion the ticker fades in %s", got)
	}
	if at := turn(); at == first {
		t.Error("stays without motion")
	}
	w.text(t, `(document.querySelectorAll('.tick li:not(:first-child)').forEach(function (li) { li.remove(); }), window.dispatchEvent(new Event('resize')), '')`)
	if at := turn(); at != all[0] {
		t.Errorf("one row turns to %q", at)
	}
	w.text(t, `(document.querySelector('.tick li').remove(), window.dispatchEvent(new Event('resize')), '')`)
	if at := turn(); at != "" {
		t.Errorf("no row turns to %q", at)
	}
	for _, problem := range w.take() {
		t.Error(problem)
	}
}
