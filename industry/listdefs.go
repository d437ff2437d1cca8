package industry

func enterpriseList() *List {
	return &List{
		Code: "enterprises", Name: "企业清单", Register: EnterpriseRegister, Title: "name", Order: []string{"-revenue", "id"},
		Search: []string{"code", "name", "products", "segments", "region", "titles", "sponsor"},
		Columns: columnsOf(EnterpriseRegister, []ListColumn{
			{Column: "code", Place: FilesOnly},
			{Column: "name"},
			{Column: "chain", Name: "主链", Kind: Reference, Wide: true, Filter: true, cell: chainCell},
			{Column: "segment", Name: "环节", Kind: Reference, Filter: true, cell: segmentCell},
			{Column: "branch", Name: "细分链", Filter: true, Place: FilesOnly, cell: branchCell},
			{Column: "role", Filter: true},
			{Column: "entered", Place: FilesOnly},
			{Column: "region", Filter: true},
			{Column: "revenue", Name: "营业收入", Kind: Money, Unit: "万元", Sum: true, Private: true, dated: true, cell: revenueCell},
			{Column: "base", Name: "上年同期(本年填报)", Kind: Money, Unit: "万元", Sum: true, Private: true, cell: baseCell},
			{Column: "growth", Name: "同比", Kind: Percentage, Unit: "%", Private: true, cell: growthCell},
			{Column: "growth_text", Name: "同比", Place: DataOnly, Private: true, cell: growthTextCell},
			{Column: "titles", Name: "资质及有效期", Filter: true, cell: titlesCell},
			{Column: "above_scale", Place: DataOnly, Filter: true},
			{Column: "listed", Name: "在名单", Kind: YesNo, Filter: true, Place: FilesOnly, cell: listedCell},
			{Column: "status", Filter: true},
		}),
	}
}

func projectList() *List {
	return &List{
		Code: "projects", Name: "项目清单", Register: ProjectRegister, Title: "name", Order: []string{"-light", "next_step", "id"},
		Steps: projectSteps(), Card: []string{"investor", "total_investment", "total_investment_usd", "next_step", "light"},
		Search: []string{
			"code", "name", "investor", "owner", "content", "source_province", "source_city", "segment", "region", "department", "sponsor",
		},
		Columns: columnsOf(ProjectRegister, []ListColumn{
			{Column: "code", Place: FilesOnly},
			{Column: "name"},
			{Column: "chain", Wide: true, Filter: true},
			{Column: "stage", Name: "当前阶段", Kind: Choice, Filter: true, cell: stageCell},
			{Column: "branch", Name: "细分链", Filter: true, Place: FilesOnly, cell: branchCell},
			{Column: "segment", Filter: true},
			{Column: "remedy", Filter: true, Place: FilesOnly},
			{Column: "investor"},
			{Column: "source", Name: "来源地", cell: sourceCell},
			{Column: "region", Filter: true},
			{Column: "total_investment", Sum: true},
			{Column: "total_investment_usd", Name: "总投资", Kind: Money, Unit: "万美元", Sum: true, Rare: true, cell: dollarCell("total_investment")},
			{Column: "contract_amount", Sum: true},
			{Column: "contract_amount_usd", Name: "合同资金", Kind: Money, Unit: "万美元", Sum: true, Rare: true, cell: dollarCell("contract_amount")},
			{Column: "signed_on"},
			{Column: "started_on", Place: FilesOnly},
			{Column: "operating_on", Place: FilesOnly},
			{Column: "next_step", Name: "下一节点", cell: nextStepCell},
			{Column: "light", Name: "进度", Kind: Choice, Filter: true, cell: lightCell},
			{Column: "rule_light", Name: "开工入库灯", Kind: Choice, Place: FilesOnly, Note: "按开工、入库两条规则评定，取较重的", cell: ruleLightCell},
			{Column: "overdue_days", Name: "逾期", Kind: Number, Unit: "天", Place: FilesOnly, cell: overdueDaysCell},
			{Column: "department", Filter: true},
		}),
	}
}
