package workbook

import (
	"testing"

	"chainboard/industry"
)

// No header of a register may mean two of its fields, none may look like a unit,
// and what Write writes must name its own field.
func TestVocabulary(t *testing.T) {
	for _, g := range industry.Registers() {
		owner := map[string]string{}
		for i := range g.Fields {
			f := &g.Fields[i]
			for _, name := range append([]string{f.Name}, f.Aliases...) {
				word := fold(name)
				if other, taken := owner[word]; taken {
					t.Errorf("%s: “%s” means both %s and %s", g.Sheet, name, other, f.Name)
				}
				owner[word] = f.Name
				if bare, unit := splitUnit(word); bare != word || unit != "" {
					t.Errorf("%s: “%s” is taken apart into “%s” and “%s”", g.Sheet, name, bare, unit)
				}
				if labelKind(name) != dataLine {
					t.Errorf("%s: “%s” looks like a total or a note", g.Sheet, name)
				}
			}
			h := parseHeader(&cell{text: headerText(f)})
			if vocabulary(g)[h.name].field != i {
				t.Errorf("%s: the header “%s” does not name its field", g.Sheet, headerText(f))
			}
		}
		if registerOf(" "+g.Sheet+"\n") != g {
			t.Errorf("the sheet %s is not found by its name", g.Sheet)
		}
	}
	if registerOf("资料") != nil {
		t.Error("an unknown sheet is found")
	}
}
