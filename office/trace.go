package office

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chainboard/industry"
	"chainboard/store"
)

// TraceRequest asks where one figure of a dispatch line comes from.
type TraceRequest struct {
	Query
	Indicator string
	Of        industry.Aspect
	By        industry.Grouping // of a group of a breakdown: what it is split by; "" for the whole
	Group     string            // the group's id
	Sort      string            // of the inputs: value, base, name or id, "-" before it turns it round; "": the largest first
	Open      bool              // single enterprises may be shown
}

// Trace explains a figure: its formula with the numbers put in and every record
// behind it with the cell its value was read from, as of the query's moment. Who
// may not see single enterprises gets their number, sheet and batch.
func (o *Office) Trace(ctx context.Context, r TraceRequest) (industry.Trace, error) {
	q, c, err := o.open(ctx, r.Query)
	if err != nil {
		return industry.Trace{}, err
	}
	f, err := o.facts(ctx, q, c)
	if err != nil {
		return industry.Trace{}, err
	}
	if err := o.addRules(ctx, q, c, &f); err != nil {
		return industry.Trace{}, err
	}
	if err := o.addPast(ctx, q, &f); err != nil {
		return industry.Trace{}, err
	}
	t, needs, err := industry.TraceOf(f, r.Indicator, r.Of)
	if err != nil {
		return t, err
	}
	tr := &tracer{office: o, query: q, county: c, ind: t.Line.Indicator, of: r.Of, read: map[string]sources{}}
	if r.By != "" {
		if t, needs, err = tr.narrow(ctx, t, needs, r); err != nil {
			return t, err
		}
	} else if r.Of.OfGroup() {
		return t, industry.Errorf(industry.Invalid, "%s是分组的数，请用 by 和 group 指明哪一组", r.Of.Label())
	}
	for _, need := range needs {
		inputs, err := tr.inputs(ctx, need)
		if err != nil {
			return t, err
		}
		t.Inputs = append(t.Inputs, inputs...)
	}
	if tr.members != nil {
		t.Inputs = without(t.Inputs, func(in industry.TraceInput) bool { return !tr.members[string(in.ID)] })
	}
	t.Total = len(t.Inputs)
	sortInputs(t.Inputs, r.Sort)
	if !r.Open {
		t = t.Discreet()
	}
	return t, nil
}

// sources are the histories of records by key.
type sources map[string][]store.Revision

// tracer reads the records behind one figure. What several chains need is read
// once.
type tracer struct {
	office *Office
	query  Query
	county county
	ind    industry.Indicator
	of     industry.Aspect
	read   map[string]sources // by register, month and indicator

	members map[string]bool // the firms of the group that is traced; nil: every one
}

// narrow turns the trace into that of one group of a breakdown.
func (tr *tracer) narrow(ctx context.Context, t industry.Trace, needs []industry.TraceNeed, r TraceRequest) (industry.Trace, []industry.TraceNeed, error) {
	if r.By == industry.ByEnterprise && !r.Open {
		return t, nil, industry.Errorf(industry.Forbidden, "单个企业数据须授权查看")
	}
	b, err := tr.office.breakdown(ctx, tr.query, tr.county, split{tr.ind, r.By})
	if err != nil {
		return t, nil, err
	}
	if !r.Open {
		b = b.Suppressed()
	}
	part, ok := b.Part(r.Group)
	if !ok {
		return t, nil, industry.Errorf(industry.NotFound, "没有编码为“%s”的%s", r.Group, r.By.Label())
	}
	t, rows, err := t.OfPart(part, b.Total)
	if err != nil {
		return t, nil, err
	}
	order, err := tr.office.parties(ctx, tr.query, tr.county, r.By)
	if err != nil {
		return t, nil, err
	}
	tr.members = r.By.Members(tr.county.of(tr.query.Chain).figures(tr.query.Month, nil), order, r.Group)
	for i := range needs {
		needs[i].Origin, needs[i].Rows, needs[i].Target = industry.Summed, rows, ""
	}
	return t, needs, nil
}

// inputs returns what of one chain enters the figure.
func (tr *tracer) inputs(ctx context.Context, need industry.TraceNeed) ([]industry.TraceInput, error) {
	var inputs []industry.TraceInput
	var err error
	switch {
	case need.Rows == "" || need.Origin == "":
	case tr.ind.Code == industry.RnDCoverage:
		inputs, err = tr.spending(ctx, need)
	case need.Origin == industry.Registered:
		inputs, err = tr.counted(ctx, need)
	default:
		inputs, err = tr.reported(ctx, need, tr.ind)
	}
	if err != nil || need.Target == "" {
		return inputs, err
	}
	targets, err := tr.targets(ctx, need)
	return append(inputs, targets...), err
}

// reported returns the rows of a chain's list, or the chain's own.
func (tr *tracer) reported(ctx context.Context, need industry.TraceNeed, ind industry.Indicator) ([]industry.TraceInput, error) {
	rows, err := tr.rows(ctx, need, ind)
	if err != nil {
		return nil, err
	}
	var inputs []industry.TraceInput
	for _, row := range rows {
		in, ok := row.Input(ind, need.Rows, tr.query.Month)
		if !ok {
			continue
		}
		for i := range in.Cells {
			cell := &in.Cells[i]
			reports, err := tr.reports(ctx, cell.Month, ind)
			if err != nil {
				return nil, err
			}
			cell.Source = reports.of(row).source(cell.Column)
		}
		in.Source = in.Cells[0].Source
		inputs = append(inputs, in)
	}
	return inputs, nil
}

// rows gathers what each object reported in the months that the cells are of.
func (tr *tracer) rows(ctx context.Context, need industry.TraceNeed, ind industry.Indicator) ([]industry.ReportRow, error) {
	m := tr.query.Month
	months := []industry.Month{m}
	switch need.Rows {
	case industry.OfInMonth, industry.OfRank:
		months = append(months, m-1)
	case industry.OfNominal:
		months = append(months, m-12)
	}
	var rows []industry.ReportRow
	at := map[string]int{}
	for _, month := range months {
		objects := []industry.Party{need.Chain}
		kind := industry.ObjectChain
		if need.Origin == industry.Summed {
			kind = industry.ObjectEnterprise
			var err error
			if objects, err = tr.listed(ctx, need.Chain.ID, month, m); err != nil {
				return nil, err
			}
		}
		reports, err := tr.reports(ctx, month, ind)
		if err != nil {
			return nil, err
		}
		for _, object := range objects {
			i, ok := at[object.ID]
			if !ok {
				i = len(rows)
				at[object.ID] = i
				rows = append(rows, industry.ReportRow{Object: object, Kind: kind, Chain: need.Chain.ID})
			}
			report := reports.of(rows[i]).report()
			switch month {
			case m:
				rows[i].Now = report
			case m - 1:
				rows[i].Last = report
			default:
				rows[i].Then = report
			}
		}
	}
	return rows, nil
}

// listed returns the enterprises on a chain's list: of the same month of last
// year for what was published then, else of the figure's month.
func (tr *tracer) listed(ctx context.Context, chain string, month, now industry.Month) ([]industry.Party, error) {
	if month != now-12 {
		month = now
	}
	list, err := tr.office.store.ListedEnterprises(ctx, store.Scope{Chain: chain, Indicator: tr.ind.Code, From: month, To: month, AsOf: tr.query.AsOf})
	if err != nil {
		return nil, err
	}
	parties := make([]industry.Party, len(list))
	for i, l := range list {
		parties[i] = industry.Party{ID: l.Key, Name: l.Name}
	}
	return parties, nil
}

// reports reads the histories of a month's reports of an indicator.
func (tr *tracer) reports(ctx context.Context, m industry.Month, ind industry.Indicator) (sources, error) {
	key := ind.Code + m.String()
	if found, ok := tr.read[key]; ok {
		return found, nil
	}
	byKey, err := tr.office.store.ReportHistories(ctx, m, ind.Code, tr.query.AsOf)
	if err != nil {
		return nil, err
	}
	found := sources{}
	for _, revisions := range byKey {
		r := revisions[0].Record
		if revisions[0].Change != store.Withdrawn && mainRow(r, ind) {
			found[r.Get("object")] = revisions
		}
	}
	tr.read[key] = found
	return found, nil
}

// mainRow reports whether a report is from the indicator's main source, by the
// rule of the sums for enterprises and of own rows for chains.
func mainRow(r industry.Record, ind industry.Indicator) bool {
	source := r.Get("source")
	return source == ind.MainSource || source == "" && strings.HasPrefix(r.Get("object"), industry.ObjectChain+":")
}

// records reads the histories of a register.
func (tr *tracer) records(ctx context.Context, g *industry.Register) (sources, error) {
	if found, ok := tr.read[g.Noun]; ok {
		return found, nil
	}
	found, err := tr.office.store.RecordHistories(ctx, g, tr.query.AsOf)
	tr.read[g.Noun] = found
	return found, err
}

// of returns the history of an object's report.
func (s sources) of(row industry.ReportRow) tracedRecord {
	return s[row.Kind+":"+row.Object.ID]
}

// tracedRecord is the history of one record, newest first.
type tracedRecord []store.Revision

// report returns the newest state as a report, nil where there is none.
func (h tracedRecord) report() *industry.MonthlyReport {
	if len(h) == 0 {
		return nil
	}
	r := industry.MonthlyReportOf(h[0].Record)
	r.Doubt = h[0].Doubt
	return &r
}

// source returns where a column's present value was first set, nil where the
// record is not there.
func (h tracedRecord) source(column string) *industry.Source {
	if len(h) == 0 {
		return nil
	}
	t := track{column: column, value: func(r industry.Record) string { return r.Get(column) }}
	r := h[recordHistory{revisions: h}.setBy(t, 0)]
	source := r.Source
	source.Cell = r.CellOf(column)
	return &source
}

// sortInputs orders inputs of one kind; targets stay last.
func sortInputs(inputs []industry.TraceInput, by string) {
	column, down := strings.CutPrefix(by, "-")
	if by == "" {
		column, down = "value", true
	}
	slices.SortStableFunc(inputs, func(a, b industry.TraceInput) int {
		if target := industry.TargetRegister.Noun; (a.Kind == target) != (b.Kind == target) {
			if a.Kind == target {
				return 1
			}
			return -1
		}
		var n int
		switch column {
		case "name":
			n = cmp.Compare(a.Name, b.Name)
		case "id":
			n = cmp.Compare(a.ID, b.ID)
		case "base":
			n = cmp.Compare(a.Base.Parts, b.Base.Parts)
		default:
			n = cmp.Or(cmp.Compare(a.Value.Parts, b.Value.Parts), cmp.Compare(a.Base.Parts, b.Base.Parts))
		}
		if down {
			n = -n
		}
		return n
	})
}
