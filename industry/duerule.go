package industry

import (
	"slices"
	"strconv"
	"strings"
)

// dueReader makes items of records.
type dueReader struct {
	facts   *ListFacts
	due     *Due
	weekend Date
	units   []string // departments by name, once looked up
}

// items returns what a record has due.
func (d *dueReader) items(r Record) []DueItem {
	switch r.Register {
	case IssueRegister:
		return d.issue(r)
	case DecisionRegister:
		it := DueItem{Kind: DueDecision, List: "decisions", Name: r.Get("content"), What: "时限", Department: Optional(r.Get("lead_department")), On: r.Date("due"), Supervised: r.Yes("supervised")}
		if decisionOpen(r) {
			return d.within(r, it)
		}
	case ProjectRegister:
		return d.project(r)
	case PolicyRegister:
		return d.expiring(r, DueItem{
			Kind: DuePolicy, List: "policies", Name: r.Get("name"), What: "有效期至", Department: Optional(r.Get("department")), On: r.Date("valid_until"),
		})
	case PlatformRegister:
		return d.expiring(r, DueItem{
			Kind: DuePlatform, List: "platforms", Name: r.Get("name"), What: "有效期至", Department: Optional(r.Get("host")), On: r.Date("valid_until"),
		})
	case EnterpriseRegister:
		return d.titles(r)
	}
	return nil
}

// within keeps an item that is past or due by the last day, its days and group
// worked out; one without a light gets that of its group.
func (d *dueReader) within(r Record, it DueItem) []DueItem {
	today := d.facts.Today
	if !it.On.Defined() || it.On > d.due.Until {
		return nil
	}
	it.ID, it.KindName = r.Key(), it.Kind.Label()
	if !it.Working {
		it.Days = it.On.DaysSince(today)
	}
	light := Green
	switch {
	case it.On < today:
		it.Group, light = DueLate, Red
	case it.On <= d.weekend:
		it.Group, light = DueWeek, Yellow
	default:
		it.Group = DueLater
	}
	if it.Light == "" {
		it.Light = light
	}
	return []DueItem{it}
}

func (d *dueReader) issue(r Record) []DueItem {
	calendar, today := d.facts.Calendar, d.facts.Today
	due := issueDue(r, calendar)
	if !issueOpen(r) || !due.Defined() {
		return nil
	}
	it := DueItem{
		Kind: DueIssue, List: "issues", Name: r.Get("content"), What: "应办结", Department: Optional(r.Get("lead_department")),
		On: due, Working: true, Supervised: r.Yes("supervised"),
	}
	it.Days = calendar.Between(today, due) - calendar.Between(due, today)
	kept := d.within(r, it)
	if len(kept) > 0 && d.due.Doubt == "" {
		d.due.Doubt = calendar.Doubt(r.Date("assigned_on"), max(due, today))
	}
	return kept
}

// project is the node a live project missed first, else the next one; its light
// is the one of the list of projects.
func (d *dueReader) project(r Record) []DueItem {
	p := ProjectOf(r)
	s, ok := d.facts.Limits.nextStepOf(p, d.facts.Today)
	if !ok {
		return nil
	}
	it := DueItem{
		Kind: DueProject, List: "projects", Name: p.Name, What: "计划" + s.stage.Label(), Department: Optional(p.Department), On: s.planned, Light: Green,
	}
	if s.overdue != nil {
		it.Light = s.overdue.Light
	}
	return d.within(r, it)
}

// expiring is what holds until a day: yellow once its list calls it expiring,
// recalled for a year after.
func (d *dueReader) expiring(r Record, it DueItem) []DueItem {
	today := d.facts.Today
	if !it.On.Defined() || today.DaysSince(it.On) > dueMemory {
		return nil
	}
	it.Light = Green
	switch days := it.On.DaysSince(today); {
	case days < 0:
		it.Light = Red
	case days <= expiryNotice:
		it.Light = Yellow
	}
	return d.within(r, it)
}

// titles are those of an enterprise that run out, or have run out without a
// renewal or a higher rung of their ladder.
func (d *dueReader) titles(r Record) []DueItem {
	e := EnterpriseOf(r)
	if e.Status == closed {
		return nil
	}
	var items []DueItem
	all := holdings(&e, d.facts.Today)
	for _, h := range all {
		if h.renewed || !h.valid && outgrown(h, all) {
			continue
		}
		department := ""
		if h.place < unlistedTitle {
			department = d.unit(titleKinds[h.place].department)
		}
		items = append(items, d.expiring(r, DueItem{
			Kind: DueTitle, List: "enterprises", Name: e.Name, What: h.name + "有效期至", Department: Optional(department), On: h.to,
		})...)
	}
	return items
}

// unit returns a department's name as the registers write it: 县科技局 for 科技局,
// where exactly one is meant.
func (d *dueReader) unit(name string) string {
	if d.units == nil {
		d.units = append([]string{}, d.facts.Directory.Names(ObjectDepartment, "")...)
	}
	found := ""
	for _, u := range d.units {
		if u == name || found != "" && strings.HasSuffix(u, name) {
			return name
		}
		if strings.HasSuffix(u, name) {
			found = u
		}
	}
	return orElse(found, name)
}

// Text says how far the day is: 逾期3个工作日, 今日, 剩5天; of what holds until a day
// 已到期3天.
func (it DueItem) Text() string {
	unit := "天"
	if it.Working {
		unit = "个工作日"
	}
	days := strconv.Itoa(max(it.Days, -it.Days)) + unit
	expiry := slices.Contains([]DueKind{DuePolicy, DuePlatform, DueTitle}, it.Kind)
	switch {
	case it.Group == DueLate && expiry:
		return "已到期" + days
	case it.Group == DueLate && it.Days == 0: // past its day, no working day since
		return "逾期"
	case it.Group == DueLate:
		return "逾期" + days
	case it.Days == 0 && expiry:
		return "今日到期"
	case it.Days == 0:
		return "今日"
	}
	return "剩" + days
}

// DueRule tells how the list and its lights come about.
func DueRule(l OverdueLimits) string {
	return "问题按办理时限的工作日计，其余按日历天计。项目列最先错过的计划节点，没有错过的列下一个，逾期" + strconv.Itoa(l.grace()) +
		"天以内（含）为黄、以上为红；问题、议定事项逾期为红，本周内到期为黄；政策、平台、资质已到期为红，到期前" + strconv.Itoa(expiryNotice) +
		"天内为黄，到期满一年的不再列出"
}
