package office

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"chainboard/industry"
	"chainboard/store"
)

// counted returns the records of the registers that a chain's figure counts.
func (tr *tracer) counted(ctx context.Context, need industry.TraceNeed) ([]industry.TraceInput, error) {
	own := tr.county.of(need.Chain.ID)
	var inputs []industry.TraceInput
	for _, counted := range industry.RegisterInputs(tr.ind.Code, own.counted(), tr.query.Month) {
		in, enters := counted.Input(need.Rows, need.Chain.ID)
		if !enters {
			continue
		}
		records, err := tr.records(ctx, industry.RegisterOf(counted.Noun))
		if err != nil {
			return nil, err
		}
		h := tracedRecord(records[counted.Key])
		cell := &in.Cells[0]
		switch r := industry.RegisterOf(counted.Noun); {
		case len(h) == 0:
		case r.Field(cell.Column).Kind == industry.Money:
			cell.Value = h[0].Record.Quantity(cell.Column)
		default:
			cell.Text = h[0].Record.Get(cell.Column)
		}
		cell.Source = h.source(cell.Column)
		in.Source = cell.Source
		inputs = append(inputs, in)
	}
	return inputs, nil
}

// spending returns the reports of R&D expenses that 有研发活动企业占比 counts.
func (tr *tracer) spending(ctx context.Context, need industry.TraceNeed) ([]industry.TraceInput, error) {
	expense, err := tr.county.indicator("rnd_expense")
	if err != nil {
		return nil, nil //nolint:nilerr // a county without the indicator has no inputs
	}
	need.Origin = industry.Summed
	if need.Rows != industry.OfCumulative {
		need.Rows = industry.OfNominal // last year's share is counted in what was reported then
	}
	return tr.reported(ctx, need, expense)
}

// targets returns a chain's targets of the year of the kind that is assessed,
// with the quarters of the plan where they enter.
func (tr *tracer) targets(ctx context.Context, need industry.TraceNeed) ([]industry.TraceInput, error) {
	records, err := tr.records(ctx, industry.TargetRegister)
	if err != nil {
		return nil, err
	}
	var inputs []industry.TraceInput
	for _, h := range records {
		t, ok := industry.TargetOf(h[0].Record)
		if !ok || h[0].Change == store.Withdrawn || t.Chain != need.Chain.ID || t.Indicator != tr.ind.Code || t.Year != tr.query.Month.Year() || !t.Assesses(tr.ind, need.Target) {
			continue
		}
		in := industry.TraceInput{
			ID: industry.Optional(strconv.Itoa(t.Year) + " " + need.Target), Name: fmt.Sprintf("%s %d年度目标（%s）", need.Chain.Name, t.Year, need.Target), Kind: industry.TargetRegister.Noun,
			Chain: industry.Optional(need.Chain.ID), Value: t.Value, Count: 1,
		}
		columns := []string{"value"}
		if tr.of == industry.OfPace || tr.of == industry.OfAhead || tr.of == industry.OfLight {
			columns = append(columns, "first_quarter", "second_quarter", "third_quarter", "fourth_quarter")
		}
		for _, column := range columns {
			q := h[0].Record.Quantity(column)
			if q.Known {
				name := industry.TargetRegister.Field(column).Name
				in.Cells = append(in.Cells, industry.TraceCell{Name: name, Value: q, Column: column, Source: tracedRecord(h).source(column)})
			}
		}
		in.Source = in.Cells[0].Source
		inputs = append(inputs, in)
	}
	slices.SortFunc(inputs, func(a, b industry.TraceInput) int { return len(a.Name) - len(b.Name) })
	return inputs, nil
}
