package main

import "strings"

// policy is one row of 政策清单. chain "" means every chain; segments are codes
// separated by spaces. All numbers and issuers are invented.
type policy struct {
	code, name, chain, issuer, level string
	issued, until                    day
	segments                         string
	clauses, unit, fulfilment, fair  string
}

// Outcomes of 公平竞争审查.
const reviewed, pendingReview, notSubject = "已审", "待审", "不适用"

func policies() []policy { return append(upperPolicies(), countyPolicies()...) }

func policyTable(d *directory) table {
	t := table{
		name: "政策清单",
		columns: []column{
			{"文号", text, 22},
			{"名称", text, 48},
			{"产业链", text, 16},
			{"发布机关", text, 24},
			{"层级", text, 7},
			{"发布日期", date, 13},
			{"有效期至", date, 13},
			{"适用环节", text, 36},
			{"条款", long, 60},
			{"主管部门", text, 18},
			{"兑现情况", long, 44},
			{"公平竞争审查", text, 14},
		},
	}
	for _, p := range policies() {
		var chain any
		if p.chain != "" {
			chain = chainName(p.chain)
		}
		var names []string
		for _, code := range strings.Fields(p.segments) {
			names = append(names, d.segment(code).name)
		}
		t.rows = append(t.rows, []any{
			orNil(p.code), p.name, chain, p.issuer, p.level, p.issued, p.until, orNil(strings.Join(names, "、")),
			p.clauses, p.unit, orNil(p.fulfilment), p.fair,
		})
	}
	return t
}
