package industry

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

func TestParseMilestones(t *testing.T) {
	list, unread := ParseMilestones("2026-06:中试；2027：量产；2026年9月:送样;2027.3:并网\n尽快投产；2026-13:无此月；2028:；:空")
	want := []Milestone{
		{"中试", 2026, 6, 2026 + 5.5/12}, {"量产", 2027, 0, 2027.5}, {"送样", 2026, 9, 2026 + 8.5/12}, {"并网", 2027, 3, 2027 + 2.5/12},
	}
	if !reflect.DeepEqual(list, want) {
		t.Errorf("got %+v", list)
	}
	if !slices.Equal(unread, []string{"尽快投产", "2026-13:无此月", "2028:", ":空"}) {
		t.Errorf("unread %q", unread)
	}
}

func segmentsNamed(names ...string) []Segment {
	list := make([]Segment, len(names))
	for i, name := range names {
		list[i] = Segment{Key: "ne" + KeySeparator + name, Chain: "ne", Code: name, Name: name, Order: Q(int64(i))}
	}
	return list
}

func TestTechnologyMapLaysOut(t *testing.T) {
	segments := segmentsNamed("电芯", "正极", "空的")
	m := TechnologyMapOf(TechnologyMapFacts{
		Segments: segments, Now: "2026-10-16", Firms: map[string]string{"91X": "示例甲"},
		Technologies: []Technology{
			{ID: "1", Segment: segments[1].Key, Name: "磷酸锰铁锂", Stage: "中试", Level: "跟跑", Start: 2026, Target: 2028, Milestones: "2026-06:百吨线；明年量产"},
			{ID: "2", Segment: segments[0].Key, Name: "叠片", Stage: "量产", Start: 2024, Target: 2025, Leader: "91X"},
			{ID: "3", Segment: segments[0].Key, Name: "钠电芯", Stage: "中试", Start: 2026, Target: 2027, Milestones: "2027-03:送样；2027-04:验收"},
			{ID: "4", Segment: segments[0].Key, Name: "半固态", Stage: "研发", Start: 2025, Target: 2030, Milestones: "2099:远期"},
			{ID: "5", Segment: "ne" + KeySeparator + "没有", Name: "无处可放", Start: 2026, Target: 2026},
		},
	})
	if m.From != 2024 || m.To != 2030 || fmt.Sprintf("%.2f", m.Now) != "2026.79" {
		t.Errorf("%d to %d, now %v", m.From, m.To, m.Now)
	}
	var lanes []string
	for _, l := range m.Lanes {
		lanes = append(lanes, fmt.Sprint(l.Name, l.Track, l.Tracks))
		for _, b := range l.Bars {
			lanes = append(lanes, fmt.Sprint(b.Name, b.Track, b.Leftwards))
			for _, s := range b.Milestones {
				lanes = append(lanes, fmt.Sprint(s.Text, s.Track))
			}
		}
	}
	// 送样 and 验收 are a month apart: one above the other. 叠片 and 半固态 overlap in 2025.
	want := []string{
		"电芯0 6", "叠片2 false", "半固态4 false", "钠电芯2 false", "送样1", "验收0",
		"正极6 3", "磷酸锰铁锂7 false", "百吨线6", "未登记的环节9 2", "无处可放9 false",
	}
	if !slices.Equal(lanes, want) {
		t.Errorf("got  %q\nwant %q", lanes, want)
	}
	if want := []UnreadMilestones{{"磷酸锰铁锂", "明年量产"}, {"半固态", "远期"}}; !reflect.DeepEqual(m.Unread, want) {
		t.Errorf("unread %+v", m.Unread)
	}
	if got := m.Lanes[0].Bars[0]; got.Leader == nil || *got.Leader != (Party{"91X", "示例甲"}) || got.Caption() != "示例甲" {
		t.Errorf("leader %+v", got.Leader)
	}
	if empty := TechnologyMapOf(TechnologyMapFacts{Now: "2026-10-16"}); empty.Lanes == nil || empty.Unread == nil || empty.Tracks != 0 {
		t.Errorf("empty map %+v", empty)
	}
}

// A text that would leave the drawing on the right ends at its bar's end.
func TestTechnologyMapTurnsTextsAtTheEnd(t *testing.T) {
	segments := segmentsNamed("电芯")
	m := TechnologyMapOf(TechnologyMapFacts{Segments: segments, Technologies: []Technology{
		{ID: "1", Segment: segments[0].Key, Name: "一项名称很长而且在最后一年才开始的共性技术", Start: 2030, Target: 2030, Milestones: "2030-12:很长的里程碑名称"},
		{ID: "2", Segment: segments[0].Key, Name: "短", Start: 2021, Target: 2023},
		{ID: "3", Segment: segments[0].Key, Name: "被长名称占去位置", Start: 2028, Target: 2028},
	}})
	bars := m.Lanes[0].Bars
	if bars[2].Name[:3] != "一" || !bars[2].Leftwards || !bars[2].Milestones[0].Leftwards {
		t.Errorf("%+v", bars[2])
	}
	if bars[0].Track != bars[1].Track || bars[1].Track == bars[2].Track {
		t.Errorf("tracks %d %d %d: the long name reaches back over 2028", bars[0].Track, bars[1].Track, bars[2].Track)
	}
}

func TestApplicationMapJoins(t *testing.T) {
	segments := segmentsNamed("电芯", "正极")
	row := func(segment int, field, scenario string, share Rate) Application {
		return Application{Segment: segments[segment].Key, Field: field, Scenario: scenario, Share: share}
	}
	m := ApplicationMapOf(ApplicationMapFacts{Segments: segments, Applications: []Application{
		row(1, "储能", "", Percent(40)),
		row(0, "储能", "工商业", Percent(20)), row(0, "储能", "电网侧", Percent(15)), row(0, "动力", "", Rate{}),
		row(0, "消费", "", Percent(30)), row(0, "消费", "手机", Percent(10)), row(1, "储能", "工商业", Rate{}),
	}})
	got := map[string]string{}
	for _, e := range m.Edges {
		got[e.From+"→"+e.To] = fmt.Sprint(e.Share, e.Weight)
	}
	want := map[string]string{
		"s:ne:电芯→f:储能":  "{35 true} 35", // the sum over its scenarios
		"s:ne:电芯→f:动力":  "{0 false} 5",  // unknown: a thin line
		"s:ne:电芯→f:消费":  "{30 true} 30", // its own row counts, not the scenarios
		"s:ne:正极→f:储能":  "{40 true} 40",
		"f:储能→c:储能/工商业": "{0 false} 25", // of two segments: no sum of parts of different wholes
		"f:储能→c:储能/电网侧": "{15 true} 15",
		"f:消费→c:消费/手机":  "{10 true} 10",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
	var nodes []string
	for _, n := range m.Nodes {
		nodes = append(nodes, fmt.Sprintf("%d %s", n.Column, n.Name))
	}
	if !slices.Equal(nodes, []string{"0 电芯", "0 正极", "1 储能", "1 动力", "1 消费", "2 工商业", "2 电网侧", "2 手机"}) {
		t.Errorf("nodes %v", nodes)
	}
	if empty := ApplicationMapOf(ApplicationMapFacts{}); empty.Nodes == nil || empty.Edges == nil || empty.Rows == nil {
		t.Errorf("empty map %+v", empty)
	}
}
