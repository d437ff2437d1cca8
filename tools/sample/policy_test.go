package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestPoliciesAreInvented(t *testing.T) {
	of := segmentsOf(t)
	codeForm := regexp.MustCompile(`^示(国|省|市|)[府办发科财工信字]{1,3}〔20\d\d〕\d{1,2}号$`)
	rows := read(t, open(t), "政策清单")
	keys := map[string]bool{}
	var expired []string
	for _, p := range rows {
		key := p["文号"] + p["名称"]
		if keys[p["文号"]] && p["文号"] != "" || keys[key] {
			t.Errorf("%s twice", key)
		}
		keys[p["文号"]], keys[key] = true, true
		on := calendar(t, p["发布日期"])
		workday(t, p["名称"], on)
		if c := p["文号"]; c != "" && (!codeForm.MatchString(c) || !strings.Contains(c, on.Format("〔2006〕"))) {
			t.Errorf("%s of %s", c, on.Format("2006-01-02"))
		}
		if !strings.HasPrefix(p["名称"], "示例") || !strings.HasPrefix(p["发布机关"], "示例") {
			t.Errorf("%s could be taken for a real document", p["名称"])
		}
		for _, s := range several(p["适用环节"]) {
			if of[s] == "" || of[s] != p["产业链"] {
				t.Errorf("%s: 适用环节 %s", p["名称"], s)
			}
		}
		if p["有效期至"] != "" {
			until := calendar(t, p["有效期至"])
			if until.Before(on) {
				t.Errorf("%s ends before it begins", p["名称"])
			}
			if until.Before(today()) {
				expired = append(expired, p["名称"])
			}
		}
	}
	if !slices.Equal(expired, []string{"示例县招商引资优惠政策（试行）"}) {
		t.Errorf("expired: %v", expired)
	}
	tally(t, rows, "层级", map[string]int{"国家": 3, "省": 5, "市": 3, "县": 9})
	tally(t, rows, "公平竞争审查", map[string]int{reviewed: 14, pendingReview: 2, notSubject: 4})
}
