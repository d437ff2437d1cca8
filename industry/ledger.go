package industry

import (
	"cmp"
	"slices"
)

// Ledger is what of a project's contract has arrived, payment by payment. Amounts
// are in Unit: 万元, or 万美元 of a project in dollars; the two never meet.
type Ledger struct {
	Unit     string      `json:"unit"`
	Rows     []LedgerRow `json:"rows"` // oldest first
	Kinds    []KindTotal `json:"kinds"`
	Total    Quantity    `json:"total"` // 0 where nothing arrived
	Contract Quantity    `json:"contract"`
	Percent  Rate        `json:"percent"` // total ÷ contract (domain S75)
	Missing  Quantity    `json:"missing"` // of the contract, not below 0
}

// LedgerRow is one payment of a ledger with the sum up to it.
type LedgerRow struct {
	Key      string   `json:"key"`
	On       Date     `json:"on"`
	Sequence string   `json:"sequence"`
	Amount   Quantity `json:"amount"`
	Kind     string   `json:"kind"`
	Evidence string   `json:"evidence"`
	Sum      Quantity `json:"sum"`
	Source   *Source  `json:"source"`
}

// KindTotal is what arrived as one kind of funds, with its share of the total.
type KindTotal struct {
	Kind   string   `json:"kind"` // 固定资产, 流动资金, 未分类
	Amount Quantity `json:"amount"`
	Share  Rate     `json:"share"`
}

// unsorted is the kind of funds that nobody has sorted.
const unsorted = "未分类"

// LedgerOf adds up the arrivals of a project, kind by kind (domain S70).
func LedgerOf(p Project, arrivals []Record) Ledger {
	l := Ledger{Unit: "万元", Rows: []LedgerRow{}, Total: Q(0), Contract: p.Contract}
	if p.USD {
		l.Unit = "万美元"
	}
	sums := map[string]Quantity{}
	for _, r := range arrivals {
		if r.Get("project") != p.ID {
			continue
		}
		kind := orElse(r.Get("kind"), unsorted)
		sums[kind] = sums[kind].Plus(r.Quantity("amount"))
		l.Rows = append(l.Rows, LedgerRow{
			Key: r.Key(), On: r.Date("on_date"), Sequence: r.Get("sequence"), Amount: r.Quantity("amount"), Kind: kind, Evidence: r.Get("evidence"),
		})
	}
	slices.SortFunc(l.Rows, func(a, b LedgerRow) int { return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Key, b.Key)) })
	for i := range l.Rows {
		l.Total = l.Total.Plus(l.Rows[i].Amount)
		l.Rows[i].Sum = l.Total
	}
	for _, kind := range append(slices.Clone(ArrivalRegister.Field("kind").Choices), unsorted) {
		if amount, given := sums[kind]; given || kind != unsorted {
			amount = amount.Plus(Q(0))
			l.Kinds = append(l.Kinds, KindTotal{kind, amount, Ratio(amount, l.Total)})
		}
	}
	l.Percent = Ratio(l.Total, l.Contract)
	if l.Missing = l.Contract.Minus(l.Total); l.Missing.Known {
		l.Missing.Parts = max(0, l.Missing.Parts)
	}
	return l
}
