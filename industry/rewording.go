package industry

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Rewording is what people want in a month's paper instead of a paragraph the
// program wrote. It holds as long as the program writes that very paragraph: where
// the figures in it have changed since, it is not used, and shown as such.
type Rewording struct {
	Was  string    `json:"was"`  // the program's paragraph, as Block.Wording has it; NumberWording for 文号
	Text string    `json:"text"` // instead of it, a paragraph a line; "" leaves it out
	By   string    `json:"-"`
	At   time.Time `json:"at"`
}

// NumberWording stands as the paragraph of the rewording that is the paper's 文号,
// which the program never writes itself.
const NumberWording = "【文号】"

// Limits of the text of a rewording, in characters.
const (
	MostRewording = 2000
	MostNumber    = 40
)

// Reword puts people's words in place of the program's and returns those whose
// paragraph is not in the paper. Each block says by Was and Reworded what stood
// there; one that people left out stays, empty, until Clean.
func (d *Document) Reword(rewordings []Rewording) (unused []Rewording) {
	used := make([]bool, len(rewordings))
	for i, r := range rewordings {
		if r.Was == NumberWording {
			d.Number, used[i] = r.Text, true
		}
	}
	for i := range d.Sections {
		var blocks []Block
		for _, b := range d.Sections[i].Blocks {
			at := slices.IndexFunc(rewordings, func(r Rewording) bool { return b.Written() && r.Was == b.Wording() })
			if at < 0 {
				blocks = append(blocks, b)
				continue
			}
			used[at] = true
			blocks = append(blocks, rewordings[at].blocks()...)
		}
		d.Sections[i].Blocks = blocks
	}
	for i, r := range rewordings {
		if !used[i] {
			unused = append(unused, r)
		}
	}
	return unused
}

// blocks are the paragraphs of a rewording; the first tells what it stands for.
func (r *Rewording) blocks() []Block {
	var blocks []Block
	for _, line := range strings.Split(r.Text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			blocks = append(blocks, BlockOf(line))
		}
	}
	if len(blocks) == 0 {
		blocks = []Block{{}}
	}
	for i := range blocks {
		blocks[i].Reworded = &Rewording{By: r.By, At: r.At}
	}
	blocks[0].Reworded.Was = r.Was
	return blocks
}

// Clean takes the marks of what was reworded out of a paper, as it is issued:
// paragraphs left out are gone, and sections that are empty without them.
func (d *Document) Clean() {
	sections := d.Sections
	d.Sections = nil
	for _, s := range sections {
		var blocks []Block
		for _, b := range s.Blocks {
			if b.Reworded != nil && b.Wording() == "" {
				continue
			}
			b.Reworded = nil
			blocks = append(blocks, b)
		}
		d.add(s.Heading, blocks...)
	}
}

// Written reports whether the block is a paragraph, not a table or picture.
func (b Block) Written() bool { return b.Table == nil && b.Picture == nil }

// Check returns an Invalid error, by text under Fields, where the words cannot
// stand in a paper. It settles the brackets of 文号 to those of GB/T 9704: 〔2026〕.
func (r *Rewording) Check() error {
	fault := func(text string) error {
		err := Errorf(Invalid, "%s", text)
		err.Fields = map[string]string{"text": text}
		return err
	}
	most, what := MostRewording, "一段最多2000个字，请缩短"
	r.Text = strings.TrimSpace(strings.ReplaceAll(r.Text, "\r\n", "\n"))
	if r.Was == NumberWording {
		most, what = MostNumber, "文号最多40个字，如 示链办〔2026〕12号"
		r.Text = strings.NewReplacer("[", "〔", "]", "〕", "［", "〔", "］", "〕", "(", "〔", ")", "〕", "（", "〔", "）", "〕", "【", "〔", "】", "〕", "\n", "").Replace(r.Text)
	}
	if utf8.RuneCountInString(r.Text) > most {
		return fault(what)
	}
	if strings.ContainsFunc(r.Text, func(c rune) bool { return unicode.IsControl(c) && c != '\n' && c != '\t' }) {
		return fault("文字里有看不见的控制字符，请去掉后再保存")
	}
	return nil
}
