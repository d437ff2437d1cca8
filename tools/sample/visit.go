package main

import (
	"fmt"
	"slices"
	"strings"
)

// tour is a day on which a leader goes round: one row of 走访记录 for each
// enterprise. What was raised there on that day is in issues.
type tour struct {
	on          day
	leader      string
	departments string
	firms       string // keys, separated by spaces
}

func tours() []tour { return append(earlierTours(), thisYearsTours()...) }

// raised finds the issues of visits: day and enterprise → indexes.
func raised() (map[string][]int, error) {
	found := map[string][]int{}
	for i, q := range issues() {
		on, err := datesAmong(issueSteps(), q.path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", issueCode(i), err)
		}
		if q.origin == fromVisit {
			at := string(on["提出"]) + q.firm
			found[at] = append(found[at], i)
		}
	}
	return found, nil
}

func visitTable(d *directory) (table, error) {
	t := table{
		name: "走访记录",
		columns: []column{
			{"日期", date, 13},
			{"企业", text, 32},
			{"带队领导", text, 11},
			{"参加单位", text, 40},
			{"意见建议", long, 60},
			{"问题编号", text, 16},
		},
	}
	all := issues()
	pending, err := raised()
	if err != nil {
		return t, err
	}
	for _, v := range tours() {
		for _, key := range strings.Fields(v.firms) {
			f, at := d.firm(key), string(v.on)+key
			var codes, said []string
			for _, i := range pending[at] {
				codes, said = append(codes, issueCode(i)), append(said, all[i].content)
			}
			delete(pending, at)
			advice := "反映：" + strings.Join(said, "；")
			if codes == nil {
				advice = f.remark(v.on)
			}
			t.rows = append(t.rows, []any{v.on, f.name, v.leader, v.departments, advice, orNil(strings.Join(codes, "、"))})
		}
	}
	if len(pending) > 0 {
		return t, fmt.Errorf("issues without a visit: %v", pending)
	}
	return t, nil
}

// remark is what a firm without an issue says.
func (f firm) remark(on day) string {
	switch {
	case f.building:
		return "项目按计划推进，暂无需要协调的问题"
	case f.stop != 0 && string(on) >= f.stop.String():
		return "目前停产，正在洽谈设备盘活，暂无新增诉求"
	}
	remarks := []string{
		"生产平稳，订单排至下季度，暂无诉求",
		"订单饱满，建议多组织县内配套对接",
		"希望继续组织研发费用归集培训",
		"正在实施技改，建议加快政策兑现进度",
		"用工基本稳定，建议完善园区生活配套",
		"产品价格企稳，对下一步走势谨慎乐观",
	}
	if slices.Contains([]string{copperBranch, siliconBranch}, f.segment.branch) {
		remarks = append(remarks, "原料价格波动较大，建议加强行情信息服务")
	}
	return remarks[draw(int64(len(remarks)), "remark", f.key, string(on))]
}
