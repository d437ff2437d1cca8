package static

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
)

const chartBody = `<main class="flowgrid" id="main"><section class="panel"><div class="ph"><h2>营业收入</h2></div><div class="chart h24" data-chart="/charts/trend">表格</div></section></main>`

func file(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, name) }
}

// bars is the middle of each drawn bar: rectangles of the current or the earlier colour.
const bars = `Array.prototype.filter.call(document.querySelectorAll('.chart svg path'), function (p) {
	return ['#43bfc6', '#176870'].indexOf(String(p.getAttribute('fill')).toLowerCase()) >= 0 && p.getBoundingClientRect().width > 8; })`

// Options as JSON under the Content-Security-Policy: the chart is drawn, named
// functions work, a tooltip opens, and nothing is fetched from elsewhere.
func TestChartUnderThePolicy(t *testing.T) {
	b := open(t, [2]int{1920, 1080}, chartBody, map[string]http.HandlerFunc{"/charts/trend": file("testdata/charts/trend.json")})
	b.until(t, bars+`.length === 8`)
	b.until(t, `document.querySelector('.chart svg').textContent.indexOf('186.42') >= 0`)
	drawn := b.text(t, `document.querySelector('.chart svg').textContent`)
	for _, word := range []string{"1—2", "1—9", "+9.6%", "+11.3%", "累计同口径同比 %"} {
		if !strings.Contains(drawn, word) {
			t.Errorf("%q is not in the picture: %s", word, drawn)
		}
	}
	if name := b.text(t, `document.querySelector('.chart [aria-label]').getAttribute('aria-label')`); name != "营业收入(图)" {
		t.Errorf("aria-label = %q", name)
	}
	b.hover(t, bars+`[6]`)
	b.until(t, `document.querySelector('.tip-row') && document.querySelector('.tip-row').getBoundingClientRect().width > 0`)
	tip := b.text(t, `document.querySelector('.tip-row').parentNode.innerText.replace(/\s+/g, ' ')`)
	for _, word := range []string{"8月", "本年累计 162.39 亿元", "序时目标 173.33 亿元", "同口径同比 0.0%"} {
		if !strings.Contains(tip, word) {
			t.Errorf("%q is not in the tooltip: %s", word, tip)
		}
	}
	b.clean(t)
}

// The same watch must see what the policy forbids, else the test above proves nothing.
func TestPolicyStopsInlineScript(t *testing.T) {
	b := open(t, [2]int{800, 600}, `<script>window.ran = 1</script><img src="//example.invalid/x.png" alt="">`, nil)
	b.until(t, `violations.length >= 2`)
	if ran := b.text(t, `String(window.ran)`); ran != "undefined" {
		t.Error("an inline script ran")
	}
	if violations := b.text(t, `violations.join('; ')`); !strings.Contains(violations, "script-src-elem inline") || !strings.Contains(violations, "img-src http://example.invalid") {
		t.Errorf("violations = %s", violations)
	}
	if len(b.problems) < 2 {
		t.Errorf("the console says nothing of it: %v", b.problems)
	}
}

// A name from data must not become markup in a tooltip; what go-echarts adds
// unasked (palette, empty legend) must not show: the one bar has the theme's colour.
func TestTooltipEscapesNames(t *testing.T) {
	option := `{"color":["#5470c6","#91cc75"],"legend":{},"title":{},"toolbox":{},"tooltip":{"trigger":"item","formatter":"@tip"},"xAxis":{"type":"category","data":["<img src=x>"]},"yAxis":{"type":"value"},"series":[{"type":"bar","name":"<b id=evil>企业</b>","data":[5]}]}`
	b := open(t, [2]int{1200, 800}, chartBody, map[string]http.HandlerFunc{"/charts/trend": func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(option)) }})
	b.until(t, bars+`.length === 1`)
	b.hover(t, bars+`[0]`)
	b.until(t, `document.querySelector('.tip-row')`)
	if got := b.text(t, `document.querySelector('.tip-row').parentNode.innerText.replace(/\s+/g, ' ').trim()`); got != "<img src=x> <b id=evil>企业</b> 5.00" {
		t.Errorf("tooltip = %q", got)
	}
	if got := b.text(t, `String(document.querySelectorAll('#evil, .tip-row img').length)`); got != "0" {
		t.Errorf("%s elements came out of a name", got)
	}
	b.clean(t)
}

// A failing chart says so and draws after 重试; an empty one says what is missing;
// an unknown function is an error, not a blank.
func TestChartStates(t *testing.T) {
	var healthy atomic.Bool
	b := open(t, [2]int{1200, 800}, chartBody+`<div class="chart h12" data-chart="/charts/none" data-empty="9 月没有新签约项目"></div><div class="chart h12" data-chart="/charts/bad"></div>`,
		map[string]http.HandlerFunc{
			"/charts/trend": func(w http.ResponseWriter, r *http.Request) {
				if !healthy.Load() {
					http.Error(w, "no", http.StatusInternalServerError)
					return
				}
				file("testdata/charts/trend.json")(w, r)
			},
			"/charts/none": func(w http.ResponseWriter, _ *http.Request) {
				_, _ = w.Write([]byte(`{"series":[{"type":"bar","data":[null,"-"]}]}`))
			},
			"/charts/bad": func(w http.ResponseWriter, _ *http.Request) {
				_, _ = w.Write([]byte(`{"series":[{"type":"pie","data":[1],"label":{"formatter":"@nosuch"}}]}`))
			},
		})
	b.until(t, `document.querySelectorAll('.state.bad').length === 2`)
	if got := b.text(t, `document.querySelector('[data-empty] p').textContent`); got != "9 月没有新签约项目" {
		t.Errorf("empty chart says %q", got)
	}
	b.mu.Lock()
	heard := strings.Join(b.problems, "\n")
	b.mu.Unlock()
	if !strings.Contains(heard, "unknown @nosuch") {
		t.Errorf("the console does not name the unknown function: %s", heard)
	}
	healthy.Store(true)
	b.do(t, chromedp.Click(chromedp.CSS(`#main [data-retry]`)))
	b.until(t, bars+`.length === 8`)
}
