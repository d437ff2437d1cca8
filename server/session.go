package server

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"chainboard/auth"
	"chainboard/store"
)

const sessionCookie = "chainboard_session"

// What a session holds beside its token.
const (
	keyAccount = "account"
	keyEpoch   = "epoch" // of the account when it signed in
	keyMade    = "made"  // unix seconds
	keySeen    = "seen"  // unix seconds, at most a minute old
	keyCSRF    = "csrf"
	keyNotice  = "notice"
)

// sessions keeps who has signed in. Times are judged by the store's clock and
// policy; scs carries the token and the data.
type sessions struct {
	plain  *scs.SessionManager
	secure *scs.SessionManager // the same with Secure cookies, over TLS
	policy auth.SessionPolicy
	now    func() time.Time
}

func newSessions(s *store.Store, policy auth.SessionPolicy, log *slog.Logger) *sessions {
	m := scs.New()
	m.Store = sessionStore{s, log}
	m.Lifetime = policy.Absolute
	m.HashTokenInStore = true
	m.Cookie.Name = sessionCookie
	m.Cookie.HttpOnly = true
	m.Cookie.SameSite = http.SameSiteLaxMode
	m.Cookie.Path = "/"
	m.Cookie.Persist = false // gone with the browser
	secure := *m             // shares the key under which requests carry their session
	secure.Cookie.Secure = true
	return &sessions{plain: m, secure: &secure, policy: policy, now: s.Now}
}

// handler loads the session before next and keeps it before the answer goes out.
func (ss *sessions) handler(lost func(http.ResponseWriter, *http.Request, error)) func(http.Handler) http.Handler {
	ss.plain.ErrorFunc, ss.secure.ErrorFunc = lost, lost
	return func(next http.Handler) http.Handler {
		plain, secure := ss.plain.LoadAndSave(next), ss.secure.LoadAndSave(next)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			r = r.WithContext(context.WithValue(r.Context(), sessionUseKey, &sessionUse{}))
			if r.TLS != nil {
				secure.ServeHTTP(w, r)
				return
			}
			plain.ServeHTTP(w, r)
		})
	}
}

// open starts the session of an account under a new token, so that a token known
// before signing in is worth nothing.
func (ss *sessions) open(ctx context.Context, a store.Account) error {
	mustKeep(ctx)
	if err := ss.plain.Clear(ctx); err != nil {
		return err
	}
	if err := ss.plain.RenewToken(ctx); err != nil {
		return err
	}
	csrf, _ := auth.NewToken()
	now := ss.now().Unix()
	ss.plain.Put(ctx, keyAccount, a.Name)
	ss.plain.Put(ctx, keyEpoch, a.Epoch)
	ss.plain.Put(ctx, keyMade, now)
	ss.plain.Put(ctx, keySeen, now)
	ss.plain.Put(ctx, keyCSRF, csrf)
	return nil
}

// close ends the session.
func (ss *sessions) close(ctx context.Context) error { return ss.plain.Destroy(ctx) }

// account returns the name and epoch a live session was opened with; name is ""
// when there is none. An expired session is ended here.
func (ss *sessions) account(ctx context.Context) (name string, epoch int64, err error) {
	name = ss.plain.GetString(ctx, keyAccount)
	if name == "" {
		return "", 0, nil
	}
	now := ss.now()
	made, seen := time.Unix(ss.plain.GetInt64(ctx, keyMade), 0), time.Unix(ss.plain.GetInt64(ctx, keySeen), 0)
	if ss.policy.Expired(made, seen, now) {
		return "", 0, ss.close(ctx)
	}
	if now.Sub(seen) >= seenEvery {
		ss.plain.Put(ctx, keySeen, now.Unix())
	}
	return name, ss.plain.GetInt64(ctx, keyEpoch), nil
}

// seenEvery is how often use is written down: each click would be a write.
const seenEvery = time.Minute

// sessionUse says whether a request depends on its session being kept.
type sessionUse struct{ essential bool }

// mustKeep makes the request fail if its session cannot be kept.
func mustKeep(ctx context.Context) {
	if use, ok := ctx.Value(sessionUseKey).(*sessionUse); ok {
		use.essential = true
	}
}

// sessionStore lets scs keep its sessions in the store. It is handed hashes of
// tokens, never tokens.
type sessionStore struct {
	store *store.Store
	log   *slog.Logger
}

func (a sessionStore) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	return a.store.Session(ctx, token)
}

// CommitCtx moves the end, which scs counts on the machine's clock, to the
// store's. Where only the time of use is to be kept, a database that is busy with
// a long import fails no page.
func (a sessionStore) CommitCtx(ctx context.Context, token string, data []byte, until time.Time) error {
	err := a.store.KeepSession(ctx, token, data, a.store.Now().Add(time.Until(until)))
	if use, ok := ctx.Value(sessionUseKey).(*sessionUse); err != nil && ok && !use.essential {
		a.log.Warn("keep session", "error", err)
		return nil
	}
	return err
}

func (a sessionStore) DeleteCtx(ctx context.Context, token string) error {
	return a.store.EndSession(ctx, token)
}

func (a sessionStore) Find(token string) ([]byte, bool, error) {
	return a.FindCtx(context.Background(), token)
}

func (a sessionStore) Commit(token string, data []byte, until time.Time) error {
	return a.CommitCtx(context.Background(), token, data, until)
}

func (a sessionStore) Delete(token string) error {
	return a.DeleteCtx(context.Background(), token)
}
