package industry

import (
	"fmt"
	"slices"
	"strings"
)

// missingWarning names the firms whose revenue is missing from a sum.
const missingWarning = "未报企业：%s"

// baselessWarning comes before the names of firms without last year's figure.
const baselessWarning = "没有上年同期累计的企业："

// Nameless returns the table for those who may not see single enterprises: it
// counts who has not reported, and names nobody.
func (t DispatchTable) Nameless() DispatchTable {
	named := fmt.Sprintf(missingWarning, names(t.Coverage.Missing))
	t.Coverage.Missing = []Party{}
	t.Indicators = slices.Clone(t.Indicators)
	for i := range t.Indicators {
		l := &t.Indicators[i]
		l.Warnings = slices.DeleteFunc(slices.Clone(l.Warnings), func(w string) bool { return w == named || strings.Contains(w, baselessWarning) })
	}
	return t
}
