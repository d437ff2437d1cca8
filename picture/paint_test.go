package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
)

func ownFonts(t *testing.T) *fonts {
	t.Helper()
	f, err := loadFonts()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// painted paints the inside of a 100 × 100 SVG on white, at a scale.
func painted(t *testing.T, f *fonts, inside string, scale float64) image.Image {
	t.Helper()
	root, err := parseSVG(`<svg width="100" height="100"><rect width="100" height="100" fill="#fff"/>` + inside + `</svg>`)
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := paint(t.Context(), root, canvasSize{100, 100, scale, scale}, f)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// Each element of the subset paints the pixels it should and no others: red where
// "in" says, white where "out" does.
func TestElementsArePainted(t *testing.T) {
	const red = ` fill="#f00"`
	f := ownFonts(t)
	for name, c := range map[string]struct {
		svg     string
		in, out []image.Point
	}{
		"rect, rounded":   {`<rect x="10" y="10" width="50" height="50" rx="20"` + red + `/>`, []image.Point{{30, 30}, {11, 35}}, []image.Point{{11, 11}, {61, 30}}},
		"circle":          {`<circle cx="50" cy="50" r="30"` + red + `/>`, []image.Point{{50, 50}, {50, 22}, {78, 50}}, []image.Point{{50, 18}, {72, 28}}},
		"ring of arcs":    {`<path d="M80 50A30 30 0 1 1 20 50A30 30 0 1 1 80 50ZM60 50A10 10 0 1 0 40 50A10 10 0 1 0 60 50Z"` + red + `/>`, []image.Point{{50, 30}, {75, 50}}, []image.Point{{50, 50}, {85, 50}}},
		"curve":           {`<path d="M0 100C0 0 100 0 100 100Z"` + red + `/>`, []image.Point{{50, 90}, {50, 30}}, []image.Point{{50, 20}, {5, 20}}},
		"relative path":   {`<path d="m10-0 20 0v30h-20z"` + red + `/>`, []image.Point{{20, 20}}, []image.Point{{5, 20}, {35, 20}, {20, 35}}},
		"polygon":         {`<polygon points="50,10 90,90 10,90"` + red + `/>`, []image.Point{{50, 60}}, []image.Point{{20, 30}, {80, 30}}},
		"line with ends":  {`<line x1="30" y1="50" x2="70" y2="50" stroke="#f00" stroke-width="10" stroke-linecap="square"/>`, []image.Point{{50, 47}, {27, 50}, {73, 50}}, []image.Point{{22, 50}, {50, 57}}},
		"butt ends":       {`<line x1="30" y1="50" x2="70" y2="50" stroke="#f00" stroke-width="10"/>`, []image.Point{{31, 50}}, []image.Point{{27, 50}, {73, 50}}},
		"miter":           {`<polyline points="20,80 20,20 80,20" fill="none" stroke="#f00" stroke-width="10"/>`, []image.Point{{16, 16}, {20, 50}, {50, 20}}, []image.Point{{30, 30}, {12, 12}}},
		"bevel":           {`<polyline points="20,80 20,20 80,20" fill="none" stroke="#f00" stroke-width="10" stroke-linejoin="bevel"/>`, []image.Point{{20, 19}}, []image.Point{{16, 16}}},
		"closed stroke":   {`<path d="M20 20L80 20L80 80L20 80Z" fill="none" stroke="#f00" stroke-width="6"/>`, []image.Point{{20, 20}, {20, 50}, {50, 80}}, []image.Point{{50, 50}, {30, 30}}},
		"dashes":          {`<path d="M0 50L100 50" fill="none" stroke="#f00" stroke-width="6" stroke-dasharray="20,10"/>`, []image.Point{{5, 50}, {35, 50}, {65, 50}}, []image.Point{{25, 50}, {55, 50}}},
		"dashes, shifted": {`<path d="M0 50L100 50" fill="none" stroke="#f00" stroke-width="6" stroke-dasharray="20,10" stroke-dashoffset="20"/>`, []image.Point{{15, 50}}, []image.Point{{5, 50}, {35, 50}}},
		"transforms":      {`<g transform="translate(50 50)"><path d="M0 0L20 0L20 5L0 5Z" transform="matrix(0,1,-1,0,0,0)"` + red + `/></g>`, []image.Point{{47, 60}}, []image.Point{{60, 52}}},
		"clip":            {`<defs><clipPath id="c"><path d="M0 0L50 0L50 100L0 100Z"/></clipPath></defs><g clip-path="url(#c)"><rect width="100" height="100"` + red + `/></g>`, []image.Point{{20, 50}}, []image.Point{{60, 50}}},
		"round clip":      {`<defs><clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath></defs><g clip-path="url(#c)"><rect width="100" height="100"` + red + `/></g>`, []image.Point{{50, 50}}, []image.Point{{25, 25}}},
		"nested svg":      {`<svg x="40" y="40"><rect width="20" height="20"` + red + `/></svg>`, []image.Point{{50, 50}}, []image.Point{{20, 20}}},
		"letters":         {`<text x="50" y="50" text-anchor="middle" dominant-baseline="central" style="font-size:60px;font-weight:700"` + red + `>一</text>`, []image.Point{{50, 50}}, []image.Point{{50, 20}, {50, 80}}},
		"turned letters":  {`<text transform="rotate(90) translate(50 -50)" text-anchor="middle" dominant-baseline="central" style="font-size:60px;font-weight:700"` + red + `>一</text>`, []image.Point{{50, 30}, {50, 70}}, []image.Point{{20, 50}, {80, 50}}},
	} {
		for _, scale := range []float64{1, 2} {
			img := painted(t, f, c.svg, scale)
			at := func(p image.Point) color.NRGBA {
				return color.NRGBAModel.Convert(img.At(int((float64(p.X)+.5)*scale), int((float64(p.Y)+.5)*scale))).(color.NRGBA)
			}
			for _, p := range c.in {
				if got := at(p); got != (color.NRGBA{255, 0, 0, 255}) {
					t.Errorf("%s at %v: %v, want red", name, p, got)
				}
			}
			for _, p := range c.out {
				if got := at(p); got != (color.NRGBA{255, 255, 255, 255}) {
					t.Errorf("%s at %v: %v, want white", name, p, got)
				}
			}
		}
	}
}

// Opacity and gradients mix as they should, to one step of a colour.
func TestMixedColours(t *testing.T) {
	img := painted(t, ownFonts(t), `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="0"><stop offset="0%" stop-color="#000"/><stop offset="100%" stop-color="#fff" stop-opacity="1"/></linearGradient></defs>
		<rect width="100" height="50" fill="url(#g)"/><rect y="50" width="50" height="50" fill="rgba(255,0,0,.5)"/><rect x="50" y="50" width="50" height="50" fill="#f00" fill-opacity=".25"/>`, 1)
	for p, want := range map[image.Point]color.NRGBA{
		{50, 25}: {128, 128, 128, 255}, {2, 25}: {6, 6, 6, 255}, {25, 75}: {255, 127, 127, 255}, {75, 75}: {255, 191, 191, 255},
	} {
		got := color.NRGBAModel.Convert(img.At(p.X, p.Y)).(color.NRGBA)
		for _, d := range []int{int(got.R) - int(want.R), int(got.G) - int(want.G), int(got.B) - int(want.B)} {
			if d < -2 || d > 2 {
				t.Errorf("%v: %v, want %v", p, got, want)
			}
		}
	}
}

// What the painter does not know is an error, not a gap in a picture.
func TestUnknownElementsAreErrors(t *testing.T) {
	f := ownFonts(t)
	for _, inside := range []string{
		`<image href="x.png"/>`, `<path d="M0 0B1 1"/>`, `<path d="M0"/>`, `<rect width="5" height="5" fill="url(#none)"/>`, `<rect width="5" height="5" fill="lime"/>`,
		`<g transform="skewX(3)"/>`, `<text dominant-baseline="hanging">一</text>`,
	} {
		root, err := parseSVG(`<svg>` + inside + `</svg>`)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := paint(t.Context(), root, canvasSize{10, 10, 1, 1}, f); err == nil {
			t.Errorf("%s is painted", inside)
		}
	}
}

// Text is as wide as the font says: an ideograph an em, digits those of the screens.
func TestWidths(t *testing.T) {
	f := ownFonts(t)
	css := "normal 600 20px 'CB Num', sans-serif"
	if s := parseFont(css); s != (style{20, true, true}) {
		t.Errorf("%s is read as %v", css, s)
	}
	if w := f.width("产业链", parseFont("20px sans-serif")); w != 60 {
		t.Errorf("three ideographs of 20 px are %g wide", w)
	}
	plain, own := f.width("186.42", style{20, false, false}), f.width("186.42", style{20, false, true})
	if own >= plain || own < plain/2 {
		t.Errorf("numerals are %g wide, in the text face %g", own, plain)
	}
	if f.width("\u200b", style{20, false, true}) != 0 {
		t.Error("a mark without width has one")
	}
	var buffer sfnt.Buffer
	for _, r := range "龘镕㎡①—●▲■≥→％〇" {
		for _, face := range f.text {
			if index, err := face.font.GlyphIndex(&buffer, r); index == 0 || err != nil {
				t.Errorf("the font has no %q (%v)", r, err)
			}
		}
	}
	lines := f.wrap("口径：同比为本年名单同口径，截至2026年1—10月。", style{20, false, true}, 205)
	if strings.Join(lines, "") != "口径：同比为本年名单同口径，截至2026年1—10月。" || len(lines) < 3 {
		t.Errorf("broken into %q", lines)
	}
	for _, line := range lines {
		if w := f.width(line, style{20, false, true}); w > 205 {
			t.Errorf("%q is %g wide", line, w)
		}
		if strings.HasPrefix(line, "，") || strings.HasPrefix(line, "。") {
			t.Errorf("a line begins with %q", line)
		}
	}
}
