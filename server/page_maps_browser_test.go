package server

import (
	"fmt"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"
)

// covered lists, as JavaScript, the nodes, texts and circles of a map that lie
// over each other, and nodes whose text does not fit.
const covered = `(function () {
	var faults = [];
	function rects(selector) { return Array.prototype.map.call(document.querySelectorAll(selector), function (el) { return [el.textContent.trim(), el.getBoundingClientRect()]; }); }
	function apart(list) {
		list.forEach(function (a, i) { list.slice(i + 1).forEach(function (b) {
			if (a[1].width && b[1].width && a[1].left < b[1].right - 1 && b[1].left < a[1].right - 1 && a[1].top < b[1].bottom - 1 && b[1].top < a[1].bottom - 1) { faults.push(a[0] + ' lies over ' + b[0]); }
		}); });
	}
	apart(rects('.cg .nd')); apart(rects('.tb > span, .ms > span')); apart(rects('.tb')); apart(rects('.rg .nm, .rg .fg, .rg .disc'));
	document.querySelectorAll('.cg .nd, .cg .nd .nm, .cg .hd').forEach(function (el) {
		if (el.scrollHeight > el.clientHeight + 2 || el.scrollWidth > el.clientWidth + 6 && !el.classList.contains('nd-d')) { faults.push(el.textContent.trim() + ' ' + el.scrollWidth + 'x' + el.scrollHeight + ' in ' + el.clientWidth + 'x' + el.clientHeight); }
	});
	return faults.join('; ');
})()`

// TestMapsInABrowser opens the four maps at the sizes of the design: no error,
// nothing wider than the window, nothing lies over anything else.
func TestMapsInABrowser(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	for _, chain := range []string{"all", "ne", "nm"} {
		for _, k := range mapKinds() {
			path := mapAddress(chain, k.code, nil)
			for _, size := range [][2]int64{{1920, 1080}, {1366, 768}, {390, 844}, {3840, 1080}, {1080, 1920}} {
				w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+path))
				w.settled(t)
				at := fmt.Sprintf("%s at %dx%d", path, size[0], size[1])
				if fault := w.text(t, overflowing); fault != "" {
					t.Errorf("%s is wider than the window: %s", at, fault)
				}
				if fault := w.text(t, covered); fault != "" {
					t.Errorf("%s: %s", at, fault)
				}
				for _, problem := range w.take() {
					t.Errorf("%s: %s", at, problem)
				}
				w.picture(t, fmt.Sprintf("map-%s-%s-%dx%d", chain, k.code, size[0], size[1]))
			}
		}
	}
}

// TestSegmentOpensInABrowser presses a segment of the chain map.
func TestSegmentOpensInABrowser(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/chains/ne/maps/chain"), chromedp.Click(chromedp.CSS(`.cg a.nd[href*="li-cell"]`)))
	const opened = `document.querySelector('.trace.pop .hd b').textContent.trim()`
	w.until(t, opened, "弱 锂离子电芯")
	w.picture(t, "map-segment")
	for _, problem := range w.take() {
		t.Error(problem)
	}
}
