package office

import (
	"strings"
	"testing"
	"time"

	"chainboard/auth"
)

// A name typed at the sign-in may be as long as a form: thousands of them must
// not fill the memory.
func TestNamesOfStrangersAreKeptAsHashes(t *testing.T) {
	var tries tries
	now := time.Date(2026, 11, 5, 9, 0, 0, 0, time.UTC)
	long := strings.Repeat("长", 300_000)
	for failures := 1; failures <= 2; failures++ {
		a, err := tries.count(long, auth.DefaultLockPolicy(), now)
		if err != nil || a.Failures != failures || tries.stranger(long) != a {
			t.Fatalf("failure %d: %+v, %v", failures, a, err)
		}
	}
	if tries.stranger(long+"长") != (auth.Attempts{}) {
		t.Error("another name shares the count")
	}
	for key := range tries.strangers {
		if len(key) != 64 {
			t.Errorf("a key of %d bytes is kept", len(key))
		}
	}
}
