package picture

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

//go:embed fonts/*.ttf.gz
var fontFiles embed.FS

// style is how a text is set: size in pixels, CJK in two weights, numerals in the
// screens' own face where figures is set.
type style struct {
	size    float64
	bold    bool
	figures bool
}

// numeralFace is the name the style sheets have for the numerals' face.
const numeralFace = "CB Num"

// parseFont reads the CSS font shorthand as zrender writes it:
// "normal 600 18px CB Num, …".
func parseFont(css string) style {
	s := style{size: 12, figures: strings.Contains(css, numeralFace)}
	for _, word := range strings.Fields(css) {
		if size, ok := strings.CutSuffix(word, "px"); ok {
			if n, err := strconv.ParseFloat(size, 64); err == nil {
				s.size = n
			}
			return s
		}
		s.bold = s.bold || heavy(word)
	}
	return s
}

// heavy reports whether a CSS weight takes the bold face.
func heavy(weight string) bool {
	n, err := strconv.Atoi(weight)
	return weight == "bold" || weight == "bolder" || err == nil && n >= 600
}

// glyph is an outline in units of the em, y downwards.
type glyph struct {
	advance  float64
	segments sfnt.Segments
	unit     float64 // of the segments' coordinates
}

// face is a font with the glyphs that were asked for.
type face struct {
	mu     sync.Mutex
	font   *sfnt.Font
	buffer sfnt.Buffer
	glyphs map[rune]*glyph
}

// mostGlyphs bounds what a face remembers; a county's charts use some hundreds.
const mostGlyphs = 4096

// fonts are the faces of pictures: text and numerals, each regular and bold.
type fonts struct {
	text, numerals [2]*face
}

func loadFonts() (*fonts, error) {
	f := &fonts{}
	for name, to := range map[string]**face{
		"NotoSansSC-Regular": &f.text[0], "NotoSansSC-Bold": &f.text[1],
		"BarlowSemiCondensed-Medium": &f.numerals[0], "BarlowSemiCondensed-SemiBold": &f.numerals[1],
	} {
		content, err := FontFile(name)
		if err != nil {
			return nil, err
		}
		parsed, err := sfnt.Parse(content)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", name, err)
		}
		*to = &face{font: parsed, glyphs: map[rune]*glyph{}}
	}
	return f, nil
}

// FontFile returns an embedded TrueType font by its PostScript name,
// "NotoSansSC-Regular" or "NotoSansSC-Bold", for papers that embed it too.
func FontFile(name string) ([]byte, error) {
	packed, err := fontFiles.ReadFile("fonts/" + name + ".ttf.gz")
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return io.ReadAll(r)
}

// numeral reports whether a character is set in the numerals' face: the
// unicode-range of tokens.css.
func numeral(r rune) bool {
	return r == '%' || r >= '+' && r <= ':' || r == '\u2212'
}

// glyph returns the outline of a character in a style; nil for one without width.
func (f *fonts) glyph(r rune, s style) *glyph {
	if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
		return nil
	}
	set := f.text
	if s.figures && numeral(r) {
		set = f.numerals
	}
	if s.bold {
		return set[1].glyph(r)
	}
	return set[0].glyph(r)
}

func (f *face) glyph(r rune) *glyph {
	f.mu.Lock()
	defer f.mu.Unlock()
	if g, ok := f.glyphs[r]; ok {
		return g
	}
	unit := int(f.font.UnitsPerEm())
	em := fixed.I(unit)
	index, err := f.font.GlyphIndex(&f.buffer, r)
	if err != nil {
		index = 0
	}
	g := &glyph{unit: float64(unit)}
	if advance, err := f.font.GlyphAdvance(&f.buffer, index, em, font.HintingNone); err == nil {
		g.advance = float64(advance) / 64 / g.unit
	}
	if segments, err := f.font.LoadGlyph(&f.buffer, index, em, nil); err == nil {
		g.segments = append(g.segments, segments...) // the buffer is used again
	}
	if len(f.glyphs) >= mostGlyphs {
		clear(f.glyphs)
	}
	f.glyphs[r] = g
	return g
}

// width returns how wide a text is, in pixels.
func (f *fonts) width(text string, s style) float64 {
	wide := 0.0
	for _, r := range text {
		if g := f.glyph(r, s); g != nil {
			wide += g.advance
		}
	}
	return wide * s.size
}

// wrap breaks a text into lines no wider than most pixels; a line may end after
// any CJK character or space.
func (f *fonts) wrap(text string, s style, most float64) []string {
	var lines []string
	var line []rune
	wide, space := 0.0, -1 // where the line may end before its last word
	for _, r := range text {
		w := f.width(string(r), s)
		if wide += w; wide > most && len(line) > 0 {
			end := len(line)
			if r < 0x2E80 && space > 0 { // never inside a number or a word
				end = space
			} else if strings.ContainsRune("，。；：、）％%", r) {
				end--
			}
			lines = append(lines, strings.TrimSpace(string(line[:end])))
			line = append([]rune(nil), line[end:]...)
			wide, space = f.width(string(line), s)+w, -1
		}
		if line = append(line, r); r >= 0x2E80 || r == ' ' {
			space = len(line)
		}
	}
	return append(lines, strings.TrimSpace(string(line)))
}
