package office_test

import (
	"context"
	"errors"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// A sheet is a version on either database: the next one only, read back as it was
// decided, in force from its moment; the other kind keeps its own.
func TestScoreSheetsAreVersions(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		ctx := context.Background()
		before := o.Now()
		sheet := industry.ScoreSheet{Name: "本县办法", Source: "本县自定", Items: []industry.ScoreItem{
			{Name: "大项目", Rule: industry.ByTiers, Weight: industry.Q(10), Tiers: []industry.ScoreTier{{Least: industry.Q(30_000), Points: industry.Parts(500_000)}}},
			{Name: "未开工", Rule: industry.ByDelay, Each: industry.Parts(100_000)},
		}}
		d := industry.ScoreDecision{Kind: industry.ScoreChains, Sheet: sheet, Reason: "示例文件"}
		if err := o.DecideScoreRule(ctx, d, clerk); err != nil {
			t.Fatal(err)
		}
		var refused *industry.Error
		if err := o.DecideScoreRule(ctx, d, clerk); !errors.As(err, &refused) || refused.Kind != industry.Conflict {
			t.Errorf("decided twice on the same version: %v", err)
		}
		book, err := o.ScoreRules(ctx)
		if err != nil || len(book) != 1 || book[0].Reason != "示例文件" {
			t.Fatalf("%+v %v", book, err)
		}
		kept, version := book.InForce(industry.ScoreChains, o.Now())
		if version != 1 || kept.Items[0].Tiers[0] != sheet.Items[0].Tiers[0] || kept.Items[1].Each != sheet.Items[1].Each || kept.Items[1].Weight.Known {
			t.Errorf("kept %+v", kept)
		}
		if past, version := book.InForce(industry.ScoreChains, before.Add(-1)); version != 0 || past.Preset != "s53" {
			t.Errorf("before: %+v", past)
		}
		if other, version := book.InForce(industry.ScoreDepartments, o.Now()); version != 0 || other.Preset != "s59" {
			t.Errorf("departments: %+v", other)
		}
	})
}

// Departments are scored by their own projects against their own targets.
func TestScoreOfDepartments(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		loadSample(t, o)
		table, err := o.Score(context.Background(), office.Query{Month: industry.NewMonth(2026, 10)}, industry.ScoreDepartments)
		if err != nil || len(table.Scores) == 0 {
			t.Fatalf("%+v %v", table, err)
		}
		for _, s := range table.Scores {
			if s.Total.Known || s.Rank.Known || s.Items[0].Points.Known || !s.Items[1].Points.Known {
				t.Errorf("%s has no target and is scored %+v", s.Name, s)
			}
		}
	})
}
