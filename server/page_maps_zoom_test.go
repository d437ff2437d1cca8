package server

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// traceEvent is what is read of an event of a browser's trace.
type traceEvent struct {
	Name  string
	Phase string `json:"ph"`
	PID   int64
	TID   int64
	At    float64 `json:"ts"`   // microseconds
	CPU   float64 `json:"tdur"` // microseconds of the thread's own time
}

const (
	zoomFrames = 60
	// mostFrameWork is how long the main thread may work for one frame of a zoom.
	mostFrameWork = 33 * time.Millisecond
	// zoomAway zooms in and out by a frame at a time and then says that it is done.
	zoomAway = `(function () {
	var map = document.querySelector('[data-zoom]').cbMap, n = 0;
	(function step() { if (n++ === 60) { document.title = 'done'; return; } performance.mark('zoom' + n); map.zoom(1 + Math.sin(n / 10) * .6, 300, 300); requestAnimationFrame(step); })();
	return 'begun';
})()`
)

// TestZoomOfFiveHundredIsSmooth measures in a trace of the browser how long its main
// thread works for each frame while the map of 500 segments and 600 links is zoomed.
func TestZoomOfFiveHundredIsSmooth(t *testing.T) {
	st := crowdedSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/chains/ne/maps/chain"))
	w.settled(t)
	var lock sync.Mutex
	var events []traceEvent
	complete := make(chan struct{})
	listening := chromedp.Listen(w, func(event any) {
		switch e := event.(type) {
		case *tracing.EventDataCollected:
			lock.Lock()
			defer lock.Unlock()
			for _, raw := range e.Value {
				var one traceEvent
				if json.Unmarshal(raw, &one) == nil {
					events = append(events, one)
				}
			}
		case *tracing.EventTracingComplete:
			close(complete)
		}
	})
	if listening != nil {
		t.Fatal(listening)
	}
	w.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{
			IncludedCategories: []string{"toplevel", "blink.user_timing", "disabled-by-default-devtools.timeline"},
		}})
		return err
	}))
	w.text(t, zoomAway)
	w.until(t, `document.title`, "done")
	w.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, tracing.End, cdp.Empty{})
		return err
	}))
	select {
	case <-complete:
	case <-time.After(30 * time.Second):
		t.Fatal("the browser gave no trace")
	}
	lock.Lock()
	defer lock.Unlock()
	frames := frameWork(events)
	if len(frames) < zoomFrames/2 {
		t.Fatalf("%d frames in %d events", len(frames), len(events))
	}
	slices.Sort(frames)
	middle, most := frames[len(frames)/2], frames[len(frames)*95/100]
	t.Logf("main thread per frame of a zoom of 500 segments: median %v, p95 %v, longest %v of %d frames", middle, most, frames[len(frames)-1], len(frames))
	if most > mostFrameWork {
		t.Errorf("a frame takes the main thread %v, more than %v", most, mostFrameWork)
	}
}

// frameWork adds up the tasks of the page's main thread between the marks of the frames.
func frameWork(events []traceEvent) []time.Duration {
	var marks []traceEvent
	for _, e := range events {
		if len(e.Name) > 4 && e.Name[:4] == "zoom" {
			marks = append(marks, e)
		}
	}
	slices.SortFunc(marks, func(a, b traceEvent) int { return int(a.At - b.At) })
	if len(marks) < 2 {
		return nil
	}
	work := make([]time.Duration, len(marks)-1)
	for _, e := range events {
		if e.Phase != "X" || e.PID != marks[0].PID || e.TID != marks[0].TID || e.Name != "RunTask" {
			continue
		}
		i, _ := slices.BinarySearchFunc(marks, e.At, func(m traceEvent, at float64) int { return int(m.At - at) })
		if i > 0 && i < len(marks) {
			work[i-1] += time.Duration(e.CPU) * time.Microsecond
		}
	}
	return work
}

// The search goes to a segment though its lane is folded, and folding keeps the
// links between the lanes.
func TestCrowdedMapIsSearchedAndFolded(t *testing.T) {
	st := crowdedSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, st.signedIn("office").cookies)
	w.do(t, chromedp.EmulateViewport(1366, 768), chromedp.Navigate(web.URL+"/chains/ne/maps/chain"))
	w.settled(t)
	if got := w.text(t, `(function () {
	var tools = document.querySelector('[data-zoom-tools]'), input = tools.querySelector('input'), high = document.querySelector('.cg').offsetHeight;
	tools.querySelector('[data-press=fold]').click();
	var shown = document.querySelectorAll('.cg .nd:not([hidden])').length, low = document.querySelector('.cg').offsetHeight;
	input.value = '高镍三元前驱体1'; input.dispatchEvent(new Event('input'));
	var hits = document.querySelectorAll('.cg .nd.hit').length, first = document.querySelector('.cg .nd.hit:not([hidden])').getBoundingClientRect(), frame = document.querySelector('[data-zoom]').getBoundingClientRect();
	return [shown, low < high / 5, hits > 10, tools.querySelector('[data-found]').textContent === '找到 ' + hits + ' 个环节', first.top >= frame.top && first.bottom <= frame.bottom, document.querySelectorAll('.cg-b path').length].join(' ');
})()`); got != "0 true true true true 600" {
		t.Errorf("folded, low, hits, told, in sight, links: %s", got)
	}
	w.picture(t, "map-crowd-folded")
	for _, problem := range w.take() {
		t.Error(problem)
	}
}
