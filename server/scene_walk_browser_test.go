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
	// under is what lies below a text of an SVG: its shapes down to the panel, where it is palest and darkest.
	function under(el, r) {
		return [0.1, 0.5, 0.9].map(function (part) {
			var layers = [], stack = document.elementsFromPoint(r.left + r.width * part, (r.top + r.bottom) / 2);
			for (var i = 0; i < stack.length; i++) {
				var e = stack[i], style = getComputedStyle(e), svg = e.namespaceURI === 'http://www.w3.org/2000/svg', color;
				if (/^(text|tspan)$/.test(e.tagName)) { continue; }
				color = rgb(svg && e.tagName !== 'svg' ? (/^rgb/.test(style.fill) ? style.fill : '') : style.backgroundColor);
				if (svg) { color[3] *= Number(style.fillOpacity) * Number(style.opacity); }
				if (color[3] > 0) { layers.push(color); }
				if (color[3] === 1) { break; }
			}
			if (!stack.some(function (e) { return el.closest('svg').contains(e); })) { return null; } // scrolled away
			return layers.length ? layers.reduceRight(function (below, top) { return over(top, below); }, [255, 255, 255, 1]) : ground(el.closest('svg').parentElement);
		});
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
		(vector ? under(el, r) : [ground(el)]).forEach(function (back, i) {
			if (!back) { return; }
			var color = rgb(vector ? style.fill : style.color), ink;
			if (vector) { color[3] *= Number(style.fillOpacity) * Number(style.opacity); }
			ink = over(color, back);
			if (contrast(ink, back) < 4.45) { faults.push('faint ' + contrast(ink, back).toFixed(2) + (vector ? ' in a picture' : '') + ': ' + text); }
		});
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

// looks are the sizes of the design, both themes, and the pixel ratios of high-density
// screens and of Windows at 125%.
var looks = []struct {
	wide, high int64
	ratio      float64
	theme      string
}{
	{1920, 1080, 1, ""},
	{3840, 2160, 1, ""},
	{3840, 1080, 1, ""},
	{1366, 768, 1, ""},
	{1080, 1920, 1, ""},
	{390, 844, 1, ""},
	{1920, 1080, 2, ""},
	{1536, 864, 1.25, ""},
	{1920, 1080, 1, "&theme=light"},
}

// TestWallInABrowser walks every scene at the sizes of the design: words do not lie
// over each other and are whole, large and dark enough; every chart has a name; no
// error, no request to another host.
func TestWallInABrowser(t *testing.T) {
	st := sampleSite(t)
	key := st.screenKey(t, store.Key{Name: "大厅"})
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.still(t)
	w.do(t, chromedp.Navigate(web.URL+"/screen?key="+key))
	for _, sc := range industry.Scenes() {
		for _, look := range looks {
			w.do(t, chromedp.EmulateViewport(look.wide, look.high, chromedp.EmulateScale(look.ratio)), chromedp.Navigate(web.URL+"/screen?scene="+sc.Code+look.theme))
			w.settled(t)
			if look.ratio > 1 {
				w.picture(t, fmt.Sprintf("dense-%s-%g", sc.Code, look.ratio))
			}
			at := fmt.Sprintf("%s at %dx%d by %g%s", sc.Code, look.wide, look.high, look.ratio, look.theme)
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
