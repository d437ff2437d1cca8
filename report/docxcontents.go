package report

import (
	"fmt"
	"strings"
)

// heading writes a heading of the first or second level, to which 目录 may refer.
func (b *body) heading(level int, text string) {
	i := b.at.heading(level, text)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="Heading%d"/></w:pPr><w:bookmarkStart w:id="%d" w:name="%s"/><w:r><w:t xml:space="preserve">%s</w:t></w:r><w:bookmarkEnd w:id="%[2]d"/></w:p>`,
		level, firstBookmark+i, bookmark(i), escaped(text))
}

// firstBookmark keeps the ids of bookmarks apart from those of revisions.
const firstBookmark = 10_000

// bookmark is the name of the i-th heading.
func bookmark(i int) string { return fmt.Sprintf("_Toc%06d", i+1) }

// contents is 目录 of what was written since the cover: a field that Word and WPS write
// anew on demand, with its lines as they stand already. The pages before the text are
// a section without numbers.
func (b *body) contents() string {
	var c strings.Builder
	fmt.Fprintf(&c, `<w:p><w:pPr><w:pStyle w:val="ContentsTitle"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, contentsTitle)
	for i, h := range b.at.headings {
		begin, end := "", ""
		if i == 0 {
			begin = fieldMark("begin") + instruction(`TOC \o "1-2" \h`) + fieldMark("separate")
		}
		if i == len(b.at.headings)-1 {
			end = fieldMark("end")
		}
		page := fieldMark("begin") + instruction("PAGEREF "+bookmark(i)+` \h`) + fieldMark("separate") + fmt.Sprintf(`<w:r><w:t>%d</w:t></w:r>`, h.page) + fieldMark("end")
		fmt.Fprintf(&c, `<w:p><w:pPr><w:pStyle w:val="TOC%d"/></w:pPr>%s<w:hyperlink w:anchor="%s" w:history="1"><w:r><w:t>%s</w:t></w:r><w:r><w:tab/></w:r>%s</w:hyperlink>%s</w:p>`,
			h.level, begin, bookmark(i), escaped(h.shown(float64(28-2*(h.level-1)-contentsRest), halfWidths)), page, end)
	}
	if _, empty := contentsPages(len(b.at.headings)); empty {
		c.WriteString(pageBreak + `<w:p><w:pPr><w:pStyle w:val="Plain"/></w:pPr></w:p>`)
	}
	return c.String() + section{unnumbered: true}.end()
}

// fieldMark begins a field, parts its instruction from what it shows, or ends it. Each
// stands in a run of its own: in one run WPS does not show it (domain S100).
func fieldMark(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

func instruction(words string) string {
	return `<w:r><w:instrText xml:space="preserve"> ` + words + ` </w:instrText></w:r>`
}

// contentsSpare leaves room on a full page of 目录 for the end of its section, in twips.
const contentsSpare = 100

// contentsStyles are the styles of 目录: page numbers at the right, after dots.
func contentsStyles() string {
	exact := fmt.Sprintf(`<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>`, lineHeight)
	dots := fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="%d"/></w:tabs>`, textWidth)
	return style("ContentsTitle", "目录题", fmt.Sprintf(`<w:spacing w:before="0" w:after="%d" w:line="%d" w:lineRule="exact"/><w:jc w:val="center"/>`, lineHeight-contentsSpare, 2*lineHeight), fontTitle, sizeTitle, "") +
		style("TOC1", "toc 1", dots+exact+`<w:jc w:val="left"/>`, fontHead, sizeText, "") +
		style("TOC2", "toc 2", dots+exact+fmt.Sprintf(`<w:ind w:left="%d"/><w:jc w:val="left"/>`, 2*sizeText*10), fontText, sizeText, "")
}
