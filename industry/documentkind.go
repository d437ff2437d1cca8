package industry

import (
	"slices"
	"strings"
)

// DocumentKind is what a paper is for.
type DocumentKind string

// The papers of a month.
const (
	Bulletin   DocumentKind = "bulletin"   // 通报, that goes to every unit
	Briefing   DocumentKind = "briefing"   // 简报, under a red head with its number
	Annex      DocumentKind = "annex"      // 附表
	Minutes    DocumentKind = "minutes"    // 纪要, what a meeting decided
	Compendium DocumentKind = "compendium" // 资料汇编, all there is of a chain
	Slides     DocumentKind = "slides"     // 会议演示, the pages of a meeting
)

// documentKinds are the kinds in the order people are shown them, what each is
// called and the endings of the files it can be had as, the usual one first.
var documentKinds = []struct {
	kind    DocumentKind
	label   string
	endings []string
}{
	{Bulletin, "通报", []string{".docx", ".pdf"}},
	{Briefing, "简报", []string{".docx", ".pdf"}},
	{Annex, "附表", []string{".xlsx", ".pdf", ".docx"}},
	{Minutes, "纪要", []string{".docx", ".pdf"}},
	{Compendium, "资料汇编", []string{".docx", ".pdf"}},
	{Slides, "会议演示", []string{".pptx"}},
}

// DocumentKinds returns the kinds of papers in the order people are shown them.
func DocumentKinds() []DocumentKind {
	kinds := make([]DocumentKind, len(documentKinds))
	for i, k := range documentKinds {
		kinds[i] = k.kind
	}
	return kinds
}

// Label returns what the kind is called.
func (k DocumentKind) Label() string {
	for _, known := range documentKinds {
		if known.kind == k {
			return known.label
		}
	}
	return string(k)
}

// Endings returns the endings of the files a kind can be had as, the usual one
// first.
func (k DocumentKind) Endings() []string {
	for _, known := range documentKinds {
		if known.kind == k {
			return known.endings
		}
	}
	return nil
}

// ParseDocumentKind reads a kind of papers. The empty text is the kind that a
// file of that ending usually is, Bulletin where more than one has it.
func ParseDocumentKind(text, ending string) (DocumentKind, error) {
	names := make([]string, len(documentKinds))
	for i, k := range documentKinds {
		if text == string(k.kind) || text == "" && k.endings[0] == ending {
			return k.kind, nil
		}
		names[i] = string(k.kind) + "（" + k.label + "）"
	}
	if text == "" {
		return Bulletin, nil
	}
	return "", Errorf(Invalid, "没有“%s”这种材料，请用 %s", text, strings.Join(names, "、"))
}

// DocumentEndings returns every ending of files of papers.
func DocumentEndings() []string {
	var all []string
	for _, k := range documentKinds {
		for _, ending := range k.endings {
			if !slices.Contains(all, ending) {
				all = append(all, ending)
			}
		}
	}
	return all
}
