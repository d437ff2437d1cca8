package report

import (
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/testkit"
)

// withWords is a compendium all of whose words are the same.
func withWords(words string) industry.Document {
	d := compendium(3)
	d.Title, d.Organ = []string{words}, words
	for i := range d.Sections {
		s := &d.Sections[i]
		s.Heading = words
		for j := range s.Blocks {
			b := &s.Blocks[j]
			b.Lead, b.Text = words, words
			if b.Heading != "" {
				b.Heading = words
			}
			if b.Table == nil {
				continue
			}
			table := *b.Table
			table.Title, table.Unit, table.Notes = words, words, []string{words}
			table.Columns = append([]industry.TableColumn(nil), table.Columns...)
			for k := range table.Columns {
				table.Columns[k].Name, table.Columns[k].Group = words, words
			}
			table.Rows = append([][]string(nil), table.Rows...)
			table.Rows[0] = []string{}
			for range table.Columns {
				table.Rows[0] = append(table.Rows[0], words)
			}
			b.Table = &table
		}
	}
	return d
}

// TestHostileWords: whatever people type into names, every form of a paper is made and
// is a file that opens.
func TestHostileWords(t *testing.T) {
	for name, words := range map[string]string{
		"empty": "", "control characters": "甲\x00乙\u202e丙\r\n\t丁\x0b", "no place to break": strings.Repeat("W", 300), "long": strings.Repeat("龘", 300),
		"beyond U+FFFF": strings.Repeat("😀𠮷", 20), "markup": `<w:p>&"']]>`, "not UTF-8": "甲\xff乙",
	} {
		t.Run(name, func(t *testing.T) {
			d := withWords(words)
			for ending, form := range map[string]func(industry.Document) ([]byte, error){".docx": Docx, ".xlsx": Xlsx, ".pptx": Pptx} {
				file, err := form(d)
				if err != nil {
					t.Errorf("%s: %v", ending, err)
					continue
				}
				testkit.OfficePackage(t, "paper"+ending, file)
			}
			pages := testkit.PDFPages(t, printed(t, d))
			if name != "beyond U+FFFF" {
				return
			}
			for _, l := range pages[0].Lines {
				if strings.Contains(l.Text, "〓〓") {
					return
				}
			}
			t.Errorf("the cover shows %v", pages[0].Lines)
		})
	}
}
