package store_test

import (
	"context"
	"database/sql"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/testkit"
)

func TestReopenedDatabaseKeepsItsRecords(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		c := &clock{time.Date(2026, 11, 5, 9, 0, 0, 0, industry.Shanghai)}
		for round := range 2 {
			s, err := store.Open(context.Background(), url, c.now)
			if err != nil {
				t.Fatal(err)
			}
			if round == 0 {
				seed(t, s, enterprise("e1"))
			}
			all, err := s.Records(context.Background(), industry.EnterpriseRegister)
			if err != nil || len(all) != 1 {
				t.Errorf("round %d: %d enterprises, %v", round, len(all), err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestChangedMigrationStopsTheStart(t *testing.T) {
	url := testkit.SQLite(t)
	now := func() time.Time { return time.Date(2026, 11, 5, 9, 0, 0, 0, industry.Shanghai) }
	s, err := store.Open(context.Background(), url, now)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", strings.TrimPrefix(url, "sqlite:"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("UPDATE migration SET sha256 = 'x' WHERE name = '0001_create_registers'"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(context.Background(), url, now); err == nil || !strings.Contains(err.Error(), "must not change") {
		t.Errorf("got %v, want a refusal", err)
	}
}
