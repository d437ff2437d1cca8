package main

import (
	"fmt"
	"testing"
)

func TestVisitsBringTheirIssues(t *testing.T) {
	file := open(t)
	raised := map[string]row{}
	for _, q := range read(t, file, "问题清单") {
		raised[q["编号"]] = q
	}
	leaders := set(read(t, file, "链长制"), "姓名或单位")
	firms := set(read(t, file, "企业清单"), "企业名称")
	keys, brought := map[string]bool{}, 0
	for i, v := range read(t, file, "走访记录") {
		if key := v["日期"] + v["企业"]; keys[key] {
			t.Errorf("走访记录!%d: %s visited twice in a day", i+2, v["企业"])
		} else {
			keys[key] = true
		}
		workday(t, "走访 "+v["企业"], calendar(t, v["日期"]))
		if !firms[v["企业"]] || !leaders[v["带队领导"]] || v["意见建议"] == "" {
			t.Errorf("走访记录!%d: %v", i+2, v)
		}
		for _, code := range several(v["问题编号"]) {
			q := raised[code]
			if q == nil || q["企业"] != v["企业"] || q["提出日期"] != v["日期"] || q["来源"] != fromVisit {
				t.Errorf("走访记录!%d: %s is another's: %v", i+2, code, q)
			}
			brought++
		}
	}
	if want := 33; brought != want {
		t.Errorf("%d issues come from visits, want %d", brought, want)
	}
}

// TestVisitCoverage counts the listed enterprises visited in a year by October.
func TestVisitCoverage(t *testing.T) {
	b := openBook(t)
	visits := read(t, open(t), "走访记录")
	for _, c := range []struct {
		chain string
		m     month
		want  string
	}{
		{energy, ym(2026, 10), "37/53"},
		{materials, ym(2026, 10), "19/36"},
		{energy, ym(2025, 10), "18/48"},
		{materials, ym(2025, 10), "11/34"},
	} {
		visited := map[string]bool{}
		for _, v := range visits {
			if on := calendar(t, v["日期"]); on.Year() == c.m.year() && int(on.Month()) <= c.m.number() {
				visited[v["企业"]] = true
			}
		}
		listed, seen := 0, 0
		for _, f := range b.firms {
			month := c.m.String()
			if several(f["产业链"])[0] != chainName(c.chain) || f["规上"] != "是" || f["入规年月"] > month || f["退规年月"] != "" && f["退规年月"] <= month {
				continue
			}
			listed++
			if visited[f["企业名称"]] {
				seen++
			}
		}
		if got := fmt.Sprintf("%d/%d", seen, listed); got != c.want {
			t.Errorf("%s %s: %s visited, want %s", c.chain, c.m, got, c.want)
		}
	}
}
