package server

import (
	"context"
	"errors"
	"strings"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/store"
)

// admit finds out who asks and whether the route is open to them.
func (s *server) admit(c *request) error {
	if c.route.screen && c.route.path == screenPath && c.Query("key") != "" {
		return s.openScreen(c)
	}
	if sessionless(c.Request.URL.Path) { // health and static files: nobody is asked
		if c.route.need != anyone {
			return notFound(c) // an escaped path may look like one of those and lead elsewhere
		}
		return nil
	}
	if err := s.identify(c); err != nil && c.route.need != anyone {
		return err
	}
	if err := s.checkOrigin(c); err != nil {
		return err
	}
	return s.permit(c)
}

// permit compares the route's need with who asks.
func (s *server) permit(c *request) error {
	switch {
	case c.route.need == anyone:
		return nil
	case c.via == anonymous && c.route.onWall():
		c.Header(wallHeader, "closed")
		return errScreenClosed
	case c.via == anonymous:
		return industry.Errorf(industry.Unauthenticated, "请先登录，或在请求头 Authorization 中带上接口令牌")
	case c.route.need == signedIn && c.via != bySession:
		return industry.Errorf(industry.Forbidden, "这个页面只供登录的账号使用")
	case c.route.need == signedIn:
		return nil
	case c.user.MustChangePassword:
		return errMustChange
	case c.can(c.route.need) && !c.route.opensTo(c.user):
		return industry.Errorf(industry.Forbidden, "企业账号只能查看本企业的资料，请从企业清单进入")
	case !c.route.opensTo(c.user):
		return industry.Errorf(industry.Forbidden, "当前账号没有此项权限，如工作需要请联系安全管理员")
	case c.via == byScreen:
		return s.permitScreen(c)
	}
	return nil
}

// identify fills in who asks. A token that is sent must be a live one; cookies
// that are not are as good as none.
func (s *server) identify(c *request) error {
	if header := c.GetHeader("Authorization"); header != "" {
		return s.identifyToken(c, header)
	}
	onWall := c.route.onWall()
	if onWall {
		// The wall's own pages show what its key allows, also in a browser where
		// somebody has signed in.
		if err := s.identifyScreen(c); err != nil || c.via == byScreen {
			return err
		}
	}
	if err := s.identifySession(c); err != nil || c.via == bySession {
		return err
	}
	if c.route.screen && !onWall {
		return s.identifyScreen(c)
	}
	return nil
}

func (s *server) identifyToken(c *request, header string) error {
	scheme, plain, found := strings.Cut(header, " ")
	if !found || !strings.EqualFold(scheme, "Bearer") {
		return errTokenRefused()
	}
	c.secret = auth.HashSecret(strings.TrimSpace(plain))
	key, err := s.liveToken(c.ctx(), c.secret)
	if err != nil {
		return err
	}
	c.via, c.user = byToken, industry.User{Name: "令牌:" + key.Name, Roles: []industry.Role{key.Role}}
	return nil
}

// liveToken returns the live API token with this hash and notes its use, or
// Unauthenticated.
func (s *server) liveToken(ctx context.Context, hash string) (store.Key, error) {
	key, err := s.tokens.of(ctx, hash)
	if isNotFound(err) || err == nil && !key.Live(s.store.Now()) {
		return store.Key{}, errTokenRefused()
	}
	if err == nil {
		s.noteSeen(ctx, s.tokens, hash, key)
	}
	return key, err
}

func errTokenRefused() error {
	return industry.Errorf(industry.Unauthenticated, "接口令牌无效、已过期或已撤销，请向安全管理员申请新的令牌")
}

// identifySession trusts a session while its account is as it was when it signed
// in: a changed password, changed roles or a disabled account end it.
func (s *server) identifySession(c *request) error {
	if wallOnly(c.Request) {
		return nil // no session was loaded
	}
	name, epoch, err := s.sessions.account(c.ctx())
	if err != nil || name == "" {
		return err
	}
	account, err := s.store.Account(c.ctx(), name)
	switch {
	case isNotFound(err):
		return s.sessions.close(c.ctx())
	case err != nil:
		return err
	case account.Epoch != epoch || account.Disabled:
		return s.sessions.close(c.ctx())
	}
	c.via, c.user, c.account = bySession, account.User, account
	c.csrf = s.sessions.plain.GetString(c.ctx(), keyCSRF)
	return nil
}

// noteSeen writes down that a key was used, at most once a minute. It is a
// trace: a failure is logged and stops nobody.
func (s *server) noteSeen(ctx context.Context, k *keys, hash string, key store.Key) {
	now := s.store.Now()
	if now.Sub(key.LastSeen) < seenEvery {
		return
	}
	k.seen(hash, now)
	if err := k.note(ctx, hash); err != nil {
		s.log.Warn("last seen", "key", key.Name, "error", err)
	}
}

// errMustChange sends whoever signed in with a given password to choose one.
var errMustChange = errors.New("the password must be changed first")

func isNotFound(err error) bool {
	var e *industry.Error
	return errors.As(err, &e) && e.Kind == industry.NotFound
}
