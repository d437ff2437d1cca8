package office

import (
	"fmt"

	"chainboard/industry"
)

// mostProblems is how many problems a batch keeps: a wrong file of 200,000 rows
// has millions, which nobody reads and which take hundreds of megabytes.
const mostProblems = 10_000

// bounded keeps the first problems, errors before warnings, and notes how many
// there were. What is within the bound stays in its order.
func (i Import) bounded() Import {
	all := i.Problems
	if len(all) <= mostProblems {
		return i
	}
	i.Problems = make([]industry.Problem, 0, mostProblems)
	for _, level := range []industry.Level{industry.LevelError, industry.LevelWarning} {
		for _, x := range all {
			if x.Level == level && len(i.Problems) < mostProblems {
				i.Problems = append(i.Problems, x)
			}
		}
	}
	i.Notes = append(i.Notes, fmt.Sprintf("问题共 %d 个，只列出前 %d 个（先列错误），请改正后重新导入", len(all), mostProblems))
	return i
}
