package server

import (
	"fmt"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"

	"chainboard/industry"
	"chainboard/office"
)

// TestAllPapersInABrowser presses 全部生成, sees the work advance, and cancels it:
// nothing is kept, as the page says. Pressed again and left alone, everything is.
func TestAllPapersInABrowser(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	press := func() {
		t.Helper()
		w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+keptOctober))
		w.text(t, `(document.querySelector('button[name=all]').click(), '')`)
		w.shows(t, `location.pathname.indexOf('/jobs/') === 0 && document.readyState === 'complete'`)
	}
	kept := func() int {
		t.Helper()
		_, n, err := st.office.KeptDocuments(t.Context(), office.KeptFilter{Chain: "ne"})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	press()
	w.shows(t, `document.querySelector('.jobsteps use[href="#lt-g"]')`)
	w.picture(t, "job-running")
	w.text(t, `(document.querySelector('.job .danger').click(), '')`)
	w.shows(t, `/已取消，没有留下任何结果/.test(document.getElementById('job').innerText)`)
	w.picture(t, "job-cancelled")
	if n := kept(); n != 0 {
		t.Errorf("%d papers are kept after all", n)
	}
	press()
	w.shows(t, `/已完成/.test(document.getElementById('job').innerText)`)
	w.picture(t, "job-done")
	want := len(industry.DocumentFiles()) - len(industry.Minutes.Endings()) // no meeting was opened
	if n := kept(); n != want {
		t.Errorf("%d papers of %d are kept", n, want)
	}
	for _, size := range [][2]int64{{1920, 1080}, {1366, 768}, {390, 844}} {
		for _, path := range []string{w.text(t, `location.pathname`), keptOctober} {
			w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+path))
			if fault := w.text(t, overflowing); fault != "" {
				t.Errorf("%s at %d is wider than the window: %s", path, size[0], fault)
			}
		}
	}
	if problems := w.take(); len(problems) > 0 {
		t.Error(problems)
	}
}

// TestScheduleInABrowser opens the settings of 自动起草, switches it on and saves: the
// page says what is planned, at every width.
func TestScheduleInABrowser(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	for _, size := range [][2]int64{{1920, 1080}, {1366, 768}, {390, 844}} {
		w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+keptOctober))
		w.text(t, `(document.querySelector('#schedule summary').click(), '')`)
		if fault := w.text(t, overflowing); fault != "" {
			t.Errorf("at %d wider than the window: %s", size[0], fault)
		}
		w.picture(t, fmt.Sprintf("schedule-%d", size[0]))
	}
	w.text(t, `(function (box) { box.querySelector('[name=on]').click(); box.querySelector('[value="compendium.docx"]').click(); box.querySelector('.pri').click(); return ''; })(document.getElementById('schedule'))`)
	w.shows(t, `/每月10日8时起草.*资料汇编 .docx/.test(document.getElementById('schedule').innerText)`)
	if problems := w.take(); len(problems) > 0 {
		t.Error(problems)
	}
}
