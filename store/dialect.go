package store

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/lib/pq"  // PostgreSQL
	_ "modernc.org/sqlite" // SQLite without cgo

	"chainboard/industry"
)

// dialect is the little in which the two databases differ.
type dialect struct {
	driver      string
	schema      *strings.Replacer // from PostgreSQL's DDL to its own
	lock        string            // taken by a migrating transaction
	connections int
	numbered    bool // placeholders are $1, $2, …
}

var sqliteSchema = strings.NewReplacer(
	"BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "INTEGER PRIMARY KEY AUTOINCREMENT",
	` COLLATE "C"`, "",
)

// dialectOf reads a database URL into a dialect and its driver's DSN.
func dialectOf(raw string) (dialect, string, error) {
	switch {
	case strings.HasPrefix(raw, "sqlite:"):
		path := strings.TrimPrefix(raw, "sqlite:")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return dialect{}, "", err
		}
		// Pragmas stand in the DSN because through the pool they would reach one connection only;
		// without _txlock=immediate two writers that read first end in "database is locked".
		dsn := "file:" + (&url.URL{Path: path}).EscapedPath() +
			"?_pragma=journal_mode(WAL)&_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)" +
			"&_pragma=synchronous(NORMAL)&_txlock=immediate"
		return dialect{driver: "sqlite", schema: sqliteSchema, connections: 8}, dsn, nil
	case strings.HasPrefix(raw, "postgres://"), strings.HasPrefix(raw, "postgresql://"):
		return dialect{
			driver: "postgres", schema: strings.NewReplacer(), connections: 16, numbered: true,
			lock: "SELECT pg_advisory_xact_lock(7310577)",
		}, raw, nil
	}
	return dialect{}, "", industry.Errorf(industry.Invalid,
		"数据库地址不能识别，请写成 sqlite:data/chainboard.db 或 postgres://用户:口令@主机/库名")
}

// instantLayout is fixed in width and in UTC, so that instants compare as text.
const instantLayout = "2006-01-02T15:04:05.000000Z"

func instant(t time.Time) string { return t.UTC().Format(instantLayout) }

func parseInstant(s string) time.Time {
	t, err := time.Parse(instantLayout, s)
	if err != nil {
		return time.Time{}
	}
	return t.In(industry.Shanghai)
}

func instantOrNull(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return instant(t)
}

func textOrNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
