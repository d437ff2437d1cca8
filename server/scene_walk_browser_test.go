package server

import (
	"fmt"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"

	"chainboard/industry"
	"chainboard/store"
)

// faultsOfWall names, for any scene: words that lie over other words, words that a
// box or the window cuts off, words below the smallest size or too faint on what is
// under them, and charts without a name.
const faultsOfWall = `(function () {
	var root = parseFloat(getComputedStyle(document.documentElement).fontSize), wall = innerWidth > 700, faults = [], words = [];
	var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), node;
	function rgb(text) { var p = (text.match(/[\d.]+/g) || []).map(Number); return p.length < 3 ? [0, 0, 0, 0] : [p[0], p[1], p[2], p.length > 3 ? p[3] : 1]; }
	function over(top, under) { return [0, 1, 2].map(function (i) { return top[i] * top[3] + under[i] * (1 - top[3]); }).concat(1); }
	function ground(el) {
		var layers = [], color;
		for (; el; el = el.parentElement) { color = rgb(getComputedStyle(el).backgroundColor); if (color[3] > 0) { layers.push(color); } if (color[3] === 1) { break; } }
		return layers.reduceRight(function (under, top) { return over(top, under); }, [255, 255, 255, 1]);
	}
	function light(c) { return [0.2126, 0.7152, 0.0722].reduce(function (sum, k, i) { var v = c[i] / 255; return sum + k * (v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4)); }, 0); }
	function contrast(a, b) { var x = light(a), y = light(b); return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); }
	while ((node = walker.nextNode())) {
		var el = node.parentElement, text = node.nodeValue.trim(), style, range, r, box, vector;
		if (!text || el.closest('.vh, [hidden], details:not([open]) > :not(summary), script, style, symbol, title')) { continue; }
		style = getComputedStyle(el); vector = el.closest('svg');
		if (style.visibility !== 'visible' || Number(style.opacity) === 0) { continue; }
		range = document.createRange(); range.selectNodeContents(node); r = range.getBoundingClientRect();
		if (r.width < 1 || r.height < 1) { continue; }
		var size = parseFloat(style.fontSize) * (vector && el.getScreenCTM ? Math.abs(el.getScreenCTM().a) : 1); // an SVG has units of its own
		if (size < root - 0.5) { faults.push('small ' + size.toFixed(1) + ': ' + text); }
		if (!vector) {
			var back = ground(el), ink = over(rgb(style.color), back);
			if (contrast(ink, back) < 4.45) { faults.push('faint ' + contrast(ink, back).toFixed(2) + ': ' + text); }
		}
		if (!wall || el.closest('.nav.scenes')) { continue; }
		if (r.left < -1 || r.top < -1 || r.right > innerWidth + 1 || r.bottom > innerHeight + 1) { faults.push('outside: ' + text); }
		for (box = el; box && box !== document.body; box = box.parentElement) {
			var clips = getComputedStyle(box), b;
			if (clips.overflowX === 'visible' && clips.overflowY === 'visible' || box.tagName === 'svg') { continue; }
			b = box.getBoundingClientRect();
			if (r.left < b.left - 2 || r.right > b.right + 2 || r.top < b.top - 4 || r.bottom > b.bottom + 4) { faults.push('cut: ' + text); break; }
		}
		Array.prototype.forEach.call(range.getClientRects(), function (line) { words.push([text, line, el, (line.bottom - line.top) * 0.22]); });
	}
	words.forEach(function (a, i) {
		for (var j = i + 1; j < words.length; j++) {
			var b = words[j], p = a[1], q = b[1];
			if (a[2] !== b[2] && p.left < q.right - 2 && q.left < p.right - 2 && p.top + a[3] < q.bottom - b[3] && q.top + b[3] < p.bottom - a[3]) { faults.push(a[0].slice(0, 16) + ' lies over ' + b[0].slice(0, 16)); }
		}
	});
	document.querySelectorAll('[data-chart]').forEach(function (chart) {
		var drawn = chart.querySelector('[aria-label]') || chart; // what draws a chart names it after its panel
		if (chart.getClientRects().length && !drawn.getAttribute('aria-label')) { faults.push('no name: ' + chart.dataset.chart); }
	});
	return faults.length ? faults.length + ' faults: ' + faults.slice(0, 12).join('; ') : '';
})()`

// TestWallInABrowser walks every scene at the sizes of the design: words do not lie
// over each other and are whole, large and dark enough; every chart has a name; no
// error, no request to another host.
func TestWallInABrowser(t *testing.T) {
	st := sampleSite(t)
	key := st.screenKey(t, store.Key{Name: "大厅"})
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.do(t, chromedp.Navigate(web.URL+"/screen?key="+key))
	for _, sc := range industry.Scenes() {
		for _, size := range [][2]int64{{1920, 1080}, {3840, 2160}, {3840, 1080}, {1366, 768}, {1080, 1920}, {390, 844}} {
			w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+"/screen?scene="+sc.Code))
			w.settled(t)
			at := fmt.Sprintf("%s at %dx%d", sc.Code, size[0], size[1])
			for _, expression := range []string{overflowing, faultsOfWall} {
				if fault := w.text(t, expression); fault != "" {
					t.Errorf("%s: %s", at, fault)
				}
			}
			for _, problem := range w.take() {
				t.Errorf("%s: %s", at, problem)
			}
		}
	}
}
