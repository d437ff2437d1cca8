package office

import (
	"context"
	"slices"

	"chainboard/industry"
)

// InvestmentYears is how many years of signings an overview follows: a project
// takes more than one year from signing to operation.
const InvestmentYears = 3

func (o *Office) cohort(q Query) industry.Period {
	first := industry.NewMonth(q.Month.Year()-InvestmentYears+1, 1)
	today := o.Today()
	if !q.AsOf.IsZero() { // what was late then, not what would be by now
		today = industry.DateOf(q.AsOf)
	}
	return industry.Period{From: first.First(), To: q.Month.Last(), Today: today}
}

// Overview composes the overview of a chain and month.
func (o *Office) Overview(ctx context.Context, q Query) (industry.Overview, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return industry.Overview{}, err
	}
	f, err := o.facts(ctx, q, c)
	if err != nil {
		return industry.Overview{}, err
	}
	if err := o.addMissing(ctx, q, &f); err != nil {
		return industry.Overview{}, err
	}
	var branches industry.Breakdown
	if ind, err := c.indicator(revenue); err == nil {
		if branches, err = o.breakdown(ctx, q, c, split{ind, industry.ByBranch}); err != nil {
			return industry.Overview{}, err
		}
	}
	if err := o.addRules(ctx, q, c, &f); err != nil {
		return industry.Overview{}, err
	}
	rules, err := o.investmentRules(ctx, q.AsOf)
	if err != nil {
		return industry.Overview{}, err
	}
	own := c.of(q.Chain)
	return industry.OverviewOf(industry.OverviewFacts{
		Table: industry.Dispatch(f), Branches: branches, Enterprises: own.running(),
		Verdicts:   industry.Diagnose(own.segments, c.enterprises, q.Month),
		Investment: rules.Investments(own.projects, c.arrivals, o.cohort(q)),
	}), nil
}

// running counts the enterprises that are not struck off.
func (c county) running() int {
	n := 0
	for _, e := range c.enterprises {
		if e.Status != "注销" {
			n++
		}
	}
	return n
}

// Verdicts diagnoses the segments of a chain for a month, in their order.
func (o *Office) Verdicts(ctx context.Context, q Query) ([]industry.Verdict, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return nil, err
	}
	if _, err := c.party(q.Chain); err != nil {
		return nil, err
	}
	return industry.Diagnose(c.of(q.Chain).segments, c.enterprises, q.Month), nil
}

// Leader is a person or unit in office on a chain.
type Leader struct {
	Role    string        `json:"role"`
	Name    string        `json:"name"`
	Title   string        `json:"title"`
	Since   industry.Date `json:"since"`
	Until   industry.Date `json:"until"`
	Current bool          `json:"current"`
}

// ChainCard is a chain with who leads it and how large it is.
type ChainCard struct {
	Code           string   `json:"code"`
	Name           string   `json:"name"`
	Area           string   `json:"area"`
	Edition        string   `json:"edition"`
	LeadIndustry   bool     `json:"lead_industry"` // 首位产业
	LeadDepartment []string `json:"lead_department"`
	Summary        string   `json:"summary"`
	Leaders        []Leader `json:"leaders"`
	Enterprises    int      `json:"enterprises"` // on the list of firms, struck off left out
	Listed         int      `json:"listed"`      // of which 规上 in the newest data month
	Projects       int      `json:"projects"`
}

var leaderOrder = []string{"总链长", "链长", "副链长", "链长办", "牵头单位", "责任单位", "成员单位", "联络员"}

// Chains returns every chain with its leaders in order of rank.
func (o *Office) Chains(ctx context.Context) ([]ChainCard, error) {
	return o.chainCards(ctx, Query{}, o.Today())
}

// chainCards returns every chain as of q with those who were in office on a day.
func (o *Office) chainCards(ctx context.Context, q Query, day industry.Date) ([]ChainCard, error) {
	q, c, err := o.open(ctx, q)
	if err != nil {
		return nil, err
	}
	chains, err := o.entries(ctx, industry.ChainRegister, q.AsOf)
	if err != nil {
		return nil, err
	}
	leaders, err := o.entries(ctx, industry.LeadershipRegister, q.AsOf)
	if err != nil {
		return nil, err
	}
	cards := make([]ChainCard, 0, len(chains))
	for _, r := range chains {
		card := ChainCard{
			Code: r.Get("code"), Name: r.Get("name"), Area: r.Get("area"), Edition: r.Get("edition"),
			LeadIndustry: r.Yes("lead_industry"), LeadDepartment: nonNil(r.List("lead_department")),
			Summary: r.Get("summary"), Leaders: leadersOn(day, leaders, r.Get("code")),
		}
		own := c.of(card.Code)
		card.Projects, card.Enterprises = len(own.projects), own.running()
		for _, e := range own.enterprises {
			if e.Listed(q.Month) {
				card.Listed++
			}
		}
		cards = append(cards, card)
	}
	return cards, nil
}

func leadersOn(day industry.Date, records []industry.Record, chain string) []Leader {
	leaders := []Leader{}
	for _, r := range records {
		if r.Get("chain") != chain {
			continue
		}
		l := Leader{
			Role: r.Get("role"), Name: r.Get("name"), Title: r.Get("title"), Since: r.Date("since"), Until: r.Date("until"),
		}
		l.Current = (!l.Since.Defined() || l.Since <= day) && (!l.Until.Defined() || l.Until >= day)
		leaders = append(leaders, l)
	}
	slices.SortStableFunc(leaders, func(a, b Leader) int {
		return slices.Index(leaderOrder, a.Role) - slices.Index(leaderOrder, b.Role)
	})
	return leaders
}
