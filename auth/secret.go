package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
)

// Prefixes tell what a secret is for, to people and to scanners of leaked secrets.
const (
	TokenPrefix     = "cbt_" // of an API token
	ScreenKeyPrefix = "cbk_" // of a screen's key
)

const secretBytes = 32

// NewToken returns a new API token, to be shown once, and the hash to keep.
func NewToken() (plain, hash string) { return newSecret(TokenPrefix) }

// NewScreenKey returns a new key of a screen, to be shown once in its link, and
// the hash to keep. It needs no escaping in an address.
func NewScreenKey() (plain, hash string) { return newSecret(ScreenKeyPrefix) }

func newSecret(prefix string) (plain, hash string) {
	b := make([]byte, secretBytes)
	rand.Read(b) // never fails (crypto/rand)
	plain = prefix + base64.RawURLEncoding.EncodeToString(b)
	return plain, HashSecret(plain)
}

// HashSecret returns the SHA-256 of a token or key, prefix included, in 64 hex
// digits. A plain hash is enough: 256 random bits cannot be guessed.
func HashSecret(plain string) string {
	sum := sha256.Sum256([]byte(plain))
	return hex.EncodeToString(sum[:])
}

// The alphabet of one-time passwords leaves out what is misread on paper or
// over the telephone: 0 and o, 1, i and l.
const (
	readable    = "abcdefghjkmnpqrstuvwxyz23456789"
	groups      = 4
	groupLength = 4
)

// OneTimePassword returns a password to be read out and changed at the first
// sign-in: four groups of four characters joined by hyphens, about 79 bits.
func OneTimePassword() string {
	const fair = 256 / len(readable) * len(readable) // bytes from here on would favour the first letters
	password := make([]byte, 0, groups*(groupLength+1)-1)
	var b [1]byte
	for picked := 0; picked < groups*groupLength; {
		rand.Read(b[:]) // never fails (crypto/rand)
		if int(b[0]) >= fair {
			continue
		}
		if picked > 0 && picked%groupLength == 0 {
			password = append(password, '-')
		}
		password = append(password, readable[int(b[0])%len(readable)])
		picked++
	}
	return string(password)
}
