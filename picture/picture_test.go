package picture

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "rewrite the structures")

// unhurried is the patience of tests, which may share a busy machine.
const unhurried = 10 * time.Minute

// options returns the golden options of package charts by name.
func options(t testing.TB) map[string]json.RawMessage {
	t.Helper()
	files, err := filepath.Glob("../charts/testdata/*.json")
	if err != nil || len(files) < 13 {
		t.Fatalf("%d options: %v", len(files), err)
	}
	all := map[string]json.RawMessage{}
	for _, file := range files {
		if all[strings.TrimSuffix(filepath.Base(file), ".json")], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func planOf(option any, format Format) Plan {
	return Plan{
		Option: option, Title: "营业收入", Notes: []string{"口径：同比为本年名单同口径。截至：2026年1—9月"},
		Sample: true, Theme: Light, Format: format, Width: 1200, Height: 640, Scale: 1,
	}
}

// inkIn counts the pixels of a box that differ from the ground.
func inkIn(img image.Image, in image.Rectangle) int {
	ground := color.NRGBAModel.Convert(img.At(2, 2))
	n := 0
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if color.NRGBAModel.Convert(img.At(x, y)) != ground {
				n++
			}
		}
	}
	return n
}

// Every chart is drawn and painted, in both themes, with title, mark and note.
func TestEveryChartIsPainted(t *testing.T) {
	if testing.Short() {
		t.Skip("short: one goroutine computes all of it, which takes a minute under the race detector")
	}
	r := newRenderer(unhurried)
	for name, option := range options(t) {
		for _, theme := range []Theme{Light, Dark} {
			plan := planOf(option, PNG)
			plan.Theme = theme
			drawn, err := r.Draw(t.Context(), plan)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			img, err := png.Decode(bytes.NewReader(drawn))
			if err != nil || img.Bounds() != image.Rect(0, 0, 1200, 640) {
				t.Fatalf("%s: %v, %v", name, err, img)
			}
			for part, in := range map[string]image.Rectangle{
				"title": image.Rect(20, 10, 110, 40), "mark": image.Rect(1100, 10, 1185, 40), "note": image.Rect(20, 610, 400, 636), "chart": image.Rect(20, 50, 1180, 600),
			} {
				if n := inkIn(img, in); n < 200 {
					t.Errorf("%s %s: the %s has ink on %d pixels", name, theme, part, n)
				}
			}
		}
	}
}

// The SVG of an option is the same wherever and however often it is drawn: what
// counts the charts of a machine, and what hovers, is left out. Its structure is
// kept as a file (-update rewrites them), so that a new ECharts shows what it changes.
func TestStructureOfSVG(t *testing.T) {
	r := newRenderer(unhurried)
	for _, name := range []string{"trend", "pace", "heatmap", "investment-flow", "chain-map", "region-map"} {
		drawn, err := r.Draw(t.Context(), planOf(options(t)[name], SVG))
		if err != nil {
			t.Fatal(err)
		}
		root, err := parseSVG(string(drawn))
		if err != nil {
			t.Fatal(err)
		}
		file := "testdata/" + name + ".txt"
		got := structure(root, "")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || got != string(want) {
			t.Errorf("%s has another structure than %s (%v):\n%s", name, file, err, got)
		}
	}
}

// structure writes elements, colours and texts, without places and lengths.
func structure(n *node, indent string) string {
	var out strings.Builder
	out.WriteString(indent + n.name)
	for _, a := range []string{"fill", "stroke", "text-anchor", "clip-path"} {
		if value := n.get(a); value != "" {
			out.WriteString(" " + a + "=" + value)
		}
	}
	if n.name == "text" {
		out.WriteString(" " + n.content())
	}
	out.WriteString("\n")
	for _, child := range n.children {
		if child.name != "" {
			out.WriteString(structure(child, indent+" "))
		}
	}
	return out.String()
}

// Axes, legends, labels and notes are text in the SVG, and names stay names.
func TestTextsOfSVG(t *testing.T) {
	r := newRenderer(unhurried)
	for name, words := range map[string][]string{
		"trend":           {"186.42", "+9.6%", "1—9", "本年累计 亿元", "累计同口径同比 %", "营业收入", "示例数据", "截至：2026年1—9月"},
		"heatmap":         {"增长2倍", "−10.0%", "由盈转亏", "下降20%以内", "2026年1—2月"},
		"investment-flow": {"广东省 2", "已投产 1"},
		"chain-map":       {"碳酸锂", "断链", "短链 1户"},
		"technology-map":  {"2026", "当前"},
	} {
		drawn, err := r.Draw(t.Context(), planOf(options(t)[name], SVG))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(drawn), "\u2009", " ")
		for _, word := range words {
			if !strings.Contains(text, word) {
				t.Errorf("%s does not say %q", name, word)
			}
		}
		for _, never := range []string{"<script", "<style", "ecmeta", "@color", "NaN", "undefined"} {
			if strings.Contains(text, never) {
				t.Errorf("%s contains %q", name, never)
			}
		}
	}
}

// A name from data cannot become an element.
func TestNamesAreNoMarkup(t *testing.T) {
	option := json.RawMessage(`{"xAxis":{"type":"category","data":["<script>alert(1)</script>","\"&'>"]},"yAxis":{"type":"value"},"series":[{"type":"bar","data":[1,2]}]}`)
	drawn, err := newRenderer(unhurried).Draw(t.Context(), planOf(option, SVG))
	if err != nil {
		t.Fatal(err)
	}
	if text := string(drawn); strings.Contains(text, "<script") || !strings.Contains(text, "&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Errorf("markup: %s", text)
	}
}

// What takes too long is stopped, and so is what nobody waits for any more; the
// renderer draws on with another machine.
func TestDrawingStops(t *testing.T) {
	nodes := make([]string, 3000)
	for i := range nodes {
		nodes[i] = fmt.Sprintf(`{"id":"%d","name":"%d"}`, i, i)
	}
	hostile := json.RawMessage(`{"series":[{"type":"graph","layout":"force","force":{"layoutAnimation":false},"data":[` + strings.Join(nodes, ",") + `]}]}`)
	r := newRenderer(400 * time.Millisecond)
	if _, err := r.parts(); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if _, err := r.Draw(t.Context(), planOf(hostile, SVG)); !errors.Is(err, ErrTooLong) {
		t.Errorf("a graph without end: %v", err)
	}
	if took := time.Since(begun); took > 5*time.Second {
		t.Errorf("stopped after %s", took)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Draw(gone, planOf(hostile, SVG)); !errors.Is(err, context.Canceled) {
		t.Errorf("nobody waits: %v", err)
	}
	r.patience = unhurried
	if _, err := r.Draw(t.Context(), planOf(options(t)["funnel"], PNG)); err != nil {
		t.Errorf("after that: %v", err)
	}
}

// An option that ECharts or a formatter refuses is an error, never half a picture.
func TestWrongOptionIsAnError(t *testing.T) {
	r := New()
	for _, option := range []string{`{"series":[{"type":"bar","label":{"formatter":"@nosuch"}}]}`, `[]x`} {
		if drawn, err := r.Draw(t.Context(), planOf(json.RawMessage(option), SVG)); err == nil {
			t.Errorf("%s: %d bytes", option, len(drawn))
		}
	}
	for name, change := range map[string]func(*Plan){
		"side":   func(p *Plan) { p.Width = MostSide + 1 },
		"pixels": func(p *Plan) { p.Width, p.Height, p.Scale = 4000, 4000, 2 },
		"scale":  func(p *Plan) { p.Scale = 0 },
		"theme":  func(p *Plan) { p.Theme = "pink" },
		"format": func(p *Plan) { p.Format = "gif" },
	} {
		plan := planOf(options(t)["funnel"], PNG)
		change(&plan)
		if _, err := r.Draw(t.Context(), plan); err == nil {
			t.Errorf("a wrong %s is drawn", name)
		}
	}
}

// Many draw at once; the same plan gives the same bytes, kept or drawn anew.
func TestManyDrawAtOnce(t *testing.T) {
	r := newRenderer(unhurried)
	all := options(t)
	var group sync.WaitGroup
	drawn := make([][]byte, 8)
	for i := range drawn {
		group.Go(func() {
			name := []string{"trend", "funnel"}[i%2]
			var err error
			if drawn[i], err = r.Draw(t.Context(), planOf(all[name], PNG)); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	again, err := newRenderer(unhurried).Draw(t.Context(), planOf(all["trend"], PNG))
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range drawn {
		if bytes.Equal(b, again) != (i%2 == 0) {
			t.Errorf("picture %d differs from the same one drawn elsewhere", i)
		}
	}
}

// The cache drops what was used longest ago.
func TestCacheIsBounded(t *testing.T) {
	c := newCache(100)
	key := func(i byte) [32]byte { return [32]byte{i} }
	c.put(key(1), make([]byte, 40))
	c.put(key(2), make([]byte, 40))
	c.get(key(1))
	c.put(key(3), make([]byte, 40))
	c.put(key(4), make([]byte, 101))
	if c.get(key(1)) == nil || c.get(key(2)) != nil || c.get(key(3)) == nil || c.get(key(4)) != nil || c.size != 80 {
		t.Errorf("kept 1: %t, 2: %t, 3: %t, 4: %t, %d bytes", c.get(key(1)) != nil, c.get(key(2)) != nil, c.get(key(3)) != nil, c.get(key(4)) != nil, c.size)
	}
}

// Loading, the first picture and each chart after it; MB is the heap that two
// machines, fonts and glyphs keep.
func BenchmarkDraw(b *testing.B) {
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			if _, err := New().Draw(b.Context(), planOf(options(b)["trend"], PNG)); err != nil {
				b.Fatal(err)
			}
		}
	})
	r := New()
	r.cache = newCache(0)
	all := options(b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		for _, format := range []Format{SVG, PNG} {
			b.Run(name+"/"+string(format), func(b *testing.B) {
				for b.Loop() {
					if _, err := r.Draw(b.Context(), planOf(all[name], format)); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
	var used runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&used)
	b.Logf("heap %d MB", used.HeapAlloc>>20)
	runtime.KeepAlive(r)
}
