package office_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/testkit"
)

// ended waits for a job to end.
func ended(t *testing.T, o *office.Office, j office.Job) office.Job {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	j, err := o.AwaitJob(ctx, j.ID, j.Owner)
	if err != nil || j.Running() {
		t.Fatalf("still %+v, %v", j, err)
	}
	return j
}

func sayError(err error) string { return err.Error() }

// papers is the work of keeping papers of the sample.
func papers(o *office.Office, owner string, files ...industry.DocumentFile) office.Work {
	return office.Work{Owner: owner, Name: "会议材料", Say: sayError, Do: func(ctx context.Context) (office.Outcome, error) {
		kept, err := o.KeepDocuments(ctx, office.KeepRequest{Query: office.Query{Month: industry.NewMonth(2026, 10)}, Files: files, Actor: clerk})
		return office.Outcome{Documents: kept}, err
	}}
}

// TestProgressIsCounted: every step of making papers is told once and in order, the
// count never falls and reaches its total.
func TestProgressIsCounted(t *testing.T) {
	o := openOffice(t, testkit.SQLite(t))
	loadSample(t, o)
	var told []office.Progress
	ctx := office.WithProgress(t.Context(), func(p office.Progress) { told = append(told, p) })
	files := []industry.DocumentFile{{Kind: industry.Bulletin, Ending: ".docx"}, {Kind: industry.Annex, Ending: ".xlsx"}}
	if _, err := o.KeepDocuments(ctx, office.KeepRequest{Query: office.Query{Month: industry.NewMonth(2026, 10)}, Files: files, Actor: clerk}); err != nil {
		t.Fatal(err)
	}
	drawn := 0
	for i, p := range told {
		if i > 0 && p.Percent() < told[i-1].Percent() || len(p.Parts) != len(files) || p.Steps > 0 && p.Step >= p.Steps {
			t.Errorf("%+v after %+v", p, told[max(0, i-1)])
		}
		if p.Part < len(files) && p.Parts[p.Part] != files[p.Part].Label() {
			t.Errorf("part %d is called %s", p.Part, p.Parts[p.Part])
		}
		if p.Part == 0 && p.Steps > 0 && p.Step > 0 && p.Step < p.Steps-1 {
			drawn++
		}
	}
	if drawn == 0 || told[drawn+1].Steps != drawn+2 {
		t.Errorf("%d pictures were told of, of a part of %d steps", drawn, told[min(len(told)-1, drawn+1)].Steps)
	}
	if last := told[len(told)-1]; last.Part != len(files) || last.Percent() != 100 || last.Doing != "存档" {
		t.Errorf("it ends with %+v", last)
	}
}

// TestCancelledJobKeepsNothing: a job that is cancelled while it draws ends soon and
// nothing of it is kept, not even the papers it had made.
func TestCancelledJobKeepsNothing(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		loadSample(t, o)
		w := papers(o, "account a")
		made := make(chan struct{})
		var once sync.Once
		w.Do = func(do func(context.Context) (office.Outcome, error)) func(context.Context) (office.Outcome, error) {
			return func(ctx context.Context) (office.Outcome, error) {
				outer := ctx
				return do(office.WithProgress(ctx, func(p office.Progress) {
					if p.Part == 1 && p.Step == 1 { // drawing for the second paper
						once.Do(func() { close(made); <-outer.Done() })
					}
				}))
			}
		}(w.Do)
		j, err := o.Start(w)
		if err != nil {
			t.Fatal(err)
		}
		<-made
		if _, err := o.CancelJob(j.ID, "account b"); err == nil {
			t.Error("somebody else cancelled it")
		}
		if j, err = o.CancelJob(j.ID, j.Owner); err != nil || !j.Stopping {
			t.Errorf("cancelled: %+v, %v", j, err)
		}
		if j = ended(t, o, j); j.State != office.JobCancelled || len(j.Outcome.Documents) > 0 {
			t.Errorf("a cancelled job ended as %+v", j)
		}
		if _, n, err := o.KeptDocuments(t.Context(), office.KeptFilter{Chain: industry.AllChains}); err != nil || n != 0 {
			t.Errorf("%d papers are kept, %v", n, err)
		}
		if j, err = o.CancelJob(j.ID, j.Owner); err != nil || j.State != office.JobCancelled || j.Stopping {
			t.Errorf("cancelled again: %+v, %v", j, err)
		}
	})
}

// TestJobDone: the outcome of a job is there for its owner alone.
func TestJobDone(t *testing.T) {
	o := openOffice(t, testkit.SQLite(t))
	loadSample(t, o)
	file := industry.DocumentFile{Kind: industry.Annex, Ending: ".xlsx"}
	j, err := o.Start(papers(o, "account a", file))
	if err != nil {
		t.Fatal(err)
	}
	if j = ended(t, o, j); j.State != office.JobDone || j.Percent != 100 || len(j.Outcome.Documents) != 1 || !j.Outcome.Documents[0].Added {
		t.Errorf("ended as %+v", j)
	}
	if _, err := o.Job(j.ID, "account b"); err == nil {
		t.Error("somebody else sees it")
	}
	if list := o.Jobs("account a"); len(list) != 0 {
		t.Errorf("still running: %v", list)
	}
}

// TestJobsAreBounded: one owner may have so many under way, a panic is a failure in
// words, and closing ends what runs.
func TestJobsAreBounded(t *testing.T) {
	o := openOffice(t, testkit.SQLite(t))
	waiting := office.Work{Owner: "account a", Say: sayError, Do: func(ctx context.Context) (office.Outcome, error) {
		<-ctx.Done()
		return office.Outcome{}, ctx.Err()
	}}
	var under []office.Job
	for range office.MostJobsOfOne {
		j, err := o.Start(waiting)
		if err != nil {
			t.Fatal(err)
		}
		under = append(under, j)
	}
	var refused *industry.Error
	if _, err := o.Start(waiting); !errors.As(err, &refused) || refused.Kind != industry.RateLimited {
		t.Errorf("one more: %v", err)
	}
	if got := o.Jobs("account a"); len(got) != len(under) {
		t.Errorf("%d run of %d", len(got), len(under))
	}
	other := waiting
	other.Owner, other.Do = "account b", func(context.Context) (office.Outcome, error) { panic("drawing") }
	j, err := o.Start(other)
	if err != nil {
		t.Fatal(err)
	}
	if j = ended(t, o, j); j.State != office.JobFailed || j.Error == "" {
		t.Errorf("a panic ended as %+v", j)
	}
	other.Do = waiting.Do
	var owners []string
	for i := 0; ; i++ {
		other.Owner = string(rune('c' + i))
		if _, err := o.Start(other); errors.As(err, &refused) && refused.Kind == industry.RateLimited {
			break
		}
		owners = append(owners, other.Owner)
	}
	if len(owners) == 0 || len(owners) > 20 || slices.Contains(owners, "account a") {
		t.Errorf("jobs of %v run at once", owners)
	}
	if _, err := o.CancelJob(under[0].ID, "account a"); err != nil {
		t.Fatal(err)
	}
	ended(t, o, under[0])
	if _, err := o.Start(waiting); err != nil {
		t.Errorf("after one was cancelled: %v", err)
	}
}
