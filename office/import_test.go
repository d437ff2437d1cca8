package office_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/office"
	"chainboard/sample"
	"chainboard/store"
	"chainboard/testkit"
)

var clerk = office.Actor{Name: "clerk", Address: "127.0.0.1"}

// clock is a hand-set time; every reading is a second later than the last, so
// that no two batches share an instant.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(time.Second)
	return c.t
}

func openOffice(t testing.TB, url string) *office.Office {
	t.Helper()
	return openOfficeAt(t, url, &clock{t: time.Date(2026, 11, 23, 9, 0, 0, 0, industry.Shanghai)})
}

// set moves the clock to a moment.
func (c *clock) set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = t
}

func openOfficeAt(t testing.TB, url string, c *clock) *office.Office {
	t.Helper()
	s, err := store.Open(context.Background(), url, c.now)
	if err != nil {
		t.Fatal(err)
	}
	o := office.New(s, auth.NewHasherWith(8, 1), office.Sample{Name: sample.Name, Data: sample.Workbook()})
	t.Cleanup(func() {
		if err := o.Close(); err != nil {
			t.Error(err)
		}
	})
	return o
}

func onOffices(t *testing.T, test func(t *testing.T, o *office.Office)) {
	testkit.Databases(t, func(t *testing.T, url string) { test(t, openOffice(t, url)) })
}

func export(t *testing.T, o *office.Office, options office.ExportOptions) []byte {
	t.Helper()
	options.Actor = clerk
	var b bytes.Buffer
	if err := o.Export(context.Background(), &b, options); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func loadSample(t testing.TB, o *office.Office) office.Import {
	t.Helper()
	if testing.Short() {
		t.Skip("the whole sample is for the full run: under the race detector it takes minutes")
	}
	u := office.Upload{Name: sample.Name, Data: sample.Workbook(), Actor: clerk}
	i, err := o.ImportFile(context.Background(), u)
	if err != nil {
		t.Fatalf("%v: %+v", err, i.Problems[:min(20, len(i.Problems))])
	}
	return i
}

func TestSampleComesInClean(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		i := loadSample(t, o)
		rows := map[string]int{}
		for _, s := range i.Sheets {
			rows[s.Sheet] = s.New
			if s.Sheet == "指标" { // built in; the sample says since when each is kept
				if s.Changed != s.Read || s.Read != 28 {
					t.Errorf("%+v: want 28 changed", s)
				}
				continue
			}
			if s.New == 0 || s.New != s.Read || s.Rejected+s.Skipped+s.Changed != 0 {
				t.Errorf("%+v: every row should be new", s)
			}
		}
		if len(rows) != len(industry.Registers()) {
			t.Errorf("%d sheets, want every one of the contract", len(rows))
		}
		if rows["企业清单"] != 151 || rows["项目清单"] != 48 || rows["月度调度"] != 8721 || rows["资金到位"] != 117 || rows["问题清单"] != 40 {
			t.Errorf("rows %v", rows)
		}
		unexplained := 0
		for _, p := range i.Problems {
			if p.Level == industry.LevelError {
				t.Errorf("error %+v", p)
			}
			if !strings.HasPrefix(p.Remedy, "已说明") {
				unexplained++
			}
		}
		if unexplained != 2 {
			t.Errorf("%d unexplained warnings, want the 2 of the unit slip", unexplained)
		}
	})
}

func TestExportComesBackUnchanged(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		loadSample(t, o)
		first := export(t, o, office.ExportOptions{})
		i, err := o.ImportFile(context.Background(), office.Upload{Name: "导出.xlsx", Data: first, Actor: clerk})
		if err != nil {
			t.Fatalf("%v %+v", err, i.Problems[:min(5, len(i.Problems))])
		}
		unchanged := 0
		for _, s := range i.Sheets {
			if s.Unchanged != s.Read {
				t.Errorf("%+v: every row should be unchanged", s)
			}
			unchanged += s.Unchanged
		}
		if unchanged < 8700 {
			t.Errorf("%d rows came back, the sample has more", unchanged)
		}
		if len(i.Problems) != 0 {
			t.Errorf("problems %+v", i.Problems[:min(5, len(i.Problems))])
		}
		sameCells(t, first, export(t, o, office.ExportOptions{}))
	})
}

// TestExportOfOneChain: the county's decisions go with a chain unless they concern
// what is not in it; issues, visits and payments go by what they are of.
func TestExportOfOneChain(t *testing.T) {
	o := openOffice(t, testkit.SQLite(t))
	loadSample(t, o)
	file := export(t, o, office.ExportOptions{Chain: "ne"})
	i, err := o.ImportFile(context.Background(), office.Upload{Name: "新能源.xlsx", Data: file, Actor: clerk})
	if err != nil {
		t.Fatalf("%v %+v", err, i.Problems)
	}
	read := map[string]int{}
	for _, s := range i.Sheets {
		if s.Unchanged != s.Read {
			t.Errorf("%+v: every row should be unchanged", s)
		}
		read[s.Sheet] = s.Read
	}
	// Of the 17 decisions two concern projects of 新材料产业链.
	if read["产业链"] != 1 || read["议定事项"] != 15 || read["问题清单"] == 0 || read["走访记录"] == 0 || read["资金到位"] == 0 {
		t.Errorf("rows of the chain: %v", read)
	}
}

func TestUndoRestoresTheEarlierExport(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		ctx := context.Background()
		loadSample(t, o)
		before := export(t, o, office.ExportOptions{})
		between := o.Now()
		changed := edit(t, before, map[string]string{"企业清单!B2": "示例改名有限公司", "月度调度!F3": "1", "项目清单!B2": "示例改名项目", "招商目标!L2": "示例改名项目"})
		i, err := o.ImportFile(ctx, office.Upload{Name: "改.xlsx", Data: changed, Actor: clerk})
		if err != nil {
			t.Fatalf("%v %+v", err, i.Problems)
		}
		during := o.Now()
		if _, err := o.Undo(ctx, i.ID, clerk); err != nil {
			t.Fatal(err)
		}
		sameCells(t, before, export(t, o, office.ExportOptions{}))
		sameCells(t, before, export(t, o, office.ExportOptions{AsOf: between}))
		if got := cell(t, export(t, o, office.ExportOptions{AsOf: during}), "企业清单", "B2"); got != "示例改名有限公司" {
			t.Errorf("as of the batch the name is %q", got)
		}
		var e *industry.Error
		if _, err := o.Undo(ctx, i.ID, clerk); !errors.As(err, &e) || e.Kind != industry.Conflict {
			t.Errorf("second undo: %v, want a conflict", err)
		}
		if again, err := o.ImportFile(ctx, office.Upload{Name: "改.xlsx", Data: changed, Actor: clerk}); err != nil || again.State != office.Applied {
			t.Errorf("the same file again: %v", err)
		}
	})
}

func TestUndoRefusesWhatWasOvertaken(t *testing.T) {
	o := openOffice(t, testkit.SQLite(t))
	ctx := context.Background()
	first := loadSample(t, o)
	changed := edit(t, export(t, o, office.ExportOptions{}), map[string]string{"企业清单!B2": "示例改名有限公司"})
	if _, err := o.ImportFile(ctx, office.Upload{Name: "改.xlsx", Data: changed, Actor: clerk}); err != nil {
		t.Fatal(err)
	}
	_, err := o.Undo(ctx, first.ID, clerk)
	var e *industry.Error
	if !errors.As(err, &e) || e.Kind != industry.Conflict || !strings.Contains(e.Message, "企业清单 9") {
		t.Errorf("got %v, want a conflict that names the row", err)
	}
}
