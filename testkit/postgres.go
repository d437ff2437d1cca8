package testkit

import (
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	_ "github.com/lib/pq" // the driver the product uses
)

// errNoServer says that no PostgreSQL can be had on this machine.
var errNoServer = errors.New("no server binaries and no TEST_POSTGRES_URL")

// postgresServer is a running server tests may create databases in.
type postgresServer struct {
	address string    // of a database to connect to first
	lease   io.Closer // a private server stops when this is closed, at the latest with the process
}

// server returns the one PostgreSQL server of this test process, starting it at
// the first call.
var server = sync.OnceValues(func() (postgresServer, error) {
	if address := os.Getenv("TEST_POSTGRES_URL"); address != "" {
		return postgresServer{address: address}, nil
	}
	return startCluster()
})

// Postgres returns the --db address of a fresh, empty PostgreSQL database that
// is dropped when the test ends. It lives in the server of TEST_POSTGRES_URL
// (whose user must be allowed to create databases) or in a private one started
// from the binaries of this machine; without either the test is skipped.
func Postgres(t testing.TB) string {
	t.Helper()
	running, err := server()
	if errors.Is(err, errNoServer) {
		missing(t, "PostgreSQL", err.Error())
		return ""
	}
	if err != nil {
		t.Fatalf("start PostgreSQL: %v", err)
	}
	address := running.address
	name := "chainboard_test_" + strings.ToLower(rand.Text()[:12])
	if err := execute(address, "CREATE DATABASE "+name+" TEMPLATE template0 ENCODING 'UTF8'"); err != nil {
		t.Fatalf("create test database: %v", err)
	}
	t.Cleanup(func() {
		// FORCE ends connections a failing test may have left open.
		if err := execute(address, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Errorf("drop test database: %v", err)
		}
	})
	own, err := withDatabase(address, name)
	if err != nil {
		t.Fatalf("TEST_POSTGRES_URL: %v", err)
	}
	return own
}

// execute runs one statement on a connection of its own.
func execute(address, statement string) error {
	db, err := sql.Open("postgres", address)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec(statement)
	return err
}

// withDatabase returns the address with the database replaced by name.
func withDatabase(address, name string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	if u.Scheme != "postgres" && u.Scheme != "postgresql" {
		return "", fmt.Errorf("want postgres://…, have scheme %q", u.Scheme)
	}
	u.Path = "/" + name
	query := u.Query()
	query.Del("dbname")
	u.RawQuery = query.Encode()
	return u.String(), nil
}
