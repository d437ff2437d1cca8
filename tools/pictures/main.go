// Command pictures photographs pages of a running chainboard in a headless
// browser, signed in by an API token:
//
//	go run ./tools/pictures -base http://127.0.0.1:8080 -token cbt_… -out docs/pictures /dispatch@1366x768 …
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// shots are what is photographed, and where from and to.
type shots struct {
	base, token, out, browser string
	full                      bool // the whole page, not the window only
}

func main() {
	var s shots
	flag.StringVar(&s.base, "base", "http://127.0.0.1:8080", "address of the program")
	flag.StringVar(&s.token, "token", "", "API token")
	flag.StringVar(&s.out, "out", ".", "directory for the pictures")
	flag.StringVar(&s.browser, "browser", "/usr/bin/chromium", "path of Chromium")
	flag.BoolVar(&s.full, "full", false, "take the whole page")
	flag.Parse()
	if err := s.take(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

func (s shots) take(targets []string) error {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(s.browser), chromedp.NoSandbox)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	tab, closeTab := chromedp.NewContext(allocator)
	defer closeTab()
	// The browser belongs to the context of its first use, which must outlive each picture's.
	if err := chromedp.Do(tab, chromedp.Navigate("about:blank")); err != nil {
		return err
	}
	for _, target := range targets {
		path, size, _ := strings.Cut(target, "@")
		var width, height int64
		if _, err := fmt.Sscanf(size, "%dx%d", &width, &height); err != nil {
			return fmt.Errorf("%s: want PATH@WIDTHxHEIGHT: %w", target, err)
		}
		if err := s.one(tab, path, [2]int64{width, height}); err != nil {
			return fmt.Errorf("%s: %w", target, err)
		}
	}
	return nil
}

func (s shots) one(tab context.Context, path string, size [2]int64) error {
	limited, cancel := context.WithTimeout(tab, time.Minute)
	defer cancel()
	prepare := func(ctx context.Context, target *chromedp.Target) error {
		headers := network.SetExtraHTTPHeadersParams{Headers: network.Headers{"Authorization": "Bearer " + s.token}}
		if _, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		if _, err := cdp.Call(ctx, target, network.SetExtraHTTPHeaders, headers); err != nil {
			return err
		}
		metrics := emulation.SetDeviceMetricsOverrideParams{Width: size[0], Height: size[1], DeviceScaleFactor: 1, Mobile: size[0] < 700}
		_, err := cdp.Call(ctx, target, emulation.SetDeviceMetricsOverride, metrics)
		return err
	}
	pause := func(context.Context, *chromedp.Target) error {
		time.Sleep(1500 * time.Millisecond) // charts draw themselves after the page has loaded
		return nil
	}
	err := chromedp.Do(limited, chromedp.Func(prepare), chromedp.Navigate(s.base+path), chromedp.Func(pause))
	if err != nil {
		return err
	}
	photograph := chromedp.CaptureScreenshot()
	if s.full {
		photograph = chromedp.FullScreenshot(100)
	}
	picture, err := chromedp.Run(limited, photograph)
	if err != nil {
		return err
	}
	name := strings.Trim(strings.NewReplacer("/", "-", "?", "-", "&", "-", "=", "").Replace(path), "-")
	if name == "" {
		name = "overview"
	}
	file := filepath.Join(s.out, fmt.Sprintf("%s-%dx%d.png", name, size[0], size[1]))
	return os.WriteFile(file, picture, 0o644)
}
