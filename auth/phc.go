package auth

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Bounds of what a stored string may ask for: a string from a foreign database
// must not be able to take the machine's memory or hold a sign-in for minutes.
const (
	minMemoryKiB = 8 // argon2 takes no less for one thread
	maxMemoryKiB = 128 * 1024
	maxTime      = 10
	maxThreads   = 4
	minSaltBytes = 8
	minKeyBytes  = 16
	maxPartBytes = 64
)

// cost is what one hash takes.
type cost struct {
	memoryKiB, time uint32
	threads         uint8
}

// phc is a hash as the PHC string format writes it
// (github.com/P-H-C/phc-string-format), argon2id version 19 only.
type phc struct {
	cost      cost
	salt, key []byte
}

// String returns $argon2id$v=19$m=…,t=…,p=…$salt$key.
func (p phc) String() string {
	enc := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		p.cost.memoryKiB, p.cost.time, p.cost.threads, enc.EncodeToString(p.salt), enc.EncodeToString(p.key))
}

// parsePHC reads what String writes; anything else, or a cost out of bounds, is not ok.
func parsePHC(s string) (p phc, ok bool) {
	parts := strings.Split(s, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != "v="+strconv.Itoa(argon2.Version) {
		return phc{}, false
	}
	if p.cost, ok = parseCost(parts[3]); !ok {
		return phc{}, false
	}
	var err error
	enc := base64.RawStdEncoding.Strict()
	if p.salt, err = enc.DecodeString(parts[4]); err != nil || len(p.salt) < minSaltBytes || len(p.salt) > maxPartBytes {
		return phc{}, false
	}
	if p.key, err = enc.DecodeString(parts[5]); err != nil || len(p.key) < minKeyBytes || len(p.key) > maxPartBytes {
		return phc{}, false
	}
	return p, true
}

// parseCost reads m=…,t=…,p=… in this order.
func parseCost(s string) (cost, bool) {
	parts := strings.Split(s, ",")
	if len(parts) != 3 {
		return cost{}, false
	}
	memory, okM := parameter(parts[0], "m=", maxMemoryKiB)
	time, okT := parameter(parts[1], "t=", maxTime)
	threads, okP := parameter(parts[2], "p=", maxThreads)
	if !okM || !okT || !okP || memory < minMemoryKiB*threads {
		return cost{}, false
	}
	return cost{memoryKiB: memory, time: time, threads: uint8(threads)}, true
}

// parameter reads a number from 1 to limit behind its name.
func parameter(s, name string, limit uint32) (uint32, bool) {
	digits, ok := strings.CutPrefix(s, name)
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseUint(digits, 10, 32)
	return uint32(n), err == nil && n >= 1 && n <= uint64(limit)
}
