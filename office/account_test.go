package office_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
	"chainboard/testkit"
)

const goodPassword = "正确的密码2026Aa"

func addUser(t *testing.T, o *office.Office, name string, role industry.Role) {
	t.Helper()
	user := industry.User{Name: name, Roles: []industry.Role{role}}
	oneTime, err := o.AddUser(t.Context(), user, goodPassword, clerk)
	if err != nil || oneTime != "" {
		t.Fatalf("add %s: %q, %v", name, oneTime, err)
	}
}

// kindOf returns the kind of an error a person can be told, or "".
func kindOf(err error) industry.Kind {
	var e *industry.Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

func signInKind(t *testing.T, o *office.Office, name, password string) industry.Kind {
	t.Helper()
	_, err := o.SignIn(t.Context(), name, password, office.Actor{Address: "192.0.2.7"})
	return kindOf(err)
}

// audited returns the actions of the audit log about an object, oldest first.
func audited(t *testing.T, o *office.Office, object string) []industry.Action {
	t.Helper()
	entries, _, err := o.Store().AuditLog(t.Context(), store.AuditFilter{Page: 1, Size: 500})
	if err != nil {
		t.Fatal(err)
	}
	var actions []industry.Action
	for _, e := range slices.Backward(entries) {
		if e.Object == object {
			actions = append(actions, e.Action)
		}
	}
	return actions
}

func TestFirstAccountStandsInForTheChainOffice(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		name, password, err := o.FirstAccount(t.Context())
		if err != nil || name != "admin" {
			t.Fatalf("first account %q, %v", name, err)
		}
		account, err := o.SignIn(t.Context(), name, password, office.Actor{})
		if err != nil || !account.MustChangePassword {
			t.Fatalf("sign-in with the one-time password: must change %v, %v", account.MustChangePassword, err)
		}
		if again, secret, err := o.FirstAccount(t.Context()); again != "" || secret != "" || err != nil {
			t.Errorf("a second first account: %q %q %v", again, secret, err)
		}
		addUser(t, o, "anquan", industry.SecurityAdmin)
		if got := rolesOf(t, o, "admin"); !slices.Equal(got, []industry.Role{industry.SystemAdmin, industry.ChainOffice}) {
			t.Errorf("after a security admin was added: %v", got)
		}
		addUser(t, o, "lianzhangban", industry.ChainOffice)
		if got := rolesOf(t, o, "admin"); !slices.Equal(got, []industry.Role{industry.SystemAdmin}) {
			t.Errorf("after a chain office was added: %v", got)
		}
		after, err := o.Store().Account(t.Context(), "admin")
		if err != nil || after.Epoch == account.Epoch {
			t.Errorf("the first account's sessions go on in epoch %d, %v", after.Epoch, err)
		}
	})
}

func rolesOf(t *testing.T, o *office.Office, name string) []industry.Role {
	t.Helper()
	account, err := o.Store().Account(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return account.Roles
}

func TestAddUserRefuses(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		addUser(t, o, "liang", industry.Viewer)
		viewer := []industry.Role{industry.Viewer}
		for what, c := range map[string]struct {
			user     industry.User
			password string
			kind     industry.Kind
			field    string
		}{
			"taken name":       {industry.User{Name: "liang", Roles: viewer}, "", industry.Conflict, ""},
			"short name":       {industry.User{Name: "l", Roles: viewer}, "", industry.Invalid, "账号"},
			"no role":          {industry.User{Name: "wang"}, "", industry.Invalid, "角色"},
			"unknown role":     {industry.User{Name: "wang", Roles: []industry.Role{"boss"}}, "", industry.Invalid, "角色"},
			"two roles":        {industry.User{Name: "wang", Roles: []industry.Role{industry.Viewer, industry.AuditAdmin}}, "", industry.Invalid, "角色"},
			"weak password":    {industry.User{Name: "wang", Roles: viewer}, "12345678", industry.Invalid, "密码"},
			"bad credit code":  {industry.User{Name: "wang", Roles: viewer, Enterprise: "91360000000000000X"}, "", industry.Invalid, "企业"},
			"name in password": {industry.User{Name: "wang", Roles: viewer}, "Wang-2026-xyz", industry.Invalid, "密码"},
		} {
			_, err := o.AddUser(t.Context(), c.user, c.password, clerk)
			var e *industry.Error
			if !errors.As(err, &e) || e.Kind != c.kind || c.field != "" && e.Fields[c.field] == "" {
				t.Errorf("%s: %v (%+v)", what, err, e)
			}
		}
	})
}

func TestFiveWrongPasswordsLock(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		addUser(t, o, "liang", industry.Viewer)
		// A name without account must be told the same at every step.
		for _, name := range []string{"liang", "nobody"} {
			for left := 4; left > 0; left-- {
				_, err := o.SignIn(t.Context(), name, "wrong", office.Actor{})
				if kindOf(err) != industry.Unauthenticated || !strings.Contains(err.Error(), "还可尝试"+string(rune('0'+left))+"次") {
					t.Errorf("%s with %d left: %v", name, left, err)
				}
			}
			if kind := signInKind(t, o, name, "wrong"); kind != industry.RateLimited {
				t.Errorf("%s: fifth wrong password: %q", name, kind)
			}
			if kind := signInKind(t, o, name, goodPassword); kind != industry.RateLimited {
				t.Errorf("%s: right password while locked: %q", name, kind)
			}
		}
		want := []industry.Action{
			industry.ActUserAdd, industry.ActLoginFailed, industry.ActLoginFailed, industry.ActLoginFailed,
			industry.ActLoginFailed, industry.ActLockout, industry.ActLoginFailed, industry.ActUnlock, industry.ActLogin,
		}
		if err := o.UnlockUser(t.Context(), "liang", clerk); err != nil {
			t.Fatal(err)
		}
		if kind := signInKind(t, o, "liang", goodPassword); kind != "" {
			t.Errorf("right password after unlocking: %q", kind)
		}
		if got := audited(t, o, "liang"); !slices.Equal(got, want) {
			t.Errorf("audit %v, want %v", got, want)
		}
	})
}

func TestRightPasswordForgetsFailures(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		addUser(t, o, "liang", industry.Viewer)
		for range 3 {
			for range 4 {
				signInKind(t, o, "liang", "wrong")
			}
			if kind := signInKind(t, o, "liang", goodPassword); kind != "" {
				t.Fatalf("right password after four wrong ones: %q", kind)
			}
		}
	})
}

func TestGuessesAtOnceAreCountedOneByOne(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		s, err := store.Open(t.Context(), url, time.Now) // the hand-set clock is for one goroutine
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		o := office.New(s, auth.NewHasherWith(8, 1), office.Sample{})
		addUser(t, o, "liang", industry.Viewer)
		var wg sync.WaitGroup
		kinds := make([]industry.Kind, 12)
		for i := range kinds {
			wg.Go(func() {
				_, err := o.SignIn(context.Background(), "liang", "wrong", office.Actor{})
				kinds[i] = kindOf(err)
			})
		}
		wg.Wait()
		wrong := 0
		for _, kind := range kinds {
			if kind == industry.Unauthenticated {
				wrong++
			}
		}
		if wrong != 4 {
			t.Errorf("%d guesses were judged wrong before the lock, want 4: %v", wrong, kinds)
		}
	})
}

func TestAuditKeepsNoPasswordTypedAsName(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		signInKind(t, o, "P@ssw0rd with spaces", "x")
		entries, _, err := o.Store().AuditLog(t.Context(), store.AuditFilter{Page: 1, Size: 10})
		if err != nil || len(entries) != 2 || entries[1].Object != "内置指标" {
			t.Fatalf("%v, %v", entries, err)
		}
		if e := entries[0]; e.Object != "" || e.Actor != "" || e.Action != industry.ActLoginFailed || e.Address != "192.0.2.7" {
			t.Errorf("entry %+v", e)
		}
	})
}

func TestDisabledAccountSignsInNoMore(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		addUser(t, o, "liang", industry.Viewer)
		if err := o.DisableUser(t.Context(), "liang", office.Actor{Name: "liang"}); kindOf(err) != industry.Conflict {
			t.Errorf("closing the own account: %v", err)
		}
		if err := o.DisableUser(t.Context(), "liang", clerk); err != nil {
			t.Fatal(err)
		}
		if kind := signInKind(t, o, "liang", goodPassword); kind != industry.Unauthenticated {
			t.Errorf("closed account: %q", kind)
		}
		if err := o.EnableUser(t.Context(), "liang", clerk); err != nil {
			t.Fatal(err)
		}
		if kind := signInKind(t, o, "liang", goodPassword); kind != "" {
			t.Errorf("opened account: %q", kind)
		}
		want := []industry.Action{industry.ActUserAdd, industry.ActUserDisable, industry.ActLoginFailed, industry.ActUserEnable, industry.ActLogin}
		if got := audited(t, o, "liang"); !slices.Equal(got, want) {
			t.Errorf("audit %v, want %v", got, want)
		}
		if err := o.DisableUser(t.Context(), "nobody", clerk); kindOf(err) != industry.NotFound {
			t.Errorf("unknown account: %v", err)
		}
	})
}

func TestResetAndChangePassword(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		addUser(t, o, "liang", industry.Viewer)
		oneTime, err := o.ResetUser(t.Context(), "liang", clerk)
		if err != nil {
			t.Fatal(err)
		}
		if kind := signInKind(t, o, "liang", goodPassword); kind != industry.Unauthenticated {
			t.Errorf("old password after the reset: %q", kind)
		}
		self := office.Actor{Name: "liang"}
		for _, c := range []struct{ old, chosen, field string }{
			{"wrong", "另一个密码2026Bb", "原密码"},
			{oneTime, "short", "密码"},
			{oneTime, oneTime, "密码"},
		} {
			var e *industry.Error
			if err := o.ChangePassword(t.Context(), c.old, c.chosen, self); !errors.As(err, &e) || e.Fields[c.field] == "" {
				t.Errorf("%q to %q: %v", c.old, c.chosen, err)
			}
		}
		if err := o.ChangePassword(t.Context(), oneTime, "另一个密码2026Bb", self); err != nil {
			t.Fatal(err)
		}
		account, err := o.SignIn(t.Context(), "liang", "另一个密码2026Bb", office.Actor{})
		if err != nil || account.MustChangePassword || account.Failures != 0 {
			t.Errorf("after the change: %+v, %v", account, err)
		}
	})
}

func TestKeysAreCheckedAndRevoked(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		plain, err := o.AddToken(t.Context(), store.Key{Name: "省平台", Role: industry.Viewer}, clerk)
		if err != nil || !strings.HasPrefix(plain, "cbt_") {
			t.Fatalf("token %q, %v", plain, err)
		}
		for what, c := range map[string]struct {
			key  store.Key
			kind industry.Kind
		}{
			"taken name": {store.Key{Name: "省平台", Role: industry.Viewer}, industry.Conflict},
			"no name":    {store.Key{Role: industry.Viewer}, industry.Invalid},
			"no role":    {store.Key{Name: "二"}, industry.Invalid},
			"past":       {store.Key{Name: "三", Role: industry.Viewer, ExpiresAt: o.Now().Add(-time.Hour)}, industry.Invalid},
		} {
			if _, err := o.AddToken(t.Context(), c.key, clerk); kindOf(err) != c.kind {
				t.Errorf("%s: %v", what, err)
			}
		}
		if _, err := o.AddScreen(t.Context(), store.Key{Name: "大厅", Chain: "nowhere"}, clerk); kindOf(err) != industry.Invalid {
			t.Errorf("screen of an unknown chain: %v", err)
		}
		screenRound(t, o)
		if err := o.RevokeToken(t.Context(), "省平台", clerk); err != nil {
			t.Fatal(err)
		}
		if err := o.RevokeToken(t.Context(), "省平台", clerk); kindOf(err) != industry.NotFound {
			t.Errorf("second revocation: %v", err)
		}
		tokens, err := o.Tokens(t.Context())
		if err != nil || len(tokens) != 1 || tokens[0].CreatedBy != "clerk" || tokens[0].Live(o.Now()) {
			t.Errorf("tokens %+v, %v", tokens, err)
		}
	})
}

func TestParseExpiry(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, industry.Shanghai)
	for text, want := range map[string]time.Time{
		"":           {},
		"90d":        time.Date(2027, 2, 21, 9, 0, 0, 0, industry.Shanghai),
		" 1d ":       time.Date(2026, 11, 24, 9, 0, 0, 0, industry.Shanghai),
		"2027-06-30": industry.Date("2027-06-30").End(),
	} {
		if got, err := office.ParseExpiry(text, now); err != nil || !got.Equal(want) {
			t.Errorf("%q: %v, %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"0d", "-1d", "90", "3661d", "3 months", "2027-02-30", "d"} {
		if got, err := office.ParseExpiry(text, now); kindOf(err) != industry.Invalid {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

// screenRound makes a screen, changes what it plays and revokes it.
func screenRound(t *testing.T, o *office.Office) {
	t.Helper()
	if _, err := o.AddScreen(t.Context(), store.Key{Name: "大厅", Scenes: "lobby"}, clerk); kindOf(err) != industry.Invalid {
		t.Errorf("screen of an unknown scene: %v", err)
	}
	if _, err := o.AddScreen(t.Context(), store.Key{Name: "大厅", Scenes: "rnd, overview:45"}, clerk); err != nil {
		t.Fatal(err)
	}
	key, err := o.Screen(t.Context(), "大厅")
	if err != nil || key.Scenes != "rnd:20,overview:45" || key.Version != 1 || key.Role != industry.Kiosk {
		t.Fatalf("screen %+v, %v", key, err)
	}
	late := key
	key.Scenes, key.Theme = "issues:5", "light"
	if err := o.ChangeScreen(t.Context(), key, clerk); err != nil {
		t.Fatal(err)
	}
	if err := o.ChangeScreen(t.Context(), late, clerk); kindOf(err) != industry.Conflict {
		t.Errorf("change of an older version: %v", err)
	}
	if key, err = o.Screen(t.Context(), "大厅"); err != nil || key.Scenes != "issues:5" || key.Theme != "light" || key.Version != 2 {
		t.Errorf("changed screen %+v, %v", key, err)
	}
	if err := o.RevokeScreen(t.Context(), "大厅", clerk); err != nil {
		t.Fatal(err)
	}
	if err := o.ChangeScreen(t.Context(), key, clerk); kindOf(err) != industry.Conflict {
		t.Errorf("change of a revoked screen: %v", err)
	}
	if _, err := o.Screen(t.Context(), "走廊"); kindOf(err) != industry.NotFound {
		t.Errorf("a screen nobody made: %v", err)
	}
}
