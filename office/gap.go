package office

import (
	"context"
	"fmt"
	"io"
	"strings"

	"chainboard/industry"
	"chainboard/workbook"
)

// Gaps returns every weak segment of a chain with its projects under way and its
// prospects, contacts left out.
func (o *Office) Gaps(ctx context.Context, q Query) (industry.Gaps, error) {
	q, c, head, err := o.openMap(ctx, q)
	if err != nil {
		return industry.Gaps{}, err
	}
	prospects, err := o.entries(ctx, industry.ProspectRegister, q.AsOf)
	if err != nil {
		return industry.Gaps{}, err
	}
	own := c.of(q.Chain)
	return industry.GapsOf(industry.GapFacts{
		Chain: q.Chain, Month: q.Month, At: head.At, Verdicts: industry.Diagnose(own.segments, c.enterprises, q.Month),
		Projects: own.projects, Prospects: prospects,
	}), nil
}

// Prospects returns whom the office means to win for a segment, by its key as
// maps write it, and how far the contacts are.
func (o *Office) Prospects(ctx context.Context, q Query, segment string) ([]industry.GapProspect, []industry.ProspectCount, error) {
	records, err := o.entries(ctx, industry.ProspectRegister, q.AsOf)
	if err != nil {
		return nil, nil, err
	}
	list, counts := industry.ProspectsOf(strings.Replace(segment, ":", industry.KeySeparator, 1), records)
	return list, counts, nil
}

// GapsFile writes the table as a workbook. It is audited before it leaves.
func (o *Office) GapsFile(ctx context.Context, w io.Writer, q Query, actor Actor) error {
	g, err := o.Gaps(ctx, q)
	if err != nil {
		return err
	}
	t := workbook.Table{
		Sheet: "断链补链对照表", Title: "断链补链对照表",
		Notes:   []string{"诊断月份 " + g.Month.String() + "，项目和招商目标截至 " + string(g.At), industry.DiagnosisRule},
		Columns: headers("细分链", "环节", "位置", "诊断", "依据", "对策", "企业(户)", "规上(户)", "在推项目(个)", "在推项目", "招商目标(个)", "招商目标"),
	}
	for _, gap := range g.Gaps {
		var projects, prospects []string
		for _, p := range gap.Projects {
			projects = append(projects, p.Name+"（"+p.Stage.Label()+"）")
		}
		for _, p := range gap.Prospects {
			prospects = append(prospects, p.Name+"（"+p.State+"）")
		}
		t.Rows = append(t.Rows, []workbook.TableCell{
			textCell(gap.Branch), textCell(gap.Name), textCell(gap.Position), textCell(string(gap.State)), textCell(gap.Reason), textCell(gap.Remedy),
			countCell(gap.Enterprises), countCell(gap.AboveScale), countCell(len(gap.Projects)), textCell(strings.Join(projects, "；")),
			countCell(len(gap.Prospects)), textCell(strings.Join(prospects, "；")),
		})
	}
	entry := actor.Entry(industry.ActExport, "断链补链对照表")
	entry.Detail = fmt.Sprintf("产业链 %s，%d 行", g.Chain, len(g.Gaps))
	return o.handOut(ctx, w, []workbook.Table{t}, entry)
}
