package server

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"chainboard/industry"
	"chainboard/store"
)

// A4 landscape as browsers print it unless told, in inches.
const (
	paperWidth  = 297 / 25.4
	paperHeight = 210 / 25.4
)

// print returns the page as a PDF on A4 landscape, without background graphics as
// browsers print unless told.
func (w *tab) print(t *testing.T, name string) []byte {
	t.Helper()
	var pdf []byte
	w.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		got, err := cdp.Call(ctx, target, page.PrintToPDF, page.PrintToPDFParams{
			PaperWidth: paperWidth, PaperHeight: paperHeight,
		})
		pdf = got.Data
		return err
	}))
	if dir := os.Getenv("CHAINBOARD_PICTURES"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return pdf
}

// onPaper shows the tab as on paper, "print", or as on a screen again, "".
func (w *tab) onPaper(t *testing.T, media string) {
	t.Helper()
	w.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media})
		return err
	}))
}

// TestWallOnPaper prints every scene, from a dark and a light wall: each is one
// page across, its words are whole and dark enough and do not lie over each other,
// and afterwards the wall is what it was.
func TestWallOnPaper(t *testing.T) {
	st := sampleSite(t)
	key := st.screenKey(t, store.Key{Name: "大厅"})
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.do(t, chromedp.Navigate(web.URL+"/screen?key="+key))
	// The theme, and of each chart its size and the colours in it; the length of its
	// markup differs from drawing to drawing.
	const looks = `String(document.documentElement.getAttribute('data-theme')) + Array.prototype.map.call(document.querySelectorAll('.chart svg'), function (svg) {
		var colours = {};
		Array.prototype.forEach.call(svg.querySelectorAll('[fill]'), function (el) { colours[el.getAttribute('fill')] = true; });
		return ' ' + [svg.clientWidth, svg.clientHeight, Object.keys(colours).sort().join(' ')].join(' ');
	})`
	for _, sc := range industry.Scenes() {
		for _, theme := range []string{"dark", "light"} {
			at := sc.Code + " " + theme
			w.do(t, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(web.URL+"/screen?scene="+sc.Code+"&theme="+theme))
			w.settled(t)
			w.do(t, chromedp.Sleep(time.Second)) // charts grow at first
			before := w.text(t, looks)
			pdf := w.print(t, "print-"+sc.Code+"-"+theme)
			if pages := len(regexp.MustCompile(`/Type\s*/Page\b[^s]`).FindAll(pdf, -1)); pages != 1 {
				t.Errorf("%s is %d pages", at, pages)
			}
			if box := regexp.MustCompile(`/MediaBox\s*\[0 0 84\d(\.\d+)? 59\d`).Find(pdf); box == nil {
				t.Errorf("%s is not on A4 across", at)
			}
			w.shows(t, `!matchMedia('print').matches`)
			w.until(t, looks, before)
			w.do(t, chromedp.EmulateViewport(1062, 733)) // 297 × 210 mm without margins of 8 mm
			w.onPaper(t, "print")
			w.shows(t, `matchMedia('print').matches && document.documentElement.getAttribute('data-theme') === 'light'`)
			w.do(t, chromedp.Sleep(time.Second)) // the script is told of it, and the new size, a little later
			for _, expression := range []string{overflowing, cutOff, faultsOfWall} {
				if fault := w.text(t, expression); fault != "" {
					t.Errorf("%s on paper: %s", at, fault)
				}
			}
			w.onPaper(t, "")
			for _, problem := range w.take() {
				t.Errorf("%s: %s", at, problem)
			}
		}
	}
}
