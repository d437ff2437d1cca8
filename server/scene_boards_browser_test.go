package server

import (
	"fmt"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"

	"chainboard/store"
)

// TestBoardsInABrowser looks at the boards at the sizes that lay them out
// differently: nothing is cut off, nothing is loaded from elsewhere.
func TestBoardsInABrowser(t *testing.T) {
	st := sampleSite(t)
	key := st.screenKey(t, store.Key{Name: "大厅"})
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.do(t, chromedp.Navigate(web.URL+"/screen?key="+key))
	for i, code := range append(boardScenes(), boardScenes()...) {
		if i >= len(boardScenes()) { // again for a chain with little in it
			code += "&chain=nm"
		}
		for _, size := range [][2]int64{{1920, 1080}, {1366, 768}, {3840, 1080}, {5760, 1080}, {1080, 1920}} {
			w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+"/screen?scene="+code))
			w.settled(t)
			if fault := w.text(t, cutOff); fault != "" {
				t.Errorf("%s at %dx%d: %s", code, size[0], size[1], fault)
			}
			if fault := w.text(t, clippedInBoards); fault != "" {
				t.Errorf("%s at %dx%d: %s", code, size[0], size[1], fault)
			}
			if fault := w.text(t, roomBesideHidden); fault != "" {
				t.Errorf("%s at %dx%d: %s", code, size[0], size[1], fault)
			}
			w.picture(t, fmt.Sprintf("board-%d-%dx%d", i, size[0], size[1]))
		}
		w.do(t, chromedp.EmulateViewport(390, 844), chromedp.Navigate(web.URL+"/screen?scene="+code))
		w.settled(t)
		if fault := w.text(t, overflowing); fault != "" {
			t.Errorf("%s on a phone: %s", code, fault)
		}
	}
	for _, problem := range w.take() {
		t.Error(problem)
	}
}

// clippedInBoards names what a panel or a list of a board does not show whole, and
// text below the smallest size.
const clippedInBoards = `(function () {
	var root = parseFloat(getComputedStyle(document.documentElement).fontSize), faults = [];
	document.querySelectorAll('.bd .panel, .bd .tbx, .bd .rows').forEach(function (el) {
		if (el.offsetParent === null || el.clientHeight === 0) { return; }
		if (el.scrollHeight > el.clientHeight + 2 || el.scrollWidth > el.clientWidth + 2) {
			faults.push(el.className + ' ' + (el.closest('.panel').querySelector('h2') || {}).textContent + ' ' + [el.scrollWidth, el.clientWidth, el.scrollHeight, el.clientHeight]);
		}
	});
	document.querySelectorAll('.bd td, .bd th, .bd .pf, .bd .m, .bd .x, .bd .s').forEach(function (el) {
		if (el.offsetParent !== null && parseFloat(getComputedStyle(el).fontSize) < root - 0.5) { faults.push('small: ' + el.textContent); }
	});
	return faults.slice(0, 6).join('; ');
})()`

// roomBesideHidden names a list that has more height than its rows and the next one
// need while a list of the same column leaves rows out.
const roomBesideHidden = `(function () {
	var faults = [];
	document.querySelectorAll('.share').forEach(function (stack) {
		if (getComputedStyle(stack).display !== 'grid') { return; }
		var boxes = Array.prototype.filter.call(stack.querySelectorAll('[data-fit]'), function (box) { return box.offsetParent !== null; });
		function rows(box) { return Array.prototype.filter.call(box.querySelectorAll('tbody > tr, .row'), function (row) { return row.offsetParent !== null; }); }
		var hiding = boxes.filter(function (box) { return box.querySelector('tr[hidden], .row[hidden]'); });
		boxes.forEach(function (box) {
			if (!hiding.length || hiding.indexOf(box) >= 0) { return; }
			box.classList.add('still');
			var own = rows(box).reduce(function (total, row) { return total + row.offsetHeight; }, 0), head = box.querySelector('thead'), foot = box.querySelector('tfoot');
			var spare = box.clientHeight - own - (head ? head.offsetHeight : 0) - (foot ? foot.offsetHeight : 0);
			box.classList.remove('still');
			if (spare > 4 * parseFloat(getComputedStyle(document.documentElement).fontSize)) {
				faults.push(box.closest('.panel').querySelector('h2').textContent + ' has ' + spare + ' px to spare beside ' + hiding[0].closest('.panel').querySelector('h2').textContent);
			}
		});
	});
	return faults.join('; ');
})()`
