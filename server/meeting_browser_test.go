package server

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// keys presses keys one after another.
func (w *tab) keys(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		w.do(t, chromedp.KeyEvent(key))
	}
}

// tabTo presses Tab until what the selector finds has the focus.
func (w *tab) tabTo(t *testing.T, selector string) {
	t.Helper()
	for range 120 {
		if w.text(t, `document.activeElement.matches('`+selector+`') ? 'there' : ''`) != "" {
			return
		}
		w.keys(t, kb.Tab)
	}
	t.Fatalf("%s is not reached by Tab", selector)
}

// agreed answers the browser's own questions with yes.
func (w *tab) agreed(t *testing.T) { w.text(t, `(window.confirm = function () { return true; }, '')`) }

// TestAMeetingByKeyboard holds the meeting of the last but one month without a
// mouse: it is registered, opened, every sheet is turned to, three decisions are
// typed, it is closed, and the next month's meeting begins with them.
func TestAMeetingByKeyboard(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	register := func(month, name string) {
		t.Helper()
		w.do(t, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(web.URL+"/meetings?chain=all&month="+month))
		w.tabTo(t, "#name")
		w.do(t, chromedp.Evaluate[chromedp.Void](`document.activeElement.select()`))
		w.keys(t, kb.Backspace, name, kb.Enter)
		w.until(t, `document.querySelector('.note') ? '登记' : ''`, "登记")
		w.tabTo(t, `a[href^="/meetings/`+month+`"]`)
		w.keys(t, kb.Enter)
		w.until(t, `location.pathname`, "/meetings/"+month)
	}
	register("2026-09", "2026年9月数据调度会")
	w.agreed(t)
	w.tabTo(t, `form[action*="/open"] button`)
	w.keys(t, kb.Enter)
	w.until(t, `document.querySelector('form[action*="/close"]') ? 'open' : ''`, "open")

	shown := `Array.prototype.filter.call(document.querySelectorAll('.sheet'), function (s) { return !s.hidden; }).map(function (s) { return s.id; }).join()`
	w.keys(t, kb.Home)
	sheets := []string{"earlier", "general", "indicators", "chains", "projects", "issues", "decisions"}
	for i, sheet := range sheets {
		w.until(t, shown, sheet)
		if text := w.text(t, `document.querySelector('#`+sheet+`').innerText`); len(text) < 20 {
			t.Errorf("%s says %q", sheet, text)
		}
		w.picture(t, "meeting-"+sheet)
		if i+1 < len(sheets) {
			w.keys(t, []string{kb.PageDown, kb.ArrowRight}[i%2])
		}
	}
	begun := w.text(t, `document.querySelector('[data-timer]').textContent`)
	for end := time.Now().Add(5 * time.Second); w.text(t, `document.querySelector('[data-timer]').textContent`) == begun; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Error("the timer stands still")
			break
		}
	}

	for i, d := range []struct{ content, about, lead, due, days string }{
		{"开展工业投资项目集中开工", "工业投资", "县发改委", "", "10"},
		{"协调解决用地问题", "", "县自然资源局", "2026-12-10", ""},
		{"组织银企对接会", "", "县科技局", "2026-12-20", ""},
	} {
		w.tabTo(t, "#content")
		w.keys(t, d.content, kb.Tab, d.about, kb.Tab, d.lead, kb.Tab, kb.Tab, d.due, kb.Tab, d.days, kb.Enter)
		w.until(t, `String(document.querySelectorAll('#decisions tbody tr').length)`, string(rune('1'+i)))
	}
	w.agreed(t)
	w.tabTo(t, `form[action*="/close"] button`)
	w.keys(t, kb.Enter)
	w.until(t, `document.querySelector('form[action*="/close"]') ? '' : 'closed'`, "closed")

	st.wait(time.Minute)
	register("2026-10", "2026年10月数据调度会")
	w.agreed(t)
	w.tabTo(t, `form[action*="/open"] button`)
	w.keys(t, kb.Enter)
	w.until(t, `document.querySelector('form[action*="/close"]') ? 'open' : ''`, "open")
	w.keys(t, kb.Home)
	w.until(t, shown, "earlier")
	first := w.text(t, `document.querySelector('#earlier').innerText`)
	for _, content := range []string{"开展工业投资项目集中开工", "协调解决用地问题", "组织银企对接会", "县自然资源局", "2026-12-10"} {
		if !strings.Contains(first, content) {
			t.Errorf("the next meeting does not begin with %s", content)
		}
	}
	for _, problem := range w.take() {
		t.Error(problem)
	}
}
