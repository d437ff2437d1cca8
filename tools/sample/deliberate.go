package main

// exception is a place where the sample departs from tidy bookkeeping on
// purpose. The tests hold that these and no others exist.
type exception struct {
	rule          string // decrease, in-month, base, two-years, tenfold, no-base, missing
	firm          string // key of the enterprise, see stories
	indicator     string
	from, to      month // every reported month in between
	explained     bool  // the row carries a 原因分析
	whatItTeaches string
}

// Firms the exceptions happen to.
const (
	restatedFirm = "cu-cable/1"
	slippedFirm  = "li-can/4"
	movedFirm    = "li-fepo4/2"
)

// restatedTo is what is left (permille) of the restated firm's revenue once
// sales inside its group are taken out.
const restatedTo = 880

const (
	restatement     = "年报审计剔除集团内部重复销售，本年累计较11月快报调减，以此为准"
	restatementBase = "上年及两年前同期数已按剔除集团内部重复销售后的同口径重列，与上年上报数不一致"
)

// silentFirms have not reported the newest month.
func silentFirms() []string { return []string{"li-recycle/2", "cu-strip/3", "si-sealant/2"} }

func deliberate() []exception {
	last := newest()
	list := []exception{
		{"decrease", restatedFirm, "revenue", ym(2025, 12), ym(2025, 12), true, "the audited year is below November's cumulative"},
		{"in-month", restatedFirm, "revenue", ym(2025, 12), ym(2025, 12), true, "December's own sales are not the difference of the cumulatives"},
		{"base", restatedFirm, "revenue", ym(2026, 2), last, true, "the restated base differs from last year's report"},
		{"two-years", restatedFirm, "revenue", ym(2026, 2), last, true, "so does the one before"},
		{"tenfold", slippedFirm, "rnd_expense", last, last, false, "filled in 千元 where the column says 万元: kept, nobody has explained it"},
		{"in-month", slippedFirm, "rnd_expense", last, last, false, "the same slip seen from the month before"},
	}
	for _, indicator := range []string{"revenue", "profit", "rnd_expense"} {
		list = append(list, exception{"no-base", movedFirm, indicator, ym(2026, 9), last, true, "moved here in August, its base has not been handed over"})
		for _, firm := range silentFirms() {
			list = append(list, exception{"missing", firm, indicator, last, last, false, "has not reported yet"})
		}
	}
	return list
}
