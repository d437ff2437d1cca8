package report

import (
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/testkit"
)

// TestStructure: every part of every Office file has the elements, in the order, that
// the standard asks for, with everything a paper can have.
func TestStructure(t *testing.T) {
	d := briefing(t)
	d.Annexes = []industry.Table{*d.Sections[2].Blocks[0].Table}
	d.Number, d.Notes = "示链办〔2026〕12号", []string{"来源：示例"}
	d.Sections[1].Blocks[1].Reworded = &industry.Rewording{Was: "办理逾期。｜三件。", By: "张三", At: time.Date(2026, 11, 5, 9, 0, 0, 0, time.UTC)}
	plain := d
	plain.Masthead = nil
	for name, write := range map[string]func() ([]byte, error){
		"briefing.docx": func() ([]byte, error) { return Docx(d) },
		"bulletin.docx": func() ([]byte, error) { return Docx(plain) },
		"letter.docx":   func() ([]byte, error) { return Docx(letter(3)) },
		"empty.docx":    func() ([]byte, error) { return Docx(industry.Document{}) },
		"slides.pptx":   func() ([]byte, error) { return Pptx(d) },
		"empty.pptx":    func() ([]byte, error) { return Pptx(industry.Document{}) },
		"annex.xlsx":    func() ([]byte, error) { return Xlsx(d) },
	} {
		file, err := write()
		if err != nil {
			t.Fatal(err)
		}
		testkit.OfficePackage(t, name, file)
	}
}
