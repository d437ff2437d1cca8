package industry

import "slices"

// arrivalList is 资金到位: the ledger of every project's funds. What a project's
// owner paid is its own detail: amounts and evidence are withheld as contacts are.
func arrivalList() *List {
	return &List{
		Code: "arrivals", Name: "资金到位", Register: ArrivalRegister, Title: "project", Order: []string{"-on_date", "project", "sequence"}, Ledger: true,
		Search: []string{"project", "kind"},
		Columns: columnsOf(ArrivalRegister, []ListColumn{
			{Column: "project", Name: "项目"},
			{Column: "on_date"},
			{Column: "sequence", Place: FilesOnly},
			{Column: "of_chain", Name: "产业链", Kind: Reference, Wide: true, Filter: true, cell: arrivalChainCell},
			{Column: "amount", Sum: true},
			{Column: "amount_usd", Name: "金额", Kind: Money, Unit: "万美元", Sum: true, Rare: true, Private: true, cell: arrivedDollarsCell},
			{Column: "kind", Filter: true},
			{Column: "evidence"},
		}),
		call: func(r Record, name string) string { return r.Get("on_date") + " " + name + "到位资金" },
	}
}

// arrivalChains returns the chain of the project that was paid for.
func (f *ListFacts) arrivalChains(r Record) []string {
	return f.Chains[ProjectRegister.Noun+":"+r.Get("project")]
}

func arrivalChainCell(it *listItem) ListCell {
	return it.facts.Directory.namedCells(ChainRegister.Noun, it.facts.arrivalChains(it.record))
}

func arrivedDollarsCell(it *listItem) ListCell {
	if !it.facts.dollars(it.record) {
		return ListCell{Shown: undefined}
	}
	return numberCell(it.record.Quantity("amount"))
}

// dollars reports whether the money of a record is in 美元: by its own currency, or
// that of the project it was paid for.
func (f *ListFacts) dollars(r Record) bool {
	return r.dollars() || r.Register == ArrivalRegister && slices.Contains(f.Dollars, r.Get("project"))
}

// UnitOf returns the unit of a field in a record: 万美元 for the money of a project
// in dollars and what was paid for it.
func (f *ListFacts) UnitOf(r Record, field *Field) string {
	if field.Kind == Money && f.dollars(r) {
		return "万美元"
	}
	return r.UnitOf(field)
}
