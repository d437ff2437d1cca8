package server

import (
	"slices"
	"testing"
)

func TestPauses(t *testing.T) {
	for text, want := range map[string][]string{
		"": nil, "未复验": {"未复验"},
		"协商用气价格，竣工后一个月内点火": {"协商用气价格，", "竣工后一个月内点火"},
		"甲，乙；丙，": {"甲，", "乙；", "丙，"},
	} {
		if got := pauses(text); !slices.Equal(got, want) {
			t.Errorf("%s: %q", text, got)
		}
	}
}
