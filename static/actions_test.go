package static

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// serve answers with HTML.
func serve(html string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte("<!doctype html><title>t</title>" + html))
	}
}

func TestTraceOpensAndCloses(t *testing.T) {
	var header atomic.Value
	b := open(t, [2]int{1200, 800}, `<main class="flowgrid" id="main"><section class="kpis k3"><a class="kpi" id="k" href="/trace?of=growth" data-trace><span class="v">186.42</span></a></section><p id="elsewhere" style="position:fixed;right:0;bottom:0">x</p></main>`,
		map[string]http.HandlerFunc{"/trace": func(w http.ResponseWriter, r *http.Request) {
			header.Store(r.Header.Get("X-Requested-With") + " " + r.URL.RawQuery)
			_, _ = w.Write([]byte(`<div class="trace"><div class="hd"><b>营业收入 本年累计</b></div><div class="fx">Σ 43 户</div></div>`))
		}})
	for _, close := range []chromedp.Action[chromedp.Void]{
		chromedp.KeyEvent("\x1b"), chromedp.Click(chromedp.CSS("#elsewhere")), chromedp.Click(chromedp.CSS(".trace .close")), chromedp.Click(chromedp.CSS("#k")),
	} {
		b.do(t, chromedp.Click(chromedp.CSS("#k")))
		b.until(t, `document.querySelector('.trace.pop .fx')`)
		if got := header.Load(); got != "XMLHttpRequest of=growth" {
			t.Errorf("asked with %v", got)
		}
		if got := b.text(t, `document.querySelector('.trace.pop').getAttribute('aria-label') + ' ' + document.querySelector('#k').getAttribute('aria-expanded')`); got != "营业收入 本年累计 true" {
			t.Errorf("label and state: %s", got)
		}
		b.do(t, close)
		b.until(t, `!document.querySelector('.trace.pop') && !document.querySelector('.trace-on')`)
	}
	b.clean(t)
}

func TestImportSendsTheFileAndGoesOn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "调度.xlsx")
	if err := os.WriteFile(path, []byte("PK content"), 0o600); err != nil {
		t.Fatal(err)
	}
	var attempt atomic.Int32
	var received atomic.Value
	b := open(t, [2]int{1200, 800}, `<form class="drop" method="post" action="/imports" enctype="multipart/form-data" data-import><input type="file" name="file" id="file"><input type="hidden" name="token" value="T1"><label for="file">x</label><output class="prog" hidden><i></i><span></span></output><p class="err" role="alert" hidden></p></form>`,
		map[string]http.HandlerFunc{
			"POST /imports": func(w http.ResponseWriter, r *http.Request) {
				if attempt.Add(1) == 1 {
					w.WriteHeader(http.StatusBadRequest)
					fmt.Fprint(w, `{"error":{"kind":"unsupported","message":"这不是 Excel 工作簿"}}`)
					return
				}
				file, header, err := r.FormFile("file")
				if err != nil {
					http.Error(w, err.Error(), http.StatusBadRequest)
					return
				}
				content, _ := io.ReadAll(file)
				received.Store(fmt.Sprintf("%s %s %s %s", header.Filename, content, r.FormValue("token"), r.Header.Get("X-Requested-With")))
				fmt.Fprint(w, `{"location":"/imports/7"}`)
			},
			"GET /imports/7": serve(`<p id="done">7</p>`),
		})
	b.do(t, chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{path}))
	b.until(t, `document.querySelector('.err').textContent === '这不是 Excel 工作簿' && !document.querySelector('.err').hidden && document.querySelector('.prog').hidden`)
	b.do(t, chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{path}))
	b.until(t, `location.pathname === '/imports/7' && document.querySelector('#done')`)
	if got := received.Load(); got != "调度.xlsx PK content T1 XMLHttpRequest" {
		t.Errorf("the server got %q", got)
	}
}

func TestListFiltersAndOpensRows(t *testing.T) {
	page := `<main class="wmain"><form class="filt" data-autosubmit><input type="search" name="q"><select name="size"><option value="">全部</option><option value="above">规上</option></select></form><div class="wt"><table><tbody><tr data-href="/enterprises/9"><td id="cell">甲子锂业</td></tr></tbody></table></div></main>`
	b := open(t, [2]int{1200, 800}, page, map[string]http.HandlerFunc{"/enterprises/9": serve(`<p id="nine">9</p>`)})
	b.do(t, chromedp.SetValue(chromedp.CSS("select"), "above")) // fires change
	b.until(t, `location.search === '?size=above' && document.activeElement.name === 'size'`)
	b.do(t, chromedp.SendKeys(chromedp.CSS("input"), "锂"))
	b.until(t, `location.search.indexOf('q=%E9%94%82') > 0 && document.activeElement.name === 'q'`)
	b.do(t, chromedp.Click(chromedp.CSS("#cell")))
	b.until(t, `location.pathname === '/enterprises/9' && document.querySelector('#nine')`)
}

// The wall takes over what changed, keeps the last good state when the server
// is gone, gives up its data when the key has run out and never shows a sign-in page.
func TestScreenRefreshes(t *testing.T) {
	assets := load(t)
	var state atomic.Value
	state.Store("186.42")
	main := func(w http.ResponseWriter) bool {
		figure := state.Load().(string)
		switch figure {
		case "gone":
			w.WriteHeader(http.StatusBadGateway)
			return false
		case "closed":
			w.Header().Set("X-Wall", "closed")
			w.WriteHeader(http.StatusForbidden)
			return false
		}
		w.Header().Set("X-Wall", "1")
		w.Header().Set("Content-Security-Policy", policy)
		return true
	}
	const scene = `<main class="ov" data-refresh="1" data-scene="overview" data-name="总览" data-brand="示例县"><b id="v">%s</b><div class="chart h12" data-chart="/charts/region"></div></main>`
	screen := func(w http.ResponseWriter, _ *http.Request) {
		main(w)
		fmt.Fprintf(w, `<!doctype html><html class="wall" data-wall="1" data-plays data-ask=""><title>t</title><link rel="stylesheet" href="%s"><script defer src="%s"></script><script defer src="%s"></script><body>%s<header class="top"><a class="brand"><b></b></a><nav class="nav scenes"><a href="/screen" data-scene="overview">总览</a></nav><span data-age></span></header>`+scene,
			assets.URL("css/chainboard.css"), assets.URL("vendor/echarts/echarts.min.js"), assets.URL("js/chainboard.js"), symbols, state.Load())
	}
	fragment := func(w http.ResponseWriter, _ *http.Request) {
		if main(w) {
			fmt.Fprintf(w, scene, state.Load())
		}
	}
	b := open(t, [2]int{1200, 800}, "", map[string]http.HandlerFunc{"/screen": screen, "/screen/scenes/overview": fragment, "/charts/region": file("testdata/charts/region.json")})
	b.do(t, chromedp.Navigate(b.host+"/screen"))
	b.until(t, `document.querySelector('.chart svg')`)
	b.text(t, `document.querySelector('main').mark = 'first'`)
	b.do(t, chromedp.Sleep(2_300_000_000))
	if got := b.text(t, `String(document.querySelector('main').mark)`); got != "first" {
		t.Error("main was swapped though nothing changed")
	}
	b.text(t, `document.querySelector('.chart').mark = 'kept'`)
	state.Store("190.00")
	b.until(t, `document.querySelector('#v').textContent === '190.00' && document.querySelector('.chart svg')`)
	if got := b.text(t, `String(document.querySelector('.chart').mark)`); got != "kept" {
		t.Error("a chart that stays the same was drawn anew")
	}
	state.Store("gone")
	b.until(t, `/^数据停在 \d\d:\d\d，正在重连$/.test(document.querySelector('[data-age]').textContent)`)
	if got := b.text(t, `location.pathname + ' ' + document.querySelector('#v').textContent + ' ' + document.querySelectorAll('.chart svg').length`); got != "/screen 190.00 1" {
		t.Errorf("the wall shows %s", got)
	}
	state.Store("191.00")
	b.until(t, `document.querySelector('#v').textContent === '191.00' && document.querySelector('[data-age]').textContent === ''`)
	state.Store("closed")
	b.until(t, `!document.querySelector('#v') && /登录已结束/.test(document.querySelector('main').textContent)`)
}

func TestDrawerOnPhones(t *testing.T) {
	assets := load(t)
	b := open(t, [2]int{390, 844}, "", map[string]http.HandlerFunc{"/register": func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write(gallery(t, assets, "register.html", true))
	}})
	b.do(t, chromedp.EmulateViewport(390, 844), chromedp.Navigate(b.host+"/register"))
	const shown = `getComputedStyle(document.querySelector('#side')).visibility === 'visible'`
	if b.text(t, `String(`+shown+`)`) != "false" {
		t.Error("the side bar is open at the start")
	}
	for _, close := range []chromedp.Action[chromedp.Void]{chromedp.KeyEvent("\x1b"), chromedp.Click(chromedp.CSS("#side .x"))} {
		b.do(t, chromedp.Click(chromedp.CSS(`.tabbar a[href="#side"]`)))
		b.until(t, shown+` && document.querySelector('#side').getBoundingClientRect().left === 0`)
		b.do(t, close)
		b.until(t, `!(`+shown+`)`)
	}
	b.clean(t)
}

// With JS off the buttons that JS makes needless are there, and charts keep their table.
func TestWorksWithoutScript(t *testing.T) {
	page := `<form class="filt" data-autosubmit><button class="btn nojs">查询</button></form><section class="panel"><div class="chart h12" data-chart="/charts/trend">表格</div></section>`
	b := open(t, [2]int{1200, 800}, page, nil)
	const look = `getComputedStyle(document.querySelector('.nojs')).display`
	if got := b.text(t, look); got != "none" {
		t.Errorf("with JS the button is %s", got)
	}
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	}), chromedp.Reload())
	if got := b.text(t, look+` + ' ' + document.querySelector('.chart').textContent`); got != "flex 表格" && got != "inline-flex 表格" {
		t.Errorf("without JS: %s", got)
	}
}
