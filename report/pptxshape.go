package report

import (
	"fmt"
	"strings"

	"chainboard/industry"
)

// box is where a shape stands, in points.
type box struct{ x, y, wide, high int }

// frame writes the place of a shape; a table's is of another namespace.
func (b box) frame(space string) string {
	return fmt.Sprintf(`<%[1]s:xfrm><a:off x="%[2]d" y="%[3]d"/><a:ext cx="%[4]d" cy="%[5]d"/></%[1]s:xfrm>`,
		space, b.x*emuPerPoint, b.y*emuPerPoint, b.wide*emuPerPoint, b.high*emuPerPoint)
}

// face is how a text looks: sizes in points, colour a name of the theme's.
type face struct {
	size, line, after int
	colour            string // "": of texts
	bold              bool
	right             bool
}

func (f face) paragraph() string {
	align := ""
	if f.right {
		align = ` algn="r"`
	}
	return fmt.Sprintf(`<a:pPr%s><a:lnSpc><a:spcPts val="%d"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="%d"/></a:spcAft></a:pPr>`, align, f.line*100, f.after*100)
}

func (f face) run(text string, bold bool) string {
	if text == "" {
		return ""
	}
	weight, colour := "", f.colour
	if bold {
		weight = ` b="1"`
	}
	if colour == "" {
		colour = "tx1"
	}
	return fmt.Sprintf(`<a:r><a:rPr lang="zh-CN" altLang="en-US" sz="%d"%s dirty="0"><a:solidFill><a:schemeClr val="%s"/></a:solidFill></a:rPr><a:t>%s</a:t></a:r>`, f.size*100, weight, colour, escaped(text))
}

func (s *slide) id() int { s.ids++; return s.ids }

// text writes paragraphs in a box of their own, their first words bold.
func (s *slide) text(b box, f face, blocks []industry.Block) {
	if len(blocks) == 0 {
		return
	}
	id := s.id()
	fmt.Fprintf(s, `<p:sp><p:nvSpPr><p:cNvPr id="%[1]d" name="文本%[1]d"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>%[2]s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`+
		`<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>`, id, b.frame("a"))
	for _, block := range blocks {
		s.WriteString(`<a:p>` + f.paragraph() + f.run(block.Lead, true) + f.run(block.Text, f.bold) + `</a:p>`)
	}
	s.WriteString(`</p:txBody></p:sp>`)
}

// holder writes the text of one of the layout's places.
func (s *slide) holder(kind, name string, lines []string, place string) {
	if len(lines) == 0 {
		return
	}
	id := s.id()
	fmt.Fprintf(s, `<p:sp><p:nvSpPr><p:cNvPr id="%[1]d" name="%[2]s%[1]d"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="%[3]s"/></p:nvPr></p:nvSpPr><p:spPr>%[4]s</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>`,
		id, name, kind, place)
	for _, line := range lines {
		s.WriteString(`<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US" dirty="0"/><a:t>` + escaped(line) + `</a:t></a:r></a:p>`)
	}
	s.WriteString(`</p:txBody></p:sp>`)
}

const noteWidth = slideRoom - 72

// noteLines are the notes of a slide, broken.
func noteLines(notes []string) []string {
	return linesOf(strings.Join(notes, "；"), noteWidth, pointsNote)
}

// endAbove is the lowest point above notes.
func endAbove(notes []string) int { return slideFoot - noteLine*len(noteLines(notes)) - slideGap }

// finish writes what stands at the foot of a slide: notes, and on all but the cover
// the page number as a field.
func (s *slide) finish(n int) {
	left := slideLeft
	if s.cover {
		left = coverTitleBox.x
	}
	if text := strings.Join(s.notes, "；"); text != "" {
		high := noteLine * len(noteLines(s.notes))
		s.holder(`ftr" sz="quarter" idx="11`, "注", []string{text}, box{left, slideFoot - high, noteWidth, high}.frame("a"))
	}
	if s.cover {
		return
	}
	id := s.id()
	fmt.Fprintf(s, `<p:sp><p:nvSpPr><p:cNvPr id="%[1]d" name="页码%[1]d"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/>`+
		`<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN" altLang="en-US"/><a:t>%[2]d</a:t></a:fld></a:p></p:txBody></p:sp>`, id, n)
}

// mark says that the data are a sample.
func (s *slide) mark() {
	s.text(box{slideWidth - slideLeft - 80, 24, 80, 20}, face{size: 14, line: 20, colour: "accent4", bold: true, right: true}, saying("示例数据"))
}
