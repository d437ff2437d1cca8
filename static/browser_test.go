package static

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"chainboard/testkit"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// policy is the Content-Security-Policy of the house, word for word.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"

const symbols = `<svg hidden><symbol id="lt-r" viewBox="0 0 16 16"><rect x="1.5" y="1.5" width="13" height="13"/></symbol></svg>`

// browser is a tab that remembers everything that went wrong in it.
type browser struct {
	context.Context
	host string

	mu       sync.Mutex
	problems []string
}

// open serves body as a page under the policy, with routes beside it, and opens
// it in a browser window of the given size.
func open(t *testing.T, size [2]int, body string, routes map[string]http.HandlerFunc) *browser {
	t.Helper()
	path := testkit.Chromium(t)
	assets := load(t)
	mux := http.NewServeMux()
	mux.Handle("/static/", assets.Handler())
	for pattern, handler := range routes {
		mux.HandleFunc(pattern, handler)
	}
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><html lang="zh-CN" class="wall flow"><head><title>t</title><link rel="icon" href="%s"><link rel="stylesheet" href="%s"><script defer src="%s"></script><script defer src="%s"></script></head><body>%s%s</body></html>`,
			assets.URL("img/mark.svg"), assets.URL("css/chainboard.css"), assets.URL("vendor/echarts/echarts.min.js"), assets.URL("js/chainboard.js"), symbols, body)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)

	b := &browser{host: server.URL}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.WindowSize(size[0], size[1]), chromedp.Flag("disable-component-update", true))
	allocator, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	tab, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	if err := chromedp.Listen(tab, b.watch); err != nil {
		t.Fatal(err)
	}
	limited, cancel := context.WithTimeout(tab, 4*time.Minute)
	t.Cleanup(cancel)
	b.Context = limited
	b.do(t, chromedp.Func(record), chromedp.Navigate(server.URL))
	return b
}

// record turns on the events that watch reads, and collects violations of the policy in the page.
func record(ctx context.Context, target *chromedp.Target) error {
	if _, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{}); err != nil {
		return err
	}
	if _, err := cdp.Call(ctx, target, log.Enable, cdp.Empty{}); err != nil {
		return err
	}
	const script = `window.violations = []; addEventListener('securitypolicyviolation', function (e) { violations.push(e.violatedDirective + ' ' + e.blockedURI); });`
	_, err := cdp.Call(ctx, target, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	return err
}

// watch notes errors of the console and requests to other hosts.
func (b *browser) watch(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch event := event.(type) {
	case *runtime.EventExceptionThrown:
		b.problems = append(b.problems, "exception: "+event.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if event.Type == runtime.ConsoleAPICalledTypeError || event.Type == runtime.ConsoleAPICalledTypeWarning {
			b.problems = append(b.problems, fmt.Sprintf("console: %s", event.Args[0].Value))
		}
	case *log.EventEntryAdded:
		if event.Entry.Level == log.EntryLevelError || event.Entry.Level == log.EntryLevelWarning {
			b.problems = append(b.problems, "log: "+event.Entry.Text)
		}
	case *network.EventRequestWillBeSent:
		if url := event.Request.URL; !strings.HasPrefix(url, b.host) && !strings.HasPrefix(url, "data:") {
			b.problems = append(b.problems, "request: "+url)
		}
	}
}

func (b *browser) do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(b, steps...); err != nil {
		t.Fatal(err)
	}
}

// text evaluates a JavaScript expression that gives a string.
func (b *browser) text(t *testing.T, expression string) string {
	t.Helper()
	result, err := chromedp.Run(b, chromedp.Evaluate[string](expression))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// until waits for a JavaScript condition. It asks from outside: a poll of the
// page's own would need eval, which the policy forbids. Between two documents
// there may be nothing to ask; then it asks again.
func (b *browser) until(t *testing.T, condition string) {
	t.Helper()
	expression := `(function () { try { return Boolean(` + condition + `); } catch (e) { return false; } })()`
	var problem error
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		met, err := chromedp.Run(b, chromedp.Evaluate[bool](expression))
		if met {
			return
		}
		problem = err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	t.Fatalf("never came true: %s; %v; %v", condition, problem, b.problems)
}

// hover moves the mouse to the middle of the element an expression gives.
func (b *browser) hover(t *testing.T, element string) {
	t.Helper()
	at, err := chromedp.Run(b, chromedp.Evaluate[[]float64](`(function () { var r = (`+element+`).getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()`))
	if err != nil {
		t.Fatal(err)
	}
	b.do(t, chromedp.MouseEvent(chromedp.MouseMoved, at[0]-3, at[1]), chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]))
}

// clean fails the test when anything went wrong in the tab.
func (b *browser) clean(t *testing.T) {
	t.Helper()
	if violations := b.text(t, `violations.join('; ')`); violations != "" {
		t.Errorf("Content-Security-Policy violated: %s", violations)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, problem := range b.problems {
		t.Error(problem)
	}
}
