package testkit

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestDatabases(t *testing.T) {
	var kinds []string
	Databases(t, func(t *testing.T, url string) {
		kind, _, _ := strings.Cut(url, ":")
		kinds = append(kinds, kind)
		if t.Name() != "TestDatabases/"+kind {
			t.Errorf("subtest %s got %s", t.Name(), url)
		}
	})
	want := "sqlite postgres"
	if _, err := server(); errors.Is(err, errNoServer) {
		want = "sqlite" // the other subtest was skipped
	}
	if got := strings.Join(kinds, " "); got != want {
		t.Errorf("ran %q, want %q", got, want)
	}
}

func TestPostgresDatabasesAreApart(t *testing.T) {
	first, second := open(t, Postgres(t)), open(t, Postgres(t))
	if _, err := first.Exec("CREATE TABLE firm (name text)"); err != nil {
		t.Fatal(err)
	}
	if got := tables(t, first); got != 1 {
		t.Errorf("first database has %d tables, want 1", got)
	}
	if got := tables(t, second); got != 0 {
		t.Errorf("second database has %d tables, want 0", got)
	}
	var encoding string
	if err := second.QueryRow("SHOW server_encoding").Scan(&encoding); err != nil || encoding != "UTF8" {
		t.Errorf("encoding %q, %v", encoding, err)
	}
}

func TestPostgresIsDroppedAfterTheTest(t *testing.T) {
	var used string
	t.Run("user", func(t *testing.T) {
		used = Postgres(t)
		if err := open(t, used).Ping(); err != nil {
			t.Fatal(err)
		}
	})
	if used == "" {
		t.Skip("no PostgreSQL")
	}
	if err := open(t, used).Ping(); err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("ping after the test: %v, want: does not exist", err)
	}
}

func TestWithDatabase(t *testing.T) {
	tests := []struct{ address, want string }{
		{"postgres://u:p@db.local:5433/postgres?sslmode=disable", "postgres://u:p@db.local:5433/mine?sslmode=disable"},
		{"postgresql://u@/?dbname=other&host=%2Frun%2Fpg", "postgresql://u@/mine?host=%2Frun%2Fpg"},
	}
	for _, test := range tests {
		if got, err := withDatabase(test.address, "mine"); err != nil || got != test.want {
			t.Errorf("withDatabase(%q) = %q, %v; want %q", test.address, got, err, test.want)
		}
	}
	if got, err := withDatabase("host=db.local dbname=x", "mine"); err == nil {
		t.Errorf("a keyword string was taken: %q", got)
	}
}

// TestServerEndsWithItsProcess runs this test binary again as a process that
// starts a server and dies without any cleaning up.
func TestServerEndsWithItsProcess(t *testing.T) {
	if os.Getenv("TESTKIT_DIE") != "" {
		running, err := server()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("address %s\n", running.address)
		os.Exit(3)
	}
	if os.Getenv("TEST_POSTGRES_URL") != "" {
		return // a server of somebody else's is not ours to stop
	}
	Postgres(t) // without binaries the test ends here
	again := exec.Command(os.Args[0], "-test.run=^TestServerEndsWithItsProcess$")
	again.Env = append(os.Environ(), "TESTKIT_DIE=1")
	output, err := again.Output()
	if again.ProcessState.ExitCode() != 3 {
		t.Fatalf("process: %v\n%s", err, output)
	}
	_, line, _ := bytes.Cut(output, []byte("address "))
	address, err := url.Parse(strings.TrimSpace(string(line)))
	if err != nil {
		t.Fatal(err)
	}
	dir := address.Query().Get("host")
	if !strings.Contains(filepath.Base(dir), "chainboard-pg-") {
		t.Fatalf("server directory %q in %q", dir, output)
	}
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if _, err := os.Stat(dir); os.IsNotExist(err) {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s is still there 20 s after its process ended", dir)
		}
	}
}

func TestMissing(t *testing.T) {
	tests := []struct{ require, want string }{
		{"", "skip: SKIP PostgreSQL: no server binaries and no TEST_POSTGRES_URL"},
		{"all", "fatal: SKIP PostgreSQL: no server binaries and no TEST_POSTGRES_URL, and CHAINBOARD_REQUIRE is set"},
	}
	for _, test := range tests {
		t.Setenv(requireVariable, test.require)
		announced.Store("PostgreSQL", true) // the line is not wanted from here
		var ending recorder
		missing(&ending, "PostgreSQL", errNoServer.Error())
		if ending.how != test.want {
			t.Errorf("%s=%q: %q, want %q", requireVariable, test.require, ending.how, test.want)
		}
	}
}

func TestFirstProgram(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("CHAINBOARD_CHROMIUM", program)
	if got, ok := firstProgram(browsers()); !ok || got != program {
		t.Errorf("browser %q, %v; want %q", got, ok, program)
	}
	if got, ok := firstProgram([]string{filepath.Join(t.TempDir(), "absent")}); ok {
		t.Errorf("found %q in an empty directory", got)
	}
}

// recorder notes how a test would have ended.
type recorder struct {
	testing.TB
	how string
}

func (r *recorder) Helper()                      {}
func (r *recorder) Skip(args ...any)             { r.how = "skip: " + fmt.Sprint(args...) }
func (r *recorder) Fatalf(f string, args ...any) { r.how = "fatal: " + fmt.Sprintf(f, args...) }

// open connects to a database until the test ends.
func open(t *testing.T, address string) *sql.DB {
	t.Helper()
	db, err := sql.Open("postgres", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// tables counts the tables of a database's public schema.
func tables(t *testing.T, db *sql.DB) (n int) {
	t.Helper()
	if err := db.QueryRow("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
