package auth

import (
	"errors"
	"testing"
	"time"

	"chainboard/industry"
)

// nine is 9:00 in Shanghai on the day of a dispatch meeting.
func nine() time.Time { return time.Date(2026, 11, 5, 9, 0, 0, 0, industry.Shanghai) }

func TestFiveFailuresLockTheAccount(t *testing.T) {
	p, now := DefaultLockPolicy(), nine()
	var a Attempts
	for i := 1; i <= 5; i++ {
		now = now.Add(time.Minute)
		if err := p.Check(a, now); err != nil {
			t.Fatalf("locked before failure %d: %v", i, err)
		}
		a = p.Next(a, now, false)
		if a.Failures != i || !a.LastFailure.Equal(now) || a.Locked(now) != (i == 5) {
			t.Fatalf("after failure %d: %+v", i, a)
		}
	}
	if want := nine().Add(20 * time.Minute); !a.LockedUntil.Equal(want) {
		t.Errorf("locked until %v, want %v", a.LockedUntil, want)
	}
	for _, ok := range []bool{false, true} {
		if next := p.Next(a, now.Add(time.Minute), ok); next != a {
			t.Errorf("a password (right: %v) during the lock changes %+v to %+v", ok, a, next)
		}
	}
	if err := p.Check(a, a.LockedUntil.Add(-time.Nanosecond)); err == nil {
		t.Error("open before the end of the lock")
	}
	now = a.LockedUntil
	if err := p.Check(a, now); err != nil {
		t.Errorf("still locked at the end of the lock: %v", err)
	}
	if next := p.Next(a, now, false); next != (Attempts{Failures: 1, LastFailure: now}) {
		t.Errorf("a failure after the lock: %+v, want counting from 1", next)
	}
	if next := p.Next(a, now, true); next != (Attempts{}) {
		t.Errorf("a right password after the lock: %+v", next)
	}
}

func TestRightPasswordClearsFailures(t *testing.T) {
	p := DefaultLockPolicy()
	a := Attempts{Failures: 4, LastFailure: nine()}
	if next := p.Next(a, nine().Add(time.Minute), true); next != (Attempts{}) {
		t.Errorf("%+v", next)
	}
}

func TestWindow(t *testing.T) {
	p := DefaultLockPolicy()
	a := Attempts{Failures: 4, LastFailure: nine()}
	within, after := nine().Add(15*time.Minute), nine().Add(15*time.Minute+time.Second)
	if next := p.Next(a, within, false); next.Failures != 5 || !next.Locked(within) {
		t.Errorf("15 minutes after the last failure: %+v, want a lock", next)
	}
	if next := p.Next(a, after, false); next != (Attempts{Failures: 1, LastFailure: after}) {
		t.Errorf("later than that: %+v, want counting from 1", next)
	}
}

func TestLeft(t *testing.T) {
	p, now := DefaultLockPolicy(), nine()
	locked := Attempts{Failures: 5, LastFailure: now, LockedUntil: now.Add(15 * time.Minute)}
	cases := []struct {
		name  string
		a     Attempts
		after time.Duration
		want  int
	}{
		{"no failure", Attempts{}, 0, 5},
		{"two failures", Attempts{Failures: 2, LastFailure: now}, time.Minute, 3},
		{"two, at the end of the window", Attempts{Failures: 2, LastFailure: now}, 15 * time.Minute, 3},
		{"two, long ago", Attempts{Failures: 2, LastFailure: now}, 15*time.Minute + time.Second, 5},
		{"locked", locked, 15*time.Minute - time.Second, 0},
		{"after the lock", locked, 15 * time.Minute, 5},
		{"counted under a higher limit", Attempts{Failures: 7, LastFailure: now}, time.Minute, 1},
	}
	for _, c := range cases {
		if got := p.Left(c.a, now.Add(c.after)); got != c.want {
			t.Errorf("%s: %d left, want %d", c.name, got, c.want)
		}
	}
}

func TestLockSaysWhenToTryAgain(t *testing.T) {
	cases := []struct{ until, want string }{
		{"2026-11-05T09:15:00+08:00", "11月5日09:15"},
		{"2026-11-05T09:15:01+08:00", "11月5日09:16"},
		{"2026-11-05T01:59:59.5Z", "11月5日10:00"},
		{"2026-11-05T15:59:59Z", "11月6日00:00"},
	}
	for _, c := range cases {
		until, err := time.Parse(time.RFC3339, c.until)
		if err != nil {
			t.Fatal(err)
		}
		got := DefaultLockPolicy().Check(Attempts{Failures: 5, LockedUntil: until}, until.Add(-time.Minute))
		want := "密码连续输错，账号已锁定，请在" + c.want + "以后再登录，急需使用可请安全管理员解锁"
		var e *industry.Error
		if !errors.As(got, &e) || e.Kind != industry.RateLimited || e.Message != want {
			t.Errorf("locked until %s: %v, want %s", c.until, got, want)
		}
	}
}
