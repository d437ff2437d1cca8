package office

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/workbook"
)

// numbering says how records of a register get a code when their row has none:
// the same ones again keep theirs, new ones get the prefix and the next number.
type numbering struct {
	prefix string
	same   []string // columns that together tell a record from the others
}

var numberings = map[*industry.Register]numbering{
	industry.ProjectRegister:  {"XM", []string{"name", "investor"}},
	industry.IssueRegister:    {"WT", []string{"content", "raised_on"}},
	industry.DecisionRegister: {"YD", []string{"meeting", "content"}},
	industry.ProspectRegister: {"MB", []string{"chain", "segment", "name"}},
}

// counter gives out codes for one register during an import.
type counter struct {
	numbering
	known map[string]string // what tells a record apart → its code
	last  int               // highest number in use
}

// identify fills in the key of a row that may come without one: an enterprise
// by its exact name, a numbered record by what tells it apart, or a new code.
func (p *plan) identify(ps *plannedSheet, row *workbook.Candidate) []industry.Fault {
	r := row.Record
	if r.Register == industry.EnterpriseRegister {
		return p.identifyEnterprise(r)
	}
	if _, ok := numberings[r.Register]; ok {
		row.Present = slices.Clone(row.Present) // the row comes to speak of more fields than its sheet
		if r.Get("code") == "" {
			p.number(ps, row)
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

// number gives a row the code of the record it repeats, or the next free one.
func (p *plan) number(ps *plannedSheet, row *workbook.Candidate) {
	r := row.Record
	c := p.counterOf(r.Register)
	row.Present[r.Register.Index("code")] = true
	apart := c.apart(r)
	if code, ok := c.known[apart]; ok {
		r.Set("code", code)
		return
	}
	c.last++
	r.Set("code", fmt.Sprintf("%s%04d", c.prefix, c.last))
	c.known[apart] = r.Get("code")
	p.note("%s第 %d 行没有%s，自动编为 %s", ps.Name, row.Row, r.Register.Field("code").Name, r.Get("code"))
}

func (n numbering) apart(r industry.Record) string {
	var parts []string
	for _, column := range n.same {
		parts = append(parts, r.Get(column))
	}
	return strings.Join(parts, industry.KeySeparator)
}

func (p *plan) counterOf(g *industry.Register) *counter {
	if c := p.counters[g]; c != nil {
		return c
	}
	c := &counter{numbering: numberings[g], known: map[string]string{}}
	for key, e := range p.current[g] {
		if n, err := strconv.Atoi(strings.TrimPrefix(key, c.prefix)); err == nil {
			c.last = max(c.last, n)
		}
		if !e.Withdrawn {
			c.known[c.apart(e.Record)] = key
		}
	}
	p.counters[g] = c
	return c
}
