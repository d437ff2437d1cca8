package industry

// Arrival is one entry of the ledger of funds arrived, in 万元 (万美元 for a
// project in dollars).
type Arrival struct {
	Project string
	On      Date
	Amount  Quantity
}

// Investment describes the projects signed in a period: the JSON of
// GET …/investment. Overdue alone looks at every live project.
type Investment struct {
	From     Date          `json:"from"`
	To       Date          `json:"to"`
	Signed   SignedTotal   `json:"signed"`
	Stages   []StageCount  `json:"stages"`
	Rates    []NamedRate   `json:"rates"`
	Arrived  ArrivedTotal  `json:"arrived"`
	Flagship Flagships     `json:"flagship"`
	Overdue  []Overdue     `json:"overdue"`
	Sources  []SourceCount `json:"sources"`
	Fastest  *Fastest      `json:"fastest"` // shortest 签约 → 投产, nil where none operates yet
}

// SignedTotal counts formal contracts. Contract and Total are 万元 of renminbi
// projects, USD is the contracts in 万美元; increments add amounts, no count.
type SignedTotal struct {
	Count    int      `json:"count"`
	Contract Quantity `json:"contract"`
	Total    Quantity `json:"total"`
	USD      Quantity `json:"usd"`
}

// StageCount is how many projects reached at least a stage, and how many are in it.
type StageCount struct {
	Stage   Stage  `json:"stage"`
	Label   string `json:"label"`
	Reached int    `json:"reached"`
	Current int    `json:"current"`
}

// NamedRate is one of the rates of conversion with what it is a ratio of.
type NamedRate struct {
	Name        string   `json:"name"`
	Of          string   `json:"of"` // 注册 ÷ 签约
	Numerator   Quantity `json:"numerator"`
	Denominator Quantity `json:"denominator"`
	Percent     Rate     `json:"percent"`
}

// ArrivedTotal is what of the contracts has arrived, in 万元.
type ArrivedTotal struct {
	Amount   Quantity `json:"amount"`
	Contract Quantity `json:"contract"`
	Percent  Rate     `json:"percent"`
}

// Flagships are the 5020 projects of the period.
type Flagships struct {
	Rule     string     `json:"rule"`
	Count    int        `json:"count"`
	Projects []Flagship `json:"projects"`
}

// Flagship is a project whose total investment reaches its park's threshold (万元).
type Flagship struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Total     Quantity `json:"total"`
	Threshold Quantity `json:"threshold"`
}

// Overdue is a live project that has passed a planned date without the step.
type Overdue struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Light Light  `json:"light"`
	Rule  string `json:"rule"`
	Days  int    `json:"days"`
}

// SourceCount is what came from one province and city.
type SourceCount struct {
	Province string   `json:"province"`
	City     string   `json:"city"`
	Count    int      `json:"count"`
	Contract Quantity `json:"contract"`
}

// Fastest is the project with the fewest days from signing to operation.
type Fastest struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Days int    `json:"days"`
}
