package server

import "net/http"

type passwordPage struct {
	Page
	form
	MustChange bool
}

func (s *server) passwordPage(c *request) error {
	return c.html(http.StatusOK, "password", c.passwordPage(form{}))
}

func (c *request) passwordPage(f form) *passwordPage {
	return &passwordPage{Page: Page{Title: "修改密码"}, form: f, MustChange: c.user.MustChangePassword}
}

// changePassword sets the user's own password. Every other session of the account
// ends; this one goes on under a new token.
func (s *server) changePassword(c *request) error {
	f := c.formOf()
	old, chosen := c.PostForm("old"), c.PostForm("new")
	var err error
	if chosen != c.PostForm("again") {
		f.Errors["again"] = "两次输入的新密码不一致，请重新输入"
	} else {
		err = s.office.ChangePassword(c.ctx(), old, chosen, c.actor())
	}
	if err := f.blame(err, map[string]string{"原密码": "old", "密码": "new"}); err != nil {
		return err
	}
	if err != nil || len(f.Errors) > 0 {
		return c.html(http.StatusBadRequest, "password", c.passwordPage(f))
	}
	account, err := s.store.Account(c.ctx(), c.user.Name)
	if err != nil {
		return err
	}
	if err := s.sessions.open(c.ctx(), account); err != nil {
		return err
	}
	c.notice("g", "密码已修改，其他地方的登录已退出")
	return c.seeOther("/")
}
