package industry

import (
	"strings"
	"testing"
)

// TestSlides: the pages go through a meeting in its order, lights have their shape,
// and what is done is not chased again.
func TestSlides(t *testing.T) {
	board := BoardDecisions(DecisionFacts{Today: "2026-11-20"})
	board.Items = []DecisionItem{
		{Content: "完成组卷。", Meeting: "上次会议", Department: "县自然资源局", Due: "2026-11-10", Days: -10, Overdue: true, Light: Red, standing: issueOverdue},
		{Content: "已办的事", Done: true, Light: Green, standing: issueOnTime},
	}
	board.Total, board.Done, board.Overdue = 2, 1, 1
	f := SlidesFacts{
		Meeting: Meeting{Name: "11月调度会", HeldOn: "2026-11-20"}, Before: board,
		Own:      []DecisionItem{{Content: "开工", Department: "县工信局", Support: []string{"县发改委", "县住建局"}, Due: "2026-12-10"}},
		Overdues: []OpenIssue{{Content: "用电未落实", Department: "县供电公司", Due: "2026-11-01", Days: -14, Overdue: true, Light: Red}},
	}
	f.Overview.Table = DispatchTable{Chain: AllChains, Month: NewMonth(2026, 10), Indicators: []Line{{Light: Yellow}}}
	d := SlidesOf(f)
	if d.Title[1] != "11月调度会" || d.Date != "2026-11-20" || d.Kind != Slides {
		t.Errorf("the cover says %v %v", d.Title, d.Date)
	}
	var headings, cells []string
	for _, s := range d.Sections {
		headings = append(headings, s.Heading)
		for _, b := range s.Blocks {
			if b.Table == nil {
				continue
			}
			for _, row := range b.Table.Rows {
				if len(row) != len(b.Table.Columns) {
					t.Errorf("%s has a row of %d cells", b.Table.Title, len(row))
				}
				cells = append(cells, strings.Join(row, "|"))
			}
		}
	}
	if got := strings.Join(headings, " "); got != "历次议定事项办理情况 总体情况 存在问题 主要指标 营业收入走势 年度目标完成进度 逾期项目 逾期问题 本次议定事项" {
		t.Errorf("the order is %s", got)
	}
	all := strings.Join(cells, "\n")
	for _, want := range []string{"完成组卷|上次会议|县自然资源局|2026-11-10|■ 逾期10天", "用电未落实|县供电公司|2026-11-01|■ 逾期14个工作日", "开工|县工信局|县发改委、县住建局|2026-12-10"} {
		if !strings.Contains(all, want) {
			t.Errorf("the tables lack %s:\n%s", want, all)
		}
	}
	if strings.Contains(all, "已办的事") {
		t.Error("what is done is chased")
	}
	lit := shaped(&Table{Columns: []TableColumn{{Name: "灯"}}, Rows: [][]string{{"绿"}, {"黄"}, {"红"}, {"—"}, {"规则未规定"}}})
	for i, want := range []string{"● 绿", "▲ 黄", "■ 红", "—", "规则未规定"} {
		if lit.Rows[i][0] != want {
			t.Errorf("light %d is %s", i, lit.Rows[i][0])
		}
	}
}
