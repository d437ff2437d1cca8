package server

import (
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"

	"chainboard/industry"
	"chainboard/store"
)

// TestChartTablesInABrowser turns every chart of every scene into its table and
// back: by key, by its button and by pressing it; the carousel holds meanwhile.
func TestChartTablesInABrowser(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.do(t, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(web.URL+"/screen?key="+st.screenKey(t, store.Key{Name: "大厅"})))
	const charts = `Array.prototype.filter.call(document.querySelectorAll('main [data-chart]'), function (el) { return el.getClientRects().length; })`
	for _, sc := range industry.Scenes() {
		for _, size := range [][2]int64{{1920, 1080}, {3840, 1080}} {
			w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+"/screen?scene="+sc.Code))
			w.settled(t)
			if w.text(t, `String(`+charts+`.length)`) == "0" {
				continue
			}
			w.do(t, chromedp.KeyEvent("t"))
			w.shows(t, charts+`.every(function (box) { var t = box.querySelector('.twin table'); return t && t.rows.length > 1 && t.caption.textContent; })`)
			w.shows(t, `document.querySelector('.nav .rot.held')`)
			if fault := w.text(t, faultsOfTables); fault != "" {
				t.Errorf("%s at %v: %s", sc.Code, size, fault)
			}
			w.picture(t, "tables-"+sc.Code)
			w.do(t, chromedp.KeyEvent("t"))
			w.shows(t, `!document.querySelector('.twin, .tabled') && !document.querySelector('.nav .rot.held')`)
		}
	}
	w.do(t, chromedp.Navigate(web.URL+"/screen?scene=dispatch"))
	w.settled(t)
	w.text(t, `(document.querySelector('.g-trend .twin-b').focus(), '')`)
	w.do(t, chromedp.KeyEvent(" "))
	w.shows(t, `document.querySelector('.g-trend .twin table') && document.activeElement.getAttribute('aria-pressed') === 'true'`)
	w.text(t, `(CB.wall.refresh(), '')`)
	w.text(t, `(document.querySelector('.g-trend .chart').click(), '')`)
	w.shows(t, `!document.querySelector('.g-trend .twin') && document.querySelector('.g-trend svg')`)
	w.text(t, `(document.querySelector('.g-trend .canvas').click(), '')`)
	w.shows(t, `document.querySelector('.g-trend .twin table')`)
	w.text(t, `CB.play.go('overview').then(function () { return ''; }) && ''`)
	w.shows(t, `CB.wall.current() === 'overview' && !document.querySelector('.twin')`)
	for _, problem := range w.take() {
		t.Error(problem)
	}
}

// faultsOfTables names tables that are smaller than the smallest size or faint, or
// that leave their panel.
const faultsOfTables = `(function () {
	var root = parseFloat(getComputedStyle(document.documentElement).fontSize), faults = [];
	document.querySelectorAll('.twin').forEach(function (twin) {
		var box = twin.closest('.panel').getBoundingClientRect(), r = twin.getBoundingClientRect();
		if (r.bottom > box.bottom + 1 || r.right > box.right + 1 || r.height < 2 * root) { faults.push('leaves its panel: ' + twin.getAttribute('aria-label') + ' ' + r.height); }
		twin.querySelectorAll('th, td').forEach(function (cell) { if (parseFloat(getComputedStyle(cell).fontSize) < root - .5) { faults.push('small: ' + cell.textContent); } });
	});
	return faults.slice(0, 6).join('; ');
})()`
