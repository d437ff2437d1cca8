package industry

// Diagnosis is the state of a link of the chain.
type Diagnosis string

// The diagnoses (workbook contract, segment diagnosis).
const (
	Strong Diagnosis = "优势"
	Sound  Diagnosis = "正常"
	Short  Diagnosis = "短链"
	Broken Diagnosis = "断链"
	Weak   Diagnosis = "弱链"
)

// Segment is a link of a chain.
type Segment struct {
	Key      string // chain and code
	Chain    string
	Code     string
	Name     string
	Branch   string // 细分链
	Position string // 上游, 中游, 下游
	Parent   string
	Feeds    []string // keys of the segments its products go to
	Given    Diagnosis
	Reason   string
	Remedy   string
	Order    Quantity
}

// Verdict is the diagnosis of a segment with its evidence.
type Verdict struct {
	Segment     Segment
	State       Diagnosis // what is shown: given by the office, else computed
	Computed    Diagnosis
	Given       bool
	Reason      string
	Enterprises int // firms in the segment, closed ones left out
	Producing   int
	AboveScale  int
	Anchors     int // 链主
}
