package main

// story is what happens to one enterprise and to no other. Months are zero
// where it does not apply.
type story struct {
	enter, leave month  // 入规, 退规
	start        month  // first month of production
	stop         month  // 停产 from this month
	cut          month  // 减产 from this month
	cutTo        int64  // permille left after the cut
	lossFrom     month  // losses, first and last month
	lossTo       month  //
	lossRate     int64  // permille of revenue lost
	noResearch   bool   // books no 研发费用
	also         string // further segments as written in 环节
	alsoChain    string // further chain as written in 产业链
	reason       string // 原因分析 of the newest month
}

// stories is keyed by segment/number: "li-salt/2" is the second 规上 firm of
// the segment's plan.
func stories() map[string]story {
	all := map[string]story{}
	for _, part := range []map[string]story{entrants(), priceCycle()} {
		for key, s := range part {
			all[key] = s
		}
	}
	for _, key := range []string{"pv-plant/1", "es-station/1", "cu-recycle/2", "si-parts/4"} {
		s := all[key]
		s.noResearch = true
		all[key] = s
	}
	all["cu-foil/1"] = story{also: "电子铜箔、" + energy + ":电池结构件", alsoChain: chainName(energy)}
	all["li-recycle/1"] = story{also: "碳酸锂"}
	all["es-system/1"] = story{also: "储能电站运营"}
	all["li-pack/1"] = story{also: "储能系统集成"}
	all["cu-wire/3"] = story{leave: ym(2026, 4)}
	return all
}

// entrants came into 规上 since 2024: the yearly batch in January with sales of
// their own before, the others as new plants during the year.
func entrants() map[string]story {
	return map[string]story{
		"li-can/3":     {enter: ym(2024, 1)},
		"pv-film/3":    {enter: ym(2024, 1)},
		"si-parts/3":   {enter: ym(2024, 1)},
		"cu-wire/2":    {enter: ym(2024, 5)},
		"es-thermal/2": {enter: ym(2024, 9)},

		"li-recycle/3": {enter: ym(2025, 1), noResearch: true},
		"pv-plant/2":   {enter: ym(2025, 1), noResearch: true},
		"cu-cable/4":   {enter: ym(2025, 1), noResearch: true},
		"si-oil/3":     {enter: ym(2025, 1)},
		"es-pcs/2":     {enter: ym(2025, 1)},

		"li-separator/1": {start: ym(2025, 4), enter: ym(2025, 6)},
		"pv-module/3":    {start: ym(2025, 6), enter: ym(2025, 8)},
		"cu-strip/2":     {start: ym(2025, 8), enter: ym(2025, 10)},

		"li-pack/2":  {start: ym(2025, 2), enter: ym(2026, 1)},
		"pv-cell/2":  {start: ym(2025, 3), enter: ym(2026, 1)},
		"cu-cable/2": {start: ym(2025, 1), enter: ym(2026, 1)},
		"cu-pcb/2":   {enter: ym(2026, 1)},

		"cu-foil/3":   {start: ym(2026, 2), enter: ym(2026, 4)},
		"es-system/2": {start: ym(2026, 5), enter: ym(2026, 6), reason: "5月投产、6月入规，产能爬坡，上年同期数为0"},
		"li-can/2":    {start: ym(2026, 6), enter: ym(2026, 8)},
		"li-fepo4/2":  {enter: ym(2026, 9), reason: "8月由外县迁入，上年同期数由原统计机构核转，尚未取得"},
	}
}

// priceCycle is the fall of lithium and solar prices in 2024 and what it did.
// Losses begin and end with a year, so that no cumulative crosses zero.
func priceCycle() map[string]story {
	return map[string]story{
		"li-salt/2": {lossFrom: ym(2024, 1), lossTo: ym(2025, 12), lossRate: 21},
		"li-salt/3": {
			lossFrom: ym(2024, 1), lossTo: ym(2025, 12), lossRate: 26, cut: ym(2025, 12), cutTo: 700,
			reason: "锂辉石到厂价上涨，加工费收窄，一条产线检修减产",
		},
		"li-salt/4": {stop: ym(2025, 11), reason: "外购原料成本倒挂，2025年11月起停产"},
		"pv-wafer/1": {
			lossFrom: ym(2024, 1), lossTo: ym(2025, 12), lossRate: 18, reason: "硅片价格企稳，开工率回升至七成",
		},
		"pv-wafer/2": {
			lossFrom: ym(2025, 1), lossTo: ym(2026, 3), lossRate: 40, stop: ym(2026, 4),
			reason: "硅片售价低于现金成本，4月起停产",
		},
		"pv-cell/1": {
			lossFrom: ym(2024, 1), lossTo: ym(2025, 12), lossRate: 12, cut: ym(2026, 3), cutTo: 850,
			reason: "海外订单减少，3月起两条线减产",
		},
		"si-metal/1": {cut: ym(2026, 2), cutTo: 800, reason: "枯水期电价上调，一台矿热炉停炉减产"},
	}
}
