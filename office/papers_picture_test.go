package office_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strconv"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/picture"
	"chainboard/testkit"
)

var (
	viewBox   = regexp.MustCompile(`viewBox="0 0 ([\d.]+) `)
	fontSize  = regexp.MustCompile(`font-size:([\d.]+)px`)
	wordShown = regexp.MustCompile(`<wp:extent cx="(\d+)" cy="\d{6,}"`) // not the rules of 版记
	slideShow = regexp.MustCompile(`<p:pic>.*?<a:ext cx="(\d+)"`)
)

// TestWordsOfPaperPictures: every word of every chart and map is 8 points high and
// more where it is printed on a page, 14 and more on a slide, by the size that the
// file gives the picture.
func TestWordsOfPaperPictures(t *testing.T) {
	o := openOffice(t, testkit.SQLite(t))
	loadSample(t, o)
	for _, c := range []struct {
		kind   industry.DocumentKind
		chain  string
		ending string
		part   string
		shown  *regexp.Regexp
		least  float64
	}{
		{industry.Bulletin, industry.AllChains, ".docx", "word/document", wordShown, 8},
		{industry.Briefing, industry.AllChains, ".docx", "word/document", wordShown, 8},
		{industry.Compendium, industry.AllChains, ".docx", "word/document", wordShown, 8},
		{industry.Slides, industry.AllChains, ".pptx", "ppt/slides/slide", slideShow, 14},
		{industry.Slides, "ne", ".pptx", "ppt/slides/slide", slideShow, 14},
	} {
		q := office.Query{Chain: c.chain, Month: industry.NewMonth(2026, 10)}
		file, err := o.Document(t.Context(), office.DocumentQuery{Query: q, Kind: c.kind, Ending: c.ending, Actor: clerk})
		if err != nil {
			t.Fatal(err)
		}
		widths := shownWidths(t, file, c.part, c.shown)
		d, err := o.Compose(t.Context(), q, c.kind)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, s := range d.Sections {
			for _, b := range s.Blocks {
				if b.Picture == nil {
					continue
				}
				if n == len(widths) {
					t.Fatalf("%s: %d pictures, more are told of", c.kind, n)
				}
				if points := leastWord(t, o, office.PaperPicture(q, b.Picture)) * widths[n]; points < c.least {
					t.Errorf("%s: words of %s %s are %.1f points high", c.kind, b.Picture.Chain, b.Picture.Chart, points)
				}
				n++
			}
		}
		if n == 0 || n != len(widths) {
			t.Errorf("%s has %d pictures of %d", c.kind, len(widths), n)
		}
	}
}

// shownWidths are the widths of the pictures of a file in points, in their order.
func shownWidths(t *testing.T, file []byte, part string, shown *regexp.Regexp) []float64 {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var widths []float64
	for _, f := range z.File {
		if len(f.Name) < len(part) || f.Name[:len(part)] != part {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range shown.FindAllSubmatch(content, -1) {
			emu, err := strconv.ParseFloat(string(m[1]), 64)
			if err != nil {
				t.Fatal(err)
			}
			widths = append(widths, emu/12700)
		}
	}
	return widths
}

// leastWord is the height of the smallest words of a picture, as a share of its width.
func leastWord(t *testing.T, o *office.Office, q office.PictureQuery) float64 {
	t.Helper()
	q.Format = picture.SVG
	svg, err := o.Picture(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	box := viewBox.FindSubmatch(svg)
	if box == nil {
		t.Fatalf("%s has no size", q.Name)
	}
	width, err := strconv.ParseFloat(string(box[1]), 64)
	if err != nil {
		t.Fatal(err)
	}
	least := width
	for _, m := range fontSize.FindAllSubmatch(svg, -1) {
		size, err := strconv.ParseFloat(string(m[1]), 64)
		if err != nil {
			t.Fatal(err)
		}
		least = min(least, size)
	}
	return least / width
}
