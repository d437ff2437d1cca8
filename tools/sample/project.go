package main

import (
	"fmt"
	"slices"
	"strings"
)

// project is one row of 项目清单. Money is in 万元, of a dollar project in
// 万美元.
type project struct {
	name, segment, effect        string
	investor, province, city     string
	owner                        string // key of the enterprise; "" before 注册
	content                      string
	total, contract              int64
	thisYear, spent              int64
	dollars                      bool
	path                         string // "签约 2026-03-06 注册 2026-03-19 …" in the order of the stages
	planned                      string // "开工 2026-12-15 竣工 …"
	of                           string // 原项目
	unit, patron, state, trouble string
}

// stages are the dated steps in the order of the contract's columns.
func stages() []string {
	return []string{"线索", "在谈", "框架协议", "签约", "注册", "备案", "供地", "开工", "竣工", "投产", "入规", "达产", "暂停", "终止"}
}

// datesOf reads a path into stage → date.
func datesOf(path string) (map[string]day, error) { return datesAmong(stages(), path) }

// datesAmong reads a path whose steps are among those given.
func datesAmong(steps []string, path string) (map[string]day, error) {
	fields := strings.Fields(path)
	if len(fields)%2 != 0 {
		return nil, fmt.Errorf("odd path %q", path)
	}
	dates := map[string]day{}
	for i := 0; i < len(fields); i += 2 {
		d := day(fields[i+1])
		if _, err := d.time(); err != nil || !slices.Contains(steps, fields[i]) {
			return nil, fmt.Errorf("path %q: %s %s", path, fields[i], fields[i+1])
		}
		dates[fields[i]] = d
	}
	return dates, nil
}

func projectColumns() []column {
	columns := []column{
		{"项目编码", text, 13},
		{"项目名称", text, 34},
		{"产业链", text, 15},
		{"环节", text, 16},
		{"链条作用", text, 10},
		{"投资方", text, 30},
		{"来源省", text, 10},
		{"来源市", text, 10},
		{"业主企业", text, 32},
		{"区域", text, 24},
		{"建设内容", long, 44},
		{"总投资(万元)", money, 15},
		{"合同资金(万元)", money, 15},
		{"币种", text, 8},
		{"年度计划投资(万元)", money, 19},
		{"累计完成投资(万元)", money, 19},
		{"协议类型", text, 11},
	}
	for _, s := range stages() {
		columns = append(columns, column{s + "日期", date, 13})
	}
	return append(columns, []column{
		{"计划开工", date, 13},
		{"计划竣工", date, 13},
		{"计划投产", date, 13},
		{"原项目", text, 30},
		{"责任单位", text, 16},
		{"包联领导", text, 10},
		{"形象进度", text, 26},
		{"存在问题", long, 40},
	}...)
}

func projectTable(firms []firm) (table, error) {
	t := table{name: "项目清单", columns: projectColumns()}
	byKey := map[string]firm{"": {}}
	for _, f := range firms {
		byKey[f.key] = f
	}
	bySegment := map[string]segment{}
	for _, s := range segments() {
		bySegment[s.code] = s
	}
	for i, p := range projects() {
		owner, known := byKey[p.owner]
		s, placed := bySegment[p.segment]
		if !known || !placed {
			return t, fmt.Errorf("%s: no owner %q or no segment %q", p.name, p.owner, p.segment)
		}
		row, err := p.cells(s, owner)
		if err != nil {
			return t, fmt.Errorf("%s: %w", p.name, err)
		}
		row[0] = projectCode(i)
		t.rows = append(t.rows, row)
	}
	return t, nil
}

// projectCode is the 项目编码 of the i-th project.
func projectCode(i int) string { return fmt.Sprintf("XM%03d", i+1) }

// cells is the row but for the code in its first cell.
func (p project) cells(s segment, owner firm) ([]any, error) {
	dates, err := datesOf(p.path)
	if err != nil {
		return nil, err
	}
	plans, err := datesOf(p.planned)
	if err != nil {
		return nil, err
	}
	region := owner.region
	if region == "" {
		region = place(s.branch, p.name, true)
	}
	investor := p.investor
	if investor == "" {
		investor = owner.name
	}
	var currency, agreement any
	switch {
	case dates["签约"] != "":
		agreement, currency = "正式合同", "人民币"
	case dates["框架协议"] != "":
		agreement, currency = "框架协议", "人民币"
	}
	if p.dollars {
		currency = "美元"
	}
	row := []any{
		nil, p.name, chainName(s.chain()), s.name, p.effect, investor, p.province, orNil(p.city), orNil(owner.name), region, p.content,
		tenThousands(p.total), tenThousands(p.contract), currency, tenThousands(p.thisYear), tenThousands(p.spent), agreement,
	}
	for _, stage := range stages() {
		row = append(row, dates[stage])
	}
	return append(row,
		plans["开工"], plans["竣工"], plans["投产"], orNil(p.of), orNil(p.unit), orNil(p.patron), orNil(p.state), orNil(p.trouble)), nil
}

func tenThousands(n int64) any {
	if n == 0 {
		return nil
	}
	return amount(n) * unit
}

func projects() []project {
	return slices.Concat(earlyProjects(), signedProjects(), builtProjects(), materialProjects())
}
