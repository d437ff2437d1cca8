// Package auth proves who someone is: passwords, secrets of tokens and screens,
// lifetimes of sessions, and the slowing down of guessers. It knows neither
// HTTP nor SQL.
package auth

import (
	"crypto/rand"
	"crypto/subtle"
	"errors"

	"golang.org/x/crypto/argon2"
)

// The cost of a password's hash (OWASP Password Storage Cheat Sheet, argon2id)
// and how many may be computed at once, so that sign-ins cannot take the memory.
const (
	defaultMemoryKiB = 19 * 1024
	defaultTime      = 2
	defaultThreads   = 1
	hashesAtOnce     = 2
	saltBytes        = 16
	keyBytes         = 32
)

// errEmptyPassword is a fault of the caller: the password policy comes first.
var errEmptyPassword = errors.New("auth: an empty password has no hash")

// Hasher hashes and verifies passwords with argon2id, two at once at most. Make
// it with NewHasher; it may be used from several goroutines.
type Hasher struct {
	cost  cost
	slots chan struct{}
}

// NewHasher returns a hasher of the cost for real accounts: 19 MiB, two passes,
// one thread.
func NewHasher() *Hasher { return NewHasherWith(defaultMemoryKiB, defaultTime) }

// NewHasherWith returns a hasher of another cost, in KiB and passes, kept within
// what Verify accepts. A small one is for tests.
func NewHasherWith(memoryKiB, time uint32) *Hasher {
	return &Hasher{
		cost: cost{
			memoryKiB: min(max(memoryKiB, minMemoryKiB), maxMemoryKiB),
			time:      min(max(time, 1), maxTime),
			threads:   defaultThreads,
		},
		slots: make(chan struct{}, hashesAtOnce),
	}
}

// Hash returns the PHC string of a password under a salt of its own. It waits
// while two others are computed; the only error is an empty password.
func (h *Hasher) Hash(password string) (string, error) {
	if password == "" {
		return "", errEmptyPassword
	}
	salt := make([]byte, saltBytes)
	rand.Read(salt) // never fails (crypto/rand)
	p := phc{cost: h.cost, salt: salt}
	p.key = h.derive(password, p, keyBytes)
	return p.String(), nil
}

// Verify reports whether password is the one that encoded, a PHC string, was
// made from. What it cannot accept (no string for an unknown account, a damaged
// one, a cost beyond all reason) is false after the time of one hash, so that
// the time does not tell which accounts exist.
func (h *Hasher) Verify(password, encoded string) bool {
	p, ok := parsePHC(encoded)
	if !ok {
		p = phc{cost: h.cost, salt: make([]byte, saltBytes), key: make([]byte, keyBytes)}
	}
	key := h.derive(password, p, uint32(len(p.key)))
	return subtle.ConstantTimeCompare(key, p.key) == 1 && ok
}

// NeedsRehash reports whether a PHC string is of another cost than this
// hasher's: after the next right password it should be replaced.
func (h *Hasher) NeedsRehash(encoded string) bool {
	p, ok := parsePHC(encoded)
	return !ok || p.cost != h.cost || len(p.salt) != saltBytes || len(p.key) != keyBytes
}

func (h *Hasher) derive(password string, p phc, length uint32) []byte {
	h.slots <- struct{}{}
	defer func() { <-h.slots }()
	return argon2.IDKey([]byte(password), p.salt, p.cost.time, p.cost.memoryKiB, p.cost.threads, length)
}
