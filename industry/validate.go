package industry

import (
	"fmt"
	"regexp"
)

// Validator checks what one field alone cannot tell: rules between the fields
// of a row, against the calendar and the indicators.
type Validator struct {
	Today      Date
	Indicators map[string]Indicator
}

var codePattern = regexp.MustCompile(`^[A-Za-z0-9._-]{1,32}$`)

// Settle brings a resolved row into its canonical form before its key is taken:
// a report's source and chain, a target's kind, a framework agreement's date.
// present says which fields the row speaks of and may be extended.
func (v Validator) Settle(r Record, present []bool) []Fault {
	switch r.Register {
	case ReportRegister:
		if r.Get("source") == "" {
			r.Set("source", v.Indicators[r.Get("indicator")].MainSource)
		}
		present[r.Register.Index("source")] = true
		return fixChain(r)
	case TargetRegister:
		if r.Get("kind") == "" {
			r.Set("kind", "总量")
		}
		present[r.Register.Index("kind")] = true
		return fixChain(r)
	case ProjectRegister:
		if r.Get("agreement") == "框架协议" && r.Get("signed_on") != "" && r.Get("framework_on") == "" {
			r.Set("framework_on", r.Get("signed_on"))
			r.Set("signed_on", "")
			present[r.Register.Index("framework_on")] = true
		}
	}
	return nil
}

// Validate returns the faults of a settled record: what the row leaves alone
// has been filled in from the current one.
func (v Validator) Validate(r Record) []Fault {
	faults := missing(r)
	if len(faults) > 0 {
		return faults
	}
	return v.check(r)
}

func missing(r Record) []Fault {
	var faults []Fault
	for i := range r.Register.Fields {
		f := &r.Register.Fields[i]
		if f.Required && r.Values[i] == "" {
			faults = append(faults, Fault{f.Column, "", "缺少必填的" + f.Name, "补填" + f.Name})
		}
	}
	return faults
}

func (v Validator) check(r Record) []Fault {
	switch r.Register {
	case ChainRegister, RegionRegister, SegmentRegister, IndicatorRegister:
		return v.checkCode(r)
	case EnterpriseRegister:
		return v.checkEnterprise(r)
	case ProjectRegister:
		return v.checkProject(r)
	case ReportRegister:
		return v.checkReport(r)
	case TargetRegister:
		return v.checkTarget(r)
	}
	return v.checkDates(r)
}

func (v Validator) checkCode(r Record) []Fault {
	code := r.Get("code")
	switch {
	case !codePattern.MatchString(code):
		return []Fault{{"code", code, "编码只能用字母、数字和 . _ -，最多 32 位", "改成例如 ne-01 这样的编码"}}
	case r.Register == ChainRegister && code == AllChains:
		return []Fault{{"code", code, "编码 all 保留，表示全部产业链", "换一个编码"}}
	}
	return nil
}

func (v Validator) checkEnterprise(r Record) []Fault {
	var faults []Fault
	this := v.Today.Month()
	for _, column := range []string{"entered", "departed"} {
		if m := r.Month(column); m > this {
			faults = append(faults, Fault{column, m.String(), "年月在今天之后", "核对年份，未发生的不填"})
		}
	}
	if in, out := r.Month("entered"), r.Month("departed"); in.Defined() && out.Defined() && out < in {
		faults = append(faults, Fault{
			"departed", out.String(),
			fmt.Sprintf("退规年月 %s 早于入规年月 %s", out, in), "核对两个年月",
		})
	}
	return faults
}

// stageColumns are the dates of a project in the order of its course; 注册 and
// 备案, 供地 may be handled in any order in practice, but none before 签约.
var stageColumns = []string{
	"lead_on", "negotiating_on", "framework_on", "signed_on", "registered_on", "filed_on", "landed_on",
	"started_on", "completed_on", "operating_on", "enlisted_on", "at_capacity_on",
}

func (v Validator) checkProject(r Record) []Fault {
	var faults []Fault
	if code := r.Get("code"); code != "" && !codePattern.MatchString(code) {
		faults = append(faults, Fault{"code", code, "编码只能用字母、数字和 . _ -，最多 32 位", "改成例如 XM0001，或留空由系统编号"})
	}
	previous := -1
	for i, column := range stageColumns {
		d := r.Date(column)
		if !d.Defined() {
			continue
		}
		if d > v.Today {
			faults = append(faults, Fault{column, string(d), "日期在今天之后", "还没有发生的填在计划开工、计划竣工、计划投产里"})
		}
		if previous >= 0 && d < r.Date(stageColumns[previous]) {
			faults = append(faults, outOfOrder(r, stageColumns[previous], column))
		}
		previous = i
	}
	for _, column := range []string{"suspended_on", "terminated_on"} {
		if d := r.Date(column); d > v.Today {
			faults = append(faults, Fault{column, string(d), "日期在今天之后", "还没有发生的不填"})
		}
	}
	if r.Get("signed_on") != "" && r.Get("total_investment") == "" {
		faults = append(faults, Fault{"total_investment", "", "已签约的项目没有填总投资", "补填总投资，或在未签约前不填签约日期"})
	}
	return append(faults, ordered(r, "planned_start", "planned_completion")...)
}

// ordered checks that the second date is not before the first.
func ordered(r Record, first, second string) []Fault {
	if a, b := r.Date(first), r.Date(second); a.Defined() && b.Defined() && b < a {
		return []Fault{outOfOrder(r, first, second)}
	}
	return nil
}

func outOfOrder(r Record, first, second string) Fault {
	a, b := r.Register.Field(first), r.Register.Field(second)
	return Fault{
		second, r.Get(second),
		fmt.Sprintf("%s %s 早于%s %s", b.Name, r.Get(second), a.Name, r.Get(first)),
		"核对这两个日期的先后",
	}
}
