package auth

import (
	"encoding/base64"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/argon2"
)

const password = "青山-tuopu-2039"

func hashed(t *testing.T, h *Hasher) string {
	t.Helper()
	encoded, err := h.Hash(password)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

func TestHashRoundTrip(t *testing.T) {
	h := NewHasherWith(16, 1)
	encoded := hashed(t, h)
	form := `^\$argon2id\$v=19\$m=16,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$`
	if !regexp.MustCompile(form).MatchString(encoded) {
		t.Errorf("%s is not of the form %s", encoded, form)
	}
	if !h.Verify(password, encoded) {
		t.Error("the right password is refused")
	}
	for _, wrong := range []string{"", "x", password + " ", strings.ToUpper(password)} {
		if h.Verify(wrong, encoded) {
			t.Errorf("%q is taken", wrong)
		}
	}
	if again := hashed(t, h); again == encoded {
		t.Error("two hashes of one password are equal: the salt is not random")
	}
	if _, err := h.Hash(""); err == nil {
		t.Error("an empty password is hashed")
	}
}

func TestDefaultCost(t *testing.T) {
	h := NewHasher()
	encoded := hashed(t, h)
	if !strings.HasPrefix(encoded, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("cost of %s is not 19 MiB, 2 passes, 1 thread", encoded)
	}
	if !h.Verify(password, encoded) {
		t.Error("the right password is refused")
	}
}

// The string is made with the library alone, so that a wrong order of arguments
// in derive cannot cancel itself out.
func TestVerifyTakesStringsOfOthers(t *testing.T) {
	salt := []byte("0123456789abcdef")
	key := argon2.IDKey([]byte("password"), salt, 3, 32, 2, 24)
	enc := base64.RawStdEncoding
	encoded := "$argon2id$v=19$m=32,t=3,p=2$" + enc.EncodeToString(salt) + "$" + enc.EncodeToString(key)
	if !NewHasherWith(8, 1).Verify("password", encoded) {
		t.Errorf("%s is refused", encoded)
	}
}

func TestVerifyRefusesTampering(t *testing.T) {
	h := NewHasherWith(16, 1)
	encoded := hashed(t, h)
	parts := strings.Split(encoded, "$")
	with := func(i int, s string) string {
		changed := append([]string(nil), parts...)
		changed[i] = s
		return strings.Join(changed, "$")
	}
	flipped := []byte(parts[5])
	if flipped[0]++; flipped[0] != 'B' { // A becomes B, everything else A: both are base64
		flipped[0] = 'A'
	}
	cases := map[string]string{
		"no string":         "",
		"other algorithm":   with(1, "argon2i"),
		"other version":     with(2, "v=16"),
		"other cost":        with(3, "m=17,t=1,p=1"),
		"no passes":         with(3, "m=16,t=0,p=1"),
		"no threads":        with(3, "m=16,t=1,p=0"),
		"little memory":     with(3, "m=8,t=1,p=2"),
		"4 GiB":             with(3, "m=4194304,t=1,p=1"),
		"over 32 bits":      with(3, "m=4294967312,t=1,p=1"),
		"a thousand passes": with(3, "m=16,t=1000,p=1"),
		"many threads":      with(3, "m=2048,t=1,p=255"),
		"other order":       with(3, "t=1,m=16,p=1"),
		"a parameter more":  with(3, "m=16,t=1,p=1,keyid=1"),
		"signed":            with(3, "m=+16,t=1,p=1"),
		"no salt":           with(4, ""),
		"other salt":        with(4, "AAAAAAAAAAAAAAAAAAAAAA"),
		"salt not base64":   with(4, "!!!!!!!!!!!!!!!!!!!!!!"),
		"no key":            with(5, ""),
		"short key":         with(5, parts[5][:11]),
		"flipped key":       with(5, string(flipped)),
		"padded key":        with(5, parts[5]+"="),
		"long key":          with(5, strings.Repeat("A", 4000)),
		"a part more":       encoded + "$",
		"plain text":        password,
	}
	for name, s := range cases {
		if s == encoded {
			t.Fatalf("%s: nothing was changed", name)
		}
		if h.Verify(password, s) {
			t.Errorf("%s: %s is taken", name, s)
		}
	}
}

func TestNeedsRehash(t *testing.T) {
	small, large := NewHasherWith(16, 1), NewHasherWith(32, 1)
	encoded := hashed(t, small)
	if small.NeedsRehash(encoded) {
		t.Error("a hash of the same cost needs another")
	}
	for _, h := range []*Hasher{large, NewHasherWith(16, 2)} {
		if !h.NeedsRehash(encoded) {
			t.Errorf("a hash of another cost than %+v needs none", h.cost)
		}
	}
	if !small.NeedsRehash("") || !small.NeedsRehash(strings.TrimSuffix(encoded, encoded[len(encoded)-8:])) {
		t.Error("a string that is none, or has a shorter key, needs no other")
	}
}

func TestCostIsKeptWithinWhatVerifyAccepts(t *testing.T) {
	if got := NewHasherWith(0, 0).cost; got != (cost{memoryKiB: 8, time: 1, threads: 1}) {
		t.Errorf("least cost %+v", got)
	}
	if got := NewHasherWith(1<<31, 1<<31).cost; got != (cost{memoryKiB: 128 * 1024, time: 10, threads: 1}) {
		t.Errorf("greatest cost %+v", got)
	}
}

// An unknown account (no string) must cost as much as a wrong password.
// The shortest of several runs is compared, with a wide margin: skipping the
// hash would make it thousands of times shorter.
func TestVerifyTakesItsTimeForUnknownAccounts(t *testing.T) {
	h := NewHasherWith(4*1024, 2)
	known := fastest(func() { h.Verify("wrong", blank(h)) })
	for _, s := range []string{"", "$argon2id$v=19$m=4194304,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"} {
		if unknown := fastest(func() { h.Verify("wrong", s) }); unknown < known/4 {
			t.Errorf("Verify against %q takes %v, a known account %v", s, unknown, known)
		}
	}
}

// blank returns a well-formed string of the hasher's cost that no password has.
func blank(h *Hasher) string {
	p := phc{cost: h.cost, salt: make([]byte, saltBytes), key: make([]byte, keyBytes)}
	return p.String()
}

func fastest(f func()) time.Duration {
	best := time.Hour
	for range 5 {
		start := time.Now()
		f()
		best = min(best, time.Since(start))
	}
	return best
}

func TestTwoHashesAtOnce(t *testing.T) {
	h := NewHasherWith(16, 1)
	encoded := hashed(t, h)
	for range hashesAtOnce {
		h.slots <- struct{}{}
	}
	done := make(chan bool)
	go func() { done <- h.Verify(password, encoded) }()
	select {
	case <-done:
		t.Fatal("a third hash is computed beside two others")
	case <-time.After(50 * time.Millisecond):
	}
	<-h.slots
	if !<-done {
		t.Error("the right password is refused after waiting")
	}
	<-h.slots

	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if !h.Verify(password, encoded) {
				t.Error("the right password is refused under load")
			}
		})
	}
	all.Wait()
	if len(h.slots) != 0 {
		t.Errorf("%d slots were not given back", len(h.slots))
	}
}
