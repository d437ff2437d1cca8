package store

import (
	"context"
	"strings"
	"time"

	"chainboard/industry"
)

// Account is a user with what proves who it is and how its sign-ins went.
type Account struct {
	industry.User
	PasswordHash string
	Epoch        int64 // sessions of an older epoch have ended
	Failures     int
	LastFailure  time.Time
	LockedUntil  time.Time
	CreatedAt    time.Time
}

type accountRow struct {
	Name         string
	DisplayName  string `db:"display_name"`
	Roles        string
	Department   *string
	Enterprise   *string
	Chains       *string
	PasswordHash string `db:"password_hash"`
	Disabled     bool
	MustChange   bool  `db:"must_change"`
	Epoch        int64 `db:"session_epoch"`
	Failures     int
	LastFailure  *string `db:"last_failure"`
	LockedUntil  *string `db:"locked_until"`
	Version      int64
	CreatedAt    string `db:"created_at"`
}

func (r accountRow) account() Account {
	a := Account{
		User: industry.User{
			Name: r.Name, DisplayName: r.DisplayName, Department: deref(r.Department), Enterprise: deref(r.Enterprise),
			Chains: industry.SplitList(deref(r.Chains)), Disabled: r.Disabled, MustChangePassword: r.MustChange,
		},
		PasswordHash: r.PasswordHash, Epoch: r.Epoch, Failures: r.Failures,
		LastFailure: parseInstant(deref(r.LastFailure)), LockedUntil: parseInstant(deref(r.LockedUntil)),
		CreatedAt: parseInstant(r.CreatedAt),
	}
	for _, role := range strings.Split(r.Roles, ",") {
		if role != "" {
			a.Roles = append(a.Roles, industry.Role(role))
		}
	}
	return a
}

func rolesText(roles []industry.Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = string(r)
	}
	return strings.Join(names, ",")
}

// AddAccount adds an account; a taken name is a Conflict.
func (t *Tx) AddAccount(ctx context.Context, u industry.User, passwordHash string) error {
	n, err := t.named(ctx, t.store.queries.AccountAdd, values{
		"name": u.Name, "display_name": u.DisplayName, "roles": rolesText(u.Roles), "department": textOrNull(u.Department),
		"enterprise": textOrNull(u.Enterprise), "chains": textOrNull(strings.Join(u.Chains, industry.ListSeparator)),
		"password_hash": passwordHash, "disabled": u.Disabled, "must_change": u.MustChangePassword, "created_at": t.at,
	})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "账号“%s”已经存在", u.Name)
	}
	return err
}

// Account returns the account of this name, or NotFound.
func (s *Store) Account(ctx context.Context, name string) (Account, error) {
	var row accountRow
	if err := getNamed(ctx, s.db, &row, s.queries.AccountGet, values{"name": name}); err != nil {
		return Account{}, err
	}
	return row.account(), nil
}

// Accounts returns every account by name.
func (s *Store) Accounts(ctx context.Context) ([]Account, error) {
	var rows []accountRow
	if err := selectNamed(ctx, s.db, &rows, s.queries.AccountList, values{}); err != nil {
		return nil, err
	}
	accounts := make([]Account, len(rows))
	for i, r := range rows {
		accounts[i] = r.account()
	}
	return accounts, nil
}

// SetPassword changes a password, clears failed sign-ins and ends every session
// of the account. mustChange says that it was given, not chosen.
func (t *Tx) SetPassword(ctx context.Context, name, hash string, mustChange bool) error {
	return t.one(ctx, t.store.queries.AccountSetPassword,
		values{"name": name, "password_hash": hash, "must_change": mustChange})
}

// SetAttempts records how sign-ins went; zero values unlock.
func (t *Tx) SetAttempts(ctx context.Context, a Account) error {
	return t.one(ctx, t.store.queries.AccountSetAttempts, values{
		"name": a.Name, "failures": a.Failures,
		"last_failure": instantOrNull(a.LastFailure), "locked_until": instantOrNull(a.LockedUntil),
	})
}

// SetRoles changes what an account may do and ends its sessions.
func (t *Tx) SetRoles(ctx context.Context, name string, roles []industry.Role) error {
	return t.one(ctx, t.store.queries.AccountSetRoles, values{"name": name, "roles": rolesText(roles)})
}

// SetDisabled closes or reopens an account and ends its sessions.
func (t *Tx) SetDisabled(ctx context.Context, name string, disabled bool) error {
	return t.one(ctx, t.store.queries.AccountSetDisabled, values{"name": name, "disabled": disabled})
}

// one executes an update that must touch one row; none is NotFound.
func (t *Tx) one(ctx context.Context, query string, arg values) error {
	n, err := t.named(ctx, query, arg)
	if err == nil && n == 0 {
		return industry.Errorf(industry.NotFound, "没有找到“%v”", arg["name"])
	}
	return err
}
