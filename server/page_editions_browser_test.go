package server

import (
	"fmt"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestEditionsInABrowser opens the pages of editions at the sizes of the design,
// chooses an edition as a hand would, and drops a file of any name onto a list.
func TestEditionsInABrowser(t *testing.T) {
	st := editionSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	const list = "/chains/ne/lists/enterprises"
	for _, size := range [][2]int64{{1920, 1080}, {1366, 768}, {390, 844}} {
		for name, path := range map[string]string{
			"editions": firmEditions, "differences": firmEditions + "/compare", "list-edition": list + "?edition=1",
			"map-edition": "/chains/ne/maps/chain?edition=2", "map-editions": mapEditions, "map-differences": mapEditions + "/compare",
		} {
			w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+path))
			if fault := w.text(t, overflowing); fault != "" {
				t.Errorf("%s at %dx%d is wider than the window: %s", path, size[0], size[1], fault)
			}
			w.picture(t, fmt.Sprintf("%s-%d", name, size[0]))
		}
	}
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+list+"?role=链主"))
	w.text(t, `(function () { var s = document.querySelector('select[name=edition]'); s.value = '1'; s.dispatchEvent(new Event('change', { bubbles: true })); return ''; })()`)
	w.until(t, `location.pathname + decodeURIComponent(location.search)`, list+"?role=链主&edition=1")

	for _, width := range []int64{390, 1366} {
		w.do(t, chromedp.EmulateViewport(width, 768), chromedp.Navigate(web.URL+list))
		w.text(t, `(document.querySelector('form[data-import]').parentNode.open = true, '')`)
		w.picture(t, fmt.Sprintf("zone-%d", width))
	}
	w.text(t, `(function () {
		var files = new DataTransfer(), text = '统一社会信用代码,企业名称,产业链,环节\n91369921MA2RFT006E,示例中航锂电股份有限公司,ne,电芯\n';
		files.items.add(new File([text], '副本 最终版(2).csv'));
		['dragover', 'drop'].forEach(function (name) {
			document.querySelector('.wt').dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: files }));
		});
		return '';
	})()`)
	w.until(t, `document.title + Array.prototype.map.call(document.querySelectorAll('.sum .num'), function (el) { return ' ' + el.textContent; }).join('')`,
		"导入批次 10 · 链长驾驶舱 1 0 1 0 0 0")
	w.picture(t, "dropped")
	for _, problem := range w.take() {
		t.Error(problem)
	}
}
