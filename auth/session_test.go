package auth

import (
	"testing"
	"time"
)

func TestSessionExpires(t *testing.T) {
	p := DefaultSessionPolicy()
	cases := []struct {
		age, unused time.Duration
		want        bool
	}{
		{0, 0, false},
		{time.Hour, 30*time.Minute - time.Second, false},
		{time.Hour, 30 * time.Minute, true},
		{12*time.Hour - time.Second, 0, false},
		{12 * time.Hour, 0, true},
	}
	for _, c := range cases {
		now := nine()
		if got := p.Expired(now.Add(-c.age), now.Add(-c.unused), now); got != c.want {
			t.Errorf("made %v ago, unused for %v: expired %v, want %v", c.age, c.unused, got, c.want)
		}
	}
}
