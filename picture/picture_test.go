package picture

import (
	"bytes"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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

// ink counts the pixels of a box that differ from the ground.
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
	r := New()
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
