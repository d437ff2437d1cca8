package office

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// ScoreRules returns every decision about scores, oldest first.
func (o *Office) ScoreRules(ctx context.Context) (industry.ScoreBook, error) {
	return o.store.ScoreRules(ctx)
}

// DecideScoreRule appends a sheet. d.Version is the number the office has seen
// last (0 where there is none): one decided since is a Conflict. What is wrong is
// Invalid, by field.
func (o *Office) DecideScoreRule(ctx context.Context, d industry.ScoreDecision, actor Actor) error {
	d.Version, d.Actor = d.Version+1, actor.Name
	if err := d.Check(); err != nil {
		return err
	}
	entry := actor.Entry(industry.ActSave, "考核办法")
	var items []string
	for _, it := range d.Sheet.Items {
		items = append(items, it.Name+"（"+it.Text()+"）")
	}
	entry.Detail = industry.ScoreKindLabel(d.Kind) + " " + d.Sheet.Name + "：" + strings.Join(items, "；") + "；依据 " + d.Reason
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.AddScoreRule(ctx, d) })
}

// Score scores every chain, or every department that answers for projects of the
// chain, at the end of a month. A chain other than all shows its own score with
// its rank among all.
func (o *Office) Score(ctx context.Context, q Query, kind string) (industry.ScoreTable, error) {
	if !slices.Contains(industry.ScoreKinds(), kind) {
		return industry.ScoreTable{}, industry.Errorf(industry.Invalid, "没有“%s”这种考核对象，可选 %s", kind, strings.Join(industry.ScoreKinds(), "、"))
	}
	q, c, head, err := o.openMap(ctx, q)
	if err != nil {
		return industry.ScoreTable{}, err
	}
	book, err := o.store.ScoreRules(ctx)
	if err != nil {
		return industry.ScoreTable{}, err
	}
	sheet, version := book.InForce(kind, q.AsOf)
	var subjects []industry.ScoreSubject
	if kind == industry.ScoreChains {
		subjects, err = o.scoredChains(ctx, q, c)
	} else {
		subjects, err = o.scoredDepartments(ctx, q, c.of(q.Chain))
	}
	if err != nil {
		return industry.ScoreTable{}, err
	}
	t := sheet.Scored(subjects, q.Month, head.At)
	t.Kind, t.Version = kind, version
	if kind == industry.ScoreChains && q.Chain != industry.AllChains {
		t.Scores = slices.DeleteFunc(t.Scores, func(s industry.Score) bool { return s.ID != q.Chain })
	}
	return t, nil
}

func (o *Office) scoredChains(ctx context.Context, q Query, c county) ([]industry.ScoreSubject, error) {
	var subjects []industry.ScoreSubject
	for _, chain := range c.chains {
		table, err := o.Dispatch(ctx, Query{Chain: chain.ID, Month: q.Month, AsOf: q.AsOf})
		if err != nil {
			return nil, err
		}
		own := c.of(chain.ID)
		s := industry.ScoreSubject{ID: chain.ID, Name: chain.Name, Figures: map[string]industry.ScoreFigure{}, Projects: own.projects, Arrivals: c.arrivals}
		for _, line := range table.Indicators {
			s.Figures[line.Code] = industry.ScoreFigureOf(line, q.Month)
		}
		subjects = append(subjects, s)
	}
	return subjects, nil
}

// scoredDepartments takes what the registers count of a department's projects;
// its targets are the rows of 年度目标 about it.
func (o *Office) scoredDepartments(ctx context.Context, q Query, c county) ([]industry.ScoreSubject, error) {
	rows, err := o.entries(ctx, industry.TargetRegister, q.AsOf)
	if err != nil {
		return nil, err
	}
	projects := map[string][]industry.Project{}
	for _, p := range c.projects {
		for _, name := range industry.SplitList(p.Department) {
			projects[name] = append(projects[name], p)
		}
	}
	var subjects []industry.ScoreSubject
	for name, own := range projects {
		s := industry.ScoreSubject{ID: name, Name: name, Figures: map[string]industry.ScoreFigure{}, Projects: own, Arrivals: c.arrivals}
		counted := industry.RegisterIndicators(industry.CountedRegisters{Projects: own, Arrivals: c.arrivals}, q.Month)
		for _, ind := range c.indicators {
			i := slices.IndexFunc(counted, func(x industry.Computed) bool { return x.Indicator == ind.Code })
			if i < 0 || !industry.OfProjects(ind.Code) {
				continue
			}
			s.Figures[ind.Code] = industry.DepartmentFigure(ind, counted[i].Cumulative, industry.DepartmentTarget(rows, industry.DepartmentGoal{
				Department: name, Chain: q.Chain, Indicator: ind.Code, Year: q.Month.Year(),
			}), q.Month)
		}
		subjects = append(subjects, s)
	}
	slices.SortFunc(subjects, func(a, b industry.ScoreSubject) int { return strings.Compare(a.ID, b.ID) })
	return subjects, nil
}

// ScoreFile writes the table as a workbook. It is audited before it leaves.
func (o *Office) ScoreFile(ctx context.Context, w io.Writer, q ScoreFileQuery, actor Actor) error {
	t, err := o.Score(ctx, q.Query, q.Kind)
	if err != nil {
		return err
	}
	sums := workbook.Table{
		Sheet: "考核得分", Title: "考核得分（" + t.Sheet.Name + "）",
		Notes:   []string{"数据月份 " + t.Month.String() + "，项目截至 " + string(t.At), t.Sheet.Source, "没有目标或没有数的项目不评，不按0分计；得分只在已评满分相同的对象之间排名"},
		Columns: headers("位次", industry.ScoreKindLabel(t.Kind), "得分", "已评满分", "办法满分"),
	}
	items := workbook.Table{
		Sheet: "计分明细", Title: "计分明细", Columns: headers(industry.ScoreKindLabel(t.Kind), "项目", "满分", "得分", "算式", "计入的项目"),
	}
	for _, s := range t.Scores {
		sums.Rows = append(sums.Rows, []workbook.TableCell{numberCell(s.Rank), textCell(s.Name), numberCell(s.Total), numberCell(s.Judged), numberCell(t.Full)})
		for _, it := range s.Items {
			var names []string
			for _, p := range it.Counted {
				names = append(names, p.Name)
			}
			items.Rows = append(items.Rows, []workbook.TableCell{
				textCell(s.Name), textCell(it.Name), numberCell(it.Weight), numberCell(it.Points), textCell(it.Formula), textCell(strings.Join(names, "、")),
			})
		}
	}
	entry := actor.Entry(industry.ActExport, "考核得分")
	entry.Detail = fmt.Sprintf("产业链 %s，%s，%d 个%s", q.Chain, t.Month, len(t.Scores), industry.ScoreKindLabel(t.Kind))
	return o.handOut(ctx, w, []workbook.Table{sums, items}, entry)
}

// ScoreFileQuery asks for the file of a score table.
type ScoreFileQuery struct {
	Query
	Kind string
}

// ScoreSheetInForce returns the sheet of a kind that is in force now and its
// version.
func (o *Office) ScoreSheetInForce(ctx context.Context, kind string) (industry.ScoreSheet, int64, error) {
	book, err := o.store.ScoreRules(ctx)
	if err != nil {
		return industry.ScoreSheet{}, 0, err
	}
	sheet, version := book.InForce(kind, time.Time{})
	return sheet, version, nil
}

// ScoredIndicators returns what an item may be about: for departments only what
// is counted of their own projects.
func (o *Office) ScoredIndicators(ctx context.Context, kind string) ([]industry.Indicator, error) {
	c, err := o.county(ctx, time.Time{})
	if err != nil {
		return nil, err
	}
	return without(c.indicators, func(i industry.Indicator) bool {
		return kind == industry.ScoreDepartments && !industry.OfProjects(i.Code)
	}), nil
}
