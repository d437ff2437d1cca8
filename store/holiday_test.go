package store_test

import (
	"context"
	"slices"
	"testing"

	"chainboard/industry"
	"chainboard/store"
)

// Every version of a year is kept, the newest last; a number that is taken is a
// conflict.
func TestHolidayYears(t *testing.T) {
	onDatabases(t, func(t *testing.T, s *store.Store, c *clock) {
		first := industry.HolidayYear{
			Year: 2027, Version: 1, Notice: "国办发明电〔2026〕9号", Actor: "test",
			Days: []industry.Holiday{{On: "2027-01-01", Name: "元旦"}, {On: "2027-02-20", Worked: true, Name: "春节"}},
		}
		second := first
		second.Version, second.Days = 2, []industry.Holiday{{On: "2027-01-02"}}
		add := func(y industry.HolidayYear) error {
			return tryWrite(s, func(ctx context.Context, tx *store.Tx) error { return tx.AddHolidayYear(ctx, y) })
		}
		for _, y := range []industry.HolidayYear{first, second} {
			if err := add(y); err != nil {
				t.Fatal(err)
			}
		}
		expectKind(t, "the same version again", add(second), industry.Conflict)
		got, err := s.HolidayYears(t.Context())
		if err != nil || len(got) != 2 {
			t.Fatalf("%v, %v", got, err)
		}
		for i, want := range []industry.HolidayYear{first, second} {
			y := got[i]
			if y.Year != 2027 || y.Version != want.Version || y.Notice != want.Notice || y.Actor != "test" || !y.At.Equal(c.t) || !slices.Equal(y.Days, want.Days) {
				t.Errorf("got %+v", y)
			}
		}
	})
}
