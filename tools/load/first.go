package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"chainboard/tools/instance"
)

// wanted is within what the first scene is to stand, from the beginning of the
// navigation until every chart is painted.
const wanted = time.Second

// painted resolves to the milliseconds from the beginning of the navigation to the
// frame in which the last chart of the scene was painted.
const painted = `new Promise(function (done) {
	(function look() {
		var charts = Array.prototype.slice.call(document.querySelectorAll('main [data-chart]')).filter(function (box) { return box.clientWidth > 0; });
		if (document.readyState === 'complete' && charts.length > 0 && charts.every(function (box) { return box.querySelector('svg, .state'); })) {
			requestAnimationFrame(function () { done(performance.now()); });
		} else { setTimeout(look, 5); }
	})();
})`

// first opens the wall again and again, as a screen does whose browser has been
// there before, and says how long its first scene takes.
func first(ctx context.Context, o options, all []*instance.Instance) error {
	key, err := all[0].Screen(ctx, "首屏")
	if err != nil {
		return err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(o.browser), chromedp.NoSandbox)
	allocator, stop := chromedp.NewExecAllocator(ctx, options...)
	defer stop()
	tab, closeTab := chromedp.NewContext(allocator)
	defer closeTab()
	if err := chromedp.Do(tab, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(all[0].Base+"/screen?key="+key), chromedp.Sleep(2*time.Second)); err != nil {
		return err
	}
	awaited := func(p *runtime.EvaluateParams) { p.AwaitPromise = new(true) }
	var took []float64
	for range o.rounds {
		if err := chromedp.Do(tab, chromedp.Navigate(all[0].Base+"/screen")); err != nil {
			return err
		}
		ms, err := chromedp.Run(tab, chromedp.Evaluate[float64](painted, awaited))
		if err != nil {
			return err
		}
		took = append(took, ms)
	}
	slices.Sort(took)
	median := time.Duration(took[len(took)/2] * float64(time.Millisecond))
	fmt.Printf("first scene, navigation to last chart painted: median of %d %.0f ms, %.0f to %.0f ms\n", len(took), took[len(took)/2], took[0], took[len(took)-1])
	if median > wanted {
		return fmt.Errorf("the first scene takes %v, want at most %v", median, wanted)
	}
	return nil
}
