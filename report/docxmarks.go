package report

import (
	"fmt"
	"time"

	"chainboard/industry"
)

// reworded writes a paragraph that people put in place of the program's, or left
// out, with both texts marked as a revision that Word shows, accepts and refuses:
// 花脸稿. lead is that of the new words with its number.
func (b *body) reworded(block industry.Block, lead string) {
	r := block.Reworded
	b.revisions++
	by := fmt.Sprintf(`w:author="%s" w:date="%s"`, escaped(r.By), r.At.UTC().Format(time.RFC3339))
	b.at.paragraph("Text", block.Wording(), false)
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Text"/></w:pPr>`)
	if was := industry.BlockOf(r.Was); r.Was != "" {
		fmt.Fprintf(b, `<w:del w:id="%d" %s><w:r><w:delText xml:space="preserve">%s</w:delText></w:r></w:del>`, 2*b.revisions, by, escaped(was.Lead+was.Text))
	}
	if block.Wording() != "" {
		fmt.Fprintf(b, `<w:ins w:id="%d" %s>`, 2*b.revisions+1, by)
		if lead != "" {
			fmt.Fprintf(b, `<w:r><w:rPr><w:rStyle w:val="Lead"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`, escaped(lead))
		}
		fmt.Fprintf(b, `<w:r><w:t xml:space="preserve">%s</w:t></w:r></w:ins>`, escaped(block.Text))
	}
	b.WriteString(`</w:p>`)
}
