package main

import "fmt"

// event is one row of 招商活动. What was signed on its day is counted in
// 项目清单: formal contracts only.
type event struct {
	name, chain, place string
	on                 day
	attendees, minutes string
}

func events() []event {
	return []event{
		{"有机硅下游应用招商恳谈会", materials, "示例县", "2025-07-17", "申浦己丑示例硅材集团、示例省有机硅行业协会", "签约液体硅橡胶项目；有机硅单体缺口作为补链重点继续跟踪。"},
		{"新能源重大项目集中签约仪式", energy, "示例县", "2026-03-06", "岭南甲寅示例新能源控股集团、示例癸酉正极股份有限公司", "签约方形铁锂电芯项目，县经开区管委会牵头成立项目专班，承诺事项逐项列单。"},
		{"光储产业招商推介会（厦门）", energy, "福建厦门", "2026-05-28", "闽海乙丑示例金属集团、示例己巳新能股份有限公司、示例省光伏行业协会", "签约光伏支架智能制造项目；与会企业关注用地和电价。"},
		{"铜基新材料港资企业对接会", materials, "香港", "2026-06-11", "香江甲申示例投资公司、示例癸丑板带科技有限公司", "签约引线框架铜带项目，合同外资3200万美元，不计入人民币合同资金。"},
		{"储能装备产业对接会", energy, "浙江绍兴", "2026-07-30", "之江丁卯示例消防集团、之江己未示例热控集团", "签约储能消防装置项目；储能液冷机组项目进入条款磋商。"},
		{"锂电结构件专题招商会（东莞）", energy, "广东东莞", "2026-09-16", "岭南癸亥示例精密集团、岭南戊午示例膜材集团", "签约极耳与盖板扩能项目；干法隔膜项目约定10月来县考察。"},
		{"有机硅应用产业推介会（广州）", materials, "广东广州", "2026-10-14", "岭南乙酉示例胶业集团、之江庚辰示例硅业集团", "签约有机硅密封胶智能工厂项目；有机硅单体项目意向企业到会交流。"},
	}
}

func eventTable(d *directory) table {
	t := table{
		name: "招商活动",
		columns: []column{
			{"名称", text, 32},
			{"日期", date, 13},
			{"地点", text, 14},
			{"产业链", text, 16},
			{"签约项目数", count, 12},
			{"签约金额(万元)", money, 17},
			{"参加企业", text, 60},
			{"纪要", long, 60},
		},
	}
	for _, e := range events() {
		n, sum := 0, amount(0)
		for _, p := range d.projects {
			dates, err := datesOf(p.path)
			if err != nil {
				d.unknown = append(d.unknown, fmt.Sprintf("项目 %s: %v", p.name, err))
				continue
			}
			if dates["签约"] != e.on || d.segment(p.segment).chain() != e.chain {
				continue
			}
			n++
			if !p.dollars {
				sum += amount(p.contract) * unit
			}
		}
		var signed any // dollars alone are no 万元
		if sum > 0 {
			signed = sum
		}
		t.rows = append(t.rows, []any{e.name, e.on, e.place, chainName(e.chain), n, signed, e.attendees, e.minutes})
	}
	return t
}
