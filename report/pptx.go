package report

import (
	"fmt"
	"strings"

	"chainboard/industry"
)

// The slide of 16:9 in points, and what stands where on it.
const (
	slideWidth, slideHeight = 960, 540
	slideLeft, slideTop     = 48, 96 // of what is below the title
	slideRoom               = slideWidth - 2*slideLeft
	slideFoot               = 530 // the lowest line of the notes
	noteLine, slideGap      = 16, 10
	emuPerPoint             = 12700

	pointsText, lineText   = 18, 27
	pointsTable, lineTable = 18, 23
	cellPad, cellSide      = 3, 10
	pointsNote             = 12
)

// deck collects the slides of a presentation.
type deck struct {
	doc      industry.Document
	slides   []*slide
	pictures []*industry.Picture
}

// slide is one page: its shapes so far, how far down they reach and the pictures
// they show, by their place in the deck.
type slide struct {
	strings.Builder
	ids      int
	cover    bool
	notes    []string
	y        int // where the next shape may begin
	end      int // below which only the notes stand
	pictures []int
}

// Pptx returns a paper as slides of 16:9: a cover, then each section, on as many
// slides as it needs. Texts and tables are the program's own objects, to be edited;
// equal papers give equal bytes.
func Pptx(d industry.Document) ([]byte, error) {
	k := deck{doc: d}
	k.cover()
	for _, s := range d.Sections {
		if err := k.section(s); err != nil {
			return nil, err
		}
	}
	for i, s := range k.slides {
		s.finish(i + 1)
	}
	return pack(k.parts())
}

func (k *deck) add(s *slide) *slide {
	s.ids = 1 // the tree itself has the first
	k.slides = append(k.slides, s)
	return s
}

func (k *deck) cover() {
	s := k.add(&slide{cover: true, notes: k.doc.Notes})
	s.holder("ctrTitle", "标题", k.doc.Title[:min(1, len(k.doc.Title))], "")
	s.holder(`subTitle" idx="1`, "副标题", k.doc.Title[min(1, len(k.doc.Title)):], "")
	s.text(box{x: 96, y: 372, wide: 768, high: 64}, face{size: 20, line: 30, colour: "tx2"}, saying(k.doc.Organ, k.doc.Date.Words()))
	if k.doc.Sample {
		s.mark()
	}
}

// saying makes paragraphs of the texts there are.
func saying(texts ...string) []industry.Block {
	var list []industry.Block
	for _, t := range texts {
		if t != "" {
			list = append(list, industry.Block{Text: t})
		}
	}
	return list
}

// open begins a slide under a heading, with notes at its foot.
func (k *deck) open(heading string, notes []string) *slide {
	s := k.add(&slide{y: slideTop, notes: notes, end: endAbove(notes)})
	s.holder("title", "标题", []string{heading}, "")
	if k.doc.Sample {
		s.mark()
	}
	return s
}

// section lays a section out: paragraphs together, tables below each other where
// they fit, a picture on a slide of its own, for its words to be read in a room.
func (k *deck) section(sec industry.Section) error {
	heading := sec.Heading
	next := func(notes []string) *slide {
		s := k.open(heading, notes)
		heading = sec.Heading + "（续）"
		return s
	}
	var texts []industry.Block
	var last *slide // with a table that another may follow
	flush := func() {
		for len(texts) > 0 {
			texts = next(k.doc.Notes).fill(texts)
		}
	}
	for _, b := range sec.Blocks {
		switch {
		case b.Table != nil:
			if heightOf(texts, slideRoom) > 4*lineText {
				flush()
			}
			last = k.table(paging{next, last, texts, sec.Heading}, b.Table)
			texts = nil
		case b.Picture != nil:
			flush()
			last = nil
			if err := k.picture(b.Picture); err != nil {
				return err
			}
		default:
			b.Text = strings.ReplaceAll(b.Text, "\n", "　")
			texts, last = append(texts, b), nil
		}
	}
	flush()
	return nil
}

// heightOf returns how high paragraphs are in a width, in points.
func heightOf(blocks []industry.Block, width int) int {
	high := 0
	for _, b := range blocks {
		high += len(linesOf(b.Lead+b.Text, width, pointsText))*lineText + slideGap
	}
	return high
}

// linesOf breaks a text into the lines it takes in a width.
func linesOf(text string, width, points int) []string {
	return breakLines(strings.ReplaceAll(text, "\n", "　"), float64(width), 0, func(s string) float64 { return wide(s) * float64(points) })
}

// fill writes as many paragraphs as fit, and returns the others. One that is higher
// than the slide is parted.
func (s *slide) fill(blocks []industry.Block) (rest []industry.Block) {
	from, y := s.y, s.y
	var shown []industry.Block
	for i, b := range blocks {
		high := heightOf([]industry.Block{b}, slideRoom)
		if y+high <= s.end+slideGap {
			shown, y = append(shown, b), y+high
			continue
		}
		rest = blocks[i:]
		if i == 0 {
			lines := linesOf(b.Lead+b.Text, slideRoom, pointsText)
			fit := (s.end - y) / lineText
			shown, y = []industry.Block{{Text: strings.Join(lines[:fit], "")}}, s.end
			rest = append([]industry.Block{{Text: strings.Join(lines[fit:], "")}}, blocks[1:]...)
		}
		break
	}
	s.text(box{slideLeft, from, slideRoom, y - from}, face{size: pointsText, line: lineText, after: slideGap}, shown)
	s.y = y
	return rest
}

// picture shows a picture as large as it fits, under its own title.
func (k *deck) picture(p *industry.Picture) error {
	wide, high, err := sizeOf(p)
	if err != nil {
		return err
	}
	notes := p.Notes
	if len(notes) == 0 {
		notes = k.doc.Notes
	}
	s := k.open(p.Title, notes)
	fit := box{wide: slideRoom, high: slideRoom * high / wide}
	if room := s.end - s.y; fit.high > room {
		fit.wide, fit.high = room*wide/high, room
	}
	fit.x, fit.y = (slideWidth-fit.wide)/2, s.y+(s.end-s.y-fit.high)/2
	k.pictures = append(k.pictures, p)
	s.pictures = append(s.pictures, len(k.pictures))
	id := s.id()
	fmt.Fprintf(s, `<p:pic><p:nvPicPr><p:cNvPr id="%[1]d" name="图%[1]d" descr="%[2]s"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>`+
		`<p:blipFill><a:blip r:embed="%[3]s"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>%[4]s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
		id, escaped(p.Title), pictureRelation(len(k.pictures)), fit.frame("a"))
	return nil
}
