package industry

import "slices"

// prospectList is 招商目标: whom the office means to win for which segment.
func prospectList() *List {
	return &List{
		Code: "prospects", Name: "招商目标", Register: ProspectRegister, Title: "name", Order: []string{"state", "chain", "segment", "name"}, Ledger: true,
		Search: []string{"code", "name", "segment", "province", "city", "department", "direction", "project", "note"},
		Columns: columnsOf(ProspectRegister, []ListColumn{
			{Column: "code", Place: FilesOnly},
			{Column: "name"},
			{Column: "chain", Wide: true, Filter: true},
			{Column: "segment", Filter: true},
			{Column: "branch", Name: "细分链", Filter: true, Place: FilesOnly, cell: branchCell},
			{Column: "state", Name: "联系状态", Kind: Choice, Filter: true, cell: prospectStateCell},
			{Column: "province", Filter: true},
			{Column: "city"},
			{Column: "direction"},
			{Column: "department", Filter: true},
			{Column: "project"},
			{Column: "contact", Place: FilesOnly},
			{Column: "phone", Place: FilesOnly},
			{Column: "note", Place: FilesOnly},
		}),
		Note: "联系到“已签约”的，以项目清单的签约日期为准",
	}
}

// ProspectState returns how far the contact with a prospect is; nothing reported
// means that nobody has spoken to it.
func ProspectState(r Record) string { return orElse(r.Get("state"), ProspectStates()[0]) }

// prospectStateCell sorts by how far the contact is.
func prospectStateCell(it *listItem) ListCell {
	state := ProspectState(it.record)
	c := textCell(state)
	c.Number = Q(int64(slices.Index(ProspectStates(), state)))
	return c
}
