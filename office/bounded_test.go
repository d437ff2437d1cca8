package office

import (
	"strconv"
	"strings"
	"testing"

	"chainboard/industry"
)

// Errors decide whether a batch may be applied: they are kept before warnings.
func TestProblemsAreBounded(t *testing.T) {
	problems := make([]industry.Problem, mostProblems+2)
	for k := range problems {
		problems[k] = industry.Problem{Level: industry.LevelWarning, Row: k}
	}
	problems[mostProblems+1].Level = industry.LevelError
	i := Import{Problems: problems, Notes: []string{"先前"}}.bounded()
	if len(i.Problems) != mostProblems || i.Problems[0].Row != mostProblems+1 || i.Problems[1].Row != 0 || i.Clean() {
		t.Errorf("%d problems, the first at rows %d and %d, clean %v", len(i.Problems), i.Problems[0].Row, i.Problems[1].Row, i.Clean())
	}
	if len(i.Notes) != 2 || !strings.HasPrefix(i.Notes[1], "问题共 "+strconv.Itoa(mostProblems+2)+" 个") {
		t.Errorf("notes %q", i.Notes)
	}
	i = Import{Problems: problems[:mostProblems]}.bounded()
	if len(i.Problems) != mostProblems || len(i.Notes) != 0 || i.Problems[7].Row != 7 {
		t.Errorf("within the bound: %d problems, %q", len(i.Problems), i.Notes)
	}
}
