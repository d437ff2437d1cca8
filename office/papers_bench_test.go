package office_test

import (
	"testing"
	"time"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/office"
	"chainboard/sample"
	"chainboard/store"
	"chainboard/testkit"
)

// BenchmarkPapers prints how long the papers of a month of the sample take
// together, 通报 as .docx and .pdf and 附表 as .xlsx: cold-ms in an office that was
// just opened, with nothing drawn or remembered (bound: 3 s), warm-ms in the same
// office afterwards (bound: 1 s).
func BenchmarkPapers(b *testing.B) {
	url := testkit.SQLite(b)
	loadSample(b, openOffice(b, url))
	var cold, warm time.Duration
	for b.Loop() {
		s, err := store.Open(b.Context(), url, time.Now)
		if err != nil {
			b.Fatal(err)
		}
		o := office.New(s, auth.NewHasherWith(8, 1), office.Sample{Name: sample.Name, Data: sample.Workbook()})
		cold += papersTime(b, o)
		warm += papersTime(b, o)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(cold.Milliseconds())/float64(b.N), "cold-ms")
	b.ReportMetric(float64(warm.Milliseconds())/float64(b.N), "warm-ms")
}

func papersTime(b *testing.B, o *office.Office) time.Duration {
	b.Helper()
	begun := time.Now()
	for _, paper := range []struct {
		kind   industry.DocumentKind
		ending string
	}{{industry.Bulletin, ".docx"}, {industry.Annex, ".xlsx"}, {industry.Bulletin, ".pdf"}} {
		q := office.DocumentQuery{Query: office.Query{Chain: industry.AllChains, Month: industry.NewMonth(2026, 9)}, Kind: paper.kind, Ending: paper.ending, Actor: clerk}
		if _, err := o.Document(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
	return time.Since(begun)
}
