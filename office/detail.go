package office

import (
	"context"
	"slices"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// DetailRequest asks for everything about one record of a list.
type DetailRequest struct {
	List string // industry.List.Code
	ID   string
	User industry.User
	AsOf time.Time // zero: now
}

// Detail is everything kept about a record of a list that the user may see.
type Detail struct {
	ID        string                    `json:"id"`
	Name      string                    `json:"name"`
	Withdrawn bool                      `json:"withdrawn"` // no longer in the list; what was known of it
	AsOf      time.Time                 `json:"-"`         // zero: now
	Open      bool                      `json:"-"`         // nothing is withheld
	Month     industry.Month            `json:"month"`     // the newest data month
	List      *industry.List            `json:"-"`
	Row       industry.ListRow          `json:"-"` // as the list of all chains shows it: stage, light, revenue …
	Record    industry.Record           `json:"-"` // the newest state, not to be shown as it is
	Fields    []DetailField             `json:"fields"`
	Extra     []DetailField             `json:"extra"`   // columns the workbook contract does not know
	History   []DetailRevision          `json:"history"` // newest first
	Course    []industry.ProjectStep    `json:"course"`  // of a project
	Events    []DetailEvent             `json:"events"`  // of a project: its dates as they came and went
	Track     industry.Track            `json:"track"`   // of a project
	Ledger    *industry.Ledger          `json:"ledger"`  // of a project; null for those who may not see it
	Files     []industry.Attachment     `json:"files"`   // as far as they may be seen
	Way       []industry.IssueMilestone `json:"-"`       // of an issue
	Steps     []industry.IssueEvent     `json:"steps"`   // of an issue: newest first
	Figures   []DetailFigure            `json:"figures"` // of an enterprise
}

// DetailField is one field with where its value came from and what it was before.
type DetailField struct {
	Column  string             `json:"column"`
	Label   string             `json:"label"`
	Unit    string             `json:"unit"`
	Kind    industry.FieldKind `json:"-"`
	Value   string             `json:"value"` // canonical, "" when not reported
	Shown   string             `json:"shown"`
	Source  *industry.Source   `json:"source"`  // of what last set it; null when it never was
	Earlier []EarlierValue     `json:"earlier"` // newest first
}

// EarlierValue is a value a field had until another replaced it.
type EarlierValue struct {
	Value  string          `json:"value"`
	Shown  string          `json:"shown"`
	Source industry.Source `json:"source"`
	Until  time.Time       `json:"until"`
}

// DetailRevision is one change of a record.
type DetailRevision struct {
	Version int64           `json:"version"`
	Change  string          `json:"change"` // store.New, Changed, Withdrawn, Restored
	Label   string          `json:"label"`
	Source  industry.Source `json:"source"` // its cell is the changed field's
	Row     int             `json:"row"`
	Changes []FieldChange   `json:"changes"`
}

// FieldChange is one value replaced by another.
type FieldChange struct {
	Column string `json:"column"`
	Label  string `json:"label"`
	Unit   string `json:"unit"`
	From   string `json:"from"`
	To     string `json:"to"`
	Cell   string `json:"cell"`
}

// DetailEvent is a date of a project's course that was set or taken back.
type DetailEvent struct {
	Stage   industry.Stage `json:"stage"`
	Name    string         `json:"name"`
	Planned bool           `json:"planned"`
	On      industry.Date  `json:"on"` // null: the date was taken back
	Note    string         `json:"note"`
	By      string         `json:"by"`
	At      string         `json:"at"`
}

// DetailFigure is an enterprise's series of one indicator from its main source.
type DetailFigure struct {
	industry.Trend
	Notes  []FigureNote     `json:"notes"`
	Source *industry.Source `json:"source"` // of the newest cumulative figure
}

// FigureNote is what a month's report says beside its figures.
type FigureNote struct {
	Month   industry.Month `json:"month"`
	Status  string         `json:"status"`
	Cause   string         `json:"cause"`
	Warning string         `json:"warning"` // why it is 待说明, "" once explained
}

// Detail returns a record with its sources, earlier values and history, of a past
// moment with everything beside it as it was known then. Contacts, an enterprise's
// figures, unknown columns, and file, cell and person of a source are only for who
// may see single enterprises, and for an enterprise itself. A record that is not
// there, or not the user's to see, is NotFound.
func (o *Office) Detail(ctx context.Context, r DetailRequest) (Detail, error) {
	l, f, err := o.listFacts(ctx, ListRequest{List: r.List, User: r.User, AsOf: r.AsOf})
	if err != nil {
		return Detail{}, err
	}
	all, err := o.store.History(ctx, l.Register, r.ID)
	if err != nil {
		return Detail{}, err
	}
	history := without(all, func(x store.Revision) bool { return !knownBy(x.Source.At, r.AsOf) })
	missing := industry.Errorf(industry.NotFound, "没有找到这条记录，它可能已被撤回或不属于您的清单")
	if len(history) == 0 || r.User.OwnRowsOnly() && !belongsTo(history[0].Record, r.User.Enterprise) {
		return Detail{}, missing
	}
	h := recordHistory{revisions: history, all: all, facts: &f}
	newest := history[0]
	if newest.Change == store.Withdrawn && !f.Open {
		return Detail{}, missing
	}
	d := Detail{
		ID: r.ID, Name: l.RowName(newest.Record, f.Directory), Withdrawn: newest.Change == store.Withdrawn, AsOf: r.AsOf, Open: f.Open, Month: f.Month, List: l, Record: newest.Record,
		Fields: h.fields(), Extra: h.extra(), History: h.timeline(), Events: []DetailEvent{}, Figures: []DetailFigure{}, Steps: []industry.IssueEvent{}, Files: []industry.Attachment{},
	}
	if d.Row, err = rowOf(l, f, newest.Record); err != nil {
		return d, err
	}
	if f.Open {
		if d.Files, err = o.files(ctx, l.Register, r.ID, r.User); err != nil {
			return d, err
		}
		d.Files = filesBy(d.Files, r.AsOf)
	}
	return d, o.addWork(ctx, &d, f)
}

// addWork adds what only records of some registers have.
func (o *Office) addWork(ctx context.Context, d *Detail, f industry.ListFacts) (err error) {
	switch g := d.List.Register; {
	case g == industry.ProjectRegister:
		d.Course = f.Limits.Course(industry.ProjectOf(d.Record), f.Today)
		if d.Events, err = o.stageEvents(ctx, *d); err == nil {
			err = o.addCourse(ctx, d)
		}
	case g == industry.IssueRegister:
		d.Way = industry.IssueCourse(d.Record, f.Calendar, f.Today)
		d.Steps, err = o.issueEvents(ctx, d.ID, f.Open)
		d.Steps = without(d.Steps, func(e industry.IssueEvent) bool { return !knownBy(e.At, d.AsOf) })
	case g == industry.EnterpriseRegister && f.Open:
		d.Figures, err = o.figures(ctx, *d)
	}
	return err
}

// addCourse adds what a project went through and what arrived for it.
func (o *Office) addCourse(ctx context.Context, d *Detail) (err error) {
	if d.Track, err = o.track(ctx, *d); err == nil && d.Open {
		d.Ledger, err = o.ledger(ctx, *d)
	}
	return err
}

// rowOf is a record as its list shows it. A closed issue stands in no list of
// bottlenecks, and still has a page.
func rowOf(l *industry.List, f industry.ListFacts, r industry.Record) (industry.ListRow, error) {
	f.Records = []industry.Record{r}
	p, err := l.Page(f, industry.ListQuery{})
	if err != nil || len(p.Rows) == 0 {
		return industry.ListRow{Record: industry.NewRecord(l.Register)}, err
	}
	return p.Rows[0], nil
}

func (o *Office) stageEvents(ctx context.Context, d Detail) ([]DetailEvent, error) {
	rows, err := o.stageEventsOf(ctx, d)
	if err != nil {
		return nil, err
	}
	events := make([]DetailEvent, len(rows))
	for i, r := range rows {
		events[i] = DetailEvent{Stage: r.Stage, Name: r.Stage.Label(), Planned: r.Planned, On: r.On, At: r.At.Format(time.RFC3339)}
		if d.Open {
			events[i].By, events[i].Note = r.Actor, r.Note
		}
	}
	return events, nil
}

// figureMonths is how far back an enterprise's page shows its figures.
const figureMonths = 24

// figures returns an enterprise's series of every indicator it has reported, up
// to the newest month.
func (o *Office) figures(ctx context.Context, d Detail) ([]DetailFigure, error) {
	// One month more: the first in-month is derived from the month before.
	entries, err := o.store.ReportsOfEnterprise(ctx, d.ID, store.Span{From: d.Month.Add(-figureMonths), To: d.Month}, d.AsOf)
	if err != nil {
		return nil, err
	}
	c, err := o.county(ctx, d.AsOf)
	if err != nil {
		return nil, err
	}
	figures := []DetailFigure{}
	reports := map[string]map[industry.Month]ownReport{} // by indicator and source
	for key, e := range entries {
		if r := industry.MonthlyReportOf(e.Record); !e.Withdrawn {
			at := r.Indicator + " " + r.Source
			if reports[at] == nil {
				reports[at] = map[industry.Month]ownReport{}
			}
			reports[at][r.Month] = ownReport{key, e, r}
		}
	}
	for _, ind := range c.indicators {
		own := reports[ind.Code+" "+ind.MainSource]
		if len(own) == 0 {
			continue
		}
		figure, err := o.figure(ctx, ind, d, own)
		if err != nil {
			return nil, err
		}
		figures = append(figures, figure)
	}
	return figures, nil
}

// ownReport is an enterprise's report of a month.
type ownReport struct {
	key    string
	entry  store.Entry
	report industry.MonthlyReport
}

func (o *Office) figure(ctx context.Context, ind industry.Indicator, d Detail, own map[industry.Month]ownReport) (DetailFigure, error) {
	var facts []industry.PointFacts
	notes := []FigureNote{}
	var newest ownReport
	for m, r := range own {
		facts = append(facts, industry.PointFacts{Month: m, Own: &r.report})
		note := FigureNote{Month: m, Status: r.report.Status, Cause: r.report.Cause}
		if unexplained(r.entry) {
			note.Warning = r.entry.Warning
		}
		if note.Status != "" || note.Cause != "" || note.Warning != "" {
			notes = append(notes, note)
		}
		if r.report.Cumulative.Known && m > newest.report.Month {
			newest = r
		}
	}
	slices.SortFunc(notes, func(a, b FigureNote) int { return int(b.Month - a.Month) })
	f := DetailFigure{Trend: industry.TrendOf(ind, d.Month, figureMonths, facts), Notes: notes}
	if newest.key == "" {
		return f, nil
	}
	revisions, err := o.store.History(ctx, industry.ReportRegister, newest.key)
	revisions = without(revisions, func(x store.Revision) bool { return !knownBy(x.Source.At, d.AsOf) })
	if err != nil || len(revisions) == 0 {
		return f, err
	}
	source := revisions[0].Source
	source.Cell = revisions[0].CellOf("cumulative")
	f.Source = &source
	return f, nil
}
