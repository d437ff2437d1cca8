package industry

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
)

// DecisionBoard is how what meetings decided is carried out, at the end of a day.
// Meetings are the county's: every chain has the same one.
type DecisionBoard struct {
	Today       Date            `json:"today"`
	Total       int             `json:"total"`
	Done        int             `json:"done"`
	Overdue     int             `json:"overdue"`    // open past the day
	Pending     int             `json:"pending"`    // open, the day not over
	Soon        int             `json:"soon"`       // of these, due within SoonDays
	Supervised  int             `json:"supervised"` // open and 督办
	Rates       []IssueShare    `json:"rates"`      // 完成率, 按期完成率
	Meetings    []DecisionGroup `json:"meetings"`
	Departments []DecisionGroup `json:"departments"` // by 牵头单位, the most overdue first
	Items       []DecisionItem  `json:"items"`       // overdue ones first, what is done last
}

// SoonDays is how many days ahead a decision is called to mind.
const SoonDays = 7

// DecisionGroup is one meeting's or department's part in them.
type DecisionGroup struct {
	Name       string `json:"name"`
	Total      int    `json:"total"`
	Done       int    `json:"done"`
	Overdue    int    `json:"overdue"`
	Pending    int    `json:"pending"`
	Soon       int    `json:"soon"`       // of these, due within SoonDays
	Longest    int    `json:"longest"`    // days past the day of the latest
	Supervised int    `json:"supervised"` // open and 督办
	newest     Date
}

// Share is 完成率 of the group.
func (g DecisionGroup) Share() IssueShare {
	return IssueShare{Name: "完成率", Rule: doneRule, Hits: g.Done, Of: g.Total}
}

// MarshalJSON writes the group and its 完成率 in percent, null of nothing.
func (g DecisionGroup) MarshalJSON() ([]byte, error) {
	type counts DecisionGroup
	return json.Marshal(struct {
		counts
		Completion Quantity `json:"completion"`
	}{counts(g), g.Share().Percent()})
}

// doneRule tells what 完成率 divides.
const doneRule = "已完成 ÷ 议定"

// DecisionItem is one thing a meeting decided.
type DecisionItem struct {
	ID          string   `json:"id"`
	Content     string   `json:"content"`
	Meeting     string   `json:"meeting"`
	Department  string   `json:"department"`
	Support     []string `json:"support"`
	Due         Date     `json:"due"`
	State       string   `json:"state"`
	Progress    string   `json:"progress"`
	Done        bool     `json:"done"`
	CompletedOn Date     `json:"completed_on"` // null where nobody wrote it down
	Overdue     bool     `json:"overdue"`
	Supervised  bool     `json:"supervised"`   // 督办
	Days        int      `json:"days"`         // left, negative: past; of what is done 0
	Working     int      `json:"working_days"` // of these, by the calendar as it stands
	Light       Light    `json:"light"`        // red past the day, yellow in its week, green of what was done by its day
	standing    string

	Subjects []NamedSubject `json:"subjects"` // what it concerns
}

// DecisionFacts is what a board of decisions is made from.
type DecisionFacts struct {
	Records   []Record // of 议定事项
	Today     Date
	Calendar  Calendar
	Directory *Directory        // names what decisions concern
	Issues    map[string]string // what issues are about, by code
}

// Standing says where the item is: 逾期3天, 今日到期, 剩5天, 按期完成, 逾期完成, 已完成.
func (d DecisionItem) Standing() string {
	switch {
	case d.standing == issueOverdue:
		return "逾期" + strconv.Itoa(-d.Days) + "天"
	case d.standing == issuePending && d.Days == 0:
		return "今日到期"
	case d.standing == issuePending:
		return "剩" + strconv.Itoa(d.Days) + "天"
	case d.standing == issueNoLimit:
		return "未定时限"
	case d.standing == issueLate:
		return "逾期完成"
	case d.standing == issueOnTime:
		return "按期完成"
	}
	return "已完成"
}

// soon reports whether the item is called to mind: its day is near and not over.
func (d DecisionItem) soon() bool {
	return d.standing == issuePending && d.Days <= SoonDays
}

// watched reports whether the item is open and supervised.
func (d DecisionItem) watched() bool { return d.Supervised && !d.Done }

// Situation is the standing with what is done about it: 逾期3天，督办.
func (d DecisionItem) Situation() string {
	if d.watched() {
		return d.Standing() + "，督办"
	}
	return d.Standing()
}

// BoardDecisions counts and lists what meetings decided; a day still counts, and
// 按期完成率 leaves out what is not yet due and what was done on a day nobody wrote
// down.
func BoardDecisions(f DecisionFacts) DecisionBoard {
	b := DecisionBoard{Today: f.Today, Items: []DecisionItem{}}
	onTime := IssueShare{Name: "按期完成率", Rule: "按期完成 ÷（按期完成＋逾期完成＋逾期未完成）", Figure: "decisions.on_time"}
	meetings, departments := map[string]*DecisionGroup{}, map[string]*DecisionGroup{}
	for _, r := range f.Records {
		it := f.item(r)
		b.Items = append(b.Items, it)
		b.Total++
		b.Done += boolInt(it.Done)
		b.Overdue += boolInt(it.Overdue)
		b.Pending += boolInt(!it.Done && !it.Overdue)
		b.Soon += boolInt(it.soon())
		b.Supervised += boolInt(it.watched())
		onTime.Hits += boolInt(it.standing == issueOnTime)
		onTime.Of += boolInt(slices.Contains([]string{issueOnTime, issueLate, issueOverdue}, it.standing))
		for name, groups := range map[string]map[string]*DecisionGroup{it.Meeting: meetings, it.Department: departments} {
			if groups[name] == nil {
				groups[name] = &DecisionGroup{Name: name}
			}
			groups[name].add(it)
		}
	}
	b.Rates = []IssueShare{{Name: "完成率", Rule: doneRule, Hits: b.Done, Of: b.Total, Figure: "decisions.completion"}, onTime}
	b.Meetings, b.Departments = decisionGroups(meetings), decisionGroups(departments)
	slices.SortFunc(b.Meetings, func(x, y DecisionGroup) int {
		return cmp.Or(cmp.Compare(y.newest, x.newest), cmp.Compare(x.Name, y.Name))
	})
	slices.SortFunc(b.Departments, func(x, y DecisionGroup) int {
		return cmp.Or(y.Overdue-x.Overdue, y.Total-x.Total, cmp.Compare(x.Name, y.Name))
	})
	slices.SortFunc(b.Items, func(x, y DecisionItem) int {
		return cmp.Or(boolInt(x.Done)-boolInt(y.Done), cmp.Compare(x.Due, y.Due), cmp.Compare(x.ID, y.ID))
	})
	return b
}

// GroupOf returns how much of a meeting is carried out.
func (b DecisionBoard) GroupOf(meeting string) DecisionGroup {
	for _, g := range b.Meetings {
		if g.Name == meeting {
			return g
		}
	}
	return DecisionGroup{Name: meeting}
}

// Of returns the items of a meeting in their order.
func (b DecisionBoard) Of(meeting string) []DecisionItem {
	var items []DecisionItem
	for _, it := range b.Items {
		if it.Meeting == meeting {
			items = append(items, it)
		}
	}
	return items
}

func (f *DecisionFacts) item(r Record) DecisionItem {
	today := f.Today
	it := DecisionItem{
		ID: r.Key(), Content: r.Get("content"), Meeting: r.Get("meeting"), Department: r.Get("lead_department"), Support: emptyNotNil(r.List("support_departments")),
		Due: r.Date("due"), State: r.Get("state"), Progress: r.Get("progress"), Done: !decisionOpen(r), CompletedOn: r.Date("completed_on"), Light: NoLight,
		Supervised: r.Yes("supervised"), standing: decisionDeadline(r, today), Subjects: []NamedSubject{},
	}
	it.Overdue = it.standing == issueOverdue
	switch {
	case it.standing == issueOnTime:
		it.Light = Green
	case !it.Done && it.Due.Defined():
		it.Days, it.Light = it.Due.DaysSince(today), dueLight(it.Due, today)
		it.Working = f.Calendar.Between(today, it.Due) - f.Calendar.Between(it.Due, today)
	}
	if f.Directory != nil {
		it.Subjects = f.Directory.NameSubjects(r, f.Issues)
	}
	return it
}

func (g *DecisionGroup) add(it DecisionItem) {
	g.Total++
	g.Done += boolInt(it.Done)
	g.Overdue += boolInt(it.Overdue)
	g.Pending += boolInt(!it.Done && !it.Overdue)
	g.Soon += boolInt(it.soon())
	g.Supervised += boolInt(it.watched())
	if it.Overdue {
		g.Longest = max(g.Longest, -it.Days)
	}
	g.newest = max(g.newest, it.Due)
}

func decisionGroups(groups map[string]*DecisionGroup) []DecisionGroup {
	list := make([]DecisionGroup, 0, len(groups))
	for _, g := range groups {
		list = append(list, *g)
	}
	return list
}
