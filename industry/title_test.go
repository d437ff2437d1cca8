package industry

import (
	"slices"
	"testing"
)

// Titles run out by their day, a renewed or outgrown one is no loss, and one firm
// counts once however often it was granted (domain §5).
func TestTitlesAtTheMonthsEnd(t *testing.T) {
	m := month(t, "2026-10")
	firms := []Enterprise{
		{ID: "1", Name: "甲", Segment: "s", Titles: []Title{{"高企", "2023-11-16", "2026-11-15"}}},                                        // soon
		{ID: "2", Name: "乙", Titles: []Title{{"高新技术企业", "2023-09-16", "2026-09-15"}}},                                                  // run out
		{ID: "3", Name: "丙", Titles: []Title{{"高新技术企业", "2023-09-16", "2026-09-15"}, {"高新技术企业", "2026-09-16", "2029-09-15"}}},          // renewed: new
		{ID: "4", Name: "丁", Titles: []Title{{"高新技术企业", "2023-12-01", "2026-11-30"}, {"高新技术企业", "2026-12-01", "2029-11-30"}}},          // renewal is certain
		{ID: "5", Name: "戊", Titles: []Title{{"创新型中小企业", "2023-05-01", "2026-04-30"}, {"国家级专精特新“小巨人”企业", "2024-07-01", "2027-06-30"}}}, // outgrown
		{ID: "6", Name: "己", Titles: []Title{{"高新技术企业", "2024-05-01", "2027-04-30"}}},                                                  // within six months
		{ID: "7", Name: "庚", Titles: []Title{{"高新技术企业", "2026-11-01", "2029-10-31"}}},                                                  // not yet
		{ID: "8", Name: "辛", Status: closed, Titles: []Title{{"高新技术企业", "", ""}}},
		{ID: "9", Name: "壬", Titles: []Title{{"高新技术企业", "2026-10-31", ""}, {"绿色工厂", "2025-01-01", ""}}}, // new, open end; and one of no kind
	}
	rows, holders := TitlesOf(firms, map[string]string{"s": "电芯"}, m)
	row := func(name string) TitleRow {
		i := slices.IndexFunc(rows, func(r TitleRow) bool { return r.Name == name })
		if i < 0 {
			t.Fatalf("no row of %s", name)
		}
		return rows[i]
	}
	if r := row("高新技术企业"); r.Valid != 5 || r.New != 2 || r.Expiring3 != 1 || r.Expiring6 != 2 || r.Expired != 1 || r.Department != "科技局" {
		t.Errorf("%+v", r)
	}
	if r := row("创新型中小企业"); r.Valid != 0 || r.Expired != 0 || r.Department != "工信局" {
		t.Errorf("outgrown: %+v", r)
	}
	if r := row("专精特新小巨人企业"); r.Valid != 1 || r.Ladder != specialLadder {
		t.Errorf("%+v", r)
	}
	if r := row("绿色工厂"); r.Valid != 1 || r.Department != "" {
		t.Errorf("a title of no kind: %+v", r)
	}
	var got []string
	for _, h := range holders {
		got = append(got, h.Name+" "+h.StateLabel())
	}
	if want := []string{"乙 已到期未续", "甲 3个月内到期", "己 6个月内到期", "壬 本年新认定", "丙 本年新认定"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if h := holders[1]; h.Segment != "电芯" || h.Days != 15 || h.Title != "高新技术企业" {
		t.Errorf("%+v", h)
	}
}
