package office_test

import (
	"bytes"
	"context"
	"math"
	"testing"

	"github.com/xuri/excelize/v2"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/sample"
	"chainboard/testkit"
)

// tracing asks for figures of one chain and month.
type tracing struct {
	t *testing.T
	o *office.Office
	q office.Query
}

func (s tracing) trace(indicator string, of industry.Aspect) industry.Trace {
	s.t.Helper()
	t, err := s.o.Trace(context.Background(), office.TraceRequest{Query: s.q, Indicator: indicator, Of: of, Open: true})
	if err != nil {
		s.t.Fatalf("%s %s: %v", indicator, of, err)
	}
	return t
}

// bookOf reads cells of a workbook as they are written.
type bookOf struct {
	t *testing.T
	f *excelize.File
}

func sampleBook(t *testing.T) bookOf {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(sample.Workbook()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return bookOf{t, f}
}

// holds reports whether the cell a value is said to come from holds it: in the
// unit of the sheet, which for the sample's money is 万元.
func (b bookOf) holds(s *industry.Source, want industry.Quantity) bool {
	b.t.Helper()
	if s == nil || s.Cell == "" {
		return false
	}
	text, err := b.f.GetCellValue(s.Sheet, s.Cell, excelize.Options{RawCellValue: true})
	if err != nil {
		b.t.Fatal(err)
	}
	q, err := industry.ParseQuantity(text, nil)
	return err == nil && math.Abs(float64(q.Parts-want.Parts)) < 1
}

// Every cell that a trace names is the one in the sample's workbook that holds
// the value, and the values add up to the figure that is shown.
func TestTraceNamesTheCellsOfTheSample(t *testing.T) {
	o := openOffice(t, testkit.SQLite(t))
	loadSample(t, o)
	book := sampleBook(t)
	aspects := map[string][]industry.Aspect{
		"ne": {
			industry.OfCumulative, industry.OfBase, industry.OfInMonth, industry.OfComputed, industry.OfNominal, industry.OfTwoYears,
			industry.OfAhead, industry.OfRank, industry.OfForecast, industry.OfReported,
		},
		"all": {industry.OfCumulative, industry.OfComputed, industry.OfInMonth},
	}
	for chain, wanted := range aspects {
		table, err := o.Dispatch(context.Background(), office.Query{Chain: chain})
		if err != nil {
			t.Fatal(err)
		}
		s := tracing{t, o, office.Query{Chain: chain}}
		for _, l := range table.Indicators {
			for _, of := range wanted {
				tr := s.trace(l.Code, of)
				var value, base industry.Quantity
				for _, in := range tr.Inputs {
					if in.Kind != "target" {
						value, base = value.Plus(in.Value), base.Plus(in.Base)
					}
					for _, c := range in.Cells {
						if c.Source == nil || c.Source.Batch != 1 || c.Source.File != sample.Name || c.Source.By == "" || c.Source.At.IsZero() {
							t.Fatalf("%s %s %s %s: source %+v", chain, l.Code, of, c.Name, c.Source)
						}
						if c.Value.Known && !book.holds(c.Source, c.Value) {
							t.Errorf("%s %s %s of %s: %s is not in %s!%s", chain, l.Code, of, in.Name, c.Value, c.Source.Sheet, c.Source.Cell)
						}
					}
				}
				if of == industry.OfCumulative && l.Unit != "%" && value != l.Cumulative {
					t.Errorf("%s %s: inputs add up to %s, shown %s: %s", chain, l.Code, value, l.Cumulative, tr.Formula)
				}
				if of == industry.OfComputed && l.Unit != "%" && l.Base.Known && base != l.Base {
					t.Errorf("%s %s: bases add up to %s, shown %s: %s", chain, l.Code, base, l.Base, tr.Formula)
				}
				if of == industry.OfInMonth && l.InMonth.Parts != 0 && value != l.InMonth {
					t.Errorf("%s %s: months add up to %s, shown %s: %s", chain, l.Code, value, l.InMonth, tr.Formula)
				}
				if of == industry.OfNominal && l.GrowthNominal.Known && l.Unit != "%" && math.Abs(industry.Growth(value, base).Percent-l.GrowthNominal.Percent) > 1e-9 {
					t.Errorf("%s %s: nominal %v of %s over %s, shown %v", chain, l.Code, industry.Growth(value, base), value, base, l.GrowthNominal)
				}
			}
		}
	}
}

// The source of a value is the cell that brought it: not a later file that left
// it as it was, not the one that an undo took back; a value typed on the site
// has a person and a time; as of a past moment it is the source of then.
func TestTraceFollowsRevisions(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		take(t, o, twoChains())
		empty := o.Now()
		first := take(t, o, reports([]any{"2026-06", "老厂", "营业收入", "", 60, 500, 400}, []any{"2026-06", "两链厂", "营业收入", "", 10, 100, 80}))
		second := take(t, o, reports([]any{"2026-06", "两链厂", "营业收入", "", 10, 100, 80}, []any{"2026-06", "老厂", "营业收入", "", 60, 550, 400}))
		slip := take(t, o, reports([]any{"2026-06", "老厂", "营业收入", "", 60, 5500, 440}))
		s := tracing{t, o, office.Query{Chain: "a", Month: industry.NewMonth(2026, 6)}}
		s.source("老厂", "cumulative", slip, "F2")
		s.source("老厂", "base", slip, "G2")
		if _, err := o.Undo(context.Background(), slip.ID, clerk); err != nil {
			t.Fatal(err)
		}
		s.source("老厂", "cumulative", second, "F3")
		s.source("老厂", "base", first, "G2")
		s.source("两链厂", "cumulative", first, "F3")
		for _, then := range []struct {
			at              office.Import
			cumulative, who string
			from            office.Import
			cell            string
		}{
			{first, "500", "老厂", first, "F2"}, {second, "550", "老厂", second, "F3"}, {slip, "5500", "老厂", slip, "F2"},
		} {
			past := s
			past.q.AsOf = then.at.At
			past.source(then.who, "cumulative", then.from, then.cell)
			if in := past.input(then.who); in.Value.Decimal() != then.cumulative {
				t.Errorf("as of batch %d: %s", then.at.ID, in.Value)
			}
		}
		before := s
		before.q.AsOf = empty
		if tr := before.trace("revenue", industry.OfCumulative); len(tr.Inputs) != 0 || tr.Formula != "本期没有填报本年累计" {
			t.Errorf("before anything: %d inputs, %s", len(tr.Inputs), tr.Formula)
		}
	})
}

// input returns the enterprise's part in the revenue.
func (s tracing) input(name string) industry.TraceInput {
	s.t.Helper()
	for _, in := range s.trace("revenue", industry.OfCumulative).Inputs {
		if in.Name == name {
			return in
		}
	}
	s.t.Fatalf("%s is no input", name)
	return industry.TraceInput{}
}

// source expects a cell of an enterprise's row in a file.
func (s tracing) source(name, column string, from office.Import, cell string) {
	s.t.Helper()
	for _, c := range s.input(name).Cells {
		if c.Column == column {
			if c.Source.Batch != from.ID || c.Source.Cell != cell || c.Source.Sheet != "月度调度" || c.Source.File == "" {
				s.t.Errorf("%s of %s: %+v, want %s of batch %d", column, name, c.Source, cell, from.ID)
			}
			return
		}
	}
	s.t.Errorf("%s has no %s", name, column)
}
