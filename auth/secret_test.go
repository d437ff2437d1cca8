package auth

import (
	"regexp"
	"strings"
	"testing"

	"chainboard/industry"
)

func TestSecrets(t *testing.T) {
	cases := []struct {
		name, form string
		make       func() (string, string)
	}{
		{"token", `^cbt_[A-Za-z0-9_-]{43}$`, NewToken},
		{"screen key", `^cbk_[A-Za-z0-9_-]{43}$`, NewScreenKey},
	}
	for _, c := range cases {
		plain, hash := c.make()
		if !regexp.MustCompile(c.form).MatchString(plain) {
			t.Errorf("%s %q is not of the form %s", c.name, plain, c.form)
		}
		if hash != HashSecret(plain) || strings.Contains(hash, plain[4:]) {
			t.Errorf("%s: hash %s is not that of the secret", c.name, hash)
		}
		if other, _ := c.make(); other == plain {
			t.Errorf("%s: two are equal", c.name)
		}
	}
}

func TestHashSecret(t *testing.T) {
	// FIPS 180-4, example of "abc".
	const want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	if got := HashSecret("abc"); got != want {
		t.Errorf("HashSecret(abc) = %s, want %s", got, want)
	}
}

func TestOneTimePassword(t *testing.T) {
	form := regexp.MustCompile(`^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$`)
	seen := map[string]bool{}
	used := map[rune]bool{}
	for range 500 {
		p := OneTimePassword()
		if !form.MatchString(p) {
			t.Fatalf("%q is not of the form %s", p, form)
		}
		if err := industry.ValidatePassword("lianzhangban01", p); err != nil {
			t.Fatalf("%q breaks the password policy: %v", p, err)
		}
		if seen[p] {
			t.Fatalf("%q came twice", p)
		}
		seen[p] = true
		for _, c := range p {
			used[c] = true
		}
	}
	if len(used) != len(readable)+1 {
		t.Errorf("%d different characters in 500 passwords, want all %d and the hyphen", len(used), len(readable))
	}
}
