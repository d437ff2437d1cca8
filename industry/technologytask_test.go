package industry

import (
	"fmt"
	"slices"
	"testing"
)

func TestTechnologyTasksByUrgency(t *testing.T) {
	task := func(name, stage string, start, target int, milestones string) Technology {
		return Technology{ID: name, Segment: segmentsNamed("电芯")[0].Key, Name: name, Stage: stage, Start: start, Target: target, Milestones: milestones, Leader: "91X"}
	}
	m := TechnologyMapOf(TechnologyMapFacts{
		Segments: segmentsNamed("电芯"), Now: "2026-10-31", Firms: map[string]string{"91X": "示例甲"},
		Technologies: []Technology{
			task("已量产", "量产", 2020, 2024, "2024-06:量产"),
			task("中试未过", "研发", 2024, 2028, "2027-06:量产；2026-09:中试"),
			task("本月到期", "研发", 2024, 2028, "2026-10:中试"),
			task("三个月内", "中试", 2024, 2028, "2025-01:中试验收；2027-01:量产"),
			task("四个月外", "中试", 2024, 2028, "2027-02:投产"),
			task("只有年份", "中试", 2024, 2028, "2026:量产"),
			task("没有里程碑", "", 2024, 2025, "尽快"),
			task("明年才起", "研发", 2027, 2029, "2026-11:送样"),
			task("说过又过了", "研发", 2027, 2029, "2026-01:中试"),
		},
	})
	var got []string
	for _, task := range m.Tasks {
		got = append(got, fmt.Sprint(task.Name, " ", task.Step, " ", task.Due, " ", task.State, " ", task.Light.Label(), " ", task.Leader.Name))
	}
	want := []string{
		"没有里程碑 目标 2025-12 逾期 红 示例甲",
		"说过又过了 中试 2026-01 逾期 红 示例甲",
		"中试未过 中试 2026-09 逾期 红 示例甲",
		"本月到期 中试 2026-10 临近 黄 示例甲",
		"只有年份 量产 2026-12 临近 黄 示例甲",
		"三个月内 量产 2027-01 临近 黄 示例甲",
		"四个月外 投产 2027-02 按期 绿 示例甲",
		"明年才起 目标 2029-12 未启动 — 示例甲",
	}
	if !slices.Equal(got, want) {
		t.Errorf("tasks\n%q\nwant\n%q", got, want)
	}
}

func TestClustersOf(t *testing.T) {
	records := []Record{
		row(ClusterRegister, "name", "锂电集群", "chain", "ne", "region", "p1", "level", "省级", "enterprises", "21", "above_scale", "12", "revenue", "881200"),
		row(ClusterRegister, "name", "铜箔集群", "chain", "cu", "above_scale", "2", "enterprises", "30", "revenue", "990001"),
		row(ClusterRegister, "name", "县域集群", "enterprises", "3", "revenue", "500"),
	}
	regions := []Region{{Code: "p1", Name: "经开区"}}
	tell := func(chain string, open bool) (list []string) {
		for _, c := range ClustersOf(records, chain, regions, open) {
			list = append(list, fmt.Sprint(c.Name, " ", c.Region, " ", c.AboveScale.Decimal(), " ", c.Revenue.Decimal(), " ", c.Suppressed))
		}
		return list
	}
	if got := tell(AllChains, true); !slices.Equal(got, []string{"铜箔集群  2 990001 false", "锂电集群 经开区 12 881200 false", "县域集群   500 false"}) {
		t.Errorf("%q", got)
	}
	if got := tell(AllChains, false); !slices.Equal(got, []string{"铜箔集群  2  true", "锂电集群 经开区 12 881200 false", "县域集群   500 false"}) {
		t.Errorf("%q", got)
	}
	if got := tell("ne", false); len(got) != 1 {
		t.Errorf("%q", got)
	}
}
