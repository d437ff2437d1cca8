package server

import (
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"chainboard/industry"
	"chainboard/store"
)

// untraced names the figures of weight of a scene that open nothing: tiles, rates,
// steps of a funnel, figures of heads and rows, nodes, cells of tables with a number.
const untraced = `(function () {
	var faults = {};
	document.querySelectorAll('main .kpi .v, main .rate .v, main .steps b, main .kv .num, main .pace .p, main .title .num, main .ph .num, main td, main .nd .ct, main .lvs .num, main .fl .num, main svg.rg text').forEach(function (el) {
		var text = el.textContent.trim(), panel = el.closest('.panel, .kpis');
		if (!/\d/.test(text) || !el.getClientRects().length || el.closest('.vh, .chart')) { return; }
		if (el.closest('[data-trace]') || el.querySelector('[data-trace]')) { return; }
		var head = panel && panel.querySelector('h1, h2'), col = el.tagName === 'TD' ? el.closest('table').querySelector('thead th:nth-child(' + (Array.prototype.indexOf.call(el.parentNode.children, el) + 1) + ')') : null;
		var key = (head ? head.textContent : 'tiles') + ' / ' + (col ? col.textContent : el.parentNode.getAttribute('class') + ' ' + el.getAttribute('class'));
		faults[key] = faults[key] || text;
	});
	return Object.keys(faults).map(function (k) { return k + ' = ' + faults[k]; }).join('\n');
})()`

// untracedFigures are those that open nothing, by panel, with the reason.
var untracedFigures = map[string]string{
	"序时进度 / x num":      "时间进度 is the month by twelve, said beside it",
	"技术路线图 / t2 num n5": "the years that are drawn",
	"技术路线图 / now num":   "today",
	"区域分布图 / t2 num n5": "how many circles of each kind the map has",
	"园区与乡镇 / 占比":        "the whole of the shares, 100%",
	"集群 / x num n5":     "how many rows the panel has",
	"招商活动 / x num":      "how many rows the panel has",
	"数据提醒 / x num":      "how many rows the panel has",
	"在办清单 / x num":      "how many rows the panel has",
	"招商活动 / 日期":         "a date as it was entered",
	"关键共性技术攻关 / 时限":     "a date as it was entered",
	"未完成事项 / 会议":        "the name of a meeting",
	"未完成事项 / 进展":        "the words of a report",
	"未完成事项 / 时限":        "a date as it was entered",
	"未完成事项 / 情况":        "the days from the date beside it",
	"技术路线图 / left":      "how many are left out",
	"未办结清单逾期清单 / n32":   "how many rows of the panel are not late",
	"后续节点 / null":       "a date as it was entered",
}

// TestEveryFigureOpensItsSource walks every scene: each figure of weight can be
// pressed, and one of each kind is, by mouse and by keyboard.
func TestEveryFigureOpensItsSource(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.do(t, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(web.URL+"/screen?key="+st.screenKey(t, store.Key{Name: "大厅"})))
	pressed := 0
	for _, sc := range industry.Scenes() {
		for _, size := range [][2]int64{{1920, 1080}, {5760, 1080}} {
			w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+"/screen?scene="+sc.Code))
			w.settled(t)
			for _, fault := range strings.Split(w.text(t, untraced), "\n") {
				excused := fault == ""
				for key := range untracedFigures {
					excused = excused || strings.HasPrefix(fault, key)
				}
				if !excused {
					t.Errorf("%s at %d: %s opens nothing", sc.Code, size[0], fault)
				}
			}
		}
		pressed += w.press(t, sc.Code)
	}
	if pressed < 50 {
		t.Errorf("only %d kinds of figures were pressed", pressed)
	}
	for _, problem := range w.take() {
		t.Error(problem)
	}
}

// kinds gives one visible figure of each kind that a scene opens.
const kinds = `(function () {
	var seen = {};
	document.querySelectorAll('main [data-trace]').forEach(function (el, i) {
		var address = el.getAttribute('data-trace') || el.getAttribute('href'), query = new URL(address, location.href).searchParams;
		var kind = [address.split('?')[0].split('/').slice(0, 3).join('/'), query.get('figure'), query.get('of'), query.get('by'), el.tagName, el.className.baseVal === undefined ? el.className.split(' ')[0] : 'svg'].join(' ');
		if (seen[kind] === undefined && el.getClientRects().length) { seen[kind] = i; }
	});
	return Object.keys(seen).map(function (k) { return seen[k]; }).join(' ');
})()`

// press opens one figure of each kind of the scene that shows, every second one by
// keyboard, and closes it by Esc: the focus is where it was.
func (w *tab) press(t *testing.T, scene string) int {
	t.Helper()
	list := strings.Fields(w.text(t, kinds))
	for n, i := range list {
		w.text(t, fmt.Sprintf(`(window.pressed = document.querySelectorAll('main [data-trace]')[%s], pressed.focus(), '')`, i))
		if n%2 == 0 {
			w.do(t, chromedp.KeyEvent("\r"))
		} else {
			w.text(t, `(pressed.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })), '')`)
		}
		w.shows(t, `document.querySelector('.trace.pop .hd b') && !document.querySelector('.trace.pop .sks')`)
		if fault := w.text(t, `(function () {
			var pop = document.querySelector('.trace.pop'), r = pop.getBoundingClientRect();
			if (!pop.querySelector('.big, .fx') || !pop.querySelector('.fx').textContent.trim()) { return 'is empty: ' + pop.textContent.slice(0, 80); }
			if (r.left < 0 || r.top < 0 || r.right > innerWidth || r.bottom > innerHeight) { return 'leaves the window'; }
			return document.activeElement === pop && pop.getAttribute('role') === 'dialog' && pop.getAttribute('aria-label') ? '' : 'has no focus or name';
		})()`); fault != "" {
			t.Errorf("%s: %s %s", scene, w.text(t, `pressed.outerHTML.slice(0, 200)`), fault)
		}
		w.do(t, chromedp.KeyEvent("\x1b"))
		if left := w.text(t, `String(!!document.querySelector('.trace.pop')) + (document.activeElement === pressed)`); left != "falsetrue" {
			t.Errorf("%s: Esc leaves %s of %s", scene, left, w.text(t, `pressed.outerHTML.slice(0, 120)`))
		}
	}
	return len(list)
}

// TestScenesByKeyboard goes through two scenes by Tab alone: every figure is reached
// in the order of reading and shows where the focus is.
func TestScenesByKeyboard(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.do(t, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(web.URL+"/screen?key="+st.screenKey(t, store.Key{Name: "大厅"})))
	for _, scene := range []string{"overview", "investment", "issues", "region"} {
		w.do(t, chromedp.Navigate(web.URL+"/screen?scene="+scene))
		w.settled(t)
		w.text(t, `(window.stops = Array.prototype.filter.call(document.querySelectorAll('main a[href], main button, main [tabindex="0"]'), function (el) { return el.getClientRects().length && getComputedStyle(el).visibility === 'visible'; }),
			document.querySelector('.nav.scenes a:last-child').focus(), '')`)
		var order []string
		for range 400 {
			w.do(t, chromedp.KeyEvent("\t"))
			at := w.text(t, `(function () {
				var el = document.activeElement, i = stops.indexOf(el), style, ring;
				if (i < 0) { return el.closest('main') ? 'lost ' + el.outerHTML.slice(0, 100) : el === document.body ? 'end' : ''; }
				style = getComputedStyle(el); ring = el.querySelector && el.querySelector('.ring');
				if (!(parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none') && !(ring && getComputedStyle(ring).strokeWidth)) { return 'no ring ' + el.outerHTML.slice(0, 100); }
				return String(i);
			})()`)
			if at == "" { // the head's buttons
				continue
			}
			if at == "end" || len(order) > 0 && at == order[0] {
				break
			}
			order = append(order, at)
		}
		want := strings.Fields(w.text(t, `stops.map(function (_, i) { return i; }).join(' ')`))
		if !slices.Equal(order, want) {
			t.Errorf("%s: Tab goes %d of %d: %.300s", scene, len(order), len(want), strings.Join(order, " "))
		}
	}
}
