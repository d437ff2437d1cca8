package office

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/workbook"
)

// identify fills in the key of a row that may come without one: an enterprise
// by its exact name, a project by name and investor or with a new code.
func (p *plan) identify(ps *plannedSheet, row *workbook.Candidate) []industry.Fault {
	r := row.Record
	switch r.Register {
	case industry.EnterpriseRegister:
		return p.identifyEnterprise(r)
	case industry.ProjectRegister:
		row.Present = slices.Clone(row.Present) // a project's row may come to speak of more fields than its sheet
		if r.Get("code") == "" {
			p.identifyProject(ps, row)
		}
	}
	return nil
}

func (p *plan) identifyEnterprise(r industry.Record) []industry.Fault {
	if r.Get("code") != "" {
		return nil
	}
	key, err := p.directory.Find(industry.EnterpriseRegister.Noun, r.Get("name"), "")
	if err != nil {
		return []industry.Fault{{
			Column: "code", Message: "没有填统一社会信用代码，也没有已登记的企业叫“" + r.Get("name") + "”",
			Remedy: "补填 18 位统一社会信用代码",
		}}
	}
	r.Set("code", key)
	return nil
}

func (p *plan) identifyProject(ps *plannedSheet, row *workbook.Candidate) {
	r := row.Record
	for key, e := range p.current[industry.ProjectRegister] {
		if !e.Withdrawn && e.Record.Get("name") == r.Get("name") && e.Record.Get("investor") == r.Get("investor") {
			r.Set("code", key)
			row.Present[r.Register.Index("code")] = true
			return
		}
	}
	code := p.nextProjectCode()
	r.Set("code", code)
	row.Present[r.Register.Index("code")] = true
	p.note("%s第 %d 行“%s”没有项目编码，自动编为 %s", ps.Name, row.Row, r.Get("name"), code)
}

const projectPrefix = "XM"

// nextProjectCode returns the first free code after the highest of its form.
func (p *plan) nextProjectCode() string {
	if p.lastProject == 0 {
		for key := range p.current[industry.ProjectRegister] {
			if n, err := strconv.Atoi(strings.TrimPrefix(key, projectPrefix)); err == nil {
				p.lastProject = max(p.lastProject, n)
			}
		}
	}
	p.lastProject++
	return fmt.Sprintf("%s%04d", projectPrefix, p.lastProject)
}
