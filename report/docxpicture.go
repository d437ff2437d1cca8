package report

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"

	"chainboard/industry"
)

const (
	drawingSpace = "http://schemas.openxmlformats.org/drawingml/2006/main"
	pictureSpace = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	inlineSpace  = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

	emuPerTwip      = 635
	emuPerHundredth = 360 // of a millimetre
)

// mostPictureHeight leaves room for what is said of it on the page of the picture, in twips.
const mostPictureHeight = 10100

// pictureBelow is how much of the line of a picture is below it: the descent of its font.
const pictureBelow = 90

// picture writes a drawn picture as wide as the text, or as high as a page where
// that is less, its title and notes below.
func (b *body) picture(p *industry.Picture) error {
	wide, high, err := sizeOf(p)
	if err != nil {
		return err
	}
	b.pictures = append(b.pictures, p)
	n := len(b.pictures)
	cx := textWidth * emuPerTwip
	cy := cx * high / wide
	if most := mostPictureHeight * emuPerTwip; cy > most {
		cx, cy = most*wide/high, most
	}
	b.at.stay(160 + cy/emuPerTwip + pictureBelow)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r>%s</w:r></w:p>`, inline(inlinePicture{n, pictureRelation(n), p.Title, cx, cy}))
	b.below("PictureTitle", pictureTitle(n, p), len(p.Notes) > 0 || b.keep)
	for i, note := range p.Notes {
		b.below("TableNote", note, i < len(p.Notes)-1 || b.keep)
	}
	return nil
}

// below writes a line below a picture, on the page of the next one where it keeps it.
func (b *body) below(style, text string, keeps bool) {
	b.at.paragraph(style, text, keeps)
	keep := ""
	if keeps {
		keep = `<w:keepNext/>`
	}
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, style, keep, escaped(text))
}

// inlinePicture is a picture that stands in a line like a character; cx and cy are its
// sides in EMU.
type inlinePicture struct {
	id            int // in the document
	relation, alt string
	cx, cy        int
}

func inline(p inlinePicture) string {
	return fmt.Sprintf(`<w:drawing><wp:inline xmlns:wp="`+inlineSpace+`" distT="0" distB="0" distL="0" distR="0">`+
		`<wp:extent cx="%[1]d" cy="%[2]d"/><wp:docPr id="%[3]d" name="图%[3]d" descr="%[4]s"/>`+
		`<a:graphic xmlns:a="`+drawingSpace+`"><a:graphicData uri="`+pictureSpace+`"><pic:pic xmlns:pic="`+pictureSpace+`">`+
		`<pic:nvPicPr><pic:cNvPr id="%[3]d" name="图%[3]d" descr="%[4]s"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="%[5]s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`+
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`, p.cx, p.cy, p.id, escaped(p.alt), p.relation)
}

func pictureTitle(n int, p *industry.Picture) string { return fmt.Sprintf("图%d　%s", n, p.Title) }

// sizeOf returns the sides of a picture in pixels.
func sizeOf(p *industry.Picture) (wide, high int, err error) {
	c, err := png.DecodeConfig(bytes.NewReader(p.PNG))
	if err != nil {
		return 0, 0, fmt.Errorf("picture %s: %w", p.Chart, err)
	}
	return c.Width, c.Height, nil
}

func pictureRelation(n int) string { return fmt.Sprintf("rIdPicture%d", n) }

// media returns the parts of the pictures of a document.
func (b *body) media() []part {
	parts := make([]part, len(b.pictures))
	for i, p := range b.pictures {
		parts[i] = part{fmt.Sprintf("word/media/image%d.png", i+1), string(p.PNG)}
	}
	if b.ruled {
		parts = append(parts, part{"word/media/rule.png", blackRule})
	}
	return parts
}

// The rules of 版记 are one black pixel, as wide and thick as each is; their ids come
// after those of pictures.
const (
	ruleRelation = "rIdRule"
	firstRule    = 1000
)

var blackRule = func() string {
	var drawn bytes.Buffer
	// Encoding one pixel into memory does not fail.
	_ = png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 1, 1)))
	return drawn.String()
}()

// relations returns what the document refers to, its pictures last.
func (b *body) relations() string {
	const end = `</Relationships>`
	var own strings.Builder
	for i := range b.pictures {
		fmt.Fprintf(&own, `<Relationship Id="%s" Type="`+relationSpace+`/image" Target="media/image%d.png"/>`, pictureRelation(i+1), i+1)
	}
	if b.ruled {
		own.WriteString(`<Relationship Id="` + ruleRelation + `" Type="` + relationSpace + `/image" Target="media/rule.png"/>`)
	}
	return strings.TrimSuffix(documentRelations, end) + own.String() + end
}
