package auth

import (
	"time"

	"chainboard/industry"
)

// Attempts is how the sign-ins of one account went since the last right password.
type Attempts struct {
	Failures    int
	LastFailure time.Time // zero: none
	LockedUntil time.Time // zero: never locked
}

// Locked reports whether the account takes no password at now.
func (a Attempts) Locked(now time.Time) bool { return now.Before(a.LockedUntil) }

// LockPolicy says when wrong passwords lock an account: Limit failures, each
// within Window of the one before, lock it for Lock.
type LockPolicy struct {
	Limit  int
	Window time.Duration
	Lock   time.Duration
}

// DefaultLockPolicy locks for 15 minutes after 5 failures within 15 minutes (GB/T
// 22239-2019 asks for a limit; the numbers are the usual ones).
func DefaultLockPolicy() LockPolicy {
	return LockPolicy{Limit: 5, Window: 15 * time.Minute, Lock: 15 * time.Minute}
}

// Check returns a RateLimited *industry.Error while the account is locked, saying
// when it may be tried again. Ask it before the password is verified, and again
// in the transaction that stores Next: guesses sent at once all pass the first
// time, because none of them has been counted yet.
func (p LockPolicy) Check(a Attempts, now time.Time) error {
	if !a.Locked(now) {
		return nil
	}
	until := a.LockedUntil.In(industry.Shanghai)
	if whole := until.Truncate(time.Minute); whole.Before(until) {
		until = whole.Add(time.Minute) // the minute named must be one that works
	}
	return industry.Errorf(industry.RateLimited,
		"密码连续输错，账号已锁定，请在%s以后再登录，急需使用可请安全管理员解锁", until.Format("1月2日15:04"))
}

// Next returns the attempts after a sign-in at now with a right or wrong
// password. While the account is locked nothing changes, not even by a right
// one; after the lock counting starts anew.
func (p LockPolicy) Next(a Attempts, now time.Time, ok bool) Attempts {
	switch {
	case a.Locked(now):
		return a
	case ok:
		return Attempts{}
	}
	next := Attempts{Failures: p.counting(a, now) + 1, LastFailure: now}
	if next.Failures >= p.Limit {
		next.LockedUntil = now.Add(p.Lock)
	}
	return next
}

// Left returns how many passwords may still be wrong at now, the locking one
// included; 0 while the account is locked. An unknown account must be told as
// many as a known one, or the number tells which accounts exist.
func (p LockPolicy) Left(a Attempts, now time.Time) int {
	if a.Locked(now) {
		return 0
	}
	return max(p.Limit-p.counting(a, now), 1) // an open account takes one, even after a limit was lowered
}

// counting returns the failures that still count at now: none after a lock or
// once Window has passed since the last.
func (p LockPolicy) counting(a Attempts, now time.Time) int {
	if !a.LockedUntil.IsZero() || now.Sub(a.LastFailure) > p.Window {
		return 0
	}
	return a.Failures
}
