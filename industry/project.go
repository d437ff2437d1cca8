package industry

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
}
