package report

import (
	"fmt"

	"chainboard/industry"
)

// letterTop is how far below the top of the text the name of who issues a paper
// stands: 35 mm (GB/T 9704-2012, 7.2.4), in twips.
const letterTop = 1984

// letterhead writes 版头: number of the copy and secrecy at the upper left, the name
// in red, 发文字号 below it and the red rule; the title stands two lines further down.
func (b *body) letterhead(d industry.Document) {
	head, left := d.Letterhead, letterTop
	for i, text := range []string{head.Copy, head.Secrecy} {
		if text != "" {
			b.paragraph([]string{"Plain", "Secrecy"}[i], "", text)
			left -= lineHeight
		}
	}
	size := mastheadSize(head.Name)
	b.at.down(left + size*12)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="LetterName"/><w:spacing w:before="%d" w:after="0"/></w:pPr><w:r><w:rPr><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr><w:t>%s</w:t></w:r></w:p>`,
		left, size, size, escaped(head.Name))
	b.at.down(2*lineHeight + 4*lineHeight/10)
	b.paragraph("LetterNumber", "", d.Number)
	b.paragraph("Plain", "", "")
	b.paragraph("Plain", "", "")
}

// attachedWords are the lines of 附件说明: 附件：1．… , each further one by its number.
func attachedWords(names []string) []string {
	words := make([]string, len(names))
	for i, name := range names {
		if words[i] = name; len(names) > 1 {
			words[i] = fmt.Sprintf("%d．%s", i+1, name)
		}
		if i == 0 {
			words[0] = "附件：" + words[0]
		}
	}
	return words
}

// attachedIndent is how many characters the names of attachments stand from the left,
// and how many less the first line of each.
func attachedIndent(i, of int) (left, hanging float64) {
	left = 5 // two, and 附件：
	if i == 0 {
		hanging = 3
	}
	if of > 1 {
		left, hanging = left+1.5, hanging+1.5
	}
	return left, hanging
}

// attached writes 附件说明, one line below the text.
func (b *body) attached(names []string) {
	if len(names) > 0 {
		b.paragraph("Plain", "", "")
	}
	for i, words := range attachedWords(names) {
		left, hanging := attachedIndent(i, len(names))
		keep := ""
		if b.keep {
			keep = `<w:keepNext/>`
		}
		b.at.paragraph("Attached", words, b.keep)
		fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="Attached"/>%s<w:ind w:left="%.0f" w:leftChars="%.0f" w:hanging="%.0f" w:hangingChars="%.0f"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`,
			keep, left*sizeText*10, left*100, hanging*sizeText*10, hanging*100, escaped(words))
	}
}

// signedFromRight is how many characters the name of who signs and the date stand
// from the right: the date four, the name above the middle of it (GB/T 9704-2012,
// 7.3.5.1).
func signedFromRight(organ, date string) (name, day float64) {
	return max(0, 4+(halfWidths(date)-halfWidths(organ))/2), 4
}

// halfWidths is how wide a text is in Chinese characters of a font whose digits are
// half as wide.
func halfWidths(text string) float64 {
	width := 0.0
	for _, r := range text {
		if width++; r < 0x2000 {
			width -= 0.5
		}
	}
	return width
}

// signature writes who signs and when, which stay on one page with the end of what they
// sign.
func (b *body) signature(d industry.Document) {
	if !d.Signed() {
		return
	}
	name, day := signedFromRight(d.Organ, d.Date.Words())
	b.keep = true
	b.paragraph("Plain", "", "")
	b.keep = false
	for i, line := range []string{d.Organ, d.Date.Words()} {
		right, keep := name, `<w:keepNext/>`
		if i == 1 {
			right, keep = day, ""
		}
		b.at.paragraph("Signature", line, i == 0)
		fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="Signature"/>%s<w:ind w:right="%.0f" w:rightChars="%.0f"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`,
			keep, right*sizeText*10, right*100, escaped(line))
	}
}

// footRow is a line of 版记: words before a text that hangs from them, and what
// stands at the right.
type footRow struct{ before, text, right string }

// imprintRows are the lines of 版记.
func imprintRows(d industry.Document) []footRow {
	var rows []footRow
	if d.Imprint.CC != "" {
		rows = append(rows, footRow{"抄送：", d.Imprint.CC + "。", ""})
	}
	if d.Imprint.Printer != "" {
		rows = append(rows, footRow{"", d.Imprint.Printer, d.Date.Words() + "印发"})
	}
	return rows
}

// imprint writes 版记 at the foot of the last page, which is an even one: where the
// text ends on an odd page, on the next, which has no number then (GB/T 9704-2012,
// 7.4 and 7.5).
func (b *body) imprint(d industry.Document) {
	rows := imprintRows(d)
	if b.at.down(footHigh(rows)); b.at.odd() {
		b.WriteString(b.section.end())
		b.section = section{kind: "evenPage", unnumbered: true}
	}
	b.footRows(rows)
}

// The heights of the rules and lines of 版记, in twips, and the space around its texts.
const (
	ruleHigh     = 30
	footLineHigh = 400
	footAround   = 80
)

// footHigh is the height of 版记.
func footHigh(rows []footRow) int {
	high := ruleHigh
	for _, r := range rows {
		high += ruleHigh + footAround + footLineHigh*len(breakLines(r.text, footRoom(r), 0, halfWidths))
	}
	return high
}

// footRoom is how many characters of 版记 a line of its text holds.
func footRoom(r footRow) float64 {
	return textWidth/(sizeNum*10.) - 2 - halfWidths(r.before) - halfWidths(r.right)
}

// footRows writes 版记 in a frame as wide as the text whose last rule stands at the
// foot of it, with rules of 0.35 mm around and of 0.25 mm between (GB/T 9704-2012,
// 7.4.1). The rules are pictures: LibreOffice does not keep a frame in its place whose
// paragraphs have borders, nor a table as wide as the text, nor a frame at the foot by
// that name.
func (b *body) footRows(rows []footRow) {
	b.ruled = true
	frame := fmt.Sprintf(`<w:framePr w:w="%d" w:vSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="left" w:y="%d"/>`, textWidth, pageHeight-marginBottom-footHigh(rows))
	rules := 0
	rule := func(thick int) {
		rules++
		fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="FootRule"/>%s</w:pPr><w:r>%s</w:r></w:p>`, frame, inline(inlinePicture{
			id: firstRule + rules, relation: ruleRelation, alt: "分隔线", cx: textWidth * emuPerTwip, cy: thick * emuPerHundredth,
		}))
	}
	rule(35)
	for i, r := range rows {
		if i > 0 {
			rule(25)
		}
		edge, hang, right := sizeNum*10, int(halfWidths(r.before)*sizeNum*10), ""
		if r.right != "" {
			right = `<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">` + escaped(r.right) + `</w:t></w:r>`
		}
		fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="Foot"/>%s<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs><w:ind w:left="%d" w:right="%d" w:hanging="%d"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r>%s</w:p>`,
			frame, textWidth-edge, edge+hang, edge, hang, escaped(r.before+r.text), right)
	}
	rule(35)
	b.paragraph("Hidden", "", "")
}
