package office

import (
	"context"
	"errors"
	"sync"
	"time"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/store"
)

// SignIn proves a password and returns the account. A wrong one, an unknown
// account and a disabled one are Unauthenticated, a locked account is
// RateLimited; neither message tells whether the account exists. Success,
// failure and lockout are audited.
func (o *Office) SignIn(ctx context.Context, name, password string, actor Actor) (store.Account, error) {
	account, err := o.prove(ctx, name, password, actor)
	if err != nil {
		return store.Account{}, err
	}
	actor.Name = account.Name
	err = o.store.Write(ctx, actor.Entry(industry.ActLogin, account.Name), func(tx *store.Tx) error {
		if o.hasher.NeedsRehash(account.PasswordHash) {
			hash, err := o.hasher.Hash(password)
			if err != nil {
				return err
			}
			return tx.SetPassword(ctx, account.Name, hash, account.MustChangePassword)
		}
		if attemptsOf(account) == (auth.Attempts{}) {
			return nil
		}
		return tx.SetAttempts(ctx, store.Account{User: account.User})
	})
	if err != nil {
		return store.Account{}, err
	}
	return o.store.Account(ctx, account.Name) // a new hash has begun a new epoch
}

// SignedOut notes in the audit log that the actor has left.
func (o *Office) SignedOut(ctx context.Context, actor Actor) error {
	return o.store.Write(ctx, actor.Entry(industry.ActLogout, actor.Name), func(*store.Tx) error { return nil })
}

// prove returns the account if the password is its own, and counts the try if not.
func (o *Office) prove(ctx context.Context, name, password string, actor Actor) (store.Account, error) {
	if industry.ValidateUserName(name) != nil { // no account has it, and no database is asked for what is no text
		return store.Account{}, o.refuseStranger(ctx, name, password, actor)
	}
	account, err := o.store.Account(ctx, name)
	var e *industry.Error
	if errors.As(err, &e) && e.Kind == industry.NotFound {
		return store.Account{}, o.refuseStranger(ctx, name, password, actor)
	}
	if err != nil {
		return store.Account{}, err
	}
	if err := o.locks.Check(attemptsOf(account), o.Now()); err != nil {
		return store.Account{}, o.noteRefused(ctx, account.Name, actor, "账号锁定中", err)
	}
	ok := o.hasher.Verify(password, account.PasswordHash)
	// Guesses sent at once were all verified before any was counted: from here on
	// they are judged one after the other, by what the last one left.
	o.tries.Lock()
	defer o.tries.Unlock()
	if account, err = o.store.Account(ctx, account.Name); err != nil {
		return store.Account{}, err
	}
	if err := o.locks.Check(attemptsOf(account), o.Now()); err != nil {
		return store.Account{}, o.noteRefused(ctx, account.Name, actor, "账号锁定中", err)
	}
	switch {
	case !ok:
		return store.Account{}, o.countFailure(ctx, account, actor)
	case account.Disabled:
		refusal := industry.Errorf(industry.Unauthenticated, "账号已停用，如需恢复请联系安全管理员")
		return store.Account{}, o.noteRefused(ctx, account.Name, actor, "账号已停用", refusal)
	}
	return account, nil
}

// noteRefused audits a try that is refused whatever its password, and returns
// what it is told.
func (o *Office) noteRefused(ctx context.Context, name string, actor Actor, why string, refusal error) error {
	entry := actor.Entry(industry.ActLoginFailed, name)
	entry.Detail = why
	if err := o.store.Write(ctx, entry, func(*store.Tx) error { return nil }); err != nil {
		return err
	}
	return refusal
}

// countFailure keeps a wrong password and returns what it is told.
func (o *Office) countFailure(ctx context.Context, account store.Account, actor Actor) error {
	after := o.locks.Next(attemptsOf(account), o.Now(), false)
	account.Failures, account.LastFailure, account.LockedUntil = after.Failures, after.LastFailure, after.LockedUntil
	entry := actor.Entry(industry.ActLoginFailed, account.Name)
	entry.Detail = "密码不正确"
	if after.Locked(o.Now()) {
		until := after.LockedUntil.In(industry.Shanghai).Format("2006-01-02 15:04")
		entry.Action, entry.Detail = industry.ActLockout, "密码连续输错，锁定至"+until
	}
	err := o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.SetAttempts(ctx, account) })
	if err != nil {
		return err
	}
	return o.refusal(after)
}

// refusal is what a wrong password is told.
func (o *Office) refusal(a auth.Attempts) error {
	now := o.Now()
	if err := o.locks.Check(a, now); err != nil {
		return err
	}
	return industry.Errorf(industry.Unauthenticated, "账号或密码不正确，还可尝试%d次", o.locks.Left(a, now))
}

func attemptsOf(a store.Account) auth.Attempts {
	return auth.Attempts{Failures: a.Failures, LastFailure: a.LastFailure, LockedUntil: a.LockedUntil}
}

// refuseStranger treats a name without account as one with: the same time, the
// same counting, the same lock, so that nothing tells which accounts exist. The
// name goes to the audit log only if it could be one: people type passwords into
// the wrong field.
func (o *Office) refuseStranger(ctx context.Context, name, password string, actor Actor) error {
	attempts := o.tries.stranger(name)
	locked := o.locks.Check(attempts, o.Now())
	if locked == nil {
		o.hasher.Verify(password, "")
		attempts, locked = o.tries.count(name, o.locks, o.Now())
	}
	entry := actor.Entry(industry.ActLoginFailed, "")
	entry.Actor, entry.Detail = "", "账号不存在"
	if industry.ValidateUserName(name) == nil {
		entry.Object = name
	}
	if err := o.store.Write(ctx, entry, func(*store.Tx) error { return nil }); err != nil {
		return err
	}
	if locked != nil {
		return locked
	}
	return o.refusal(attempts)
}

// tries orders the counting of sign-ins and remembers those of names that have
// no account. The zero value is ready.
type tries struct {
	sync.Mutex
	strangers map[string]auth.Attempts // by the hash of the name, which may be as long as a form
}

// maxStrangers bounds the memory of unknown names (about 1 MB when full).
const maxStrangers = 4096

func (t *tries) stranger(name string) auth.Attempts {
	t.Lock()
	defer t.Unlock()
	return t.strangers[auth.HashSecret(name)]
}

// count counts a failure of an unknown name.
func (t *tries) count(name string, policy auth.LockPolicy, now time.Time) (auth.Attempts, error) {
	t.Lock()
	defer t.Unlock()
	key := auth.HashSecret(name)
	before := t.strangers[key]
	if err := policy.Check(before, now); err != nil {
		return before, err
	}
	if t.strangers == nil || len(t.strangers) >= maxStrangers {
		t.strangers = map[string]auth.Attempts{}
	}
	after := policy.Next(before, now, false)
	t.strangers[key] = after
	return after, nil
}
