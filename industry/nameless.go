package industry

import (
	"slices"
	"strings"
)

// missingWarning names the firms whose revenue is missing from a sum.
const missingWarning = "未报企业：%s"

// baselessWarning comes before the names of firms without last year's figure.
const baselessWarning = "没有上年同期累计的企业："

// namelessWarnings leaves out what names firms.
func namelessWarnings(warnings []string) []string {
	missing, _, _ := strings.Cut(missingWarning, "%")
	return slices.DeleteFunc(slices.Clone(warnings), func(w string) bool {
		return strings.Contains(w, missing) || strings.Contains(w, baselessWarning)
	})
}

// Nameless returns the table for those who may not see single enterprises: it
// counts who has not reported, and names nobody.
func (t DispatchTable) Nameless() DispatchTable {
	t.Coverage.Missing = []Party{}
	t.Indicators = slices.Clone(t.Indicators)
	for i := range t.Indicators {
		t.Indicators[i].Warnings = namelessWarnings(t.Indicators[i].Warnings)
	}
	t.discreetGaps()
	return t
}
