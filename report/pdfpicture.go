package report

import (
	"bytes"
	"fmt"

	"codeberg.org/go-pdf/fpdf"

	"chainboard/industry"
)

// picture sets a drawn picture as wide as the text, on one page with its title
// below.
func (p *pages) picture(pic *industry.Picture) error {
	wide, high, err := sizeOf(pic)
	if err != nil {
		return err
	}
	const title = 8.0
	p.pictures++
	name := fmt.Sprint("picture", p.pictures)
	height := mmText * float64(high) / float64(wide)
	width := mmText
	if most := 225 - title - 4; height > most { // higher than a page
		width, height = width*most/height, most
	}
	p.need(height + title + 4)
	p.Ln(2)
	options := fpdf.ImageOptions{ImageType: "PNG"}
	p.RegisterImageOptionsReader(name, options, bytes.NewReader(pic.PNG))
	p.ImageOptions(name, mmLeft+(mmText-width)/2, p.GetY(), width, height, false, options, 0, "")
	p.SetXY(mmLeft, p.GetY()+height)
	p.SetFont("song", "B", ptNum)
	p.line(pictureTitle(p.pictures, pic), "C", title)
	p.Ln(2)
	return p.Error()
}
