package industry

import (
	"cmp"
	"slices"
)

// Arrival is one entry of the ledger of funds arrived, in 万元 (万美元 for a
// project in dollars).
type Arrival struct {
	Project string
	On      Date
	Amount  Quantity
	Key     string // of the ledger's entry
}

// ArrivalOf reads an entry of the ledger.
func ArrivalOf(r Record) Arrival {
	return Arrival{Project: r.Get("project"), On: r.Date("on_date"), Amount: r.Quantity("amount"), Key: r.Key()}
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

// StageCount is how many projects reached at least a stage, with the contracts
// of the renminbi ones in 万元, increments included, and how many are in it.
type StageCount struct {
	Stage    Stage    `json:"stage"`
	Label    string   `json:"label"`
	Reached  int      `json:"reached"`
	Current  int      `json:"current"`
	Contract Quantity `json:"contract"`
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

	Department string `json:"department"` // responsible unit, "" where none is given
}

// SourceCount is what came from one province and city.
type SourceCount struct {
	Province string   `json:"province"`
	City     string   `json:"city"`
	Count    int      `json:"count"`
	Contract Quantity `json:"contract"`
}

// Place names the province and the city, a municipality once.
func (c SourceCount) Place() string {
	switch {
	case c.Province == "" && c.City == "":
		return "未填来源"
	case c.Province == c.City:
		return c.City
	}
	return c.Province + c.City
}

// Fastest is the project with the fewest days from signing to operation.
type Fastest struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Days int    `json:"days"`
}

// Period is a span of days, both ends included, seen from Today.
type Period struct {
	From, To, Today Date
}

// Investments describes the projects signed in the period by the default rules.
func Investments(projects []Project, arrivals []Arrival, p Period) Investment {
	return DefaultInvestmentRules().Investments(projects, arrivals, p)
}

// Investments describes the projects signed in the period, as reached or paid
// by its end, and every live project's delay at its end or today, whichever is
// earlier (interfaces, Meaning). Nil arrivals mean that no ledger is kept.
func (rules InvestmentRules) Investments(projects []Project, arrivals []Arrival, p Period) Investment {
	inv := Investment{
		From: p.From, To: p.To, Overdue: rules.Overdue.overdue(projects, min(p.To, p.Today)),
		Flagship: Flagships{Rule: rules.Flagship.Text(), Projects: []Flagship{}},
	}
	var cohort []Project
	for _, project := range projects {
		if project.SignedIn(p.From, p.To) {
			cohort = append(cohort, project)
		}
	}
	inv.Signed = signedTotal(cohort)
	inv.Stages = stageCounts(cohort, p.To)
	inv.Arrived = arrived(cohort, arrivals, p.To)
	inv.Rates = rules.Rates.ratesOf(inv)
	inv.Sources = sources(cohort)
	inv.Fastest = fastest(cohort, p.To)
	for _, project := range cohort {
		least := rules.Flagship.Threshold(project.ParkLevel)
		if !project.USD && !project.Increment() && rules.Flagship.met(project.Total, least) {
			inv.Flagship.Projects = append(inv.Flagship.Projects, Flagship{project.ID, project.Name, project.Total, least})
		}
	}
	inv.Flagship.Count = len(inv.Flagship.Projects)
	return inv
}

func signedTotal(cohort []Project) SignedTotal {
	var s SignedTotal
	for _, p := range cohort {
		if !p.Increment() {
			s.Count++
		}
		if p.USD {
			s.USD = s.USD.Plus(p.Contract)
			continue
		}
		s.Contract = s.Contract.Plus(p.Contract)
		s.Total = s.Total.Plus(p.Total)
	}
	return s
}

func stageCounts(cohort []Project, at Date) []StageCount {
	var counts []StageCount
	for _, stage := range Stages() {
		c := StageCount{Stage: stage, Label: stage.Label()}
		for _, p := range cohort {
			if p.Reached(stage, at) && !p.USD {
				c.Contract = c.Contract.Plus(p.Contract)
			}
			if p.Increment() {
				continue
			}
			if p.Reached(stage, at) {
				c.Reached++
			}
			if p.Current(at) == stage {
				c.Current++
			}
		}
		counts = append(counts, c)
	}
	return counts
}

// arrived adds up what was paid by the end of day at for the cohort's renminbi
// projects; dollars are never added to renminbi.
func arrived(cohort []Project, arrivals []Arrival, at Date) ArrivedTotal {
	var t ArrivedTotal
	counted := make(map[string]bool, len(cohort))
	for _, p := range cohort {
		if !p.USD {
			counted[p.ID] = true
			t.Contract = t.Contract.Plus(p.Contract)
		}
	}
	if arrivals == nil {
		return t
	}
	t.Amount = paid(arrivals, counted, "", at)
	t.Percent = Ratio(t.Amount, t.Contract)
	return t
}

// paid adds up the entries of the ledger for some projects from one day to
// another, both included.
func paid(arrivals []Arrival, projects map[string]bool, from, to Date) Quantity {
	sum := Q(0)
	for _, a := range arrivals {
		if projects[a.Project] && a.On.Defined() && from <= a.On && a.On <= to {
			sum = sum.Plus(a.Amount)
		}
	}
	return sum
}

// sources counts where the cohort came from, most projects first; those whose
// source is not known are one row without a name.
func sources(cohort []Project) []SourceCount {
	at := make(map[[2]string]int)
	list := []SourceCount{}
	for _, p := range cohort {
		key := [2]string{p.Province, p.City}
		i, ok := at[key]
		if !ok {
			i = len(list)
			at[key] = i
			list = append(list, SourceCount{Province: p.Province, City: p.City})
		}
		if !p.Increment() {
			list[i].Count++
		}
		if !p.USD {
			list[i].Contract = list[i].Contract.Plus(p.Contract)
		}
	}
	slices.SortFunc(list, func(a, b SourceCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(b.Contract.Parts, a.Contract.Parts),
			cmp.Compare(a.Province, b.Province), cmp.Compare(a.City, b.City))
	})
	return list
}

func fastest(cohort []Project, at Date) *Fastest {
	var best *Fastest
	for _, p := range cohort {
		if p.Increment() || !p.dated(Operating, at) {
			continue
		}
		days := p.Dates[Operating].DaysSince(p.Dates[Signed])
		if days >= 0 && (best == nil || days < best.Days || days == best.Days && p.ID < best.ID) {
			best = &Fastest{p.ID, p.Name, days}
		}
	}
	return best
}
