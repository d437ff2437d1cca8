package industry

// registerSource names the register a computed indicator is counted in.
func registerSource(code string) Optional {
	switch code {
	case "signed_projects", "signed_contract", "started_projects", "operating_projects":
		return "项目清单"
	case "arrived_funds":
		return "资金到位"
	case "new_above_scale", "above_scale", "high_tech", "tech_sme", "gazelle":
		return "企业清单"
	case "rnd_coverage":
		return "月度调度（研发费用）"
	case "issue_closing":
		return "问题清单"
	case "visit_coverage":
		return "走访记录"
	}
	return ""
}

// titleIndicators count the firms that hold a title, by the names it goes by.
var titleIndicators = [...]struct {
	code  string
	names []string
}{
	{"high_tech", []string{"高新技术企业", "高企"}},
	{"tech_sme", []string{"科技型中小企业"}},
	{"gazelle", []string{"瞪羚企业", "瞪羚"}},
}

// RegisterIndicators counts the built-in indicators of one chain that follow
// from its registers (workbook contract, Built-in indicators):
// from 1 January to the month's end, the base over the same days of last year.
// 有研发活动企业占比 follows from the month's sums and is computed by Dispatch;
// 实际到位资金 is that of renminbi projects by the ledger's dates, unknown while no
// ledger is kept (nil).
func RegisterIndicators(r CountedRegisters, m Month) []Computed {
	projects, enterprises := r.Projects, r.Enterprises
	list := []Computed{
		counted("signed_projects", m, func(from, to Date) Quantity {
			return countProjects(projects, Signed, from, to)
		}),
		counted("signed_contract", m, func(from, to Date) Quantity {
			return contracts(projects, from, to)
		}),
		counted("started_projects", m, func(from, to Date) Quantity {
			return countProjects(projects, Started, from, to)
		}),
		counted("operating_projects", m, func(from, to Date) Quantity {
			return countProjects(projects, Operating, from, to)
		}),
		arrivedFunds(projects, r.Arrivals, m),
		counted("new_above_scale", m, func(from, to Date) Quantity {
			return countEnterprises(enterprises, func(e Enterprise) bool {
				return e.AboveScale && e.Entered.Defined() && from.Month() <= e.Entered && e.Entered <= to.Month()
			})
		}),
		standing("above_scale", m, func(at Month) Quantity {
			return countEnterprises(enterprises, func(e Enterprise) bool { return e.Listed(at) })
		}),
	}
	for _, t := range titleIndicators {
		c := standing(t.code, m, func(at Month) Quantity {
			return countEnterprises(enterprises, func(e Enterprise) bool {
				return e.Status != closed && e.Holds(at.Last(), t.names...)
			})
		})
		if c.Base.Parts == 0 {
			// A title renewed each year overwrites the one before: no holder a
			// year ago means that nothing is kept of then, not that none held it.
			c.Base = Quantity{}
		}
		list = append(list, c)
	}
	done, pending := r.closing(m)
	before, _ := r.closing(m - 12)
	closing := rated("issue_closing", done, before)
	closing.Pending = pending
	return append(list, closing, rated("visit_coverage", r.visited(m), r.visited(m-12)))
}

func arrivedFunds(projects []Project, arrivals []Arrival, m Month) Computed {
	if arrivals == nil {
		return Computed{Indicator: "arrived_funds"}
	}
	renminbi := make(map[string]bool, len(projects))
	for _, p := range projects {
		renminbi[p.ID] = !p.USD
	}
	return counted("arrived_funds", m, func(from, to Date) Quantity { return paid(arrivals, renminbi, from, to) })
}

// counted computes an indicator that runs from 1 January.
func counted(code string, m Month, count func(from, to Date) Quantity) Computed {
	ago := m - 12
	return Computed{
		Indicator:  code,
		InMonth:    count(m.First(), m.Last()),
		Cumulative: count(NewMonth(m.Year(), 1).First(), m.Last()),
		Base:       count(NewMonth(ago.Year(), 1).First(), ago.Last()),
	}
}

// standing computes an indicator that holds at the month's end.
func standing(code string, m Month, count func(at Month) Quantity) Computed {
	return Computed{Indicator: code, Cumulative: count(m), Base: count(m - 12)}
}

func countProjects(projects []Project, s Stage, from, to Date) Quantity {
	n := 0
	for _, p := range projects {
		if !p.Increment() && p.inPeriod(s, from, to) {
			n++
		}
	}
	return Q(int64(n))
}

// contracts adds the renminbi contracts signed in a period, increments included.
func contracts(projects []Project, from, to Date) Quantity {
	sum := Q(0)
	for _, p := range projects {
		if !p.USD && p.SignedIn(from, to) {
			sum = sum.Plus(p.Contract)
		}
	}
	return sum
}

func countEnterprises(enterprises []Enterprise, is func(Enterprise) bool) Quantity {
	n := 0
	for _, e := range enterprises {
		if is(e) {
			n++
		}
	}
	return Q(int64(n))
}
