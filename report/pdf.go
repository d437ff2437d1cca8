package report

import (
	"bytes"
	"fmt"
	"slices"

	"codeberg.org/go-pdf/fpdf"

	"chainboard/industry"
)

// Fonts are TrueType fonts with Chinese characters; a PDF embeds what it uses of
// them.
type Fonts struct{ Regular, Bold []byte }

// The same page as Docx, in millimetres and points.
const (
	mmTop, mmBottom, mmLeft, mmRight = 37.0, 35.0, 28.0, 26.0
	mmText, mmHigh                   = 210 - mmLeft - mmRight, 297 - mmTop - mmBottom
	mmLine                           = 225.0 / 22
	ptTitle, ptText, ptNum, ptTable  = 22.0, 16.0, 14.0, 10.5
	ptSmall                          = 9.0
	linesOfPage                      = 22
	mmRow, mmPad                     = 5.2, 1.0
)

// PDF returns a paper as a PDF whose text is text: one can search and copy it.
// The same paper gives the same bytes.
func PDF(d industry.Document, fonts Fonts) ([]byte, error) {
	p := &pages{Fpdf: fpdf.New("P", "mm", "A4", ""), sample: d.Sample}
	p.SetMargins(mmLeft, mmTop, mmRight)
	p.SetAutoPageBreak(false, mmBottom)
	p.SetCreationDate(d.Date.Time())
	p.SetModificationDate(d.Date.Time())
	p.SetCatalogSort(true)
	p.SetTitle(settable(joined(d.Title)), true)
	p.SetAuthor(settable(d.Organ), true)
	p.AddUTF8FontFromBytes("song", "", fonts.Regular)
	p.AddUTF8FontFromBytes("song", "B", fonts.Bold)
	p.SetHeaderFunc(p.mark)
	p.SetFooterFunc(p.number)
	p.turn(len(d.Sections) == 0 && len(d.Annexes) > 0 && lies(&d.Annexes[0]))
	if err := p.document(d); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := p.Output(&out)
	return out.Bytes(), err
}

func joined(lines []string) string {
	text := ""
	for _, line := range lines {
		text += line
	}
	return text
}

// pages are the pages of a paper while they are written.
type pages struct {
	*fpdf.Fpdf
	sample     bool
	pictures   int     // so far
	unnumbered bool    // from here on
	lying      bool    // the page at hand is wider than high
	begins     bool    // the page that begins is: between them stands the foot of the last
	front      int     // pages before the one with the number 1
	closing    float64 // how much stays on one page with the end of what is at hand
	headings   []heading
	links      []int // to the headings
}

// turn begins a page; what lies has the same margins as a page that stands, turned.
func (p *pages) turn(lying bool) {
	orientation := "P"
	if lying {
		orientation = "L"
	}
	p.begins = lying
	p.AddPageFormat(orientation, fpdf.SizeType{Wd: 210, Ht: 297})
	p.SetXY(p.left(), p.top())
}

// upright chooses a length by how the page stands.
func (p *pages) upright(stands, lies float64) float64 {
	if p.lying {
		return lies
	}
	return stands
}

func (p *pages) left() float64   { return p.upright(mmLeft, mmBottom) }
func (p *pages) top() float64    { return p.upright(mmTop, mmLeft) }
func (p *pages) across() float64 { return p.upright(mmText, mmHigh) }
func (p *pages) end() float64    { return p.upright(297-mmBottom, 210-mmRight) }

// mark heads every page of a paper made of sample data.
func (p *pages) mark() {
	p.lying = p.begins
	if !p.sample {
		return
	}
	p.SetFont("song", "B", ptTable)
	p.SetXY(p.left(), p.upright(20, 15))
	p.CellFormat(p.across(), mmRow, "示例数据", "", 0, "R", false, 0, "")
	p.SetXY(p.left(), p.top())
}

// number stands outside below the text: right on odd pages, left on even ones.
func (p *pages) number() {
	if p.unnumbered {
		return
	}
	p.SetFont("song", "", ptNum)
	const dashes, edge = 7.0, ptNum / 72 * 25.4 // below the text, and from its side (GB/T 9704-2012, 7.5)
	p.SetXY(p.left()+edge-p.GetCellMargin(), p.end()+dashes-mmLine/2)
	side := "R"
	if p.printedNumber()%2 == 0 {
		side = "L"
	}
	p.CellFormat(p.across()-2*edge+2*p.GetCellMargin(), mmLine, fmt.Sprintf("— %d —", p.printedNumber()), "", 0, side, false, 0, "")
}

func (p *pages) document(d industry.Document) error {
	p.start(d)
	for i, s := range d.Sections {
		first, err := p.together(slices.Concat([]industry.Block{{Heading: s.Heading}}, s.Blocks))
		if err != nil {
			return err
		}
		p.need(first)
		p.heading(1, sectionHeading(i, s))
		closing := 0.0
		if i == len(d.Sections)-1 {
			closing = p.closingHeight(d)
		}
		if err := p.blocks(s, closing); err != nil {
			return err
		}
	}
	p.attached(d.Attached)
	if len(d.Sections) > 0 {
		p.signature(d)
	}
	p.annexes(d)
	switch {
	case d.Masthead != nil:
		p.foot([]footRow{mastheadFoot(d.Masthead)})
	case d.Imprint.Stands():
		p.imprint(d)
	}
	if d.Covered() {
		p.contents()
	}
	return nil
}

// annexes writes the tables after the text as Docx does.
func (p *pages) annexes(d industry.Document) {
	alone := len(d.Sections) == 0
	for i := range d.Annexes {
		if lying := lies(&d.Annexes[i]); lying != p.lying || !alone && i == 0 {
			p.turn(lying)
		}
		if alone && i == len(d.Annexes)-1 {
			p.closing = p.closingHeight(d)
		}
		p.table(&d.Annexes[i])
	}
	if p.closing = 0; alone {
		p.signature(d)
	}
}

// start writes what stands above the text: head, title, 文号 and 主送机关, or a cover.
func (p *pages) start(d industry.Document) {
	switch {
	case d.Covered():
		p.cover(d)
		return
	case d.Masthead != nil:
		p.masthead(d)
	case d.Letterhead != nil:
		p.letterhead(d)
	}
	p.SetFont("song", "B", ptTitle)
	for _, line := range d.Title {
		p.line(line, "C", mmLine*1.2)
	}
	if d.Number != "" && d.Letterhead == nil { // which has it
		p.SetFont("song", "", ptText)
		p.line(d.Number, "C", mmLine)
	}
	p.Ln(mmLine)
	if d.To != "" {
		p.text(d.To+"：", 0)
	}
}

// heading writes a heading of the first or second level.
func (p *pages) heading(level int, text string) {
	face := "B"
	if level == 2 {
		face = ""
	}
	p.SetFont("song", face, ptText)
	p.stands(level, text)
	p.SetX(p.left() + 2*em - p.GetCellMargin())
	p.spaced(mmTighter, func() { p.CellFormat(p.across()-2*em, mmLine, text, "", 1, "L", false, 0, "") })
}

// cover writes a page with nothing but title, who compiled it and when, as Docx does.
func (p *pages) cover(d industry.Document) {
	p.Ln(coverTop * mmLine)
	p.SetFont("song", "B", sizeCover/2)
	for _, line := range d.Title {
		p.line(line, "C", 2*mmLine)
	}
	p.SetY(p.top() + coverFoot*mmLine)
	p.SetFont("song", "", ptText)
	p.line(d.Organ, "C", mmLine)
	p.line(d.Date.Words(), "C", mmLine)
	p.unnumbered = true
	p.reserve(d)
	p.unnumbered = false
}

// em is the width of a character of the text.
const em = ptText / 72 * 25.4

// blocks writes a section, whose end stays with what closes the paper, of that height.
func (p *pages) blocks(s industry.Section, closing float64) error {
	leads := s.Leads()
	defer func() { p.closing = 0 }()
	for i, b := range s.Blocks {
		if i == len(s.Blocks)-1 {
			p.closing = closing
		}
		first, err := p.together(s.Blocks[i:])
		if err != nil {
			return err
		}
		p.need(first)
		switch {
		case b.Table != nil:
			p.table(b.Table)
		case b.Picture != nil:
			if err := p.picture(b.Picture); err != nil {
				return err
			}
		case b.Heading != "":
			p.heading(2, leads[i])
		default:
			p.text(leads[i]+b.Text, 2*em)
		}
	}
	return nil
}

// together is how much of a page the first of some blocks takes at least: a line, the
// first rows of a table, a picture; a heading with what is under it, a few words with
// the table or picture that they lead to.
func (p *pages) together(blocks []industry.Block) (float64, error) {
	if len(blocks) == 0 {
		return 0, nil
	}
	own := mmLine
	switch b := blocks[0]; {
	case b.Picture != nil:
		_, height, below, err := p.pictureSize(b.Picture)
		return height + below + 4, err
	case b.Table != nil:
		return p.tableStart(p.gridOf(b.Table)), nil
	case b.Heading != "":
	case !b.Short() || len(blocks) > 1 && blocks[1].Written():
		return own, nil
	default:
		p.SetFont("song", "", ptText)
		own *= float64(len(breakLines(b.Lead+b.Text, p.across(), 2*em, p.tightWidth)))
	}
	next, err := p.together(blocks[1:])
	return min(own+next, mmHigh), err
}

// need begins a new page where less than that is left of this one.
func (p *pages) need(height float64) {
	if p.GetY()+height > p.end()+0.1 {
		p.turn(p.lying)
	}
}
