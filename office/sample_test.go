package office_test

import (
	"testing"
	"time"

	"chainboard/auth"
	"chainboard/office"
	"chainboard/sample"
	"chainboard/store"
	"chainboard/testkit"
)

// TestSampleOfAnEarlierRelease: a database filled by one release stays marked
// under the next one, whose sample is another file; a county's own is not.
func TestSampleOfAnEarlierRelease(t *testing.T) {
	s, err := store.Open(t.Context(), testkit.SQLite(t), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	earlier := office.New(s, auth.NewHasher(), office.Sample{Name: sample.Name, Data: sample.Workbook()})
	shown := func(o *office.Office) bool {
		t.Helper()
		shown, err := o.SampleShown(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return shown
	}
	later := office.New(s, auth.NewHasher(), office.Sample{Name: sample.Name, Data: []byte("another file")})
	if shown(later) {
		t.Error("an empty database is marked")
	}
	if _, err := earlier.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !shown(earlier) || !shown(later) {
		t.Error("the sample is not marked")
	}
}
