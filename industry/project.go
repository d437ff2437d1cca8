package industry

import "slices"

// Stage is a step of a project's life from lead to capacity.
type Stage string

// The stages (interfaces, JSON); the last two are ends, not steps.
const (
	Lead        Stage = "lead"
	Negotiating Stage = "negotiating"
	Framework   Stage = "framework"
	Signed      Stage = "signed"
	Enrolled    Stage = "registered"
	Filed       Stage = "filed"
	Landed      Stage = "landed"
	Started     Stage = "started"
	Completed   Stage = "completed"
	Operating   Stage = "operating"
	Enlisted    Stage = "enlisted"
	AtCapacity  Stage = "at_capacity"
	Suspended   Stage = "suspended"
	Terminated  Stage = "terminated"
)

// Project is an investment as dispatch sees it; amounts in 万元, or in 万美元
// when USD.
type Project struct {
	ID         string // 项目编码
	Name       string
	Chain      string
	Segment    string
	Remedy     string
	Investor   string
	Province   string // where the investor comes from
	City       string
	Region     string
	ParkLevel  string // level of the park it settles in: 国家级, 省级, …; set by the caller from ParkLevels
	Total      Quantity
	Contract   Quantity
	USD        bool
	YearPlan   Quantity
	Invested   Quantity
	Origin     string // the project this is an increment or second phase of
	Department string
	Sponsor    string
	Dates      map[Stage]Date // when each stage was reached

	PlannedStart      Date
	PlannedCompletion Date
	PlannedOperation  Date

	EnteredOn Date // 入库, in the investment statistics; not 入规
}

// steps are the stages in order; suspension and termination are not steps.
var steps = [...]Stage{
	Lead, Negotiating, Framework, Signed, Enrolled, Filed, Landed, Started, Completed, Operating, Enlisted, AtCapacity,
}

// Stages returns every stage in order, the two ends last.
func Stages() []Stage { return append(slices.Clone(steps[:]), Suspended, Terminated) }

// Label returns the stage as officials say it: 签约, 开工, …
func (s Stage) Label() string {
	if s == Resumed {
		return "恢复"
	}
	return stageNames[s].label
}

// stageNames are the labels and the columns of 项目清单 that carry the dates.
var stageNames = map[Stage]struct{ label, column string }{
	Lead: {"线索", "lead_on"}, Negotiating: {"在谈", "negotiating_on"}, Framework: {"框架协议", "framework_on"},
	Signed: {"签约", "signed_on"}, Enrolled: {"注册", "registered_on"}, Filed: {"备案", "filed_on"},
	Landed: {"供地", "landed_on"}, Started: {"开工", "started_on"}, Completed: {"竣工", "completed_on"},
	Operating: {"投产", "operating_on"}, Enlisted: {"入规", "enlisted_on"}, AtCapacity: {"达产", "at_capacity_on"},
	Suspended: {"暂停", "suspended_on"}, Terminated: {"终止", "terminated_on"},
}

// ProjectOf reads a project record. With 协议类型 框架协议 the 签约日期 is the
// framework's: such a project is not signed.
func ProjectOf(r Record) Project {
	p := Project{
		ID: r.Get("code"), Name: r.Get("name"), Chain: r.Get("chain"), Segment: r.Get("segment"),
		Remedy: r.Get("remedy"), Investor: r.Get("investor"), Province: r.Get("source_province"),
		City: r.Get("source_city"), Region: r.Get("region"),
		Total: r.Quantity("total_investment"), Contract: r.Quantity("contract_amount"),
		USD: r.Get("currency") == "美元", YearPlan: r.Quantity("year_plan"), Invested: r.Quantity("invested"),
		Origin: r.Get("origin"), Department: r.Get("department"), Sponsor: r.Get("sponsor"),
		Dates:        make(map[Stage]Date),
		PlannedStart: r.Date("planned_start"), PlannedCompletion: r.Date("planned_completion"),
		PlannedOperation: r.Date("planned_operation"), EnteredOn: entryDate(r.Extra[entryColumn]),
	}
	for stage, name := range stageNames {
		if d := r.Date(name.column); d.Defined() {
			p.Dates[stage] = d
		}
	}
	if signed := p.Dates[Signed]; signed.Defined() && r.Get("agreement") == "框架协议" {
		delete(p.Dates, Signed)
		if !p.Dates[Framework].Defined() {
			p.Dates[Framework] = signed
		}
	}
	return p
}

// ParkLevels returns, by region key, the level of the park a region is or lies
// in: 国家级, 省级 …; regions outside every park are left out.
func ParkLevels(regions []Record) map[string]string {
	byCode := make(map[string]Record, len(regions))
	for _, r := range regions {
		byCode[r.Get("code")] = r
	}
	levels := make(map[string]string)
	for code := range byCode {
		// The walk is bounded: a cycle of parents must not hang a page.
		at := code
		for range len(regions) {
			r, ok := byCode[at]
			if !ok {
				break
			}
			if r.Get("type") == "园区" && r.Get("level") != "" {
				levels[code] = r.Get("level")
				break
			}
			at = r.Get("parent")
		}
	}
	return levels
}

// Increment reports whether the project is 增资 or 二期 of another: its amounts
// count, it does not (domain S65).
func (p Project) Increment() bool { return p.Origin != "" }

// Reached reports whether the stage or any later one has a date by the end of
// day at. Suspension and termination are reached by their own date only.
func (p Project) Reached(s Stage, at Date) bool {
	i := slices.Index(steps[:], s)
	if i < 0 {
		return p.dated(s, at)
	}
	for _, later := range steps[i:] {
		if p.dated(later, at) {
			return true
		}
	}
	return false
}

func (p Project) dated(s Stage, at Date) bool {
	d := p.Dates[s]
	return d.Defined() && d <= at
}

// Current returns the latest stage at the end of day at, "" before the first.
// Termination is final; a suspension lasts until a later step is dated.
func (p Project) Current(at Date) Stage {
	if p.dated(Terminated, at) {
		return Terminated
	}
	var current Stage
	var last Date
	for _, s := range steps {
		if p.dated(s, at) {
			current, last = s, max(last, p.Dates[s])
		}
	}
	if p.dated(Suspended, at) && p.Dates[Suspended] >= last {
		return Suspended
	}
	return current
}

// Live reports whether the project is neither suspended nor terminated.
func (p Project) Live(at Date) bool {
	s := p.Current(at)
	return s != Suspended && s != Terminated
}

// SignedIn reports whether the formal contract was signed from one day to
// another, both included.
func (p Project) SignedIn(from, to Date) bool { return p.inPeriod(Signed, from, to) }

func (p Project) inPeriod(s Stage, from, to Date) bool {
	d := p.Dates[s]
	return d.Defined() && from <= d && d <= to
}
