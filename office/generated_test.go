package office_test

import (
	"context"
	"database/sql"
	_ "embed"
	"strconv"
	"strings"
	"testing"

	"chainboard/office"
)

// generatedSQL fills an empty migrated database, of either kind.
//
//go:embed testdata/generated.sql
var generatedSQL string

// generatedSet is the size of a generated county; it has five monthly reports
// for each enterprise and month.
type generatedSet struct{ enterprises, chains, months int }

// generated returns an office on a fresh database with a generated county.
func generated(b testing.TB, url string, set generatedSet) *office.Office {
	b.Helper()
	o := openOffice(b, url)
	db := rawDatabase(b, url)
	text := strings.NewReplacer("$ENTERPRISES", strconv.Itoa(set.enterprises), "$CHAINS", strconv.Itoa(set.chains),
		"$MONTHS", strconv.Itoa(set.months)).Replace(generatedSQL)
	for statement := range strings.SplitSeq(text, ";\n") {
		if _, err := db.ExecContext(context.Background(), statement); err != nil {
			b.Fatalf("%v in %.80s", err, statement)
		}
	}
	analyze := "ANALYZE"
	if strings.HasPrefix(url, "postgres") {
		analyze = "VACUUM ANALYZE" // as autovacuum has done wherever data have settled
	}
	if _, err := db.ExecContext(context.Background(), analyze); err != nil {
		b.Fatal(err)
	}
	var rows int
	if err := db.QueryRowContext(context.Background(), "SELECT COUNT(*) FROM monthly_report").Scan(&rows); err != nil {
		b.Fatal(err)
	}
	if want := set.enterprises * set.months * 5; rows != want {
		b.Fatalf("%d reports, want %d", rows, want)
	}
	return o
}

// rawDatabase opens the database at url without the store.
func rawDatabase(b testing.TB, url string) *sql.DB {
	b.Helper()
	driver, dsn := "postgres", url
	if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
		driver, dsn = "sqlite", "file:"+path+"?_pragma=busy_timeout(10000)"
	}
	db, err := sql.Open(driver, dsn)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	return db
}
