package server

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// importPage is one batch: what it brings, what is wrong with it, what can be
// done with it now.
type importPage struct {
	Page
	Batch    importRow
	Counts   sheetCounts // of all sheets
	Sheets   []sheetCounts
	Blank    int // sheets without a row
	Rejected int
	Errors   int
	Warnings int
	Level    string // the level shown, "" for both
	Problems []problemRow
	Found    int // of the level shown
	Refused  string
}

// sheetCounts are the counts of a sheet as they are printed.
type sheetCounts struct {
	Sheet                                                       string
	Read, New, Changed, Unchanged, Skipped, Rejected, Withdrawn string
}

func countsOfSheet(r office.SheetReport) sheetCounts {
	return sheetCounts{
		Sheet: r.Sheet, Read: countText(r.Read), New: countText(r.New), Changed: countText(r.Changed), Unchanged: countText(r.Unchanged),
		Skipped: countText(r.Skipped), Rejected: countText(r.Rejected), Withdrawn: countText(r.Withdrawn),
	}
}

func countText(n int) string { return industry.GroupedText(industry.Q(int64(n))) }

// problemRow is a problem with its level in words.
type problemRow struct {
	industry.Problem
	LevelName  string
	LevelClass string
}

// mostProblems is how many problems a page shows; the file has them all.
const mostProblems = 500

func (s *server) importPage(c *request) error {
	id, err := c.batch()
	if err != nil {
		return err
	}
	i, err := s.office.Import(c.ctx(), id)
	if err != nil {
		return err
	}
	return s.showImport(c, http.StatusOK, importPageOf(i, c.Query("level")))
}

func (s *server) showImport(c *request, status int, p *importPage) error {
	return c.html(status, "import", p)
}

func importPageOf(i office.Import, level string) *importPage {
	p := &importPage{
		Page:  Page{Title: "导入批次 " + strconv.FormatInt(i.ID, 10)},
		Batch: importRowOf(i), Errors: i.Count(industry.LevelError), Warnings: i.Count(industry.LevelWarning),
	}
	all := office.SheetReport{}
	for _, r := range i.Sheets {
		if r.Blank() {
			p.Blank++
		} else {
			p.Sheets = append(p.Sheets, countsOfSheet(r))
		}
		all.Read, all.New, all.Changed, all.Unchanged = all.Read+r.Read, all.New+r.New, all.Changed+r.Changed, all.Unchanged+r.Unchanged
		all.Skipped, all.Rejected, all.Withdrawn = all.Skipped+r.Skipped, all.Rejected+r.Rejected, all.Withdrawn+r.Withdrawn
	}
	p.Counts, p.Rejected = countsOfSheet(all), all.Rejected
	if level == string(industry.LevelError) || level == string(industry.LevelWarning) {
		p.Level = level
	}
	for _, l := range []industry.Level{industry.LevelError, industry.LevelWarning} {
		for _, x := range i.Problems {
			if x.Level == l && (p.Level == "" || p.Level == string(l)) {
				p.Problems = append(p.Problems, problemRowOf(x))
			}
		}
	}
	p.Found = len(p.Problems)
	p.Problems = slices.Clip(p.Problems[:min(p.Found, mostProblems)])
	return p
}

func problemRowOf(x industry.Problem) problemRow {
	if x.Level == industry.LevelError {
		return problemRow{x, "错误", "r"}
	}
	return problemRow{x, "提醒", "y"}
}

// For is the sheet the file was handed in for, "" for a whole workbook.
func (p *importPage) For() string {
	if g := industry.RegisterOf(p.Batch.Register); g != nil {
		return g.Sheet
	}
	return ""
}

// Waiting reports whether the batch can still be applied.
func (p *importPage) Waiting() bool { return p.Batch.State == office.Previewed }

// Undoable reports whether the batch can be taken back.
func (p *importPage) Undoable() bool { return p.Batch.State == office.Applied }

// Address is where the batch is shown.
func (p *importPage) Address() string { return importPath(p.Batch.ID) }

// applyImport writes a previewed batch. Rows that are refused only now, because
// the registers have changed since, are shown where they stand.
func (s *server) applyImport(c *request) error {
	id, err := c.batch()
	if err != nil {
		return err
	}
	options := office.ImportOptions{
		GoodRows: flag(c.field("good_rows")), WithdrawAbsent: flag(c.field("withdraw_absent")), Explain: c.field("explain"),
	}
	actor := c.actor()
	i, location, err := s.importing(c, importing{"写入批次 " + strconv.FormatInt(id, 10), importPath(id)}, func(ctx context.Context) (office.Import, error) {
		return s.office.Apply(ctx, id, options, actor)
	})
	if location != "" {
		return c.seeOther(location)
	}
	var e *industry.Error
	if errors.As(err, &e) && e.Kind == industry.Invalid && i.ID == id {
		p := importPageOf(i, "")
		p.Refused = e.Message
		return s.showImport(c, http.StatusBadRequest, p)
	}
	if err != nil {
		return s.importConflict(c, id, err)
	}
	return c.done(importPath(id), "批次 "+strconv.FormatInt(id, 10)+" 已写入，各页面已按新数据显示")
}

// undoImport takes an applied batch back.
func (s *server) undoImport(c *request) error {
	id, err := c.batch()
	if err != nil {
		return err
	}
	if _, err := s.office.Undo(c.ctx(), id, c.actor()); err != nil {
		return s.importConflict(c, id, err)
	}
	return c.done(importPath(id), "批次 "+strconv.FormatInt(id, 10)+" 已撤销，数据已恢复到写入之前")
}

// importConflict shows on the batch's own page why it cannot be done now.
func (s *server) importConflict(c *request, id int64, err error) error {
	var e *industry.Error
	if !errors.As(err, &e) || e.Kind != industry.Conflict {
		return err
	}
	i, again := s.office.Import(c.ctx(), id)
	if again != nil {
		return again
	}
	p := importPageOf(i, "")
	p.Refused = e.Message
	return s.showImport(c, http.StatusConflict, p)
}
