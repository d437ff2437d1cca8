package server

import (
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"chainboard/industry"
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
		if w.text(t, `document.activeElement && document.activeElement.matches('`+selector+`') ? 'there' : ''`) != "" {
			return
		}
		w.keys(t, kb.Tab)
	}
	t.Fatalf("%s is not reached by Tab", selector)
}

// agreed answers the browser's own questions with yes.
func (w *tab) agreed(t *testing.T) { w.text(t, `(window.confirm = function () { return true; }, '')`) }

// shownLeaf is the sheet and leaf a meeting shows: indicators 1 / 2.
const shownLeaf = `Array.prototype.filter.call(document.querySelectorAll('.sheet'), function (s) { return !s.hidden; }).map(function (s) {
	return (s.id + ' ' + s.querySelector('.leaf').textContent).trim(); }).join()`

// leafFaults tells what of a meeting's page is smaller than 18 pt would be on a screen
// of 1080 lines, scrolls, or stands outside of the window.
const leafFaults = `(function () {
	var least = 24 * Math.min(innerWidth / 1920, innerHeight / 1080) - 0.1, found = [], all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), node;
	while ((node = all.nextNode())) {
		var el = node.parentElement, box = el.getBoundingClientRect(), text = node.data.trim();
		if (!text || !box.width || el.closest('.vh, script, datalist') || el.closest('details:not([open])') && !el.closest('summary')) { continue; }
		if (parseFloat(getComputedStyle(el).fontSize) < least) { found.push('small: ' + text); }
		if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1) { found.push('outside: ' + text); }
	}
	Array.prototype.forEach.call(document.querySelectorAll('.sheet, .sheet .tbx'), function (box) {
		if (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1) { found.push('scrolls: ' + (box.id || box.className) + ' of ' + box.closest('.sheet').id + ' ' + [box.scrollWidth, box.clientWidth, box.scrollHeight, box.clientHeight]); }
	});
	return found.slice(0, 8).join('; ');
})()`

// faults returns what is wrong with a leaf once its lists have had time to fit.
func (w *tab) faults(t *testing.T) (found string) {
	t.Helper()
	for end := time.Now().Add(2 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if found = w.text(t, leafFaults); found == "" {
			break
		}
	}
	return found
}

// leaves turns through every leaf of a meeting from the first on, by the keys of a
// presenter's remote, and returns them.
func (w *tab) leaves(t *testing.T, name string) []string {
	t.Helper()
	var seen []string
	w.keys(t, kb.Home)
	for i := range 60 {
		at := w.text(t, shownLeaf)
		if len(seen) > 0 && seen[len(seen)-1] == at {
			return seen
		}
		seen = append(seen, at)
		if bad := w.faults(t); bad != "" {
			t.Errorf("%s, %s: %s", name, at, bad)
		}
		w.picture(t, "meeting-"+name+"-"+strings.ReplaceAll(at, " / ", "of"))
		w.keys(t, []string{kb.PageDown, kb.ArrowRight}[i%2])
	}
	t.Fatalf("%s: no end of leaves %v", name, seen)
	return nil
}

// sheetsOf returns the sheets of leaves in order, each once.
func sheetsOf(leaves []string) string {
	var ids []string
	for _, leaf := range leaves {
		id, _, _ := strings.Cut(leaf, " ")
		ids = append(ids, id)
	}
	return strings.Join(slices.Compact(ids), " ")
}

// TestAMeetingByKeyboard holds the meeting of the last but one month without a
// mouse: it is registered, opened, every leaf is turned to, three decisions are
// typed and linked, it is closed, its papers are issued, and the next month's meeting
// begins with what was decided.
func TestAMeetingByKeyboard(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	w.hold(t, web.URL, "2026-09", "2026年9月数据调度会")
	for _, size := range []struct {
		name          string
		width, height int64
		query         string
	}{{"light", 1920, 1080, ""}, {"dark", 1920, 1080, "&theme=dark"}, {"large", 3840, 2160, ""}, {"small", 1366, 768, ""}} {
		w.do(t, chromedp.EmulateViewport(size.width, size.height), chromedp.Navigate(web.URL+"/meetings/2026-09?chain=all"+size.query))
		w.until(t, `document.documentElement.classList.contains('turned') && document.fonts.status`, "loaded")
		leaves := w.leaves(t, size.name)
		if got := sheetsOf(leaves); got != "earlier general indicators chains chain-ne chain-nm projects issues decisions" {
			t.Errorf("%s: the sheets are %s", size.name, got)
		}
		if !slices.Contains(leaves, "indicators 1 / 2") || !slices.Contains(leaves, "indicators 2 / 2") {
			t.Errorf("%s: the indicators take %v", size.name, leaves)
		}
	}
	w.do(t, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(web.URL+"/meetings/2026-09?chain=all"))
	w.until(t, `document.documentElement.classList.contains('turned') && document.fonts.status`, "loaded")
	spent := w.clocks(t)
	w.keys(t, "5")
	w.until(t, shownLeaf, "projects")
	w.shows(t, `document.getElementById('projects').classList.contains('roomy') && !document.getElementById('indicators').classList.contains('roomy')`)
	w.decide(t)
	if now := w.text(t, meetingClock); now < spent {
		t.Errorf("the clock of the meeting went from %s to %s as decisions were typed", spent, now)
	}

	w.agreed(t)
	w.tabTo(t, `form[action*="/close"] button`)
	w.keys(t, kb.Enter)
	w.until(t, `document.querySelector('form[action*="/close"]') ? '' : 'closed'`, "closed")
	w.keys(t, kb.End)
	w.until(t, shownLeaf, "after")
	if after := w.text(t, `document.querySelector('#after').innerText`); !strings.Contains(after, "个工作日") || !strings.Contains(after, "更新") {
		t.Errorf("after the meeting: %s", after)
	}
	if bad := w.faults(t); bad != "" {
		t.Errorf("after the meeting: %s", bad)
	}
	w.issue(t)
	w.do(t, chromedp.EmulateViewport(390, 844), chromedp.Navigate(web.URL+"/meetings/2026-09?chain=all"))
	w.until(t, `document.fonts.status`, "loaded")
	if bad := w.text(t, `Array.prototype.filter.call(document.querySelectorAll('.sheet .tbx'), function (box) { return box.scrollWidth > box.clientWidth + 1; }).map(function (box) { return box.closest('.sheet').id; }).join()`); bad != "" {
		t.Errorf("on a phone tables scroll sideways in %s", bad)
	}

	st.wait(time.Minute)
	w.hold(t, web.URL, "2026-10", "2026年10月数据调度会")
	w.keys(t, kb.Home)
	w.until(t, `(`+shownLeaf+`).split(' ')[0]`, "earlier")
	first := w.text(t, `document.querySelector('#earlier').textContent`)
	for _, content := range []string{"开展工业投资项目集中开工", "协调解决用地问题", "组织银企对接会", "县自然资源局", "2026-12-10", "问题：用地组卷缺林地手续，已超计划开工时间"} {
		if !strings.Contains(first, content) {
			t.Errorf("the next meeting does not begin with %s", content)
		}
	}
	if got := w.text(t, `Array.prototype.filter.call(document.querySelectorAll('#earlier tr'), function (r) { return r.textContent.indexOf('协调解决用地问题') >= 0; })[0].querySelector('.about').getAttribute('href')`); !strings.HasPrefix(got, "/chains/all/lists/issues/WT") {
		t.Errorf("the next meeting links %s", got)
	}
	for _, problem := range w.take() {
		t.Error(problem)
	}
}

// hold registers a meeting and opens it.
func (w *tab) hold(t *testing.T, host, month, name string) {
	t.Helper()
	w.do(t, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(host+"/meetings?chain=all&month="+month))
	w.tabTo(t, "#name")
	w.do(t, chromedp.Evaluate[chromedp.Void](`document.activeElement.select()`))
	w.keys(t, kb.Backspace, name, kb.Enter)
	w.until(t, `document.querySelector('.note-g') ? '登记' : ''`, "登记")
	w.tabTo(t, `a[href^="/meetings/`+month+`"]`)
	w.keys(t, kb.Enter)
	w.until(t, `location.pathname`, "/meetings/"+month)
	w.agreed(t)
	w.tabTo(t, `form[action*="/open"] button`)
	w.keys(t, kb.Enter)
	w.until(t, `document.querySelector('form[action*="/close"]') ? 'open' : ''`, "open")
}

// issue makes and keeps every paper of the meeting from its pages, minutes among them.
func (w *tab) issue(t *testing.T) {
	t.Helper()
	w.keys(t, kb.PageUp)
	w.until(t, `(`+shownLeaf+`).split(' ')[0]`, "decisions")
	w.tabTo(t, `#decisions a[href^="/documents"]`)
	w.keys(t, kb.Enter)
	w.until(t, `location.pathname`, "/documents")
	w.tabTo(t, `button[name=all]`)
	w.keys(t, kb.Enter)
	w.until(t, `location.pathname.indexOf('/jobs/') === 0 ? 'job' : ''`, "job")
	const outcome = `document.getElementById('job').innerText`
	w.shows(t, outcome+`.indexOf('已完成') >= 0`)
	for _, f := range industry.DocumentFiles() {
		if text := w.text(t, outcome); !strings.Contains(text, f.Kind.Label()) {
			t.Errorf("%s was not issued: %s", f.Label(), text)
		}
	}
}

// meetingClock is how long a meeting has taken: 00:12.
const meetingClock = `document.querySelector('[data-total]').textContent`

// clocks waits for the clocks of the sheet and the meeting to go, and moves the agenda
// on. It returns how long the meeting has taken.
func (w *tab) clocks(t *testing.T) string {
	t.Helper()
	const read = `document.querySelector('[data-timer]').textContent + ` + meetingClock
	begun := w.text(t, read)
	w.shows(t, read+` !== '`+begun+`'`)
	const item = `document.querySelector('[data-agenda-now]').textContent.split(' ')[0]`
	w.keys(t, ".", ".", ",")
	w.until(t, item, "2/5")
	return w.text(t, meetingClock)
}

// decide types three decisions: about a late project whose row is pressed, about an
// issue by its code, about a figure picked from its row. What they concern opens
// over the sheet.
func (w *tab) decide(t *testing.T) {
	t.Helper()
	w.tabTo(t, `#projects [data-subject]`)
	subject := w.text(t, `document.activeElement.getAttribute('data-subject')`)
	w.keys(t, kb.Enter)
	w.until(t, `document.activeElement.id + ' ' + document.getElementById('subjects').value`, "content "+subject)
	for i, d := range []struct{ content, subject, lead, due, days string }{
		{"开展工业投资项目集中开工", "", "县发改委", "", "10"},
		{"协调解决用地问题", "WT0029", "县自然资源局", "2026-12-10", ""},
		{"组织银企对接会", "指标:科贷通放款:2026-09", "县科技局", "2026-12-20", ""},
	} {
		w.tabTo(t, "#content")
		w.keys(t, d.content, kb.Tab, d.subject, kb.Tab, d.lead, kb.Tab, kb.Tab, d.due, kb.Tab, d.days, kb.Enter)
		w.until(t, `String(document.querySelectorAll('#decisions tbody tr').length)`, string(rune('1'+i)))
	}
	if got := w.text(t, `Array.prototype.map.call(document.querySelectorAll('#decisions .about'), function (a) { return a.textContent; }).join()`); !strings.Contains(got, "指标：科贷通放款（2026年1—9月）,问题：用地组卷缺林地手续，已超计划开工时间,项目：") {
		t.Errorf("the decisions concern %s", got)
	}
	w.tabTo(t, `#decisions .about[href*="/issues/"]`)
	w.keys(t, kb.Enter)
	w.until(t, `(document.querySelector('.trace.pop dl') || { textContent: '' }).textContent.indexOf('办理进展') >= 0 ? 'open' : ''`, "open")
	if bad := w.faults(t); bad != "" {
		t.Errorf("over the sheet: %s", bad)
	}
	w.picture(t, "meeting-over")
	w.keys(t, kb.Escape)
	w.until(t, `(document.querySelector('.trace.pop') ? 'open ' : '') + (`+shownLeaf+`)`, "decisions")
}
