package store

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"

	"chainboard/industry"
)

// Serial names a state of everything that is kept. Numbers grow with the
// commits; the mark tells the same number of two histories apart, as after a
// database was put back from a backup. The zero Serial is an empty database's.
type Serial struct {
	Number int64
	Mark   string
}

// String returns the serial as browsers are told it: 42-K3V…, "0-" at first.
func (r Serial) String() string { return strconv.FormatInt(r.Number, 10) + "-" + r.Mark }

// ParseSerial reads what String wrote; ok is false for anything else.
func ParseSerial(text string) (r Serial, ok bool) {
	number, mark, found := strings.Cut(text, "-")
	n, err := strconv.ParseInt(number, 10, 64)
	return Serial{n, mark}, found && err == nil && n >= 0
}

// Serial returns the newest serial, whichever process made it.
func (s *Store) Serial(ctx context.Context) (Serial, error) {
	var row changeRow
	err := getNamed(ctx, s.db, &row, s.queries.ChangeNewest, values{})
	var none *industry.Error
	if errors.As(err, &none) && none.Kind == industry.NotFound {
		return Serial{}, nil
	}
	return row.serial(), err
}

// Changes is what was saved after a serial.
type Changes struct {
	Now   Serial
	Nouns []string // registers by their noun and other tables by their name, sorted
	Lost  bool     // the serial asked from is too old or of another history: anything may have changed
}

type changeRow struct {
	Number      int64 `db:"revision"`
	Mark, Nouns string
}

func (r changeRow) serial() Serial { return Serial{r.Number, r.Mark} }

// ChangesSince returns what was saved after a serial.
func (s *Store) ChangesSince(ctx context.Context, from Serial) (Changes, error) {
	var rows []changeRow
	if err := selectNamed(ctx, s.db, &rows, s.queries.ChangesFrom, values{"revision": from.Number}); err != nil {
		return Changes{}, err
	}
	if from == (Serial{}) && (len(rows) == 0 || rows[0].Number == 1) {
		rows = slices.Insert(rows, 0, changeRow{}) // the empty database has no line
	}
	if len(rows) == 0 || rows[0].serial() != from {
		now, err := s.Serial(ctx)
		return Changes{Now: now, Lost: true}, err
	}
	c := Changes{Now: rows[len(rows)-1].serial()}
	for _, row := range rows[1:] {
		c.Nouns = append(c.Nouns, strings.Fields(row.Nouns)...)
	}
	slices.Sort(c.Nouns)
	c.Nouns = slices.Compact(c.Nouns)
	return c, nil
}

// appendChange gives the transaction its serial.
func (t *Tx) appendChange(ctx context.Context, nouns []string) error {
	arg := values{"mark": rand.Text()[:8], "nouns": strings.Join(nouns, " ")}
	if _, err := t.tx.NamedExecContext(ctx, t.store.queries.ChangeAppend, arg); err != nil {
		return err
	}
	_, err := t.tx.NamedExecContext(ctx, t.store.queries.ChangePrune, values{})
	return err
}

// Committed returns a channel that is closed when this process next commits a
// change. What other processes commit is seen by Serial only.
func (s *Store) Committed() <-chan struct{} { return s.commits.next() }

// commits tells whoever waits of the commits of this process.
type commits struct {
	mu sync.Mutex
	ch chan struct{}
}

func (c *commits) next() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ch == nil {
		c.ch = make(chan struct{})
	}
	return c.ch
}

func (c *commits) tell() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ch != nil {
		close(c.ch)
		c.ch = nil
	}
}
