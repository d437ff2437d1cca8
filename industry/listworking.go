package industry

// clusterList is 集群清单. Clusters may lie within each other, so nothing is
// added up over them.
func clusterList() *List {
	return &List{
		Code: "clusters", Name: "集群清单", Register: ClusterRegister, Title: "name", Order: []string{"-revenue", "name"},
		Search: []string{"name", "industry", "region", "level", "platforms"},
		Columns: columnsOf(ClusterRegister, []ListColumn{
			{Column: "name"},
			{Column: "chain", Wide: true, Filter: true},
			{Column: "level", Filter: true},
			{Column: "region", Filter: true},
			{Column: "industry", Filter: true, Place: FilesOnly},
			{Column: "area"},
			{Column: "workshop_area", Name: "标准厂房"},
			{Column: "settled", Name: "入驻"},
			{Column: "enterprises", Name: "企业"},
			{Column: "above_scale", Name: "规上"},
			{Column: "revenue"},
			{Column: "tax"},
			{Column: "platforms", Place: FilesOnly},
			{Column: "goal", Place: FilesOnly},
		}),
		Note: "集群之间可能重叠，不作合计",
	}
}

// issueList is 问题清单. An issue names an enterprise or a project as the
// enterprise list does, and no figure or contact of it, so everybody who may see
// lists sees it whole; unknown columns are withheld as everywhere.
func issueList() *List {
	return &List{
		Code: "issues", Name: "问题清单", Register: IssueRegister, Title: "content", Order: []string{"deadline", "due", "-raised_on"},
		Steps: fieldSteps(IssueRegister, "state"), Card: []string{"enterprise", "lead_department", "deadline"},
		Search: []string{"code", "content", "enterprise", "project", "lead_department", "support_departments", "progress", "origin"},
		Columns: columnsOf(IssueRegister, []ListColumn{
			{Column: "code", Place: FilesOnly},
			{Column: "content"},
			{Column: "enterprise"},
			{Column: "project", Place: FilesOnly},
			{Column: "lead_department", Filter: true},
			{Column: "support_departments", Place: FilesOnly},
			{Column: "deadline", Name: "时限", Kind: Choice, Filter: true, Note: workdayNote, cell: deadlineCell},
			{Column: "overdue_days", Name: "逾期", Kind: Number, Unit: "工作日", Place: FilesOnly, Note: workdayNote, cell: issueOverdueDaysCell},
			{Column: "state", Filter: true},
			{Column: "due", Name: "应办结日期", Kind: DateField, Note: workdayNote, cell: dueCell},
			{Column: "supervised", Filter: true},
			{Column: "category", Filter: true},
			{Column: "of_chain", Name: "产业链", Kind: Reference, Wide: true, Filter: true, cell: issueChainCell},
			{Column: "progress"},
			{Column: "raised_on"},
			{Column: "assigned_on"},
			{Column: "limit_days", Place: FilesOnly},
			{Column: "satisfaction", Place: FilesOnly},
			{Column: "closed_on", Place: FilesOnly},
		}),
		Note: "逾期" + workdayNote,
	}
}

// bottleneckList is 瓶颈清单 of the second reading of the five lists (domain
// 1.2): the issues that are not struck off. The missing and weak segments, the
// other half of a chain's bottlenecks, are what 产业链图 shows.
func bottleneckList() *List {
	l := issueList()
	l.Code, l.Name = "bottlenecks", "瓶颈清单"
	l.keep = func(r Record) bool { return !issueClosed(r) }
	l.Note = "未销号的问题；短链、断链、弱链环节见产业链图。" + l.Note
	return l
}

// policyList is 政策清单. A policy that names no chain is in the list of each.
func policyList() *List {
	return &List{
		Code: "policies", Name: "政策清单", Register: PolicyRegister, Title: "name", Order: []string{"-issued_on", "name"},
		Search: []string{"code", "name", "issuer", "clauses", "department", "segments", "fulfilment"},
		Columns: columnsOf(PolicyRegister, []ListColumn{
			{Column: "name"},
			{Column: "code"},
			{Column: "of_chains", Name: "产业链", Kind: Reference, Wide: true, Filter: true, cell: everyChainCell},
			{Column: "level", Filter: true},
			{Column: "validity", Name: "有效性", Kind: Choice, Filter: true, cell: validityCell},
			{Column: "valid_until"},
			{Column: "issued_on"},
			{Column: "issuer", Place: FilesOnly},
			{Column: "segments", Place: FilesOnly},
			{Column: "clauses", Place: FilesOnly},
			{Column: "department", Filter: true},
			{Column: "fulfilment"},
			{Column: "fair_competition", Filter: true},
		}),
	}
}

// platformList is 平台清单 of the second reading.
func platformList() *List {
	return &List{
		Code: "platforms", Name: "平台清单", Register: PlatformRegister, Title: "name", Order: []string{"valid_until", "name"},
		Search: []string{"name", "type", "level", "host", "segment"},
		Columns: columnsOf(PlatformRegister, []ListColumn{
			{Column: "name"},
			{Column: "chain", Wide: true, Filter: true},
			{Column: "segment", Filter: true},
			{Column: "branch", Name: "细分链", Place: FilesOnly, cell: branchCell},
			{Column: "type", Filter: true},
			{Column: "level", Filter: true},
			{Column: "host"},
			{Column: "recognised_on"},
			{Column: "valid_until"},
			{Column: "validity", Name: "有效性", Kind: Choice, Filter: true, cell: validityCell},
		}),
	}
}

// technologyList is 技术清单 of the second reading: the rows of 技术路线.
func technologyList() *List {
	return &List{
		Code: "technologies", Name: "技术清单", Register: TechnologyRegister, Title: "name", Order: []string{"chain", "segment", "start_year"},
		Search: []string{"name", "segment", "goal", "milestones", "lead_enterprise", "partners", "platform", "department"},
		Columns: columnsOf(TechnologyRegister, []ListColumn{
			{Column: "name"},
			{Column: "chain", Wide: true, Filter: true},
			{Column: "branch", Name: "细分链", Filter: true, cell: branchCell},
			{Column: "segment", Filter: true},
			{Column: "stage", Filter: true},
			{Column: "level", Filter: true},
			{Column: "start_year"},
			{Column: "target_year", Filter: true},
			{Column: "goal"},
			{Column: "milestones", Place: FilesOnly},
			{Column: "lead_enterprise"},
			{Column: "partners", Place: FilesOnly},
			{Column: "platform", Place: FilesOnly},
			{Column: "department", Filter: true},
		}),
	}
}
