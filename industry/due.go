package industry

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// DueKind is what falls due.
type DueKind string

// The kinds, in the order of the choice above the list.
const (
	DueIssue    DueKind = "issue"
	DueDecision DueKind = "decision"
	DueProject  DueKind = "project"
	DuePolicy   DueKind = "policy"
	DuePlatform DueKind = "platform"
	DueTitle    DueKind = "title"
)

// DueKinds returns the kinds in order.
func DueKinds() []DueKind {
	return []DueKind{DueIssue, DueDecision, DueProject, DuePolicy, DuePlatform, DueTitle}
}

// Label returns the kind as screens say it.
func (k DueKind) Label() string {
	switch k {
	case DueIssue:
		return "问题"
	case DueDecision:
		return "议定事项"
	case DueProject:
		return "项目节点"
	case DuePolicy:
		return "政策"
	case DuePlatform:
		return "平台"
	case DueTitle:
		return "企业资质"
	}
	return string(k)
}

// The groups of what is due.
const (
	DueLate  = "overdue"
	DueWeek  = "week"  // up to Sunday
	DueLater = "later" // up to the last day asked for
)

// DueItem is one thing that is to be done, or runs out, by a day.
type DueItem struct {
	Kind       DueKind  `json:"kind"`
	KindName   string   `json:"kind_name"`
	List       string   `json:"list"` // where it stands, with its id
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	What       string   `json:"what"`       // 应办结, 计划开工, 有效期至
	Department Optional `json:"department"` // who is responsible
	On         Date     `json:"on"`
	Days       int      `json:"days"`    // left, negative: past
	Working    bool     `json:"working"` // these are working days
	Group      string   `json:"group"`
	Light      Light    `json:"light"`
	Supervised bool     `json:"supervised"` // 督办
}

// DueQuery says what of it is wanted.
type DueQuery struct {
	Days       int     // ahead; 0: DefaultDueDays
	Kind       DueKind // "": every one
	Department string  // "": every one; "—": nobody named
}

// Limits of how far ahead is looked, in days.
const (
	DefaultDueDays = 30
	MostDueDays    = 365
)

// DueCount is one choice with how many items it leaves under the other one.
type DueCount struct {
	Value string `json:"value"`
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Due is what is due in a chain at the end of a day.
type Due struct {
	Chain       string     `json:"chain"`
	Today       Date       `json:"today"`
	Until       Date       `json:"until"`
	Days        int        `json:"days"`
	Overdue     int        `json:"overdue"`
	Week        int        `json:"week"`
	Later       int        `json:"later"`
	Items       []DueItem  `json:"items"` // the longest past first
	Kinds       []DueCount `json:"kinds"`
	Departments []DueCount `json:"departments"`
	Doubt       string     `json:"doubt"` // years counted without their holidays
	Rule        string     `json:"rule"`  // how the list and its lights come about
}

// dueMemory is how many days an expiry that has passed is recalled: after a year
// it is history, which the lists tell.
const dueMemory = 365

// DueOf lists what falls due in records of issues, decisions, projects, policies,
// platforms and enterprises up to some days ahead, and what is past. An issue is
// due by its limit in working days, a project by the first planned node it has not
// reached, everything else by its day, which still counts. A day ahead out of
// bounds and an unknown kind are Invalid.
func DueOf(f ListFacts, q DueQuery) (Due, error) {
	if q.Days == 0 {
		q.Days = DefaultDueDays
	}
	if q.Days < 1 || q.Days > MostDueDays {
		return Due{}, Errorf(Invalid, "提前天数应为1至%d，请改正", MostDueDays)
	}
	if q.Kind != "" && !slices.Contains(DueKinds(), q.Kind) {
		return Due{}, Errorf(Invalid, "没有“%s”这一类到期事项，请重新选择", q.Kind)
	}
	d := Due{Chain: f.Chain, Today: f.Today, Until: f.Today.plus(q.Days), Days: q.Days, Items: []DueItem{}, Rule: DueRule(f.Limits)}
	reader := dueReader{facts: &f, due: &d, weekend: f.Today.sunday()}
	var all []DueItem
	for _, r := range f.Records {
		if f.InChain(r) {
			all = append(all, reader.items(r)...)
		}
	}
	d.count(all, q)
	slices.SortFunc(d.Items, func(a, b DueItem) int {
		return cmp.Or(cmp.Compare(a.On, b.On), slices.Index(DueKinds(), a.Kind)-slices.Index(DueKinds(), b.Kind), cmp.Compare(a.ID, b.ID))
	})
	return d, nil
}

// plus returns the day n days later.
func (d Date) plus(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// sunday returns the last day of a day's week, which begins on Monday.
func (d Date) sunday() Date { return d.plus((7 - int(d.Time().Weekday())) % 7) }

// count keeps what the query wants and counts groups and choices.
func (d *Due) count(all []DueItem, q DueQuery) {
	kinds, departments := map[string]int{}, map[string]int{}
	for _, it := range all {
		kind := q.Kind == "" || q.Kind == it.Kind
		department := q.Department == "" || slices.Contains(it.units(), q.Department)
		if department {
			kinds[string(it.Kind)]++
		}
		if kind {
			for _, u := range it.units() {
				departments[u]++
			}
		}
		if !kind || !department {
			continue
		}
		d.Items = append(d.Items, it)
		switch it.Group {
		case DueLate:
			d.Overdue++
		case DueWeek:
			d.Week++
		default:
			d.Later++
		}
	}
	d.Kinds, d.Departments = []DueCount{}, []DueCount{}
	for _, k := range DueKinds() {
		if n := kinds[string(k)]; n > 0 || k == q.Kind {
			d.Kinds = append(d.Kinds, DueCount{string(k), k.Label(), n})
		}
	}
	if _, there := departments[q.Department]; !there && q.Department != "" {
		departments[q.Department] = 0
	}
	for u, n := range departments {
		d.Departments = append(d.Departments, DueCount{u, orElse(strings.TrimPrefix(u, undefined), "未定单位"), n})
	}
	slices.SortFunc(d.Departments, func(a, b DueCount) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value)) })
}

// units are who is responsible, "—" where nobody is named.
func (it *DueItem) units() []string {
	if it.Department == "" {
		return []string{undefined}
	}
	return SplitList(string(it.Department))
}

// GroupLabel names a group: 已逾期, 本周, 30天内.
func (d Due) GroupLabel(group string) string {
	switch group {
	case DueLate:
		return "已逾期"
	case DueWeek:
		return "本周"
	}
	return strconv.Itoa(d.Days) + "天内"
}

// Of returns the items of a group.
func (d Due) Of(group string) []DueItem {
	var items []DueItem
	for _, it := range d.Items {
		if it.Group == group {
			items = append(items, it)
		}
	}
	return items
}
