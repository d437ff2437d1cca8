package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"chainboard/industry"
)

// mastheadMost is the largest size of the name in a red head, in half points; a
// long name is set smaller so that it stays on one line.
const mastheadMost = 96

// mastheadSize returns the size of a name in half points.
func mastheadSize(name string) int {
	const textHalfPoints = textWidth / 10
	return min(mastheadMost, textHalfPoints*95/100/max(utf8.RuneCountInString(name), 1))
}

// issueWords is the number below the name: 第10期（总第22期）.
func issueWords(m *industry.Masthead) string {
	return fmt.Sprintf("第%d期（总第%d期）", m.Number, m.Total)
}

// copiesWords is the number of copies, to be filled in by hand where it is not
// said.
func copiesWords(m *industry.Masthead) string {
	if m.Copies == 0 {
		return "（共印　　份）"
	}
	return fmt.Sprintf("（共印%d份）", m.Copies)
}

// masthead writes the red head of 简报: name, number, who compiles it and the day
// it is printed, and the red rule (domain S101).
func (b *body) masthead(d industry.Document) {
	size := mastheadSize(d.Masthead.Name)
	b.at.paragraph("Masthead", "", false)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="Masthead"/></w:pPr><w:r><w:rPr><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr><w:t>%s</w:t></w:r></w:p>`,
		size, size, escaped(d.Masthead.Name))
	b.paragraph("Issue", "", issueWords(d.Masthead))
	b.sides("RedRule", d.Organ, d.Date.Words())
	b.paragraph("Plain", "", "")
}

// mastheadFoot is 版记 of 简报: where the paper goes and in how many copies.
func mastheadFoot(m *industry.Masthead) footRow {
	return footRow{"发送：", m.SentTo, copiesWords(m)}
}

// sides writes a line with one text on its left and one on its right.
func (b *body) sides(style, left, right string) {
	b.at.paragraph(style, "", false)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`,
		style, escaped(left), escaped(right))
}

// mastheadStyles are the styles of the red head, of 版记 and of pictures.
func mastheadStyles() string {
	edge := fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, textWidth)
	exact := fmt.Sprintf(`<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>`, lineHeight)
	rule := func(side, colour string, eighths int) string {
		return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="4" w:color="%s"/>`, side, eighths, colour)
	}
	return strings.Join([]string{
		style("Masthead", "报头", `<w:keepNext/><w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>`, fontTitle, mastheadMost, `<w:color w:val="FF0000"/>`),
		style("Issue", "期号", `<w:keepNext/>`+exact+`<w:jc w:val="center"/>`, fontText, sizeText, ""),
		style("RedRule", "编发", `<w:keepNext/><w:pBdr>`+rule("bottom", "FF0000", 18)+`</w:pBdr>`+edge+exact+`<w:jc w:val="left"/>`, fontText, sizeText, ""),
		style("Foot", "版记", fmt.Sprintf(`<w:spacing w:before="%d" w:after="%[1]d" w:line="%d" w:lineRule="exact"/><w:jc w:val="left"/>`, footAround/2, footLineHigh), fontText, sizeNum, ""),
		style("FootRule", "版记线", fmt.Sprintf(`<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>`, ruleHigh), fontText, 2, ""),
		style("Hidden", "隐行", `<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>`, fontText, 2, ""), // a frame stands beside the paragraph after it
		style("Secrecy", "密级", exact+`<w:jc w:val="left"/>`, fontHead, sizeText, ""),
		style("LetterName", "发文机关标志", `<w:keepNext/><w:jc w:val="center"/>`, fontTitle, mastheadMost, `<w:color w:val="FF0000"/>`),
		style("LetterNumber", "发文字号", `<w:keepNext/><w:pBdr>`+strings.Replace(rule("bottom", "FF0000", 18), `w:space="4"`, `w:space="11"`, 1)+`</w:pBdr>`+strings.Replace(exact, `w:before="0"`, fmt.Sprintf(`w:before="%d"`, 2*lineHeight), 1)+`<w:jc w:val="center"/>`, fontText, sizeText, ""), // 4 mm to the rule
		style("Picture", "图", `<w:keepNext/><w:spacing w:before="160" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`, fontText, sizeText, ""),
		style("PictureTitle", "图题", `<w:spacing w:before="60" w:after="60" w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>`, fontHead, sizeNum, ""),
	}, "")
}
