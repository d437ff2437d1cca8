package industry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ListEntry is one list as a county has it: called its way, shown or not.
type ListEntry struct {
	Code  string
	Name  string
	Shown bool // in the navigation
}

// ListSet is every list once, in the county's order.
type ListSet []ListEntry

// ListPreset is a reading of 五清单 (domain 1.1, 1.2).
type ListPreset struct {
	Code  string
	Name  string
	Lists []string // the five, in order
}

// ListPresets returns the readings, the usual one first.
func ListPresets() []ListPreset {
	return []ListPreset{
		{"usual", "企业、项目、集群、问题、政策", []string{"enterprises", "projects", "clusters", "issues", "policies"}},
		{"second", "企业、项目、平台、技术、瓶颈", []string{"enterprises", "projects", "platforms", "technologies", "bottlenecks"}},
	}
}

// Set returns the preset's five lists under their own names, then the others not
// shown but for the ledgers, which belong to none of the readings.
func (p ListPreset) Set() ListSet {
	var set ListSet
	for _, code := range p.Lists {
		set = append(set, ListEntry{code, ListOf(code).Name, true})
	}
	for _, l := range Lists() {
		if !slices.Contains(p.Lists, l.Code) {
			set = append(set, ListEntry{l.Code, l.Name, l.Ledger})
		}
	}
	return set
}

// NameOf returns what a list is called here.
func (s ListSet) NameOf(code string) string {
	for _, e := range s {
		if e.Code == code {
			return e.Name
		}
	}
	return code
}

// longestName is how many characters a list's name may have: the navigation
// holds no more on one line.
const longestName = 12

// unnameable are the characters that neither a sheet of a workbook nor a file may
// have in its name.
const unnameable = `/\?*[]:'"<>|`

// FileName returns a name without the characters that a sheet or file cannot bear:
// one kept before they were refused still makes a file.
func FileName(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(unnameable, r) || unicode.IsControl(r) {
			return '－'
		}
		return r
	}, name)
}

// Check returns an Invalid error, by code under Fields, where a name is missing,
// too long, cannot name a file or borne by two lists, or no list is shown.
func (s ListSet) Check() error {
	e := Errorf(Invalid, "清单名称有误，请按提示改正")
	e.Fields = map[string]string{}
	shown := false
	bearer := map[string]string{}
	for _, entry := range s {
		shown = shown || entry.Shown
		switch n := utf8.RuneCountInString(entry.Name); {
		case n == 0:
			e.Fields[entry.Code] = "请填写名称"
		case n > longestName:
			e.Fields[entry.Code] = "名称最多12个字"
		case strings.ContainsAny(entry.Name, unnameable) || strings.ContainsFunc(entry.Name, unicode.IsControl):
			e.Fields[entry.Code] = "名称不能有 / \\ ? * [ ] : 等符号"
		case bearer[entry.Name] != "":
			e.Fields[entry.Code] = "与另一张清单同名"
		}
		bearer[entry.Name] = entry.Code
	}
	switch {
	case len(e.Fields) > 0:
		return e
	case !shown:
		return Errorf(Invalid, "至少要显示一张清单")
	}
	return nil
}
