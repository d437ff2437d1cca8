package static

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// row is one record of a gallery table, written as "a|b|c".
type row struct {
	Index int
	cells []string
}

// Number counts from one.
func (r row) Number() int { return r.Index + 1 }

// gallery renders a page of testdata.
func gallery(t *testing.T, assets *Assets, name string, light bool) []byte {
	t.Helper()
	pages, err := template.New("").Funcs(template.FuncMap{
		"asset": assets.URL,
		"split": strings.Fields,
		"rows": func(records ...string) []row {
			var list []row
			for i, record := range records {
				list = append(list, row{Index: i, cells: strings.Split(record, "|")})
			}
			return list
		},
		"at":        func(r row, i int) string { return r.cells[i] },
		"light":     galleryLight,
		"lightText": func(kind, text string) template.HTML { return lightMarkup(kind, text) },
		"node":      galleryNode,
	}).ParseFiles("testdata/frame.html", "testdata/gallery.html", filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := pages.ExecuteTemplate(&page, name, struct{ Light bool }{light}); err != nil {
		t.Fatal(err)
	}
	return page.Bytes()
}

func galleryLight(kind string, word bool) template.HTML {
	text := ""
	if word {
		text = map[string]string{"g": "绿", "y": "黄", "r": "红", "n": "—"}[kind]
	}
	return lightMarkup(kind, text)
}

func lightMarkup(kind, text string) template.HTML {
	name := map[string]string{"g": "绿灯", "y": "黄灯", "r": "红灯", "n": "无灯"}[kind]
	if text != "" {
		text = "<span>" + text + "</span>"
	}
	return template.HTML(fmt.Sprintf(`<span class="lt lt-%s"><svg role="img" aria-label="%s"><use href="#lt-%s"/></svg>%s</span>`, kind, name, kind, text))
}

func galleryNode(kind, id, name, count, to string) template.HTML {
	badge := map[string]string{"q": "优", "d": "短", "r": "弱", "x": "断"}[kind]
	if badge != "" {
		badge = fmt.Sprintf(`<span class="st st-%s">%s</span>`, kind, badge)
	}
	return template.HTML(fmt.Sprintf(`<a class="nd nd-%s" href="#" data-n="%s" data-to="%s">%s<span class="nm">%s</span><span class="ct">%s</span></a>`, kind, id, to, badge, name, count))
}

// overflow lists what sticks out: of the window, or of a panel that clips.
const overflow = `(function () {
	var out = [], wide = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth > wide) { out.push('page is ' + document.documentElement.scrollWidth + ' wide'); }
	function inBox(el) { return el.closest('.wt, .tbx, .side, .tline, .vh, svg, .skip, dialog'); }
	Array.prototype.forEach.call(document.querySelectorAll('body *'), function (el) {
		var r = el.getBoundingClientRect();
		if (r.width && r.height && !inBox(el) && (r.right > wide + 1 || r.left < -1)) { out.push('outside: ' + el.className + ' ' + el.textContent.slice(0, 20)); }
	});
	Array.prototype.forEach.call(document.querySelectorAll('.panel, .kpi, .tick, .btn, .top'), function (el) {
		if (el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1) { out.push('clipped: ' + el.className + ' ' + el.scrollWidth + 'x' + el.scrollHeight + ' in ' + el.clientWidth + 'x' + el.clientHeight + ' ' + el.textContent.trim().slice(0, 12)); }
	});
	if (document.documentElement.className === 'wall' && wide > 700 && document.documentElement.scrollHeight > innerHeight + 1 && innerHeight > 680 && wide > innerHeight) { out.push('the wall scrolls: ' + document.documentElement.scrollHeight); }
	return out.join('\n');
})()`

// Every component at every size the house names: nothing sticks out, nothing is
// clipped, nothing complains. With CHAINBOARD_SHOTS=DIR pictures are left in DIR.
func TestGallery(t *testing.T) {
	assets := load(t)
	routes := map[string]http.HandlerFunc{
		"/charts/trend": file("testdata/charts/trend.json"), "/charts/region": file("testdata/charts/region.json"),
		"/charts/none": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) },
	}
	pages := []struct {
		name  string
		light bool
		sizes int
	}{{"overview.html", false, 7}, {"dispatch.html", false, 7}, {"gallery.html", false, 3}, {"gallery.html", true, 3}, {"register.html", true, 3}, {"detail.html", true, 3}, {"login.html", true, 3}}
	for _, page := range pages {
		routes["/"+label(page.name, page.light)] = func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Security-Policy", policy)
			_, _ = w.Write(gallery(t, assets, page.name, page.light))
		}
	}
	b := open(t, [2]int{1920, 1080}, "", routes)
	sizes := [][2]int64{{1920, 1080}, {1366, 768}, {390, 844}, {3840, 1080}, {1366, 625}, {1080, 1920}, {3840, 2160}}
	for _, page := range pages {
		for _, size := range sizes[:page.sizes] {
			name := label(page.name, page.light)
			t.Run(fmt.Sprintf("%s/%dx%d", name, size[0], size[1]), func(t *testing.T) {
				b.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(b.host+"/"+name))
				b.until(t, `Array.prototype.every.call(document.querySelectorAll('[data-chart]'), function (box) { return !box.offsetParent || box.querySelector('svg, .state'); })`)
				if out := b.text(t, overflow); out != "" {
					t.Error(out)
				}
				shot(t, b, fmt.Sprintf("%s-%dx%d.png", name, size[0], size[1]))
				b.clean(t)
			})
		}
	}
}

func label(page string, light bool) string {
	name := strings.TrimSuffix(page, ".html")
	if name == "gallery" && light {
		return "gallery-light"
	}
	return name
}

// shot leaves a picture of the whole page where CHAINBOARD_SHOTS says.
func shot(t *testing.T, b *browser, name string) {
	t.Helper()
	dir := os.Getenv("CHAINBOARD_SHOTS")
	if dir == "" {
		return
	}
	// The first paint of a chart takes half a second.
	b.do(t, chromedp.Sleep(700_000_000))
	picture, err := chromedp.Run(b, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}
