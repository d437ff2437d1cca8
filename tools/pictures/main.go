// Command pictures photographs pages of a running chainboard in a headless
// browser, signed in by an API token:
//
//	go run ./tools/pictures -base http://127.0.0.1:8080 -token cbt_… -out docs/pictures /dispatch@1366x768 …
//
// or every scene of the wall at every size of the design, from a server of its own
// with the sample county:
//
//	go run ./tools/pictures -walls -out walls [-theme light] [-chain nm] [overview@1920x1080 …]
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
	theme, chain              string
}

func main() {
	var s shots
	flag.StringVar(&s.base, "base", "http://127.0.0.1:8080", "address of the program")
	flag.StringVar(&s.token, "token", "", "API token")
	flag.StringVar(&s.out, "out", ".", "directory for the pictures")
	flag.StringVar(&s.browser, "browser", "/usr/bin/chromium", "path of Chromium")
	flag.BoolVar(&s.full, "full", false, "take the whole page")
	walls := flag.Bool("walls", false, "take the scenes of the wall")
	flag.StringVar(&s.theme, "theme", "", "light: the wall as for projectors")
	flag.StringVar(&s.chain, "chain", "", "the chain the wall shows; empty: all")
	flag.Parse()
	take := s.take
	if *walls {
		take = s.takeWalls
	}
	if err := take(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

func (s shots) take(targets []string) error {
	return s.inTab(func(tab context.Context) error {
		for _, target := range targets {
			path, size, err := targetOf(target)
			if err != nil {
				return err
			}
			if err := s.one(tab, path, nameOf(path), size); err != nil {
				return fmt.Errorf("%s: %w", target, err)
			}
		}
		return nil
	})
}

// inTab does something in a tab of a browser of its own.
func (s shots) inTab(work func(tab context.Context) error) error {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(s.browser), chromedp.NoSandbox)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	tab, closeTab := chromedp.NewContext(allocator)
	defer closeTab()
	// The browser belongs to the context of its first use, which must outlive each picture's.
	if err := chromedp.Do(tab, chromedp.Navigate("about:blank")); err != nil {
		return err
	}
	return work(tab)
}

// targetOf reads PATH@WIDTHxHEIGHT.
func targetOf(target string) (path string, size [2]int64, err error) {
	path, text, _ := strings.Cut(target, "@")
	if _, err := fmt.Sscanf(text, "%dx%d", &size[0], &size[1]); err != nil {
		return "", size, fmt.Errorf("%s: want PATH@WIDTHxHEIGHT: %w", target, err)
	}
	return path, size, nil
}

// nameOf makes a path the name of a file.
func nameOf(path string) string {
	if name := strings.Trim(strings.NewReplacer("/", "-", "?", "-", "&", "-", "=", "").Replace(path), "-"); name != "" {
		return name
	}
	return "overview"
}

func (s shots) one(tab context.Context, path, name string, size [2]int64) error {
	limited, cancel := context.WithTimeout(tab, time.Minute)
	defer cancel()
	prepare := func(ctx context.Context, target *chromedp.Target) error {
		headers := network.SetExtraHTTPHeadersParams{Headers: network.Headers{}}
		if s.token != "" {
			headers.Headers["Authorization"] = "Bearer " + s.token
		}
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
	file := filepath.Join(s.out, fmt.Sprintf("%s-%dx%d.png", name, size[0], size[1]))
	return os.WriteFile(file, picture, 0o644)
}
