package main

// technology is one row of 技术路线: a bar from one year to another in the lane
// of its segment.
type technology struct {
	segment, name, stage, level string
	from, to                    int
	goal, milestones            string
	lead, partners, platform    string // lead is the key of an enterprise
	unit                        string
}

func technologies() []technology {
	return append(energyTechnologies(), materialTechnologies()...)
}

func technologyTable(d *directory) table {
	t := table{
		name: "技术路线",
		columns: []column{
			{"产业链", text, 16},
			{"环节", text, 18},
			{"技术", text, 28},
			{"阶段", text, 8},
			{"水平", text, 8},
			{"起始年", count, 9},
			{"目标年", count, 9},
			{"目标", long, 44},
			{"里程碑", text, 44},
			{"牵头企业", text, 32},
			{"合作单位", text, 30},
			{"攻关平台", text, 36},
			{"责任单位", text, 16},
		},
	}
	for _, n := range technologies() {
		s := d.segment(n.segment)
		t.rows = append(t.rows, []any{
			chainName(s.chain()), s.name, n.name, n.stage, n.level, n.from, n.to, n.goal, n.milestones,
			orNil(d.firm(n.lead).name), orNil(n.partners), orNil(n.platform), n.unit,
		})
	}
	return t
}
