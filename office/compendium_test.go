package office_test

import (
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// Keeping a compendium gives it the next version where anything was saved since, and
// the version tells by count and name what changed in lists and maps.
func TestCompendiumVersions(t *testing.T) {
	change := func(kind string, version int64, r industry.Record) store.Change {
		return store.Change{Record: r, Kind: kind, Version: version, Row: 2}
	}
	onOffices(t, func(t *testing.T, o *office.Office) {
		batch(t, o, "十月.xlsx",
			change(store.New, 1, made(industry.ChainRegister, "code", "ne", "name", "新能源产业链")),
			change(store.New, 1, made(industry.SegmentRegister, "chain", "ne", "code", "S1", "name", "碳酸锂", "branch", "锂电", "position", "上游")),
			change(store.New, 1, made(industry.EnterpriseRegister, "code", "F1", "name", "甲子锂业", "chains", "ne", "segments", "ne␟S1", "role", "骨干", "phone", "13812345678")),
			change(store.New, 1, made(industry.EnterpriseRegister, "code", "F2", "name", "乙丑铜箔", "chains", "ne", "segments", "ne␟S1")),
		)
		q := office.KeepRequest{Query: office.Query{Month: industry.NewMonth(2026, 10), Chain: "ne"}, Actor: office.Actor{Name: "office"}}
		keepPaper := func(ending string, version int64, added bool) industry.KeptDocument {
			t.Helper()
			q.Files = []industry.DocumentFile{{Kind: industry.Compendium, Ending: ending}}
			kept, err := o.KeepDocuments(t.Context(), q)
			if err != nil || len(kept) != 1 || kept[0].Version != version || kept[0].Added != added {
				t.Fatalf("kept %s as %+v, %v", ending, kept, err)
			}
			return kept[0].KeptDocument
		}
		first := keepPaper(".docx", 1, true)
		if first.VersionText() != "1.0版" || !strings.HasSuffix(first.Title, "（1.0版）") {
			t.Errorf("the first version is %s, titled %s", first.VersionText(), first.Title)
		}
		if other := keepPaper(".pdf", 1, true); !other.AsOf.Equal(first.AsOf) {
			t.Errorf("the other form of version 1 is of %s, not %s", other.AsOf, first.AsOf)
		}
		keepPaper(".docx", 1, false) // nothing was saved since
		batch(t, o, "十一月.xlsx",
			change(store.Changed, 2, made(industry.EnterpriseRegister, "code", "F1", "name", "甲子锂业", "chains", "ne", "segments", "ne␟S1", "role", "链主", "phone", "13800000000")),
			change(store.Withdrawn, 2, made(industry.EnterpriseRegister, "code", "F2", "name", "乙丑铜箔", "chains", "ne", "segments", "ne␟S1")),
			change(store.New, 1, made(industry.EnterpriseRegister, "code", "F3", "name", "丙寅回收", "chains", "ne", "segments", "ne␟S1")),
		)
		draft, err := o.Compose(t.Context(), q.Query, industry.Compendium)
		if err != nil {
			t.Fatal(err)
		}
		if got := since(draft); !strings.Contains(got, "本稿没有定版。上一版为1.0版") || !strings.Contains(got, "企业清单 1 1 1 0\n") ||
			!strings.Contains(got, "新增丙寅回收；移出乙丑铜箔；修改甲子锂业（企业角色）。") {
			t.Errorf("since version 1:\n%s", got)
		}
		second := keepPaper(".docx", 2, true)
		all, _, err := o.KeptDocuments(t.Context(), office.KeptFilter{Month: q.Month, Chain: "ne"})
		if err != nil || len(all) != 3 || all[0].ID != second.ID || all[0].Version != 2 {
			t.Errorf("%d kept, %+v, %v", len(all), all, err)
		}
	})
}

// since is what a compendium tells of the version before, a line a paragraph or row.
func since(d industry.Document) string {
	var b strings.Builder
	for _, s := range d.Sections {
		if s.Heading != "与上一版相比" {
			continue
		}
		for _, block := range s.Blocks {
			b.WriteString(block.Lead + block.Text + "\n")
			if block.Table != nil {
				for _, row := range block.Table.Rows {
					b.WriteString(strings.Join(row, " ") + "\n")
				}
			}
		}
	}
	return b.String()
}
