package workbook

import (
	"strings"

	"chainboard/industry"
)

// meaning says which field a header names and how far down the list of its
// names it stands: 0 is the field's own name.
type meaning struct {
	field, rank int
}

// vocabulary returns every header a register knows, folded.
func vocabulary(register *industry.Register) map[string]meaning {
	words := map[string]meaning{}
	add := func(word string, m meaning) {
		if old, taken := words[word]; word != "" && (!taken || old.rank > m.rank) {
			words[word] = m
		}
	}
	for i := range register.Fields {
		f := &register.Fields[i]
		names := append([]string{f.Name}, f.Aliases...)
		for rank, name := range names {
			add(fold(name), meaning{i, rank})
		}
		if f.Kind == industry.YesNo {
			add("是否"+fold(f.Name), meaning{i, len(names)})
		}
		if stem, ok := strings.CutSuffix(f.Name, "日期"); ok && f.Kind == industry.DateField {
			add(fold(stem)+"时间", meaning{i, len(names)})
		}
	}
	return words
}

// registerOf finds the register a sheet belongs to by its name, or nil.
func registerOf(sheet string) *industry.Register {
	name := fold(sheet)
	for _, register := range industry.Registers() {
		if name == fold(register.Sheet) {
			return register
		}
	}
	for _, register := range industry.Registers() {
		for _, alias := range register.Aliases {
			if name == fold(alias) {
				return register
			}
		}
	}
	return nil
}
