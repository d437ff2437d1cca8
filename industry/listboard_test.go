package industry

import (
	"fmt"
	"strings"
	"testing"
)

// TestBoard puts projects under the stage they stand at, dollars apart, and what
// has no stage under a lane of its own.
func TestBoard(t *testing.T) {
	f := county()
	f.Records = []Record{
		row(ProjectRegister, "code", "P1", "name", "储能基地", "chain", "ne", "total_investment", "100", "signed_on", "2026-01-12"),
		row(ProjectRegister, "code", "P2", "name", "海外电池", "chain", "ne", "currency", "美元", "total_investment", "3000", "signed_on", "2026-02-01"),
		row(ProjectRegister, "code", "P3", "name", "电解液", "chain", "ne", "total_investment", "50", "signed_on", "2026-01-01", "started_on", "2026-03-01"),
		row(ProjectRegister, "code", "P4", "name", "未定", "chain", "ne"),
		row(ProjectRegister, "code", "P5", "name", "铜箔", "chain", "cu", "signed_on", "2026-01-01"),
	}
	for i := range laneRows + 3 {
		f.Records = append(f.Records, row(ProjectRegister, "code", fmt.Sprintf("L%02d", i), "name", "线索", "chain", "ne", "lead_on", "2026-08-01"))
	}
	b, err := ListOf("projects").Lanes(f, ListQuery{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range b.Lanes {
		if l.Count > 0 {
			lines = append(lines, fmt.Sprintf("%s %d+%d %s %s", l.Label, len(l.Rows), l.More(), l.Sums["total_investment"].Decimal(), l.Sums["total_investment_usd"].Decimal()))
		}
	}
	want := "线索 12+3  \n签约 2+0 100 3000\n开工 1+0 50 \n未填 1+0  "
	if got := strings.Join(lines, "\n"); got != want || len(b.Lanes) != len(Stages())+1 || b.Total != 19 {
		t.Errorf("%d of %d lanes:\n%s\nwant\n%s", b.Total, len(b.Lanes), got, want)
	}
	if _, err := ListOf("policies").Lanes(f, ListQuery{}); err == nil {
		t.Error("policies go through no steps and still have a board")
	}
}
