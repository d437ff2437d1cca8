package industry

import (
	"strings"
	"testing"
)

// 计划 3月 (domain S54): missed at the end of March; March, April and May running are red.
func TestStartLight(t *testing.T) {
	p := Project{PlannedStart: "2026-03-10", Dates: map[Stage]Date{}}
	for at, want := range map[Date]Light{
		"2026-02-28": Green, "2026-03-11": Green, "2026-03-30": Green, "2026-03-31": Yellow, "2026-04-01": Yellow,
		"2026-05-30": Yellow, "2026-05-31": Red, "2026-12-31": Red,
	} {
		if l, ok := p.StartLight(at); !ok || l.Light != want {
			t.Errorf("%s: %+v, want %s", at, l, want)
		}
	}
	p.Dates[Started] = "2026-06-01"
	if l, _ := p.StartLight("2026-06-01"); l.Light != Green {
		t.Errorf("started: %+v", l)
	}
	if l, _ := p.StartLight("2026-05-31"); l.Light != Red {
		t.Errorf("the day before: %+v", l)
	}
	p.Dates[Suspended] = "2026-06-02"
	if _, ok := p.StartLight("2026-06-02"); ok {
		t.Error("a suspended project is judged")
	}
	if _, ok := (Project{}).StartLight("2026-06-02"); ok {
		t.Error("a project without a plan is judged")
	}
}

// 开工 15 March: a month is full on 15 April, two on 15 May.
func TestEntryLight(t *testing.T) {
	p := Project{Dates: map[Stage]Date{Started: "2026-03-15"}}
	for at, want := range map[Date]ProjectLight{
		"2026-04-14": {Light: NoLight, Word: "未到期"}, "2026-04-15": {Light: Yellow}, "2026-05-15": {Light: Yellow}, "2026-05-16": {Light: Red},
	} {
		if l, ok := p.EntryLight(at); !ok || l.Light != want.Light || l.Word != want.Word {
			t.Errorf("%s: %+v, want %+v", at, l, want)
		}
	}
	p.EnteredOn = "2026-05-16"
	if l, _ := p.EntryLight("2026-05-16"); l.Light != Green {
		t.Errorf("entered: %+v", l)
	}
	if l, _ := p.EntryLight("2026-05-15"); l.Light != Yellow {
		t.Errorf("the day before: %+v", l)
	}
	if _, ok := p.EntryLight("2026-03-14"); ok {
		t.Error("judged before it was started")
	}
	for d, want := range map[Date]Date{"2026-01-31": "2026-02-28", "2026-12-31": "2027-01-31", "2024-01-31": "2024-02-29"} {
		if got := d.monthsLater(1); got != want {
			t.Errorf("a month after %s: %s", d, got)
		}
	}
}

func TestEntryDate(t *testing.T) {
	for text, want := range map[string]Date{
		"2026-03-15": "2026-03-15", "2026/3/15": "2026-03-15", " 2026年3月5日": "2026-03-05", "2026.12.1": "2026-12-01", "待定": "", "2026-02-30": "",
	} {
		if got := entryDate(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// The list's column shows the worse of both, and says where 入库 cannot be judged.
func TestRuleLightColumn(t *testing.T) {
	row := func(extra map[string]string, pairs ...string) Record {
		r := NewRecord(ProjectRegister)
		for i := 0; i < len(pairs); i += 2 {
			r.Set(pairs[i], pairs[i+1])
		}
		r.Extra = extra
		return r
	}
	late := row(nil, "code", "P1", "planned_start", "2026-03-10")
	started := row(nil, "code", "P2", "planned_start", "2026-03-10", "started_on", "2026-03-15")
	entered := row(map[string]string{entryColumn: "2026/4/1"}, "code", "P3", "started_on", "2026-03-15")
	for _, c := range []struct {
		records []Record
		of      Record
		want    string
		note    string
	}{
		{[]Record{late}, late, "■ 红", "连续7个月未开工"},
		{[]Record{started}, started, "● 绿", "项目清单没有入库日期，不评定入库"},
		{[]Record{started, entered}, started, "■ 红", "超过两个月"},
		{[]Record{started, entered}, entered, "● 绿", "2026-04-01入库"},
		{[]Record{row(nil, "code", "P4")}, row(nil, "code", "P4"), undefined, ""},
	} {
		f := &ListFacts{Records: c.records, Today: "2026-09-30"}
		cell := ruleLightCell(f.item(c.of))
		if cell.Shown != c.want || !strings.Contains(cell.Note, c.note) {
			t.Errorf("%s: %q %s", c.of.Get("code"), cell.Shown, cell.Note)
		}
	}
}
