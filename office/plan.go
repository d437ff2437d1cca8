package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// plan is what an import would do: the changes of each sheet, worked out
// against what is kept now.
type plan struct {
	options   ImportOptions
	validator industry.Validator
	directory *industry.Directory
	current   map[*industry.Register]map[string]store.Entry
	reports   seriesBook // monthly reports, current and of the file, for plausibility
	sheets    []*plannedSheet
	problems  []industry.Problem
	notes     []string
	actor     string
	recent    []industry.MonthlyReport // buffer of history
	counters  map[*industry.Register]*counter
	progress  *tracker
	looked    int // at rows, each twice: for its key, then for the rest
}

// rowsAtATime is after how many rows progress is told and cancelling is seen.
const rowsAtATime = 2000

type plannedSheet struct {
	*workbook.Sheet
	report  SheetReport
	changes []store.Change
	seen    map[string]int // key → row that holds it
	covered map[cover]bool // of monthly reports
}

// newPlan returns a plan of nothing yet that knows what is kept.
func (o *Office) newPlan(ctx context.Context, options ImportOptions, actor Actor) (*plan, error) {
	p := &plan{
		options: options, actor: actor.Name, directory: industry.NewDirectory(), current: map[*industry.Register]map[string]store.Entry{},
		counters:  map[*industry.Register]*counter{},
		progress:  progressOf(ctx),
		validator: industry.Validator{Today: o.Today(), Indicators: map[string]industry.Indicator{}},
	}
	return p, p.load(ctx, o.store)
}

// plan reads a file and works out what it would change.
func (o *Office) plan(ctx context.Context, u Upload) (*plan, error) {
	p, err := o.newPlan(ctx, u.Options, u.Actor)
	if err != nil {
		return nil, err
	}
	p.progress.part()
	p.progress.step("读取 " + u.Name)
	file, err := u.read(p.indicator)
	if err != nil {
		return nil, err
	}
	p.problems = file.Problems
	rows := 0
	for _, s := range file.Sheets {
		rows += len(s.Rows)
	}
	p.progress.part()
	p.progress.steps(2 * rows)
	for _, g := range industry.Registers() {
		for _, s := range file.Sheets {
			if s.Register != g {
				continue
			}
			if err := p.addSheet(ctx, o.store, s); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// read reads the file as a whole workbook, or as that of one register.
func (u Upload) read(indicators func(string) (industry.Indicator, bool)) (*workbook.File, error) {
	if u.Register == "" {
		return workbook.Read(u.Name, u.Data, indicators)
	}
	g := industry.RegisterOf(u.Register)
	if g == nil {
		return nil, industry.Errorf(industry.Invalid, "没有名为“%s”的清单", u.Register)
	}
	return workbook.ReadAs(g, u.Name, u.Data, indicators)
}

// load reads every register but the monthly reports, of which only the months
// of the file matter.
func (p *plan) load(ctx context.Context, s *store.Store) error {
	for _, g := range industry.Registers() {
		if g == industry.ReportRegister {
			continue
		}
		entries, err := s.Records(ctx, g)
		if err != nil {
			return err
		}
		p.current[g] = entries
		for _, e := range entries {
			if !e.Withdrawn {
				p.learn(e.Record)
			}
		}
	}
	return nil
}

// learn makes a record known to the rows that refer to it.
func (p *plan) learn(r industry.Record) {
	p.directory.Add(r)
	if r.Register == industry.IndicatorRegister {
		i := industry.IndicatorOf(r)
		p.validator.Indicators[i.Code] = i
	}
}

// indicator finds an indicator by code or name, for the units of measures.
func (p *plan) indicator(text string) (industry.Indicator, bool) {
	key, err := p.directory.Find(industry.IndicatorRegister.Noun, text, "")
	if err != nil {
		return industry.Indicator{}, false
	}
	i, ok := p.validator.Indicators[key]
	return i, ok
}

// addSheet plans the changes of one sheet. Keys are settled before references,
// because rows of a sheet refer to each other in any order.
func (p *plan) addSheet(ctx context.Context, s *store.Store, sheet *workbook.Sheet) error {
	ps := &plannedSheet{Sheet: sheet, seen: map[string]int{}, covered: map[cover]bool{}}
	ps.report = SheetReport{Sheet: sheet.Name, Read: sheet.Read, Skipped: sheet.Skipped}
	p.sheets = append(p.sheets, ps)
	p.problems = append(p.problems, sheet.Problems...)
	if sheet.Register == industry.ReportRegister {
		if err := p.loadReports(ctx, s, sheet); err != nil {
			return err
		}
	}
	good := make([]*workbook.Candidate, 0, len(sheet.Rows))
	for i := range sheet.Rows {
		if err := p.look(ctx, ps, i); err != nil {
			return err
		}
		row := &sheet.Rows[i]
		if p.settleKey(ps, row) {
			good = append(good, row)
		} else {
			p.reject(ps, row)
		}
	}
	for i, row := range good {
		if err := p.look(ctx, ps, i); err != nil {
			return err
		}
		if !p.change(ps, row) {
			p.reject(ps, row)
			p.forget(row.Record)
		}
	}
	p.dropOrphans(ps)
	if sheet.Register == industry.ReportRegister {
		p.doubtReports(ps)
		if p.options.WithdrawAbsent {
			p.withdrawAbsent(ps)
		}
	}
	// The changes hold all that is left to do; the rest of a large sheet can go.
	ps.Rows, ps.seen, p.reports = nil, nil, nil
	return nil
}

// look counts a row that is looked at; it is the nth of its sheet.
func (p *plan) look(ctx context.Context, ps *plannedSheet, n int) error {
	if p.looked++; n%rowsAtATime != 0 {
		return nil
	}
	p.progress.reach(p.looked-1, "核对“"+ps.Name+"”")
	return ctx.Err()
}

// settleKey takes a row as far as its key. A row with an error is refused here.
func (p *plan) settleKey(ps *plannedSheet, row *workbook.Candidate) bool {
	if refused := p.keepProblems(row.Problems); refused {
		return false
	}
	r := row.Record
	faults := p.directory.ResolveKeys(r)
	if len(faults) == 0 {
		faults = p.identify(ps, row)
	}
	if len(faults) == 0 {
		faults = p.validator.Settle(r, row.Present)
	}
	if p.refuse(ps, row, faults) {
		return false
	}
	key := r.Key()
	if first, twice := ps.seen[key]; twice {
		column := keyColumn(r.Register)
		return !p.refuse(ps, row, []industry.Fault{{
			Column: column, Value: r.Get(column),
			Message: fmt.Sprintf("与第 %d 行重复，是同一条记录", first), Remedy: "两行只留一行，或改正其中一行的" + r.Register.Field(column).Name,
		}})
	}
	ps.seen[key] = row.Row
	if r.Register == industry.ReportRegister {
		ps.covered[coverOf(r)] = true
	}
	if r.Register != industry.ReportRegister && r.Register != industry.TargetRegister {
		next, _ := industry.Merge(p.before(r), r, row.Present) // the row may leave the name as it is
		p.learn(next)
	}
	return true
}

// keyColumn is the field at which a duplicate is shown.
func keyColumn(g *industry.Register) string {
	for _, column := range []string{"object", "name", "code"} {
		if i := g.Index(column); i >= 0 && g.Fields[i].Key {
			return column
		}
	}
	return g.Fields[0].Column
}

// before returns the record a row revises, an empty one for a new row.
func (p *plan) before(r industry.Record) industry.Record {
	if entry, known := p.current[r.Register][r.Key()]; known && !entry.Withdrawn {
		return entry.Record
	}
	return industry.NewRecord(r.Register)
}

// change compares a row with the current record and plans what it changes.
func (p *plan) change(ps *plannedSheet, row *workbook.Candidate) bool {
	r := row.Record
	if p.refuse(ps, row, p.directory.Resolve(r)) {
		return false
	}
	entry, known := p.current[r.Register][r.Key()]
	before := p.before(r)
	next, cleared := industry.Merge(before, r, row.Present)
	if p.refuse(ps, row, p.validator.Validate(next)) {
		return false
	}
	c := store.Change{Record: next, Kind: store.Changed, Version: entry.Version + 1, Row: row.Row}
	switch {
	case !known || entry.Withdrawn:
		c.Kind = store.New
		ps.report.New++
	case next.Equal(before):
		ps.report.Unchanged++
		return true
	default:
		ps.report.Changed++
	}
	if len(cleared) > 0 {
		ps.report.Cleared += len(cleared)
		p.note("%s第 %d 行清空：%s", ps.Name, row.Row, join(cleared))
	}
	ps.changes = append(ps.changes, c)
	return true
}

const mostNotes = 200

func (p *plan) note(format string, args ...any) {
	if len(p.notes) < mostNotes {
		p.notes = append(p.notes, fmt.Sprintf(format, args...))
	} else if len(p.notes) == mostNotes {
		p.notes = append(p.notes, "……更多同类说明略，数目见各表统计")
	}
}

// keepProblems takes over a row's problems and reports whether one is an error.
func (p *plan) keepProblems(problems []industry.Problem) bool {
	p.problems = append(p.problems, problems...)
	for _, x := range problems {
		if x.Level == industry.LevelError {
			return true
		}
	}
	return false
}

// refuse records the faults of a row as errors at their cells.
func (p *plan) refuse(ps *plannedSheet, row *workbook.Candidate, faults []industry.Fault) bool {
	for _, f := range faults {
		p.problems = append(p.problems, ps.problem(industry.LevelError, row.Row, f))
	}
	return len(faults) > 0
}

// problem places a fault at its cell.
func (ps *plannedSheet) problem(level industry.Level, row int, f industry.Fault) industry.Problem {
	i := ps.Register.Index(f.Column)
	return industry.Problem{
		Level: level, Sheet: ps.Name, Cell: ps.Cell(i, row), Row: row, Column: ps.Register.Fields[i].Name,
		Value: f.Value, Message: f.Message, Remedy: f.Remedy,
	}
}

// outcome is the plan as a report for people and programs.
func (p *plan) outcome(u Upload) Import {
	i := Import{
		File: u.Name, SHA256: store.HashFile(u.Data), Register: u.Register, Options: u.Options, By: u.Actor.Name,
		Sheets: []SheetReport{}, Problems: nonNil(p.problems), Notes: nonNil(p.notes),
	}
	for _, ps := range p.sheets {
		i.Sheets = append(i.Sheets, ps.report)
	}
	return i
}

// refusal is the error of an import whose rows are not all good, nil when it may go on.
func (p *plan) refusal(i Import) error {
	rejected := 0
	for _, s := range i.Sheets {
		rejected += s.Rejected
	}
	if i.Clean() && rejected == 0 || p.options.GoodRows {
		return nil
	}
	return industry.Errorf(industry.Invalid, "有 %d 行没有通过，什么都没有写入。请按问题清单改正后重新导入，或选择只写入通过的行", rejected)
}

// save writes the planned changes of every sheet as one batch.
func (p *plan) save(ctx context.Context, tx *store.Tx, batch int64) error {
	total, written := 0, 0
	for _, ps := range p.sheets {
		total += len(ps.changes)
	}
	p.progress.part()
	p.progress.steps(total)
	for _, ps := range p.sheets {
		if err := tx.KeepSheet(ctx, batch, ps.Name, ps.letters()); err != nil {
			return err
		}
		origin := store.Origin{Batch: batch, Sheet: ps.Name, Actor: p.actor}
		for changes := range slices.Chunk(ps.changes, rowsAtATime) {
			p.progress.reach(written, "写入“"+ps.Name+"”")
			if err := tx.Save(ctx, origin, changes); err != nil {
				return err
			}
			written += len(changes)
		}
	}
	return nil
}

// letters names the column letter of each field of the sheet, and of each
// column the contract does not know.
func (ps *plannedSheet) letters() map[string]string {
	letters := map[string]string{}
	for _, c := range ps.Columns {
		if c.Field >= 0 {
			letters[ps.Register.Fields[c.Field].Column] = c.Letter
		} else {
			letters[store.ExtraColumn(c.Header)] = c.Letter
		}
	}
	return letters
}

func join(names []string) string { return strings.Join(names, "、") }
