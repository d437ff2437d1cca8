package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/chromedp"

	"chainboard/tools/instance"
)

// wallSizes are the walls and windows of the design guide.
func wallSizes() []string {
	return []string{"1920x1080", "3840x2160", "5760x1080", "3840x1080", "6656x1792", "1366x768", "1080x1920", "390x844"}
}

// scenesShown lists, as JavaScript, the scenes a wall plays.
const scenesShown = `Array.prototype.map.call(document.querySelectorAll('.nav.scenes [data-scene]'), function (a) { return a.dataset.scene; }).join(' ')`

// takeWalls photographs the scenes as a screen shows them: every scene at every
// size, or the targets SCENE@WIDTHxHEIGHT only.
func (s shots) takeWalls(targets []string) error {
	dir, err := os.MkdirTemp("", "chainboard-walls-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	in, err := instance.Start(context.Background(), "sqlite:"+filepath.Join(dir, "walls.db"))
	if err != nil {
		return err
	}
	defer in.Stop()
	key, err := in.Screen(context.Background(), "照相")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(s.out, 0o755); err != nil {
		return err
	}
	s.base = in.Base
	return s.inTab(func(tab context.Context) error {
		if err := chromedp.Do(tab, chromedp.Navigate(s.base+"/screen?key="+key)); err != nil {
			return err
		}
		if len(targets) == 0 {
			scenes, err := chromedp.Run(tab, chromedp.Evaluate[string](scenesShown))
			if err != nil {
				return err
			}
			for _, scene := range strings.Fields(scenes) {
				for _, size := range wallSizes() {
					targets = append(targets, scene+"@"+size)
				}
			}
		}
		for _, target := range targets {
			if err := s.scene(tab, target); err != nil {
				return fmt.Errorf("%s: %w", target, err)
			}
		}
		return nil
	})
}

// scene photographs one scene at one size.
func (s shots) scene(tab context.Context, target string) error {
	code, size, err := targetOf(target)
	if err != nil {
		return err
	}
	ask, name := url.Values{"scene": {code}}, code
	if s.chain != "" {
		ask.Set("chain", s.chain)
		name += "-" + s.chain
	}
	if s.theme != "" {
		ask.Set("theme", s.theme)
		name += "-" + s.theme
	}
	return s.one(tab, "/screen?"+ask.Encode(), name, size)
}
