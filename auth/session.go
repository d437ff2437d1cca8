package auth

import "time"

// SessionPolicy says how long a sign-in lasts: Idle since it was last used,
// Absolute since it was made.
type SessionPolicy struct {
	Idle     time.Duration
	Absolute time.Duration
}

// DefaultSessionPolicy ends a session after 30 minutes without use and after 12
// hours in any case (GB/T 22239-2019 asks for the end of idle sessions).
func DefaultSessionPolicy() SessionPolicy {
	return SessionPolicy{Idle: 30 * time.Minute, Absolute: 12 * time.Hour}
}

// Expired reports whether a session made at created and last used at lastSeen is over at now.
func (p SessionPolicy) Expired(created, lastSeen, now time.Time) bool {
	return now.Sub(lastSeen) >= p.Idle || now.Sub(created) >= p.Absolute
}
