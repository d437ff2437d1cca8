package industry

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// ProjectLight is the light of one rule on a project and why.
type ProjectLight struct {
	Light  Light
	Word   string // in place of the light's own where it has none: 未到期
	Reason string
}

// The texts of 银川's two rules of projects (domain S54), with the side on which
// each boundary lies.
const (
	StartRule = "开工：按计划开工为绿；计划开工当月月底未开工为黄；连续三个月（含计划当月）月底未开工为红"
	EntryRule = "入库：已入投资统计库为绿；开工满一个月（含满月当日）未入库为黄；超过两个月（不含满两个月当日）未入库为红"
)

// runningMonths is how many month ends without a start make red.
const runningMonths = 3

// StartLight judges at the end of day at whether a project was started when it
// was planned, by 银川's rule (domain S54). It goes by months: a month counts as
// missed at its end, not on the planned day. ok is false where nothing is planned
// or the project is suspended or terminated.
func (p Project) StartLight(at Date) (l ProjectLight, ok bool) {
	if !p.PlannedStart.Defined() || !p.Live(at) {
		return ProjectLight{Light: NoLight}, false
	}
	if p.Reached(Started, at) {
		return ProjectLight{Light: Green, Reason: "已开工"}, true
	}
	ended := at.Month()
	if at != ended.Last() {
		ended--
	}
	missed := int(ended-p.PlannedStart.Month()) + 1
	plan := fmt.Sprintf("计划%d年%d月开工", p.PlannedStart.Month().Year(), p.PlannedStart.Month().Number())
	switch {
	case missed <= 0:
		return ProjectLight{Light: Green, Reason: plan + "，未到期"}, true
	case missed < runningMonths:
		return ProjectLight{Light: Yellow, Reason: fmt.Sprintf("%s，已%d个月应开未开", plan, missed)}, true
	}
	return ProjectLight{Light: Red, Reason: fmt.Sprintf("%s，连续%d个月未开工", plan, missed)}, true
}

// EntryLight judges at the end of day at whether a started project was entered in
// the investment statistics (入库, not 入规), by 银川's rule (domain S54). ok is
// false where nothing was started or the project is suspended or terminated.
func (p Project) EntryLight(at Date) (l ProjectLight, ok bool) {
	start := p.Dates[Started]
	if !p.dated(Started, at) || !p.Live(at) {
		return ProjectLight{Light: NoLight}, false
	}
	if p.EnteredOn.Defined() && p.EnteredOn <= at {
		return ProjectLight{Light: Green, Reason: string(p.EnteredOn) + "入库"}, true
	}
	reason := string(start) + "开工，未入库"
	switch {
	case at > start.monthsLater(2):
		return ProjectLight{Light: Red, Reason: reason + "，超过两个月"}, true
	case at >= start.monthsLater(1):
		return ProjectLight{Light: Yellow, Reason: reason + "，已满一个月"}, true
	}
	return ProjectLight{Light: NoLight, Word: "未到期", Reason: reason + "，不满一个月"}, true
}

// monthsLater returns the same day n months later, the last one of a shorter month.
func (d Date) monthsLater(n int) Date {
	t := d.Time()
	m := d.Month().Add(n)
	day := min(t.Day(), m.Last().Time().Day())
	return DateOf(time.Date(m.Year(), time.Month(m.Number()), day, 12, 0, 0, 0, Shanghai))
}

// entryColumn is the column of 项目清单 that tells when a project entered the
// investment statistics. The contract has none: it is read where a county's own
// sheet carries it, and without it nothing is judged.
const entryColumn = "入库日期"

// entryDate reads 2026-03-15, 2026/3/15, 2026.3.15 and 2026年3月15日.
func entryDate(text string) Date {
	text = strings.NewReplacer("/", "-", ".", "-", "年", "-", "月", "-", "日", "").Replace(strings.TrimSpace(text))
	t, err := time.Parse("2006-1-2", text)
	if err != nil {
		return ""
	}
	return Date(t.Format(time.DateOnly))
}

// keepsEntries reports whether any project of the list tells when it was entered.
func (f *ListFacts) keepsEntries() bool {
	if f.entries == nil {
		kept := slices.ContainsFunc(f.Records, func(r Record) bool { return r.Extra[entryColumn] != "" })
		f.entries = &kept
	}
	return *f.entries
}

// ruleLightCell is the worse of the lights of start and entry.
func ruleLightCell(it *listItem) ListCell {
	start, planned := it.project.StartLight(it.facts.Today)
	list, notes := []ProjectLight{}, []string{}
	if planned {
		list, notes = append(list, start), append(notes, start.Reason)
	}
	if entry, started := it.project.EntryLight(it.facts.Today); started && it.facts.keepsEntries() {
		list, notes = append(list, entry), append(notes, entry.Reason)
	} else if started {
		notes = append(notes, "项目清单没有入库日期，不评定入库")
	}
	worst := ProjectLight{Light: NoLight}
	for _, l := range list {
		if worst.Word == "" && worst.Light == NoLight || l.Light.grave() > worst.Light.grave() {
			worst = l
		}
	}
	note := strings.Join(append(notes, StartRule, EntryRule), "；")
	if len(list) == 0 {
		return ListCell{Values: []string{string(NoLight)}, Labels: []string{"不评定"}, Shown: undefined, Note: note}
	}
	word := orElse(worst.Word, worst.Light.Label())
	return ListCell{
		Values: []string{string(worst.Light)}, Labels: []string{word}, Number: Q(int64(worst.Light.grave())),
		Shown: worst.Light.Shape() + " " + word, Note: note,
	}
}

// grave orders the lights: none, green, yellow, red.
func (l Light) grave() int {
	switch l {
	case Green:
		return 1
	case Yellow:
		return 2
	case Red:
		return 3
	}
	return 0
}
