package server

import (
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

const (
	tokensPath  = "/admin/tokens"
	screensPath = "/admin/screens"
)

type keysPage struct {
	Page
	Form   form
	Roles  []industry.Role
	Chains []office.ChainCard
	Keys   []keyRow
	Secret *secret
}

// keyRow is one line of the list of tokens or walls.
type keyRow struct {
	store.Key
	ChainName string
	Live      bool
}

// State returns how the key stands.
func (k keyRow) State() string {
	switch {
	case !k.RevokedAt.IsZero():
		return "已撤销"
	case !k.Live:
		return "已到期"
	}
	return "有效"
}

func keyRows(keys []store.Key, now time.Time) []keyRow {
	rows := make([]keyRow, len(keys))
	for i, k := range keys {
		rows[i] = keyRow{Key: k, ChainName: k.Chain, Live: k.Live(now)}
	}
	return rows
}

func (s *server) tokensPage(c *request) error {
	return s.showTokens(c, form{Values: map[string]string{"expires": "90d"}}, nil)
}

func (s *server) showTokens(c *request, f form, shown *secret) error {
	keys, err := s.office.Tokens(c.ctx())
	if err != nil {
		return err
	}
	return c.html(statusFor(f), "tokens", &keysPage{
		Page: Page{Title: "接口令牌"}, Form: f, Roles: industry.Roles(), Keys: keyRows(keys, s.office.Now()), Secret: shown,
	})
}

// addToken takes the form of a new API token and shows it once.
func (s *server) addToken(c *request) error {
	f := c.formOf("name", "role", "expires")
	expires, err := office.ParseExpiry(f.Values["expires"], s.office.Now())
	plain := ""
	if err == nil {
		key := store.Key{Name: f.Values["name"], Role: industry.Role(f.Values["role"]), ExpiresAt: expires}
		plain, err = s.office.AddToken(c.ctx(), key, c.actor())
	}
	if mended := f.blame(err, map[string]string{"名称": "name", "角色": "role", "有效期": "expires"}); mended != nil {
		return mended
	}
	if err != nil {
		return s.showTokens(c, f, nil)
	}
	return s.showTokens(c, form{}, &secret{
		Title: "令牌“" + f.Values["name"] + "”", Value: plain,
		Hint: "只显示这一次，请立即交给使用的系统；请求时放在请求头 Authorization: Bearer 之后。",
	})
}

func (s *server) revokeToken(c *request) error {
	name := c.field("name")
	if err := s.office.RevokeToken(c.ctx(), name, c.actor()); err != nil {
		return err
	}
	return c.done(tokensPath, "令牌“"+name+"”已撤销，即刻失效")
}

// addScreen takes the form of a new wall and shows its link once.
func (s *server) addScreen(c *request) error {
	f := c.formOf("name", "chain", "expires")
	expires, err := office.ParseExpiry(f.Values["expires"], s.office.Now())
	plain := ""
	if err == nil {
		key := store.Key{Name: f.Values["name"], Chain: f.Values["chain"], ExpiresAt: expires}
		plain, err = s.office.AddScreen(c.ctx(), key, c.actor())
	}
	if mended := f.blame(err, map[string]string{"名称": "name", "产业链": "chain", "有效期": "expires"}); mended != nil {
		return mended
	}
	if err != nil {
		return s.showScreens(c, f, nil)
	}
	return s.showScreens(c, form{}, &secret{
		Title: "大屏“" + f.Values["name"] + "”的链接", Value: c.siteAddress() + screenPath + "?key=" + plain,
		Hint: "只显示这一次，请在大屏的电脑上打开；打开后地址栏里不再出现密钥。",
	})
}

func (s *server) revokeScreen(c *request) error {
	name := c.field("name")
	if err := s.office.RevokeScreen(c.ctx(), name, c.actor()); err != nil {
		return err
	}
	return c.done(screensPath, "大屏链接“"+name+"”已撤销，即刻失效")
}
