package server

import (
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

const usersPath = "/admin/users"

type usersPage struct {
	Page
	Form   form
	Roles  []industry.Role
	Users  []userRow
	Secret *secret
}

// userRow is one line of the list of accounts.
type userRow struct {
	store.Account
	Roles  string
	Chains string
	Locked bool
	Self   bool
}

// State returns how the account stands, in a word or two.
func (u userRow) State() string {
	switch {
	case u.Disabled:
		return "停用"
	case u.Locked:
		return "锁定至" + u.LockedUntil.In(industry.Shanghai).Format("15:04")
	case u.MustChangePassword:
		return "待改密码"
	}
	return "正常"
}

func (s *server) usersPage(c *request) error { return s.showUsers(c, form{}, nil) }

func (s *server) showUsers(c *request, f form, shown *secret) error {
	accounts, err := s.office.Users(c.ctx())
	if err != nil {
		return err
	}
	page := &usersPage{Page: Page{Title: "账号与角色"}, Form: f, Roles: industry.Roles(), Secret: shown}
	now := s.office.Now()
	for _, a := range accounts {
		page.Users = append(page.Users, userRowOf(a, now, c.user.Name))
	}
	return c.html(statusFor(f), "users", page)
}

func userRowOf(a store.Account, now time.Time, self string) userRow {
	return userRow{
		Account: a, Roles: roleLabels(a.Roles), Chains: strings.Join(a.Chains, industry.ListSeparator),
		Locked: now.Before(a.LockedUntil), Self: a.Name == self,
	}
}

// addUser takes the form of a new account and shows its one-time password.
func (s *server) addUser(c *request) error {
	f := c.formOf("name", "display", "role", "department", "enterprise", "chains")
	user := industry.User{
		Name: f.Values["name"], DisplayName: f.Values["display"], Department: f.Values["department"],
		Enterprise: f.Values["enterprise"], Chains: industry.SplitList(f.Values["chains"]),
		Roles: []industry.Role{industry.Role(f.Values["role"])},
	}
	password, err := s.office.AddUser(c.ctx(), user, "", c.actor())
	if mended := f.blame(err, map[string]string{"账号": "name", "角色": "role", "企业": "enterprise"}); mended != nil {
		return mended
	}
	if err != nil {
		return s.showUsers(c, f, nil)
	}
	return s.showUsers(c, form{}, &secret{
		Title: "账号“" + user.Name + "”的一次性密码", Value: password,
		Hint: "只显示这一次，请当面或电话告知本人；本人首次登录时必须修改。",
	})
}

// resetUser shows a new one-time password of an account.
func (s *server) resetUser(c *request) error {
	name := c.field("name")
	password, err := s.office.ResetUser(c.ctx(), name, c.actor())
	if err != nil {
		return err
	}
	return s.showUsers(c, form{}, &secret{
		Title: "账号“" + name + "”新的一次性密码", Value: password,
		Hint: "只显示这一次；原密码已失效，该账号的登录已全部退出，本人下次登录时必须修改。",
	})
}

func (s *server) unlockUser(c *request) error {
	name := c.field("name")
	if err := s.office.UnlockUser(c.ctx(), name, c.actor()); err != nil {
		return err
	}
	return c.done(usersPath, "账号“"+name+"”已解锁")
}

func (s *server) disableUser(c *request) error {
	name := c.field("name")
	if err := s.office.DisableUser(c.ctx(), name, c.actor()); err != nil {
		return err
	}
	return c.done(usersPath, "账号“"+name+"”已停用，其登录已全部退出")
}

func (s *server) enableUser(c *request) error {
	name := c.field("name")
	if err := s.office.EnableUser(c.ctx(), name, c.actor()); err != nil {
		return err
	}
	return c.done(usersPath, "账号“"+name+"”已启用")
}
