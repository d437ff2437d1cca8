package office

import (
	"bytes"
	"context"
	"fmt"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// InvestmentFile returns the tables of a report as a workbook: stages and rates,
// what is counted and left out, delays, events. It is audited before it leaves.
func (o *Office) InvestmentFile(ctx context.Context, q InvestmentQuery, by Reader) ([]byte, error) {
	f, rules, err := o.investmentFacts(ctx, q)
	if err != nil {
		return nil, err
	}
	r := rules.Report(f)
	counted, err := industry.CountedIn(industry.SignedFigure, f.Projects, f.Arrivals, f.Period)
	if err != nil {
		return nil, err
	}
	tables := []workbook.Table{stagesTable(r), ratesTable(r), countedTable(counted), leftOutTable(counted), overdueTable(r), eventsTable(r)}
	note := fmt.Sprintf("%s 至 %s，%s 由 %s 导出", r.From, r.To, o.Now().In(industry.Shanghai).Format("2006-01-02 15:04"), by.Actor.Name)
	sample, err := o.SampleShown(ctx)
	if err != nil {
		return nil, err
	}
	if sample {
		note = "示例数据；" + note
	}
	for i := range tables {
		tables[i].Notes = append(tables[i].Notes, note)
	}
	var file bytes.Buffer
	if err := workbook.WriteTable(&file, tables...); err != nil {
		return nil, err
	}
	entry := by.Actor.Entry(industry.ActExport, "招商引资")
	entry.Detail = fmt.Sprintf("产业链 %s，%s 至 %s，%d 个项目", q.Chain, r.From, r.To, len(counted.Counted))
	return file.Bytes(), o.store.Write(ctx, entry, func(*store.Tx) error { return nil })
}

func stagesTable(r industry.InvestmentReport) workbook.Table {
	t := workbook.Table{
		Sheet: "阶段", Title: "招商项目各阶段", Notes: []string{"个数为达到过该阶段；增资、二期只计金额；美元项目的金额不计入"},
		Columns: headers("阶段", "达到该阶段(个)", "合同资金(万元)", "现处于(个)"),
	}
	for _, s := range r.Stages {
		t.Rows = append(t.Rows, []workbook.TableCell{textCell(s.Label), countCell(s.Reached), numberCell(s.Contract), countCell(s.Current)})
	}
	return t
}

func ratesTable(r industry.InvestmentReport) workbook.Table {
	t := workbook.Table{Sheet: "比率", Title: r.RateSet.Name, Notes: []string{r.RateSet.Source}, Columns: headers("名称", "公式", "分子", "分母", "%")}
	for _, rate := range r.Rates {
		t.Rows = append(t.Rows, []workbook.TableCell{
			textCell(rate.Name), textCell(rate.Of), numberCell(rate.Numerator), numberCell(rate.Denominator), rateCell(rate.Percent),
		})
	}
	return t
}

func countedTable(c industry.Counting) workbook.Table {
	t := workbook.Table{Sheet: "计入签约", Title: "计入签约的项目", Columns: headers("签约日期", "项目编码", "项目名称", "计个数", "合同资金", "单位", "规则")}
	for _, p := range c.Counted {
		unit, counts := "万元", "计"
		if p.USD {
			unit = "万美元"
		}
		if !p.Project {
			counts = "不计"
		}
		t.Rows = append(t.Rows, []workbook.TableCell{
			textCell(string(p.On)), textCell(p.ID), textCell(p.Name), textCell(counts), numberCell(p.Amount), textCell(unit), textCell(p.Rule),
		})
	}
	return t
}

func leftOutTable(c industry.Counting) workbook.Table {
	t := workbook.Table{Sheet: "未计入签约", Title: "未计入签约的项目", Columns: headers("签约或框架日期", "项目编码", "项目名称", "为什么不计")}
	for _, p := range c.LeftOut {
		t.Rows = append(t.Rows, []workbook.TableCell{textCell(string(p.On)), textCell(p.ID), textCell(p.Name), textCell(p.Reason)})
	}
	return t
}

func overdueTable(r industry.InvestmentReport) workbook.Table {
	t := workbook.Table{
		Sheet: "逾期和滞后", Title: "逾期项目，久未开工和资金滞后的项目，应开未开和应入未入的项目", Notes: append([]string{r.StalledRule}, r.Judged.Rules...),
		Columns: headers("项目编码", "项目名称", "灯", "情况", "逾期(天)", "责任单位"),
	}
	for _, o := range r.Overdue {
		t.Rows = append(t.Rows, []workbook.TableCell{
			textCell(o.ID), textCell(o.Name), textCell(o.Light.Label()), textCell(o.Rule), countCell(o.Days), textCell(o.Department),
		})
	}
	for _, s := range r.Stalled {
		t.Rows = append(t.Rows, []workbook.TableCell{
			textCell(s.ID), textCell(s.Name), textCell(s.Light.Label()), textCell(string(s.SignedOn) + " 签约，" + s.Reason), {}, textCell(s.Department),
		})
	}
	for _, p := range r.Judged.Projects {
		t.Rows = append(t.Rows, []workbook.TableCell{
			textCell(p.ID), textCell(p.Name), textCell(p.Light.Label()), textCell(p.Kind + "：" + p.Reason), {}, textCell(p.Department),
		})
	}
	return t
}

func eventsTable(r industry.InvestmentReport) workbook.Table {
	t := workbook.Table{
		Sheet: "招商活动", Title: "招商活动", Notes: []string{fmt.Sprintf("台账为项目清单中活动当天及前后%d天签正式合同的项目", industry.EventDays)},
		Columns: headers("日期", "活动", "地点", "报告签约(个)", "报告金额(万元)", "台账签约(个)", "台账金额(万元)", "台账金额(万美元)"),
	}
	for _, e := range r.Events {
		t.Rows = append(t.Rows, []workbook.TableCell{
			textCell(string(e.On)), textCell(e.Name), textCell(e.Place), numberCell(e.Count), numberCell(e.Event.Contract), countCell(e.Signed.Count), numberCell(e.Signed.Contract), numberCell(e.USD),
		})
	}
	return t
}
