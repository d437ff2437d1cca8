package industry

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// DocumentTemplate is how a county words and orders a kind of papers. Its text has the
// parts of the paper under headings in 【】, one paragraph a line: 【标题】 and
// the like are the paper's own, any other heading begins a section; of 【甲｜乙】 papers
// of all chains have the first, papers of one chain the second. A line that is
// a field alone, {主要指标表}, stands for what the program writes there; within a
// line a field stands for a word or figure. Words before ｜ are the line's lead.
type DocumentTemplate struct {
	Kind    DocumentKind `json:"kind"`
	Text    string       `json:"text"`
	Version int64        `json:"version"` // 0: the program's own
	By      string       `json:"-"`
	At      time.Time    `json:"at,omitzero"` // not there for the program's own
}

// MostTemplate is the most characters of a template.
const MostTemplate = 20_000

// Fields are what a template may name, and what of the paper no template changes.
type Fields struct {
	Paper    Document // its kind, date, month and number
	OneChain bool     // the paper is of one chain, not of all of them
	Words    []Word
	Passages []Passage
}

// Word is a field within a sentence. Text is "—" where the month has no figure of
// it: a line that names it is left out of the paper.
type Word struct{ Name, Text string }

// Passage is a field that stands alone in its line.
type Passage struct {
	Name   string
	Blocks []Block
}

// TemplateNote says what a line of a template cannot do, or did not do with the
// figures at hand.
type TemplateNote struct {
	Line    int // from 1; 0 for the whole
	Text    string
	Refused bool // it has to be mended before the template is saved
}

// writing is a paper while a template writes it.
type writing struct {
	Fields
	d       Document
	notes   []TemplateNote
	heading string
	ours    bool           // heading is one of the paper's own
	begun   map[string]int // the lines of the paper's own headings
	blocks  []Block
}

var fieldPattern = regexp.MustCompile(`\{([^{}]*)\}`)

// Write makes the paper that the template words, with notes on its lines.
func (t DocumentTemplate) Write(f Fields) (Document, []TemplateNote) {
	w := writing{Fields: f, d: f.Paper, begun: map[string]int{}}
	if f.Paper.Masthead != nil {
		head := *f.Paper.Masthead
		w.d.Masthead = &head
	}
	for i, line := range strings.Split(t.Text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			w.line(i+1, line)
		}
	}
	w.endSection()
	w.beheaded()
	if len(w.d.Title) == 0 {
		w.refuse(0, "缺少【标题】，或标题没有内容")
	}
	return w.d, w.notes
}

func (w *writing) refuse(line int, format string, args ...any) {
	w.notes = append(w.notes, TemplateNote{line, fmt.Sprintf(format, args...), true})
}

func (w *writing) line(n int, line string) {
	if strings.HasPrefix(line, "【") && strings.HasSuffix(line, "】") {
		w.begin(n, strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(line, "【"), "】")))
		return
	}
	if w.heading == "" {
		w.refuse(n, "这一行前面没有标题行，请先写一行【标题】或【总体情况】这样的标题")
		return
	}
	if name, ok := alone(line); ok && !w.ours {
		if i := slices.IndexFunc(w.Passages, func(p Passage) bool { return p.Name == name }); i >= 0 {
			if len(w.Passages[i].Blocks) == 0 {
				w.notes = append(w.notes, TemplateNote{Line: n, Text: "{" + name + "}本月没有内容"})
			}
			w.blocks = append(w.blocks, w.Passages[i].Blocks...)
			return
		}
	}
	text, ok := w.words(n, line)
	switch {
	case !ok:
	case w.ours:
		w.own(n, text)
	default:
		w.blocks = append(w.blocks, BlockOf(text))
	}
}

// alone reports whether a line is nothing but a field.
func alone(line string) (name string, ok bool) {
	found := fieldPattern.FindStringSubmatch(line)
	if found == nil || found[0] != line {
		return "", false
	}
	return found[1], true
}

// begin takes a heading.
func (w *writing) begin(n int, heading string) {
	w.endSection()
	ofAll, ofOne, either := strings.Cut(heading, wordingBar)
	if either {
		ofAll, ofOne = strings.TrimSpace(ofAll), strings.TrimSpace(ofOne)
		if heading = ofAll; w.OneChain {
			heading = ofOne
		}
	}
	w.heading = heading
	w.ours = slices.Contains(w.headings(), heading)
	switch own := slices.Concat(w.headings(), mastheadHeads, letterHeads); {
	case either && (ofAll == "" || ofOne == "" || strings.Contains(ofOne, wordingBar) || slices.Contains(own, ofAll) || slices.Contains(own, ofOne)):
		w.refuse(n, "标题行里的｜前后各写一个节的标题，如【分链进展｜细分链运行情况】：各链合写的用前一个，单条链的用后一个")
	case heading == "" || strings.ContainsAny(heading, "{}【】"):
		w.refuse(n, "标题行应写成【总体情况】，里面不能有字段")
	case !w.ours && slices.Contains(own, heading):
		w.refuse(n, "%s没有【%s】，请去掉", w.Paper.Kind.Label(), heading)
	case w.ours && w.begun[heading] > 0:
		w.refuse(n, "【%s】在第%d行已经有了", heading, w.begun[heading])
	case w.ours:
		w.begun[heading] = n
	}
}

// words puts the words and figures of fields in a line. It is not ok where the
// line cannot stand in the paper.
func (w *writing) words(n int, line string) (text string, ok bool) {
	ok = true
	text = fieldPattern.ReplaceAllStringFunc(line, func(field string) string {
		name := strings.Trim(field, "{}")
		i := slices.IndexFunc(w.Words, func(word Word) bool { return word.Name == name })
		switch {
		case i >= 0 && w.Words[i].Text != undefined:
			return w.Words[i].Text
		case i >= 0:
			w.notes = append(w.notes, TemplateNote{Line: n, Text: "{" + name + "}本月没有数，这一行没有写进去"})
		case slices.ContainsFunc(w.Passages, func(p Passage) bool { return p.Name == name }):
			w.refuse(n, "{%s}是整段内容，请在一节里单独成行", name)
		default:
			w.refuse(n, "没有{%s}这个字段，请从字段表里选", name)
		}
		ok = false
		return ""
	})
	if ok && strings.ContainsAny(text, "{}") {
		w.refuse(n, "花括号不成对，字段应写成{期间}")
		ok = false
	}
	return text, ok
}

func (w *writing) endSection() {
	if !w.ours {
		w.d.add(w.heading, w.blocks...)
	}
	w.blocks = nil
}

// wordingBar parts the lead of a paragraph from the rest where people write both
// in one line.
const wordingBar = "｜"

// Wording is a paragraph in one line, as people edit it.
func (b Block) Wording() string {
	if b.Lead == "" {
		return b.Text
	}
	return b.Lead + wordingBar + b.Text
}

// BlockOf reads a paragraph as people edit it: the words before ｜ are its lead.
func BlockOf(line string) Block {
	if lead, text, ok := strings.Cut(line, wordingBar); ok {
		return Block{Lead: strings.TrimSpace(lead), Text: strings.TrimSpace(text)}
	}
	return Block{Text: line}
}

// Check returns an Invalid error with the sentences of what has to be mended
// before the template is saved; f are the fields of any month.
func (t DocumentTemplate) Check(f Fields) error {
	fault := func(text string) error {
		err := Errorf(Invalid, "模板有误，请按提示改正")
		err.Fields = map[string]string{"text": text}
		return err
	}
	if n := utf8.RuneCountInString(t.Text); n > MostTemplate {
		return fault(fmt.Sprintf("模板有%d个字，最多%d个字，请缩短", n, MostTemplate))
	}
	if strings.ContainsFunc(t.Text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
		return fault("模板里有看不见的控制字符，请去掉后再保存")
	}
	_, notes := t.Write(f)
	var faults []string
	for _, n := range notes {
		if n.Refused {
			faults = append(faults, n.Sentence())
		}
	}
	if len(faults) > 0 {
		return fault(strings.Join(faults, "；"))
	}
	return nil
}

// Sentence is the note with where it stands: 第3行：没有{营收}这个字段.
func (n TemplateNote) Sentence() string {
	if n.Line == 0 {
		return n.Text
	}
	return fmt.Sprintf("第%d行：%s", n.Line, n.Text)
}
