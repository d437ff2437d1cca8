package store_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"chainboard/industry"
	"chainboard/store"
)

// Files keep their bytes beside their record, and stay when they are taken back.
func TestAttachments(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, c *clock) {
		content := bytes.Repeat([]byte{0, 0xff, '\'', '\\', 7}, 100_000)
		file := industry.Attachment{
			Noun: "project", Key: "XM1", Place: "signed", Version: 3, Name: "合同.pdf", MediaType: "application/pdf",
			Size: int64(len(content)), SHA256: store.HashFile(content), UploadedBy: "office",
		}
		var id int64
		write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
			id, err = tx.AddAttachment(ctx, file, content)
			return err
		})
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			if _, err := tx.AddAttachment(ctx, industry.Attachment{Noun: "project", Key: "XM2", Name: "x.txt", UploadedBy: "office"}, []byte("x")); err != nil {
				return err
			}
			return tx.WithdrawAttachment(ctx, id, "leader")
		})
		files, err := s.Attachments(t.Context(), "project", "XM1")
		if err != nil || len(files) != 1 {
			t.Fatal(files, err)
		}
		got := files[0]
		if !got.Withdrawn() || got.WithdrawnBy != "leader" || !got.UploadedAt.Equal(c.now()) || !got.WithdrawnAt.Equal(c.now()) {
			t.Errorf("kept as %+v", got)
		}
		file.ID, file.UploadedAt, file.WithdrawnBy, file.WithdrawnAt = id, got.UploadedAt, got.WithdrawnBy, got.WithdrawnAt
		if got != file {
			t.Errorf("got %+v, want %+v", got, file)
		}
		if back, err := s.AttachmentContent(t.Context(), id); err != nil || !bytes.Equal(back, content) {
			t.Errorf("%d bytes came back, %v", len(back), err)
		}
		var e *industry.Error
		if _, err := s.AttachmentContent(t.Context(), id+100); !errors.As(err, &e) || e.Kind != industry.NotFound {
			t.Errorf("an unknown file: %v", err)
		}
		again := s.Write(t.Context(), &industry.AuditEntry{Actor: "x", Action: industry.ActWithdraw}, func(tx *store.Tx) error {
			return tx.WithdrawAttachment(t.Context(), id, "other")
		})
		if !errors.As(again, &e) || e.Kind != industry.Conflict {
			t.Errorf("withdrawn twice: %v", again)
		}
	})
}

// What a step says stands at the date it changed; the other dates it changed only
// name the step, and one that changed nothing is told all the same.
func TestStageEventsOfAStep(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, _ *clock) {
		r := industry.NewRecord(industry.ProjectRegister)
		version := int64(0)
		save := func(step *industry.StageEvent, set ...string) {
			t.Helper()
			r = r.Clone()
			for i := 0; i+1 < len(set); i += 2 {
				r.Set(set[i], set[i+1])
			}
			version++
			kind := store.Changed
			if version == 1 {
				kind = store.New
			}
			write(t, s, func(ctx context.Context, tx *store.Tx) error {
				return tx.Save(ctx, store.Origin{Actor: "test"}, []store.Change{{Record: r, Kind: kind, Version: version, Stage: step}})
			})
		}
		save(nil, "code", "P1", "name", "电芯", "chain", "ne", "signed_on", "2026-01-12", "planned_start", "2026-03-01")
		save(&industry.StageEvent{Stage: industry.Started, On: "2026-03-05", Step: "reach", Note: "施工许可证"}, "started_on", "2026-03-05")
		save(&industry.StageEvent{Stage: industry.Started, Planned: true, On: "2026-04-01", Step: "plan", Note: "雨季"}, "planned_start", "2026-04-01")
		save(&industry.StageEvent{Stage: industry.Suspended, On: "2026-05-01", Step: "suspend", Note: "资金"}, "suspended_on", "2026-05-01")
		save(&industry.StageEvent{Stage: industry.Resumed, On: "2026-06-01", Step: "resume", Note: "已注资"}, "suspended_on", "")
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.AddStageEvent(ctx, "P1", industry.StageEvent{Stage: industry.Started, On: "2026-03-05", Step: "evidence", Note: "照片", Version: 5, Actor: "test"})
		})
		events, err := s.StageEvents(t.Context(), "P1")
		if err != nil {
			t.Fatal(err)
		}
		want := []industry.StageEvent{
			{Stage: industry.Signed, On: "2026-01-12", Version: 1},
			{Stage: industry.Started, Planned: true, On: "2026-03-01", Version: 1},
			{Stage: industry.Started, On: "2026-03-05", Step: "reach", Note: "施工许可证", Version: 2},
			{Stage: industry.Started, Planned: true, On: "2026-04-01", Step: "plan", Note: "雨季", Version: 3},
			{Stage: industry.Suspended, On: "2026-05-01", Step: "suspend", Note: "资金", Version: 4},
			{Stage: industry.Suspended, Step: "resume", Version: 5},
			{Stage: industry.Resumed, On: "2026-06-01", Step: "resume", Note: "已注资", Version: 5},
			{Stage: industry.Started, On: "2026-03-05", Step: "evidence", Note: "照片", Version: 5},
		}
		if len(events) != len(want) {
			t.Fatalf("%d events: %+v", len(events), events)
		}
		for i, e := range events {
			if e.Actor != "test" || e.At.IsZero() {
				t.Errorf("event %d has no author or time: %+v", i, e)
			}
			e.Actor, e.At = "", want[i].At
			if e != want[i] {
				t.Errorf("event %d is %+v, want %+v", i, e, want[i])
			}
		}
	})
}
