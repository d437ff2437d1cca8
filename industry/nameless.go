package industry

import (
	"slices"
	"strings"
)

// missingWarning names the firms whose revenue is missing from a sum.
const missingWarning = "未报企业：%s"

// baselessWarning comes before the names of firms without last year's figure.
const baselessWarning = "没有上年同期累计的企业："

// ownSumWarning begins what says that a chain's own row and its list differ.
const ownSumWarning = "本链自报累计"

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
	for i := range t.Indicators {
		t.Indicators[i].hideFewFirms()
	}
	t.discreetGaps()
	return t
}

// hideFewFirms takes the sum of the list from beside a chain's own figure where
// it rests on fewer than three enterprises. The chain's figure stands.
func (l *Line) hideFewFirms() {
	n := l.Coverage.Reported
	if l.Origin != Reported || !n.Known || n.Parts == 0 || n.Parts >= fewest*Scale {
		return
	}
	l.SumOfEnterprises = Quantity{}
	l.Warnings = slices.DeleteFunc(l.Warnings, func(w string) bool { return strings.HasPrefix(w, ownSumWarning) })
}
