package office_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
	"chainboard/testkit"
)

// scheduled switches the schedule on for the tenth of each month.
func scheduled(t *testing.T, o *office.Office, files ...industry.DocumentFile) {
	t.Helper()
	s, err := o.DocumentSchedule(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s.On, s.Files = true, files
	if err := o.SetDocumentSchedule(t.Context(), s, clerk); err != nil {
		t.Fatal(err)
	}
}

// due calls what the server calls every minute and returns what it said.
func due(t *testing.T, o *office.Office) string {
	t.Helper()
	made, err := o.DraftDue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, d := range made {
		said = append(said, d.Said)
	}
	return strings.Join(said, "\n")
}

var annex = industry.DocumentFile{Kind: industry.Annex, Ending: ".xlsx"}

// TestDraftsOnceAMonth: drafts are made when they are due, not before, not twice, also
// after a restart; a missed day is made up for once; nothing new is said to be nothing.
func TestDraftsOnceAMonth(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		c := &clock{t: time.Date(2026, 11, 5, 9, 0, 0, 0, industry.Shanghai)}
		o := openOfficeAt(t, url, c)
		on := func(month time.Month, day, hour int) {
			c.set(time.Date(2026, month, day, hour, 0, 0, 0, industry.Shanghai))
		}
		scheduled(t, o, annex)
		take(t, o, twoChains())
		take(t, o, reports([]any{"2026-09", "老厂", "营业收入", "", nil, 900, 800}))
		if said := due(t, o); said != "" {
			t.Errorf("before it is due: %s", said)
		}
		on(11, 10, 8)
		if said := due(t, o); said != "2026年1—9月附表草稿已生成，请修改后印发" {
			t.Errorf("on the day: %s", said)
		}
		if said := due(t, o); said != "" {
			t.Errorf("a second time: %s", said)
		}
		waiting, err := o.WaitingDrafts(t.Context())
		if err != nil || len(waiting) != 1 || waiting[0].Month != industry.NewMonth(2026, 9) {
			t.Errorf("waiting: %+v, %v", waiting, err)
		}
		kept, _, err := o.KeptDocuments(t.Context(), office.KeptFilter{Chain: industry.AllChains})
		if err != nil || len(kept) != 1 || kept[0].By != industry.DraftActor {
			t.Fatalf("kept: %+v, %v", kept, err)
		}
		c2 := &clock{t: time.Date(2026, 11, 11, 9, 0, 0, 0, industry.Shanghai)} // the program is started again
		o2 := openOfficeAt(t, url, c2)
		if said := due(t, o2); said != "" {
			t.Errorf("after a restart: %s", said)
		}
		c2.set(time.Date(2027, 1, 3, 9, 0, 0, 0, industry.Shanghai)) // 10 December was missed
		if said := due(t, o2); !strings.Contains(said, "2026年1—9月自2026-11-10 08:00起草以来没有新的审定数据") {
			t.Errorf("with nothing new: %s", said)
		}
		if said := due(t, o2); said != "" {
			t.Errorf("made up for twice: %s", said)
		}
		take(t, o2, reports([]any{"2026-10", "老厂", "营业收入", "", nil, 1000, 900}))
		c2.set(time.Date(2027, 1, 10, 8, 0, 0, 0, industry.Shanghai))
		if said := due(t, o2); said != "2026年1—10月附表草稿已生成，请修改后印发" {
			t.Errorf("with a new month: %s", said)
		}
		if _, err := o2.KeepDocuments(t.Context(), office.KeepRequest{Query: office.Query{Month: industry.NewMonth(2026, 10)}, Files: []industry.DocumentFile{{Kind: industry.Annex, Ending: ".docx"}}, Actor: clerk}); err != nil {
			t.Fatal(err)
		}
		if waiting, err := o2.WaitingDrafts(t.Context()); err != nil || len(waiting) != 0 {
			t.Errorf("a person worked on it, still waiting: %+v, %v", waiting, err)
		}
		log, _, err := o2.Store().AuditLog(t.Context(), store.AuditFilter{Actor: industry.DraftActor, Page: 1, Size: 9})
		if err != nil || len(log) != 3 {
			t.Errorf("audited: %+v, %v", log, err)
		}
	})
}

// TestTwoProcessesDraftOnce: of two instances on one database one drafts.
func TestTwoProcessesDraftOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		begin := time.Date(2026, 11, 5, 9, 0, 0, 0, industry.Shanghai)
		c, c2 := &clock{t: begin}, &clock{t: begin}
		o, o2 := openOfficeAt(t, url, c), openOfficeAt(t, url, c2)
		scheduled(t, o, annex)
		take(t, o, twoChains())
		take(t, o, reports([]any{"2026-09", "老厂", "营业收入", "", nil, 900, 800}))
		c.set(time.Date(2026, 11, 10, 8, 0, 0, 0, industry.Shanghai))
		c2.set(time.Date(2026, 11, 10, 8, 0, 30, 0, industry.Shanghai))
		var made [2][]industry.DocumentDraft
		var errs [2]error
		var both sync.WaitGroup
		for i, o := range []*office.Office{o, o2} {
			both.Go(func() { made[i], errs[i] = o.DraftDue(t.Context()) })
		}
		both.Wait()
		if err := errors.Join(errs[:]...); err != nil || len(made[0])+len(made[1]) != 1 {
			t.Errorf("drafted %v and %v, %v", made[0], made[1], err)
		}
		all, err := o.DocumentDrafts(t.Context(), 9)
		if err != nil || len(all) != 1 {
			t.Errorf("noted %+v, %v", all, err)
		}
		if _, n, err := o.KeptDocuments(t.Context(), office.KeptFilter{Chain: industry.AllChains}); err != nil || n != 1 {
			t.Errorf("%d papers are kept, %v", n, err)
		}
	})
}

// TestScheduleIsDecided: a decision is versioned and audited; somebody who saw an
// older one is refused, and so is what cannot be.
func TestScheduleIsDecided(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		first, err := o.DocumentSchedule(t.Context())
		if err != nil || first.On || first.Version != 0 {
			t.Fatalf("before any decision: %+v, %v", first, err)
		}
		scheduled(t, o, annex)
		now, err := o.DocumentSchedule(t.Context())
		if err != nil || !now.On || now.Version != 1 || now.By != clerk.Name || len(now.Files) != 1 || now.At.IsZero() {
			t.Errorf("decided: %+v, %v", now, err)
		}
		var told *industry.Error
		if err := o.SetDocumentSchedule(t.Context(), first, clerk); !errors.As(err, &told) || told.Kind != industry.Conflict {
			t.Errorf("by an older version: %v", err)
		}
		now.Chains = []string{"gone"}
		if err := o.SetDocumentSchedule(t.Context(), now, clerk); !errors.As(err, &told) || told.Fields["chains"] == "" {
			t.Errorf("of no chain: %v", err)
		}
		log, _, err := o.Store().AuditLog(t.Context(), store.AuditFilter{Page: 1, Size: 1})
		if err != nil || len(log) != 1 || log[0].Object != "自动起草设置" || !strings.Contains(log[0].Detail, "每月10日8时起草附表 .xlsx") {
			t.Errorf("audited: %+v, %v", log, err)
		}
	})
}

// TestNothingToDraft: a county without figures is told so, once.
func TestNothingToDraft(t *testing.T) {
	c := &clock{t: time.Date(2026, 11, 5, 9, 0, 0, 0, industry.Shanghai)}
	o := openOfficeAt(t, testkit.SQLite(t), c)
	scheduled(t, o, annex)
	c.set(time.Date(2026, 11, 10, 9, 0, 0, 0, industry.Shanghai))
	if said := due(t, o); said != "没有起草：还没有已审定的营业收入" {
		t.Errorf("%q", said)
	}
	if said := due(t, o); said != "" {
		t.Errorf("again: %q", said)
	}
}

// TestKeepDraftingEnds: what drafts in the background stops with its context.
func TestKeepDraftingEnds(t *testing.T) {
	o := openOffice(t, testkit.SQLite(t))
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		o.KeepDrafting(ctx, func(made []industry.DocumentDraft, err error) { t.Error(made, err) })
		close(ended)
	}()
	stop()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("still drafting")
	}
}
