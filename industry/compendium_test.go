package industry

import (
	"strings"
	"testing"
)

// TestListWeight: a column of a list is as wide as most of its texts, not as its longest.
func TestListWeight(t *testing.T) {
	of := func(texts ...string) int {
		var rows []ListRow
		for _, text := range texts {
			rows = append(rows, ListRow{Cells: []ListCell{{Shown: text}}})
		}
		return listWeight(rows, 0)
	}
	long := strings.Repeat("长", 60)
	for _, c := range []struct {
		name string
		got  int
		want int
	}{
		{"words of two characters", of("骨干", "链主", "配套"), 4},
		{"names", of("示例丁亥碳材有限公司", "示例庚申电磁线公司"), 10},
		{"one long text of twenty", of(append(strings.Split(strings.Repeat("县工信局办,", 19), ","), long)...), 5},
		{"long texts", of(long, long), 16},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, not %d", c.name, c.got, c.want)
		}
	}
}

// TestCompendiumHeads: chains, maps and lists have a heading of their own line, which 目录
// has; a compendium of one chain does not repeat its name.
func TestCompendiumHeads(t *testing.T) {
	one := CompendiumFacts{
		Subject: "甲产业链", Month: NewMonth(2026, 10), Date: "2026-11-05", Records: "2026-11-05",
		Chains: []CompendiumChain{{Name: "甲产业链"}}, Maps: []CompendiumMap{{Name: "产业链图"}}, Lists: []ListPage{{List: &List{Name: "企业清单"}}},
	}
	all := one
	all.Chains = []CompendiumChain{{Name: "甲产业链"}, {Name: "乙产业链"}}
	for name, c := range map[string]struct {
		facts CompendiumFacts
		want  string
	}{
		"one chain":  {one, "（一）产业链图 （一）企业清单"},
		"all chains": {all, "（一）甲产业链 （二）乙产业链 （一）甲产业链 （二）乙产业链 （一）产业链图 （一）企业清单"},
	} {
		var got []string
		for _, s := range CompendiumOf(c.facts).Sections {
			for i, lead := range s.Leads() {
				if s.Blocks[i].Heading != "" {
					got = append(got, lead)
				}
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s", name, s)
		}
	}
}
