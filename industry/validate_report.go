package industry

import (
	"fmt"
	"strings"
)

// amountColumns are the figures that a register-computed indicator cannot carry.
var amountColumns = []string{"in_month", "cumulative", "base", "growth", "two_years_ago"}

func (v Validator) checkReport(r Record) []Fault {
	indicator, month := v.Indicators[r.Get("indicator")], r.Month("month")
	var faults []Fault
	if month > v.Today.Month() {
		faults = append(faults, Fault{"month", month.String(), "月份在今天之后", "核对年份和月份"})
	}
	if month.Number() < indicator.First() {
		faults = append(faults, Fault{
			"month", month.String(), fmt.Sprintf("%s没有 1 月份数据，全年从 1—2 月开始", indicator.Name),
			"删除 1 月这一行；1—2 月的合计填在 2 月",
		})
	}
	if indicator.Since.Defined() && month < indicator.Since {
		faults = append(faults, Fault{
			"month", month.String(), fmt.Sprintf("%s从 %s 起才有数据", indicator.Name, indicator.Since),
			"更早的数据属于另一个指标，请用它的编码",
		})
	}
	if indicator.FromRegister {
		faults = append(faults, amountsOfRegister(r, indicator)...)
	}
	return append(faults, rankFaults(r)...)
}

func amountsOfRegister(r Record, indicator Indicator) []Fault {
	var faults []Fault
	for _, column := range amountColumns {
		if r.Get(column) != "" {
			faults = append(faults, Fault{
				column, r.Get(column), fmt.Sprintf("%s由清单自动统计，不能填报数值", indicator.Name),
				"只填位次、下月预计和原因分析",
			})
		}
	}
	return faults
}

func rankFaults(r Record) []Fault {
	rank, of := r.Quantity("rank"), r.Quantity("rank_of")
	switch {
	case rank.Known && (rank.Parts < Scale || rank.Parts%Scale != 0):
		return []Fault{{"rank", r.Get("rank"), "位次应为 1 以上的整数", "填名次，如 3"}}
	case rank.Known && of.Known && rank.Parts > of.Parts:
		return []Fault{{"rank", r.Get("rank"), fmt.Sprintf("位次 %s 大于位次总数 %s", rank, of), "核对这两个数"}}
	}
	return nil
}

// fixChain settles the chain column: a region's or department's row belongs to
// the chain it names; of an enterprise or chain the chain is known, and a second
// key for the same figure must not arise.
func fixChain(r Record) []Fault {
	kind, id, _ := strings.Cut(r.Get("object"), ":")
	named := r.Get("chain")
	if named == "" || kind != ObjectChain && kind != ObjectEnterprise {
		return nil
	}
	r.Set("chain", "")
	if kind == ObjectChain && named != id {
		return []Fault{{"chain", named, "对象是产业链本身，产业链一栏却是另一条链", "两栏填同一条链，或产业链一栏留空"}}
	}
	return nil
}

var quarterColumns = [4]string{"first_quarter", "second_quarter", "third_quarter", "fourth_quarter"}

func (v Validator) checkTarget(r Record) []Fault {
	filled := 0
	for _, column := range quarterColumns {
		if r.Get(column) != "" {
			filled++
		}
	}
	switch {
	case filled == 0:
	case filled < 4:
		return []Fault{{"first_quarter", "", "四个季度的计划要么都填，要么都不填", "补齐四个季度的累计计划，或全部清空"}}
	case r.Get("kind") != "总量":
		return []Fault{{"first_quarter", r.Get("first_quarter"), "只有总量目标可以分季度计划", "清空四个季度"}}
	case r.Quantity("fourth_quarter") != r.Quantity("value"):
		return []Fault{{
			"fourth_quarter", r.Get("fourth_quarter"),
			fmt.Sprintf("四季度累计计划 %s 不等于目标值 %s", r.Get("fourth_quarter"), r.Get("value")), "四季度填全年目标值",
		}}
	}
	return nil
}
