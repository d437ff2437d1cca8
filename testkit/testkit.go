// Package testkit gives tests the real things they run against: a PostgreSQL
// database, an SQLite file, a browser. Only tests import it.
//
// What a machine lacks is skipped with one line saying so; with
// CHAINBOARD_REQUIRE set (as in CI) it is a failure instead.
package testkit

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// requireVariable is the environment variable that, when not empty, turns a
// missing prerequisite from a skip into a failure.
const requireVariable = "CHAINBOARD_REQUIRE"

// Databases runs test twice, as the subtests "sqlite" and "postgres", each time
// with the --db address of a fresh, empty database that is gone afterwards.
func Databases(t *testing.T, test func(t *testing.T, url string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, Postgres(t)) })
}

// SQLite returns the --db address of an SQLite file that does not exist yet, in
// a directory of its own that is removed when the test ends.
func SQLite(t testing.TB) string {
	t.Helper()
	return "sqlite:" + filepath.Join(t.TempDir(), "chainboard.db")
}

// missing ends the test because the machine lacks something: a skip, or a
// failure where the environment asks for everything.
func missing(t testing.TB, what, why string) {
	t.Helper()
	reason := fmt.Sprintf("SKIP %s: %s", what, why)
	if os.Getenv(requireVariable) != "" {
		t.Fatalf("%s, and %s is set", reason, requireVariable)
		return
	}
	if !testing.Verbose() {
		announce(what, reason)
	}
	t.Skip(reason)
}

// announced remembers what this test process has already said it lacks.
var announced sync.Map

// announce prints the reason once per test process where the person who typed
// "go test ./..." can see it.
func announce(what, reason string) {
	if _, said := announced.LoadOrStore(what, true); said {
		return
	}
	if dir, err := os.Getwd(); err == nil {
		reason += " (" + filepath.Base(dir) + ")"
	}
	tellParent(reason)
}
