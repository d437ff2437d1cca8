package main

import (
	"strconv"
	"testing"
)

func TestQuarterlyPlansEndAtTheTarget(t *testing.T) {
	plans := 0
	for _, r := range read(t, open(t), "年度目标") {
		filled := 0
		for _, h := range []string{"一季度(万元)", "二季度(万元)", "三季度(万元)", "四季度(万元)"} {
			if r[h] != "" {
				filled++
			}
		}
		switch {
		case filled == 4 && r["四季度(万元)"] == r["目标值(万元)"] && r["目标类型"] == "总量":
			plans++
		case filled != 0:
			t.Errorf("%s %s %s: a plan of %d quarters ending at %s of %s", r["年份"], r["对象"], r["指标"], filled, r["四季度(万元)"], r["目标值(万元)"])
		}
	}
	if plans != 2 {
		t.Errorf("%d quarterly plans, want 2", plans)
	}
}

// TestLightsOfOctober works the default rule out for figures a chain reports or
// sums: completion against 10/12 of the year or the quarterly plan.
func TestLightsOfOctober(t *testing.T) {
	b := openBook(t)
	got := map[string]string{}
	for _, r := range read(t, open(t), "年度目标") {
		if r["年份"] != strconv.Itoa(newest().year()) || r["产业链"] != "" {
			continue
		}
		if light := b.light(r); light != "" {
			got[r["对象"]+" "+r["指标"]] = light
		}
	}
	want := map[string]string{
		"新能源产业链 营业收入": "green", "新能源产业链 利润总额": "green", "新能源产业链 税收": "yellow", "新能源产业链 研发费用": "yellow",
		"新能源产业链 工业投资": "red", "新能源产业链 工业增加值增速": "yellow",
		"新材料产业链 营业收入": "yellow", "新材料产业链 利润总额": "yellow", "新材料产业链 税收": "red", "新材料产业链 研发费用": "green",
		"新材料产业链 工业投资": "green", "新材料产业链 工业增加值增速": "green",
		"新能源产业链 科贷通放款": "green", "新能源产业链 科贷通户数": "green", "新材料产业链 科贷通放款": "green", "新材料产业链 科贷通户数": "green",
	}
	for k, light := range want {
		if got[k] != light {
			t.Errorf("%s is %s, want %s", k, got[k], light)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d lights, want %d: %v", len(got), len(want), got)
	}
}

// light is "" where October has no figure (registers, the yearly one).
func (b *book) light(target row) string {
	source := map[string]string{
		"税收": "税务局", "工业投资": "工信局", "工业增加值增速": "统计局", "科贷通放款": "科技局", "科贷通户数": "科技局",
	}[target["指标"]]
	own := b.byKey[key(row{"对象": target["对象"], "指标": target["指标"], "来源部门": source}, newest().String())]
	goal := float64(b.cents(target, "目标值(万元)"))
	if target["目标类型"] == "增速" {
		rate, err := strconv.ParseFloat(own["同比(%)"], 64)
		if err != nil {
			b.t.Fatal(err)
		}
		return judge(rate-goal/100, rate)
	}
	var done float64
	switch {
	case own != nil:
		done = float64(b.cents(own, cumulativeHeader))
	default:
		done = float64(b.headline(target["对象"], target["指标"], newest()).cumulative)
	}
	if done == 0 {
		return ""
	}
	pace := 1000.0 / 12
	if target["三季度(万元)"] != "" {
		third := float64(b.cents(target, "三季度(万元)"))
		pace = 100 * (third + (goal-third)/3) / goal
	}
	ahead := 100*done/goal - pace
	return judge(ahead, ahead+10)
}

// judge is green from 0 on, yellow while the floor is not negative, else red.
func judge(ahead, floor float64) string {
	switch {
	case ahead >= 0:
		return "green"
	case floor >= 0:
		return "yellow"
	}
	return "red"
}
