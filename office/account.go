package office

import (
	"context"
	"errors"
	"slices"
	"strings"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/store"
)

// firstAccountName is the account made when there is none.
const firstAccountName = "admin"

// errAccountsExist says that there is nothing to make a first account for.
var errAccountsExist = errors.New("accounts exist")

// FirstAccount makes the account admin with a one-time password when there is no
// account at all; otherwise it returns two empty strings. It holds system_admin
// and chain_office, so that a county can import before it has thought about
// accounts, until a second account is made (see AddUser).
func (o *Office) FirstAccount(ctx context.Context) (name, password string, err error) {
	password = auth.OneTimePassword()
	hash, err := o.hasher.Hash(password)
	if err != nil {
		return "", "", err
	}
	user := industry.User{
		Name: firstAccountName, DisplayName: "首个账号", MustChangePassword: true,
		Roles: []industry.Role{industry.SystemAdmin, industry.ChainOffice},
	}
	entry := Actor{Name: "系统", Address: "本机"}.Entry(industry.ActUserAdd, firstAccountName)
	entry.Detail = "建立首个账号，角色：" + roleLabels(user.Roles)
	err = o.store.Write(ctx, entry, func(tx *store.Tx) error {
		accounts, err := o.store.Accounts(ctx)
		if err != nil {
			return err
		}
		if len(accounts) > 0 {
			return errAccountsExist
		}
		return tx.AddAccount(ctx, user, hash)
	})
	var e *industry.Error
	if errors.Is(err, errAccountsExist) || errors.As(err, &e) && e.Kind == industry.Conflict {
		return "", "", nil // another process was faster
	}
	if err != nil {
		return "", "", err
	}
	return firstAccountName, password, nil
}

// AddUser adds an account with exactly one role: the three administrators and
// those who see firms' figures are different people (domain, 7.3). An empty
// password makes a one-time one, which is returned and must be changed at the
// first sign-in; a given one counts as chosen. Wrong fields are Invalid, a taken
// name is a Conflict.
//
// The first account stands in for the chain office until there is one: when an
// account with the role chain_office is added, the first account loses that role
// and its sessions end. Any other second account changes nothing, or the county
// would have nobody to import.
func (o *Office) AddUser(ctx context.Context, user industry.User, password string, actor Actor) (string, error) {
	if err := validateUser(user); err != nil {
		return "", err
	}
	oneTime := ""
	if password == "" {
		oneTime = auth.OneTimePassword()
		password, user.MustChangePassword = oneTime, true
	} else if err := industry.ValidatePassword(user.Name, password); err != nil {
		return "", err
	}
	hash, err := o.hasher.Hash(password)
	if err != nil {
		return "", err
	}
	accounts, err := o.store.Accounts(ctx)
	if err != nil {
		return "", err
	}
	entry := actor.Entry(industry.ActUserAdd, user.Name)
	entry.Detail = "角色：" + roleLabels(user.Roles)
	err = o.store.Write(ctx, entry, func(tx *store.Tx) error {
		if err := tx.AddAccount(ctx, user, hash); err != nil {
			return err
		}
		first, ok := standIn(accounts)
		if !ok || !user.Is(industry.ChainOffice) {
			return nil
		}
		entry.Detail += "；首个账号“" + first + "”不再兼任链长办"
		return tx.SetRoles(ctx, first, []industry.Role{industry.SystemAdmin})
	})
	if err != nil {
		return "", err
	}
	return oneTime, nil
}

// standIn returns the first account while it stands in for the chain office.
// AddUser gives nobody else two roles.
func standIn(accounts []store.Account) (string, bool) {
	for _, a := range accounts {
		if a.Is(industry.SystemAdmin) && a.Is(industry.ChainOffice) {
			return a.Name, true
		}
	}
	return "", false
}

func validateUser(user industry.User) error {
	if err := industry.ValidateUserName(user.Name); err != nil {
		return err
	}
	if len(user.Roles) != 1 || !slices.Contains(industry.Roles(), user.Roles[0]) {
		return fieldError("角色", "请选择一个角色，一个账号只能有一个角色")
	}
	if user.Enterprise == "" {
		return nil
	}
	if err := industry.ValidateCreditCode(user.Enterprise); err != nil {
		return fieldError("企业", err.Error())
	}
	return nil
}

// Users returns every account by name.
func (o *Office) Users(ctx context.Context) ([]store.Account, error) { return o.store.Accounts(ctx) }

// ChangePassword sets a new password of the actor's own account, which ends all
// its sessions. A wrong old or an unfit new one is Invalid, with the field
// 原密码 or 密码; wrong old passwords count towards the lock like those of a sign-in.
func (o *Office) ChangePassword(ctx context.Context, old, chosen string, actor Actor) error {
	if _, err := o.prove(ctx, actor.Name, old, actor); err != nil {
		var e *industry.Error
		if errors.As(err, &e) && e.Kind == industry.Unauthenticated {
			return fieldError("原密码", "原密码不正确，请重新输入")
		}
		return err
	}
	if err := industry.ValidatePassword(actor.Name, chosen); err != nil {
		return err
	}
	if chosen == old {
		return fieldError("密码", "新密码不能与原密码相同，请换一个")
	}
	hash, err := o.hasher.Hash(chosen)
	if err != nil {
		return err
	}
	return o.store.Write(ctx, actor.Entry(industry.ActPassword, actor.Name), func(tx *store.Tx) error {
		return tx.SetPassword(ctx, actor.Name, hash, false)
	})
}

// ResetUser gives an account a one-time password, unlocks it and ends its
// sessions. An unknown account is NotFound.
func (o *Office) ResetUser(ctx context.Context, name string, actor Actor) (password string, err error) {
	password = auth.OneTimePassword()
	hash, err := o.hasher.Hash(password)
	if err != nil {
		return "", err
	}
	err = o.store.Write(ctx, actor.Entry(industry.ActUserReset, name), func(tx *store.Tx) error {
		return tx.SetPassword(ctx, name, hash, true)
	})
	if err != nil {
		return "", err
	}
	return password, nil
}

// UnlockUser lets a locked account try again at once. An unknown account is NotFound.
func (o *Office) UnlockUser(ctx context.Context, name string, actor Actor) error {
	return o.store.Write(ctx, actor.Entry(industry.ActUnlock, name), func(tx *store.Tx) error {
		return tx.SetAttempts(ctx, store.Account{User: industry.User{Name: name}})
	})
}

// DisableUser closes an account and ends its sessions; nobody can close the own
// one. An unknown account is NotFound.
func (o *Office) DisableUser(ctx context.Context, name string, actor Actor) error {
	if name == actor.Name {
		return industry.Errorf(industry.Conflict, "不能停用自己的账号，请由其他安全管理员操作")
	}
	return o.setDisabled(ctx, name, true, actor.Entry(industry.ActUserDisable, name))
}

// EnableUser opens a closed account again. An unknown account is NotFound.
func (o *Office) EnableUser(ctx context.Context, name string, actor Actor) error {
	return o.setDisabled(ctx, name, false, actor.Entry(industry.ActUserEnable, name))
}

func (o *Office) setDisabled(ctx context.Context, name string, disabled bool, entry *industry.AuditEntry) error {
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.SetDisabled(ctx, name, disabled) })
}

func roleLabels(roles []industry.Role) string {
	labels := make([]string, len(roles))
	for i, r := range roles {
		labels[i] = r.Label()
	}
	return strings.Join(labels, industry.ListSeparator)
}
