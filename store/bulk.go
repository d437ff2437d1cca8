package store

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/jmoiron/sqlx"
)

// insertTuple finds the one tuple of named parameters of an insert.
var insertTuple = regexp.MustCompile(`VALUES\s*\(([^)]*)\)`)

// bulkInsert is an insert for many rows: its text around the tuples and the
// names in one tuple. sqlx expands slices too, but binds a map per row and
// writes the statement anew for each chunk, which costs more than the inserting.
type bulkInsert struct {
	head, tail string
	names      []string
}

func compileBulk(query string) (bulkInsert, error) {
	at := insertTuple.FindStringSubmatchIndex(query)
	if at == nil {
		return bulkInsert{}, fmt.Errorf("store: not an insert of one tuple: %.60s", query)
	}
	b := bulkInsert{head: query[:at[0]] + "VALUES ", tail: query[at[1]:]}
	for _, name := range strings.Split(query[at[2]:at[3]], ",") {
		b.names = append(b.names, strings.TrimPrefix(strings.TrimSpace(name), ":"))
	}
	return b, nil
}

// text returns the statement for n rows in the driver's own placeholders.
func (b bulkInsert) text(n int, numbered bool) string {
	var s strings.Builder
	s.WriteString(b.head)
	parameter := 0
	for row := range n {
		if row > 0 {
			s.WriteByte(',')
		}
		s.WriteByte('(')
		for i := range b.names {
			if i > 0 {
				s.WriteByte(',')
			}
			parameter++
			if numbered {
				s.WriteByte('$')
				s.WriteString(strconv.Itoa(parameter))
			} else {
				s.WriteByte('?')
			}
		}
		s.WriteByte(')')
	}
	s.WriteString(b.tail)
	return s.String()
}

// bulkRows is how many rows one statement carries: enough to spare round trips,
// few enough for the databases to plan it quickly.
const bulkRows = 100

// bulk executes an insert for n rows, whose parameters bind fills in by name,
// and returns the rows touched.
func (t *Tx) bulk(ctx context.Context, query string, n int, bind func(i int, arg values)) (int64, error) {
	b, err := compileBulk(query)
	if err != nil {
		return 0, err
	}
	t.noteTable(query)
	var touched int64
	var prepared *sqlx.Stmt
	arg, args := values{}, make([]any, 0, bulkRows*len(b.names))
	for first := 0; first < n; first += bulkRows {
		last := min(first+bulkRows, n)
		if prepared == nil || last-first < bulkRows {
			if prepared, err = t.prepareBulk(ctx, prepared, b.text(last-first, t.store.dialect.numbered)); err != nil {
				return touched, err
			}
		}
		args = args[:0]
		for i := first; i < last; i++ {
			clear(arg)
			bind(i, arg)
			for _, name := range b.names {
				args = append(args, arg[name])
			}
		}
		result, err := prepared.ExecContext(ctx, args...)
		if err != nil {
			return touched, err
		}
		k, err := result.RowsAffected()
		if err != nil {
			return touched, err
		}
		touched += k
	}
	if prepared != nil {
		return touched, prepared.Close()
	}
	return touched, nil
}

// prepareBulk prepares the statement of the next chunks in place of the last.
func (t *Tx) prepareBulk(ctx context.Context, old *sqlx.Stmt, text string) (*sqlx.Stmt, error) {
	if old != nil {
		if err := old.Close(); err != nil {
			return nil, err
		}
	}
	return t.tx.PreparexContext(ctx, text)
}
