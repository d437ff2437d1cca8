package industry

import "strconv"

// DepartmentGoal names a target of a department: of one chain, or with AllChains
// of the county.
type DepartmentGoal struct {
	Department string
	Chain      string
	Indicator  string
	Year       int
}

// OfProjects reports whether an indicator is counted in the registers of projects
// and funds, so that a department's own projects give its own figure.
func OfProjects(indicator string) bool {
	source := registerSource(indicator)
	return source == "项目清单" || source == "资金到位"
}

// DepartmentTarget finds a department's 总量 target among the rows of 年度目标,
// one without a value where there is none.
func DepartmentTarget(rows []Record, g DepartmentGoal) Target {
	chain := g.Chain
	if chain == AllChains {
		chain = ""
	}
	for _, r := range rows {
		if r.Get("object") != ObjectDepartment+":"+g.Department || r.Get("chain") != chain || r.Get("indicator") != g.Indicator ||
			r.Get("year") != strconv.Itoa(g.Year) {
			continue
		}
		if t, _ := TargetOf(r); t.Kind == TotalTarget {
			return t
		}
	}
	return Target{}
}

// DepartmentFigure sets what a department's projects come to beside its target.
func DepartmentFigure(ind Indicator, value Quantity, t Target, m Month) ScoreFigure {
	f := ScoreFigure{Name: ind.Name, Unit: ind.Unit, Value: value, Target: t.Value}
	if !t.Value.Known {
		return f
	}
	for _, p := range PlanOf(ind, t) {
		if p.Month == m {
			f.Due = p.Value
		}
	}
	return f
}
