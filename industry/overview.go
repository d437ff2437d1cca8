package industry

// Overview is the value of the overview page, the wall's first scene and a
// chain's page. A part without data is nil or empty and is not drawn.
type Overview struct {
	Chain      Party
	Month      Month
	Span       string // 2026年1—9月
	Tiles      []Tile
	Pace       []PaceRow
	PaceDue    Rate // the straight line: month ÷ 12, %
	Branches   *Breakdown
	Segments   *SegmentCounts
	Investment *Investment
	Footnotes  []string // 口径 → 来源 → 截至
	Table      DispatchTable
}

// Tile is one key figure at the head of the page.
type Tile struct {
	Code        string
	Name        string
	Figure      Figure
	Growth      string // 同口径 +11.3%
	Completion  string // 完成 71.7%
	Light       Light
	LightRule   string
	LightReason string
}

// PaceRow is one line of 序时进度.
type PaceRow struct {
	Code        string
	Name        string
	Completion  Rate
	Pace        Rate
	Ahead       Rate
	Light       Light
	LightRule   string
	LightReason string
}

// SegmentCounts is how the segments of a chain stand.
type SegmentCounts struct {
	Segments    int
	Enterprises int
	States      []StateCount // 优势, 正常, 短链, 弱链, 断链; states without a segment left out
}

// StateCount is the number of segments in one state.
type StateCount struct {
	State Diagnosis
	Count int
}
