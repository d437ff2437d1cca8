package server

import (
	"context"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"chainboard/store"
)

// still is a reader who asked the system for less motion.
func (w *tab) still(t *testing.T) {
	t.Helper()
	w.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}})
		return err
	}))
}

// motions names what moves otherwise than the design guide says (§8), and whether
// anything moves at all.
const motions = `(function () {
	var faults = [], moving = 0, box = document.querySelector('main [data-chart]'), option = box.cbChart.getOption();
	document.querySelectorAll('body *').forEach(function (el) {
		var style = getComputedStyle(el);
		(style.transitionDuration + ', ' + style.animationDuration).split(', ').forEach(function (text, i) {
			var seconds = parseFloat(text);
			if (!seconds || el.closest('.nav.scenes')) { return; } // the line under the tab is the carousel's
			moving++;
			if (seconds > 0.24) { faults.push(el.tagName + '.' + el.getAttribute('class') + ' moves for ' + text); }
		});
	});
	if (option.animation) { moving++; }
	if (option.animation && (option.animationDuration !== 500 || option.animationEasing !== 'cubicOut')) { faults.push('a chart paints for ' + option.animationDuration + ' ' + option.animationEasing); }
	return faults.slice(0, 6).join('; ') + (faults.length ? '' : moving ? 'moves' : 'still');
})()`

// TestMotion holds the wall to the design guide: a chart paints in half a second
// once, nothing else takes longer than the ticker's fade, and nothing moves for who
// asked the system for less.
func TestMotion(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/screen?key="+st.screenKey(t, store.Key{Name: "大厅"})))
	w.settled(t)
	w.shows(t, `document.querySelector('main [data-chart]').cbChart`)
	if got := w.text(t, motions); got != "moves" {
		t.Error(got)
	}
	w.text(t, `(window.drawn = document.querySelector('main [data-chart]').cbChart, CB.wall.refresh().then(function () { window.fresh = true; }), '')`)
	w.shows(t, `window.fresh`)
	if got := w.text(t, `String(document.querySelector('main [data-chart]').cbChart === drawn)`); got != "true" {
		t.Error("a chart paints again though its data is the same")
	}
	w.still(t)
	w.do(t, chromedp.Navigate(web.URL+"/screen"))
	w.settled(t)
	w.shows(t, `document.querySelector('main [data-chart]').cbChart`)
	if got := w.text(t, motions); got != "still" {
		t.Errorf("without motion: %s", got)
	}
	for _, problem := range w.take() {
		t.Error(problem)
	}
}
