package main

// Kinds of funds (类型).
const (
	fixed   = "固定资产"
	working = "流动资金"
)

// arrival is one entry of 资金到位, in hundredths of 万元, of a dollar project
// in hundredths of 万美元.
type arrival struct {
	on       day
	sum      amount
	kind     string
	evidence string
}

// ledger is what arrived for one project. The sum stays within its contract.
type ledger struct {
	project string
	entries []arrival
}

func ledgers() []ledger {
	return append(energyLedgers(), materialLedgers()...)
}

func arrivalTable(d *directory) table {
	t := table{
		name: "资金到位",
		columns: []column{
			{"项目编码", text, 13},
			{"日期", date, 13},
			{"序号", count, 7},
			{"金额(万元)", money, 15},
			{"类型", text, 11},
			{"凭证", text, 40},
		},
	}
	for _, l := range ledgers() {
		d.project(l.project)
		seen := map[day]int{}
		for _, e := range l.entries {
			seen[e.on]++
			var sequence any // the first of a day needs none
			if seen[e.on] > 1 {
				sequence = seen[e.on]
			}
			t.rows = append(t.rows, []any{d.codes[l.project], e.on, sequence, e.sum, e.kind, e.evidence})
		}
	}
	return t
}
