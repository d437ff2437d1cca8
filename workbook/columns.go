package workbook

import (
	"fmt"
	"slices"

	"chainboard/industry"
)

// resolve settles columns that mean the same field or bear the same header. A
// reference may stand twice, as code and as name; a figure may not.
func (h *header) resolve() {
	s := h.sheet
	row := h.top[h.lower].number
	s.positions = make([][]int, len(s.Register.Fields))
	extras := map[string]int{}
	for i := range s.Columns {
		if c := &s.Columns[i]; c.Field >= 0 {
			h.place(c, row)
		} else if first, twice := extras[c.Header]; twice {
			c.ignored = true
			s.Problems = append(s.Problems, named(s.problem(industry.LevelWarning, row, c.position, fault{
				fmt.Sprintf("表头“%s”重复：%s 列和 %s 列同名，只读取前一列", c.Header, letter(first), c.Letter),
				"给其中一列改名",
			}), c.Header))
		} else {
			extras[c.Header] = c.position
		}
	}
	for i := range s.positions {
		slices.SortStableFunc(s.positions[i], func(a, b int) int { return h.rank(a) - h.rank(b) })
	}
	h.requireKeys(row)
}

// place gives a column to its field, or refuses it where the field has one.
func (h *header) place(c *Column, row int) {
	s := h.sheet
	f := &s.Register.Fields[c.Field]
	others := s.positions[c.Field]
	if len(others) == 0 || f.Kind == industry.Reference || f.Kind == industry.Object {
		s.positions[c.Field] = append(others, c.position)
		return
	}
	c.ignored = true
	s.Problems = append(s.Problems, named(s.problem(industry.LevelError, row, c.position, fault{
		fmt.Sprintf("“%s”有两列：%s 列和 %s 列（“%s”），无法确定用哪一列", f.Name, letter(others[0]), c.Letter, c.Header),
		"删除其中一列，或给它改名",
	}), f.Name))
}

// rank orders the columns of one field: its own name first, then by its aliases.
func (h *header) rank(position int) int {
	return h.words[h.named(h.lower, h.upper, position).name].rank
}

// requireKeys reports key columns without which rows cannot be told apart.
func (h *header) requireKeys(row int) {
	s := h.sheet
	for _, i := range s.missingKeys() {
		name := s.Register.Fields[i].Name
		s.Problems = append(s.Problems, named(s.problem(industry.LevelError, row, -1, fault{
			"表头里没有必需的列“" + name + "”，这张表的行没有读取",
			"加上“" + name + "”这一列并填写",
		}), name))
	}
}

// missingKeys returns the required key fields that have no column. An enterprise
// may do without its credit code where its name is given.
func (s *Sheet) missingKeys() []int {
	var missing []int
	for i := range s.Register.Fields {
		f := &s.Register.Fields[i]
		if !f.Key || !f.Required || len(s.positions[i]) > 0 {
			continue
		}
		if f.Kind == industry.CreditCode && len(s.positions[s.Register.Index("name")]) > 0 {
			continue
		}
		missing = append(missing, i)
	}
	return missing
}

func named(p industry.Problem, column string) industry.Problem {
	p.Column = column
	return p
}
