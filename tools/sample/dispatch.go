package main

// dispatchTable is 月度调度: chains, regions and departments first, then the
// enterprises month by month.
func dispatchTable(firms []firm) table {
	t := table{
		name: "月度调度",
		columns: []column{
			{"月份", text, 10},
			{"对象", text, 32},
			{"产业链", text, 15},
			{"指标", text, 17},
			{"来源部门", text, 11},
			{"当月(万元)", money, 14},
			{"本年累计(万元)", money, 17},
			{"上年同期累计(万元)", money, 19},
			{"同比(%)", rate, 10},
			{"两年前同期累计(万元)", money, 20},
			{"下月预计(万元)", money, 16},
			{"全市位次", count, 10},
			{"位次总数", count, 10},
			{"数据状态", text, 10},
			{"原因分析", text, 60},
		},
	}
	var all []report
	for _, s := range append(chainSeries(), otherSeries()...) {
		all = append(all, s.reports()...)
	}
	all = append(all, rateReports()...)
	all = append(all, referenceReports()...)
	all = append(all, headcountReports()...)
	all = append(all, annualReports()...)
	all = append(all, rankReports()...)
	all = append(all, firmReports(firms)...)
	for _, r := range all {
		t.rows = append(t.rows, r.cells())
	}
	return t
}

func (r report) cells() []any {
	var growth any
	if r.growth != nil {
		growth = *r.growth
	}
	return []any{
		r.month, r.object, orNil(r.chain), r.indicator, r.source, figure(r.inMonth), figure(r.cumulative), figure(r.base), growth,
		figure(r.twoYears), figure(r.next), orNil(r.rank), orNil(r.rankOf), orNil(r.status), orNil(r.reason),
	}
}

func figure(a *amount) any {
	if a == nil {
		return nil
	}
	return *a
}
