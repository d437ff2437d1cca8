package testkit

import (
	"encoding/xml"
	"strings"
	"testing"
)

// PrintedPage is a page of a PDF as it is printed, in millimetres from its upper left
// corner.
type PrintedPage struct {
	Width, Height float64
	Lines         []PrintedLine // from top to bottom
}

// PrintedLine is a line of text; Top and Bottom are of its font, not of its ink.
type PrintedLine struct {
	Text                     string // without spaces
	Left, Top, Right, Bottom float64
}

// Middle is the height in the middle of the line.
func (l PrintedLine) Middle() float64 { return (l.Top + l.Bottom) / 2 }

// Millimetre is how many of them a point is.
const Millimetre = 25.4 / 72

// PDFPages measures the lines of a PDF by poppler's pdftotext. Without that program
// the test is skipped.
func PDFPages(t testing.TB, file []byte) []PrintedPage {
	t.Helper()
	type box struct {
		XMin float64 `xml:"xMin,attr"`
		YMin float64 `xml:"yMin,attr"`
		XMax float64 `xml:"xMax,attr"`
		YMax float64 `xml:"yMax,attr"`
	}
	var read struct {
		Pages []struct {
			Width  float64 `xml:"width,attr"`
			Height float64 `xml:"height,attr"`
			Lines  []struct {
				box
				Words []string `xml:"word"`
			} `xml:"flow>block>line"`
		} `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal(poppler(t, file, "pdftotext", "-bbox-layout"), &read); err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	pages := make([]PrintedPage, len(read.Pages))
	for i, p := range read.Pages {
		pages[i] = PrintedPage{Width: p.Width * Millimetre, Height: p.Height * Millimetre}
		for _, l := range p.Lines {
			pages[i].Lines = append(pages[i].Lines, PrintedLine{strings.Join(l.Words, ""), l.XMin * Millimetre, l.YMin * Millimetre, l.XMax * Millimetre, l.YMax * Millimetre})
		}
	}
	return pages
}
