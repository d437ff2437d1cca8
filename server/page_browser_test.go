package server

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"chainboard/store"
	"chainboard/testkit"
)

// tab is a browser's tab that remembers everything that went wrong in it.
type tab struct {
	context.Context
	host string

	mu       sync.Mutex
	problems []string
}

// openTab opens a tab that has the cookies of a browser that signed in.
func openTab(t *testing.T, host string, cookies map[string]string) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("short: a browser takes its time")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(testkit.Chromium(t)), chromedp.NoSandbox,
		chromedp.Flag("disable-component-update", true))
	allocator, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	w := &tab{host: host}
	if err := chromedp.Listen(ctx, w.watch); err != nil {
		t.Fatal(err)
	}
	limited, cancel := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	w.Context = limited
	w.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		if _, err := cdp.Call(ctx, target, log.Enable, cdp.Empty{}); err != nil {
			return err
		}
		for name, value := range cookies {
			if _, err := cdp.Call(ctx, target, network.SetCookie, network.SetCookieParams{Name: name, Value: value, URL: host}); err != nil {
				return err
			}
		}
		return nil
	}))
	return w
}

// watch notes errors of the console, failed answers and requests to other hosts.
func (w *tab) watch(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch event := event.(type) {
	case *runtime.EventExceptionThrown:
		text := event.ExceptionDetails.Text
		if e := event.ExceptionDetails.Exception; e != nil {
			text += " " + e.Description
		}
		w.problems = append(w.problems, "exception: "+text)
	case *runtime.EventConsoleAPICalled:
		if event.Type == runtime.ConsoleAPICalledTypeError || event.Type == runtime.ConsoleAPICalledTypeWarning {
			w.problems = append(w.problems, fmt.Sprintf("console: %s", event.Args[0].Value))
		}
	case *log.EventEntryAdded:
		if event.Entry.Level == log.EntryLevelError || event.Entry.Level == log.EntryLevelWarning {
			w.problems = append(w.problems, "log: "+event.Entry.Text)
		}
	case *network.EventRequestWillBeSent:
		if url := event.Request.URL; !strings.HasPrefix(url, w.host) && !strings.HasPrefix(url, "data:") {
			w.problems = append(w.problems, "request: "+url)
		}
	}
}

func (w *tab) do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(w, steps...); err != nil {
		t.Fatal(err)
	}
}

// text evaluates a JavaScript expression that gives a string.
func (w *tab) text(t *testing.T, expression string) string {
	t.Helper()
	result, err := chromedp.Run(w, chromedp.Evaluate[string](expression))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// until waits until the page is read and a JavaScript expression gives a text on it.
// Long work has its minute, and a page on its way to the next may have nothing yet.
func (w *tab) until(t *testing.T, expression, want string) {
	t.Helper()
	got := ""
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		var err error
		if got, err = chromedp.Run(w, chromedp.Evaluate[string](`document.readyState === 'loading' ? 'loading' : (`+expression+`)`)); err != nil {
			got = err.Error()
		}
		if got == want {
			return
		}
	}
	t.Fatalf("%s: %q, want %q\nthe page shows %.300s", expression, got, want, w.text(t, `document.body ? document.body.innerText : ''`))
}

// shows waits for a JavaScript expression to be true.
func (w *tab) shows(t *testing.T, expression string) {
	t.Helper()
	w.until(t, `String(!!(`+expression+`))`, "true")
}

// settled waits until every chart of the page is drawn or says why it is not.
func (w *tab) settled(t *testing.T) {
	t.Helper()
	const waiting = `String(Array.prototype.filter.call(document.querySelectorAll('[data-chart]'), function (box) {
		return box.getBoundingClientRect().height > 0 && !box.querySelector('svg, .state') }).length)`
	w.until(t, waiting, "0")
}

// take returns what went wrong since it was last asked.
func (w *tab) take() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	problems := w.problems
	w.problems = nil
	return problems
}

// picture keeps what the tab shows where CHAINBOARD_PICTURES names a directory.
func (w *tab) picture(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("CHAINBOARD_PICTURES")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(w, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Faults of layout, as JavaScript: what is wider than the window, what of the
// wall is cut off, and nodes of the map that lie over each other.
const (
	overflowing = `document.documentElement.scrollWidth > innerWidth ? document.documentElement.scrollWidth + ' > ' + innerWidth : ''`
	cutOff      = `(function () {
		var faults = [];
		if (document.documentElement.scrollHeight > innerHeight) { faults.push('scrolls: ' + document.documentElement.scrollHeight); }
		document.querySelectorAll('.panel, .kpi, .cm-b, .lane, .tick, .nd .nm').forEach(function (el) {
			if (el.offsetParent && (el.scrollHeight > el.clientHeight + 1 || el.scrollWidth > el.clientWidth + 1) && el.clientHeight) {
				faults.push(el.className + ' ' + el.textContent.trim().slice(0, 12) + ' ' + el.scrollWidth + 'x' + el.scrollHeight + ' in ' + el.clientWidth + 'x' + el.clientHeight);
			}
		});
		var nodes = Array.prototype.map.call(document.querySelectorAll('.nd'), function (el) { return [el.textContent, el.getBoundingClientRect()]; });
		nodes.forEach(function (a, i) { nodes.slice(i + 1).forEach(function (b) {
			if (a[1].left < b[1].right - 1 && b[1].left < a[1].right - 1 && a[1].top < b[1].bottom - 1 && b[1].top < a[1].bottom - 1) { faults.push(a[0] + ' lies over ' + b[0]); }
		}); });
		return faults.join('; ');
	})()`
)

// TestPagesInABrowser opens every page at the sizes of the design: no error, no
// request to another host, nothing wider than the window, every chart drawn.
func TestPagesInABrowser(t *testing.T) {
	st := sampleSite(t)
	session := st.signedIn("office")
	bad := handedIn(t, session, []string{badFirm, "示例错码有限公司", "石墨", "ne"})
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, session.cookies)
	pages := map[string]string{
		"overview": "/", "chain": "/chains/ne", "chains": "/chains/all", "dispatch": "/dispatch?chain=nm", "firms": "/dispatch?chain=ne&by=enterprise&measure=in_month", "trace": "/trace?indicator=revenue", "changes": "/changes?chain=ne",
		"enterprises": "/chains/all/lists/enterprises", "projects": "/chains/ne/lists/projects?sort=-light", "none": "/projects?q=无",
		"enterprise": "/chains/ne/lists/enterprises/91369921MA2RFT006E", "project": "/chains/nm/lists/projects/XM043",
		"imports": "/imports", "import": "/imports/1", "refused": bad, "lost": "/none",
	}
	for _, size := range [][2]int64{{1920, 1080}, {1366, 768}, {390, 844}} {
		for name, path := range pages {
			w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+path))
			w.settled(t)
			at := fmt.Sprintf("%s at %dx%d", path, size[0], size[1])
			if fault := w.text(t, overflowing); fault != "" {
				t.Errorf("%s is wider than the window: %s", at, fault)
			}
			for _, problem := range w.take() {
				if path != "/none" || !strings.Contains(problem, "404") {
					t.Errorf("%s: %s", at, problem)
				}
			}
			w.picture(t, fmt.Sprintf("%s-%d", name, size[0]))
		}
	}
}

// TestScreenInABrowser opens the wall by its key at every size of the design:
// nothing scrolls, nothing is cut off, no two segments overlap.
func TestScreenInABrowser(t *testing.T) {
	st := sampleSite(t)
	key := st.screenKey(t, store.Key{Name: "大厅"})
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.do(t, chromedp.Navigate(web.URL+"/screen?key="+key))
	for _, chain := range []string{"all", "ne", "nm"} {
		for _, size := range [][2]int64{{1920, 1080}, {1366, 768}, {3840, 1080}, {3840, 2160}, {5760, 1080}, {6656, 1792}, {1080, 1920}} {
			w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+"/screen?chain="+chain))
			w.settled(t)
			if fault := w.text(t, cutOff); fault != "" {
				t.Errorf("%s at %dx%d: %s", chain, size[0], size[1], fault)
			}
			w.picture(t, fmt.Sprintf("screen-%s-%dx%d", chain, size[0], size[1]))
		}
		w.do(t, chromedp.EmulateViewport(390, 844), chromedp.Navigate(web.URL+"/screen?chain="+chain))
		w.settled(t)
		if fault := w.text(t, overflowing); fault != "" {
			t.Errorf("%s on a phone: %s", chain, fault)
		}
		w.picture(t, "screen-"+chain+"-390x844")
	}
	for _, problem := range w.take() {
		t.Error(problem)
	}
}

// TestDropInABrowser hands the exported workbook in by the drop zone and comes
// to the preview of it, where nothing has changed.
func TestDropInABrowser(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/imports"))
	w.text(t, `(fetch('/api/v1/export.xlsx').then(function (r) { return r.blob(); }).then(function (blob) {
		var files = new DataTransfer(), input = document.getElementById('file');
		files.items.add(new File([blob], '导出.xlsx'));
		input.files = files.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
	}), '')`)
	w.until(t, `location.pathname + ' ' + document.title`, "/imports/2 导入批次 2 · 链长驾驶舱")
	got := w.text(t, `Array.prototype.map.call(document.querySelectorAll('.sum .num'), function (el) { return el.textContent; }).join(' ')`)
	if n := strings.Split(got, " "); len(n) < 4 || len(n[0]) < 4 || n[1] != "0" || n[2] != "0" || n[3] != n[0] {
		t.Errorf("counts of the workbook that was just exported: %s", got)
	}
	if problems := w.take(); len(problems) > 0 {
		t.Error(problems)
	}
}

// TestTileOpensItsTrace clicks a key figure: the popover tells where it comes from.
func TestTileOpensItsTrace(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("viewer").cookies)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/"))
	w.settled(t)
	w.text(t, `(document.querySelector('.kpi').click(), '')`)
	w.until(t, `document.querySelector('.trace.pop .big').textContent`, "196.50亿元 2026年1—10月")
	if problems := w.take(); len(problems) > 0 {
		t.Error(problems)
	}
}

// TestTraceIsSortedInPlace orders the records of a popover by a click on a head:
// it stays open at its figure, and Esc closes it.
func TestTraceIsSortedInPlace(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/dispatch?chain=ne"))
	w.settled(t)
	first := `(document.querySelector('.trace.pop .inputs tbody tr') || {innerText: ''}).innerText.replace(/\s+/g, ' ').slice(0, 12)`
	w.text(t, `(document.querySelector('#table a[href*="of=growth&"], #table a[href$="of=growth"]').click(), '')`)
	w.until(t, first, "示例癸酉正极股份有限公司")
	w.text(t, `(document.querySelector('.trace.pop th:nth-child(2) a').click(), '')`)
	w.until(t, `document.querySelector('.trace.pop th[aria-sort]').getAttribute('aria-sort')`, "ascending")
	if got := w.text(t, first); got == "示例癸酉正极股份有限公司" {
		t.Error("the smallest does not come first")
	}
	w.picture(t, "trace-popover")
	w.text(t, `(document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true})), '')`)
	w.until(t, `String(document.querySelectorAll('.trace.pop').length)`, "0")
	if problems := w.take(); len(problems) > 0 {
		t.Error(problems)
	}
}
