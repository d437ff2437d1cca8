package office_test

import (
	"bytes"
	"context"
	"database/sql"
	_ "embed"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
	"chainboard/testkit"
)

// bareSQL is what a statistician would type for the same figures: the five
// indicators' cumulatives and bases of one chain's list, this month and the same
// month of last year. No part of the table that needs more than that is in it.
//
//go:embed testdata/bare.sql
var bareSQL string

// BenchmarkDispatch prints, for one chain and month,
//
//   - bare-ms: the bare aggregate, warm, in one psql session (\timing) on
//     PostgreSQL, on an open connection of the same process on SQLite;
//   - dispatch-ms: the whole dispatch table of an office that has been asked
//     before, and its ratio to bare (bound on PostgreSQL: 1.2; on SQLite 20 ms);
//   - written-ms: the first table after somebody saved a report of that month;
//   - enlisted-ms: the first table after somebody changed an enterprise;
//   - started-ms: the first table of a process that has just started.
//
// Each is the median of the rounds, which take turns, so that what else the
// machine does meets them alike.
func BenchmarkDispatch(b *testing.B) {
	county := generatedSet{enterprises: 400, chains: 2, months: 60}
	b.Run("sqlite/400x60x5", func(b *testing.B) { benchDispatch(b, testkit.SQLite(b), county) })
	b.Run("sqlite/sample", func(b *testing.B) { benchDispatch(b, testkit.SQLite(b), generatedSet{}) })
	b.Run("postgres/400x60x5", func(b *testing.B) { benchDispatch(b, testkit.Postgres(b), county) })
	large := generatedSet{enterprises: 10000, chains: 10, months: 60}
	b.Run("postgres/10000x60x5", func(b *testing.B) { benchDispatch(b, testkit.Postgres(b), large) })
}

func benchDispatch(b *testing.B, url string, set generatedSet) {
	chain := "c1"
	var o *office.Office
	if set.enterprises > 0 {
		o = generated(b, url, set)
	} else {
		o, chain = openOffice(b, url), "ne"
		loadSample(b, o)
	}
	q := office.Query{Chain: chain, Month: industry.NewMonth(2026, 10)}
	table := func(o *office.Office) time.Duration {
		begin := time.Now()
		t, err := o.Dispatch(context.Background(), q)
		took := time.Since(begin)
		if l, ok := t.Line("revenue"); err != nil || !ok || !l.Cumulative.Known {
			b.Fatalf("%v, revenue %+v", err, l)
		}
		return took
	}
	bare := bareTimer(b, url)
	enterprise, report := anyOf(b, o, q)
	for range 3 {
		bare()
		table(o)
	}
	times := map[string][]time.Duration{}
	for b.Loop() {
		for name, measure := range map[string]func() time.Duration{
			"bare":     bare,
			"dispatch": func() time.Duration { return table(o) },
			"written":  func() time.Duration { report = touch(b, o, report); return table(o) },
			"enlisted": func() time.Duration { enterprise = touch(b, o, enterprise); return table(o) },
			"started":  func() time.Duration { return table(office.New(o.Store(), auth.NewHasherWith(8, 1), office.Sample{})) },
		} {
			times[name] = append(times[name], measure())
		}
		table(o) // whatever was changed last, dispatch is asked by somebody who was here before
	}
	unit := median(times["bare"])
	for _, name := range []string{"bare", "dispatch", "written", "enlisted", "started"} {
		took := median(times[name])
		b.ReportMetric(float64(took.Microseconds())/1000, name+"-ms")
		if name != "bare" {
			b.ReportMetric(took.Seconds()/unit.Seconds(), name+"-x")
		}
	}
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

// anyOf returns an enterprise of the query's chain and its report of the month.
func anyOf(b *testing.B, o *office.Office, q office.Query) (enterprise, report store.Entry) {
	b.Helper()
	ctx := context.Background()
	enterprises, err := o.Store().Records(ctx, industry.EnterpriseRegister)
	if err != nil {
		b.Fatal(err)
	}
	reports, err := o.Store().Reports(ctx, store.Span{From: q.Month, To: q.Month}, time.Time{})
	if err != nil {
		b.Fatal(err)
	}
	for _, r := range reports {
		_, code, _ := strings.Cut(r.Record.Get("object"), ":")
		if e, ok := enterprises[code]; ok && industry.EnterpriseOf(e.Record).Chain == q.Chain && r.Record.Get("indicator") == "revenue" {
			return e, r
		}
	}
	b.Fatal("no report of the chain")
	return
}

// touch saves the next version of a record, its values as they are.
func touch(b *testing.B, o *office.Office, e store.Entry) store.Entry {
	b.Helper()
	e.Version++
	err := o.Store().Write(context.Background(), clerk.Entry(industry.ActSave, "一条记录"), func(tx *store.Tx) error {
		change := store.Change{Record: e.Record, Kind: store.Changed, Version: e.Version}
		return tx.Save(context.Background(), store.Origin{Actor: clerk.Name}, []store.Change{change})
	})
	if err != nil {
		b.Fatal(err)
	}
	return e
}

// bareTimer returns a stopwatch of the bare aggregate, warm.
func bareTimer(b *testing.B, url string) func() time.Duration {
	b.Helper()
	psql, err := exec.LookPath("psql")
	if err == nil && strings.HasPrefix(url, "postgres") {
		return func() time.Duration { return psqlTime(b, psql, url) }
	}
	db := rawDatabase(b, url)
	return func() time.Duration {
		begin := time.Now()
		rows, err := db.Query(bareSQL)
		if err != nil {
			b.Fatal(err)
		}
		readAll(b, rows)
		return time.Since(begin)
	}
}

func readAll(b *testing.B, rows *sql.Rows) {
	b.Helper()
	for rows.Next() {
		var indicator string
		var n int
		var cumulative, base, lastYear sql.NullInt64
		if err := rows.Scan(&indicator, &n, &cumulative, &base, &lastYear); err != nil {
			b.Fatal(err)
		}
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	if err := rows.Close(); err != nil {
		b.Fatal(err)
	}
}

var psqlTiming = regexp.MustCompile(`Time: ([0-9.]+) ms`)

// psqlTime runs the bare aggregate three times in one session and returns the
// time of the last.
func psqlTime(b *testing.B, psql, url string) time.Duration {
	b.Helper()
	cmd := exec.Command(psql, "-X", "-q", url)
	cmd.Stdin = strings.NewReader("\\timing on\n" + strings.Repeat(bareSQL+"\n", 3))
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		b.Fatalf("%v: %s", err, out.Bytes())
	}
	found := psqlTiming.FindAllSubmatch(out.Bytes(), -1)
	if len(found) != 3 {
		b.Fatalf("psql: %s", out.Bytes())
	}
	ms, err := strconv.ParseFloat(string(found[2][1]), 64)
	if err != nil {
		b.Fatal(err)
	}
	return time.Duration(ms * float64(time.Millisecond))
}
