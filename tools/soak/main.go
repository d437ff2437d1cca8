// Command soak plays the scenes of a running wall one a second in a headless
// browser, samples the heap after a collection and says whether it stays flat:
//
//	go run ./tools/soak -link "http://127.0.0.1:8080/screen?key=cbk_…"            1440 changes, 8 hours at 20 s
//	go run ./tools/soak -link "http://127.0.0.1:8080/screen?key=cbk_…" -minutes 3
//
// It fails when the last third of the samples takes more than 1.15 of the first.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// most is how much of the first third's heap the last third may take.
const most = 1.15

// soak is what is played and how.
type soak struct {
	link, browser string
	changes       int
	minutes       float64
	every         time.Duration // a change
	sample        int           // changes from one sample to the next
}

// reading is the page after a collection.
type reading struct {
	changes  int
	heap     float64 // MB
	elements float64
}

func main() {
	s := soak{}
	flag.StringVar(&s.link, "link", "", "link of a screen, with its key")
	flag.StringVar(&s.browser, "browser", "/usr/bin/chromium", "path of Chromium")
	flag.IntVar(&s.changes, "changes", 1440, "scene changes")
	flag.Float64Var(&s.minutes, "minutes", 0, "play this long instead")
	flag.DurationVar(&s.every, "every", time.Second, "time of a change")
	flag.IntVar(&s.sample, "sample", 10, "changes from one sample to the next")
	flag.Parse()
	if err := s.run(); err != nil {
		fmt.Fprintln(os.Stderr, "soak:", err)
		os.Exit(1)
	}
}

func (s soak) run() error {
	if s.minutes > 0 {
		s.changes = int(time.Duration(s.minutes*float64(time.Minute)) / s.every)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(s.browser), chromedp.NoSandbox)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	tab, closeTab := chromedp.NewContext(allocator)
	defer closeTab()
	if err := chromedp.Do(tab, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(s.link), chromedp.Sleep(2*time.Second)); err != nil {
		return err
	}
	if _, err := number(tab, playing); err != nil {
		return err
	}
	var readings []reading
	failed := 0
	for n := s.sample; n <= s.changes; n += s.sample {
		without, err := number(tab, fmt.Sprintf("soak(%d, %d)", s.sample, s.every.Milliseconds()))
		if err != nil {
			return fmt.Errorf("change %d: %w", n, err)
		}
		failed += int(without)
		r, err := read(tab, n)
		if err != nil {
			return err
		}
		fmt.Printf("%5d changes  %6.2f MB  %5.0f elements\n", r.changes, r.heap, r.elements)
		readings = append(readings, r)
	}
	return judge(readings, failed)
}

// playing lets the page change its scenes by itself, so many times, and tell how
// often without the server: a script sent for each change would be kept by the
// browser and measured as if the page had grown.
const playing = `window.soak = function (changes, every) {
	return new Promise(function (done, refuse) {
		var failed = 0;
		(function next(left) {
			var begun = Date.now();
			if (!left) { done(failed); return; }
			CB.play.step(1).then(function () {
				failed += document.querySelector('[data-age]').textContent ? 1 : 0;
				setTimeout(next, Math.max(0, every - (Date.now() - begun)), left - 1);
			}, refuse);
		})(changes);
	});
}, 0`

// number evaluates an expression, or waits for what it promises.
func number(tab context.Context, expression string) (float64, error) {
	awaited := func(p *runtime.EvaluateParams) { p.AwaitPromise = new(true) }
	return chromedp.Run(tab, chromedp.Evaluate[float64](expression, awaited))
}

// read collects what nobody holds, twice because of what finalizers free, and
// measures the rest.
func read(tab context.Context, changes int) (reading, error) {
	r := reading{changes: changes}
	measure := func(ctx context.Context, target *chromedp.Target) error {
		for range 2 {
			if _, err := cdp.Call(ctx, target, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
				return err
			}
		}
		usage, err := cdp.Call(ctx, target, runtime.GetHeapUsage, cdp.Empty{})
		if err == nil {
			r.heap = float64(usage.UsedSize) / (1 << 20)
		}
		return err
	}
	if err := chromedp.Do(tab, chromedp.Func(measure)); err != nil {
		return r, err
	}
	var err error
	r.elements, err = number(tab, `document.getElementsByTagName('*').length`)
	return r, err
}

// judge compares the first third of the samples with the last, by their medians:
// scenes differ in size.
func judge(readings []reading, failed int) error {
	third := len(readings) / 3
	if third < 2 {
		return fmt.Errorf("%d samples are too few to judge", len(readings))
	}
	first, last := median(readings[:third]), median(readings[len(readings)-third:])
	span := readings[len(readings)-1].changes - readings[0].changes
	fmt.Printf("heap: first third %.2f MB, last third %.2f MB, ratio %.3f (at most %.2f), slope %.2f KB a change\n",
		first, last, last/first, most, slope(readings)*1024)
	fmt.Printf("%d changes between the first and the last sample, %d without the server\n", span, failed)
	if last > first*most {
		return fmt.Errorf("the heap grows: %.3f of the first third", last/first)
	}
	fmt.Println("flat")
	return nil
}

func median(readings []reading) float64 {
	heaps := make([]float64, len(readings))
	for i, r := range readings {
		heaps[i] = r.heap
	}
	slices.Sort(heaps)
	return heaps[len(heaps)/2]
}

// slope is the least squares' line through the samples, in MB a change.
func slope(readings []reading) float64 {
	var n, x, y, xx, xy float64
	for _, r := range readings {
		at := float64(r.changes)
		n, x, y, xx, xy = n+1, x+at, y+r.heap, xx+at*at, xy+at*r.heap
	}
	return (n*xy - x*y) / (n*xx - x*x)
}
