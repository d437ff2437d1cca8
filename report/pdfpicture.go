package report

import (
	"bytes"
	"encoding/gob"
	"fmt"

	"codeberg.org/go-pdf/fpdf"

	"chainboard/industry"
)

// pictureSize is how wide and high a picture stands: as wide as the text, or as high as
// a page leaves it below its title and notes, which are of that height.
func (p *pages) pictureSize(pic *industry.Picture) (width, height, below float64, err error) {
	wide, high, err := sizeOf(pic)
	if err != nil {
		return 0, 0, 0, err
	}
	below = 8 + p.notesHeight(pic.Notes)
	width, height = p.across(), p.across()*float64(high)/float64(wide)
	if most := min(mmHigh-below-4, mostPictureHeight/20./72*25.4); height > most {
		width, height = width*most/height, most
	}
	return width, height, below, nil
}

// picture sets a drawn picture on one page with its title and notes below.
func (p *pages) picture(pic *industry.Picture) error {
	width, height, title, err := p.pictureSize(pic)
	if err != nil {
		return err
	}
	p.pictures++
	name := fmt.Sprint("picture", p.pictures)
	p.need(height + title + 4 + p.closing)
	p.Ln(2)
	options := fpdf.ImageOptions{ImageType: "PNG"}
	info := p.RegisterImageOptionsReader(name, options, bytes.NewReader(pic.PNG))
	if err := p.Error(); err != nil {
		return err
	}
	if err := setApart(info, p.pictures); err != nil {
		return fmt.Errorf("picture %s: %w", pic.Chart, err)
	}
	p.ImageOptions(name, p.left()+(p.across()-width)/2, p.GetY(), width, height, false, options, 0, "")
	p.SetXY(p.left(), p.GetY()+height)
	p.SetFont("song", "B", ptNum)
	p.line(pictureTitle(p.pictures, pic), "C", 8)
	p.notes(pic.Notes)
	p.Ln(2)
	return p.Error()
}

// setApart makes the n-th picture wider by less than a pixel, which is written as
// before. fpdf writes pictures in the order of their widths and those of one width in
// any order, so that equal papers would not be equal bytes. Its only way to a picture's
// width is the one it is stored by.
func setApart(info *fpdf.ImageInfoType, n int) error {
	stored, err := info.GobEncode()
	if err != nil {
		return err
	}
	var data, mask, palette []byte
	var object, bits int
	var width, height, scale, dpi float64
	var space, filter, parameters string
	var transparent []int
	fields := []any{&data, &mask, &object, &width, &height, &space, &palette, &bits, &filter, &parameters, &transparent, &scale, &dpi}
	from := gob.NewDecoder(bytes.NewReader(stored))
	for _, f := range fields {
		if err := from.Decode(f); err != nil {
			return err
		}
	}
	width += float64(n) / 1024
	var out bytes.Buffer
	to := gob.NewEncoder(&out)
	for _, f := range fields {
		if err := to.Encode(f); err != nil {
			return err
		}
	}
	return info.GobDecode(out.Bytes())
}
