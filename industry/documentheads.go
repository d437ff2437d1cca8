package industry

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The headings of what is not a section.
const (
	headTitle    = "标题"
	headTo       = "主送"
	headOrgan    = "落款"
	headAttached = "附件"

	headName   = "报头"
	headSentTo = "发送范围"
	headCopies = "份数"

	headLetter  = "版头"
	headCopy    = "份号"
	headSecrecy = "密级"
	headCC      = "抄送"
	headPrinter = "印发"
)

// What only a paper under a masthead has, and what only one without.
var (
	mastheadHeads = []string{headName, headSentTo, headCopies}
	letterHeads   = []string{headLetter, headCopy, headSecrecy, headCC, headPrinter}
)

// headings are those of what is not a section, of the kind at hand.
func (w *writing) headings() []string {
	heads := []string{headTitle, headTo, headOrgan, headAttached}
	if w.Paper.Masthead != nil {
		return slices.Concat(heads, mastheadHeads)
	}
	return slices.Concat(heads, letterHeads)
}

// own takes a line under a heading that is not a section's.
func (w *writing) own(n int, text string) {
	switch w.heading {
	case headTitle:
		w.d.Title = append(w.d.Title, text)
	case headTo:
		w.d.To += strings.TrimRight(text, "：:")
	case headOrgan:
		w.d.Organ += text
	case headAttached:
		w.d.Attached = append(w.d.Attached, strings.TrimRight(text, "。；;"))
	case headName:
		w.d.Masthead.Name += text
	case headSentTo:
		w.d.Masthead.SentTo += text
	case headCopies:
		copies, err := strconv.Atoi(strings.TrimSuffix(text, "份"))
		if err != nil || copies < 1 {
			w.refuse(n, "份数应为正整数，如 60")
			return
		}
		w.d.Masthead.Copies = copies
	case headLetter, headCopy, headSecrecy:
		w.letterhead(n, text)
	case headCC:
		w.d.Imprint.CC += strings.TrimRight(text, "。")
	case headPrinter:
		w.d.Imprint.Printer += text
	}
}

// letterhead takes a line of 版头.
func (w *writing) letterhead(n int, text string) {
	if w.d.Letterhead == nil {
		w.d.Letterhead = &Letterhead{}
	}
	switch head := w.d.Letterhead; w.heading {
	case headLetter:
		head.Name += text
	case headCopy:
		if len(text) != 6 || strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) }) {
			w.refuse(n, "份号应为6位数字，如 000001")
			return
		}
		head.Copy = text
	case headSecrecy:
		head.Secrecy += text
	}
}

// beheaded refuses what stands in a letterhead without the name of who issues it.
func (w *writing) beheaded() {
	if head := w.d.Letterhead; head != nil && head.Name == "" {
		w.refuse(0, "有【份号】或【密级】，还要有【版头】")
		w.d.Letterhead = nil
	}
}
