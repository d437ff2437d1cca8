package office

import (
	"context"
	"errors"
	"testing"
	"time"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/store"
	"chainboard/testkit"
)

func emptyOffice(t *testing.T) *Office {
	t.Helper()
	s, err := store.Open(context.Background(), testkit.SQLite(t), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return New(s, auth.NewHasherWith(8, 1), Sample{})
}

// What was asked last stays when the memory is full, what was asked longest ago goes.
func TestMemoryIsBounded(t *testing.T) {
	o := emptyOffice(t)
	read := 0
	ask := func(key int) {
		t.Helper()
		q := question{key, registers(industry.ChainRegister)}
		got, err := recall(context.Background(), o, q, func() (int, int, error) {
			read++
			return key, memoryRows / 10, nil
		})
		if err != nil || got != key {
			t.Fatalf("asked %d, got %d, %v", key, got, err)
		}
	}
	for key := range 1000 {
		ask(key)
		ask(0)
	}
	if read != 1000 {
		t.Errorf("read %d times, want 1000: the one that is asked all the time stays", read)
	}
	if n := len(o.memory.pieces); n > 10 || o.memory.rows > memoryRows {
		t.Errorf("%d answers of %d rows are kept, want at most 10 of %d", n, o.memory.rows, memoryRows)
	}
}

// A failed reading is told to whoever asked and to nobody else.
func TestMemoryForgetsFailures(t *testing.T) {
	o := emptyOffice(t)
	q := question{"key", registers(industry.ChainRegister)}
	broken := errors.New("broken")
	if _, err := recall(context.Background(), o, q, func() (string, int, error) { return "", 0, broken }); !errors.Is(err, broken) {
		t.Errorf("got %v, want the failure", err)
	}
	got, err := recall(context.Background(), o, q, func() (string, int, error) { return "sound", 1, nil })
	if got != "sound" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}
