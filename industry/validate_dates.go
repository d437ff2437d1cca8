package industry

import "fmt"

// dateRule is what holds between the dates of a register's records.
type dateRule struct {
	order []string // columns whose dates, where given, follow each other
	past  []string // columns whose dates cannot lie after today
}

func dateRuleOf(g *Register) dateRule {
	switch g {
	case LeadershipRegister:
		return dateRule{order: []string{"since", "until"}}
	case ArrivalRegister:
		return dateRule{past: []string{"on_date"}}
	case PlatformRegister:
		return dateRule{order: []string{"recognised_on", "valid_until"}, past: []string{"recognised_on"}}
	case IssueRegister:
		steps := []string{"raised_on", "assigned_on", "handled_on", "revisited_on", "closed_on"}
		return dateRule{order: steps, past: steps}
	case PolicyRegister:
		return dateRule{order: []string{"issued_on", "valid_until"}}
	case VisitRegister:
		return dateRule{past: []string{"on_date"}}
	case DecisionRegister:
		return dateRule{past: []string{"completed_on"}}
	}
	return dateRule{}
}

// checkDates applies a register's date rule, and the order of years.
func (v Validator) checkDates(r Record) []Fault {
	rule := dateRuleOf(r.Register)
	var faults []Fault
	for _, column := range rule.past {
		if d := r.Date(column); d > v.Today {
			faults = append(faults, Fault{column, string(d), "日期在今天之后", "核对年份，还没有发生的不填"})
		}
	}
	previous := ""
	for _, column := range rule.order {
		if !r.Date(column).Defined() {
			continue
		}
		if previous != "" && r.Date(column) < r.Date(previous) {
			faults = append(faults, outOfOrder(r, previous, column))
		}
		previous = column
	}
	if r.Register == TechnologyRegister && r.Get("target_year") < r.Get("start_year") {
		faults = append(faults, Fault{
			"target_year", r.Get("target_year"),
			fmt.Sprintf("目标年 %s 早于起始年 %s", r.Get("target_year"), r.Get("start_year")), "核对这两个年份",
		})
	}
	if r.Register == IssueRegister {
		if days := r.Quantity("limit_days"); days.Known && (days.Parts < Scale || days.Parts%Scale != 0) {
			faults = append(faults, Fault{"limit_days", r.Get("limit_days"), "办理时限应为 1 以上的整数个工作日", "填工作日数，如 15"})
		}
	}
	return faults
}
