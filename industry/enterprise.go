package industry

// Enterprise is a firm of the chain as dispatch sees it.
type Enterprise struct {
	ID         string // unified social credit code
	Name       string
	Chain      string   // primary chain: figures count there only
	Chains     []string // all of them, primary first
	Segment    string   // primary segment's key
	Segments   []string // keys of all of them, primary first
	Role       string   // 链主, 骨干, 配套
	Region     string
	Products   string
	AboveScale bool // 规上
	Entered    Month
	Departed   Month
	Titles     []Title
	Employees  Quantity
	Status     string // 在产, 停产, 减产, 在建, 注销
}

// Title is an honour a firm holds, with its validity; an undefined end is open.
type Title struct {
	Name string
	From Date
	To   Date
}
