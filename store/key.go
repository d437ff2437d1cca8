package store

import (
	"context"
	"time"

	"chainboard/industry"
)

// Key is an API token or a screen's key, without its secret, which is kept as a
// hash only.
type Key struct {
	Name      string
	Role      industry.Role // of a token; a screen's is kiosk
	Chain     string        // of a screen: "" is every chain
	Scenes    string        // of a screen: its playlist, "" for every scene
	Theme     string        // of a screen: "light", "" for dark
	Version   int64         // of a screen, for its next change
	Agent     string        // the browser that showed a screen last
	LastScene string        // that it asked for
	ExpiresAt time.Time     // zero: never
	RevokedAt time.Time
	LastSeen  time.Time
	CreatedBy string
	CreatedAt time.Time
}

// Live reports whether the key is neither revoked nor expired at now.
func (k Key) Live(now time.Time) bool {
	return k.RevokedAt.IsZero() && (k.ExpiresAt.IsZero() || now.Before(k.ExpiresAt))
}

type keyRow struct {
	Name      string
	Role      string
	Chain     *string
	Scenes    *string
	Theme     *string
	Version   int64
	Agent     *string `db:"user_agent"`
	LastScene *string `db:"last_scene"`
	ExpiresAt *string `db:"expires_at"`
	RevokedAt *string `db:"revoked_at"`
	LastSeen  *string `db:"last_seen"`
	CreatedBy string  `db:"created_by"`
	CreatedAt string  `db:"created_at"`
}

func (r keyRow) key() Key {
	k := Key{
		Name: r.Name, Role: industry.Role(r.Role), Chain: deref(r.Chain), Scenes: deref(r.Scenes),
		Theme: deref(r.Theme), Version: r.Version, Agent: deref(r.Agent), LastScene: deref(r.LastScene),
		ExpiresAt: parseInstant(deref(r.ExpiresAt)), RevokedAt: parseInstant(deref(r.RevokedAt)),
		LastSeen: parseInstant(deref(r.LastSeen)), CreatedBy: r.CreatedBy, CreatedAt: parseInstant(r.CreatedAt),
	}
	if k.Role == "" {
		k.Role = industry.Kiosk
	}
	return k
}

// AddToken keeps an API token by its hash; a taken name is a Conflict.
func (t *Tx) AddToken(ctx context.Context, k Key, hash string) error {
	return t.addKey(ctx, t.store.queries.TokenAdd, k, hash)
}

// AddScreen keeps a screen's key by its hash; a taken name is a Conflict.
func (t *Tx) AddScreen(ctx context.Context, k Key, hash string) error {
	return t.addKey(ctx, t.store.queries.ScreenAdd, k, hash)
}

func (t *Tx) addKey(ctx context.Context, query string, k Key, hash string) error {
	n, err := t.named(ctx, query, values{
		"name": k.Name, "hash": hash, "role": string(k.Role), "chain": textOrNull(k.Chain), "scenes": textOrNull(k.Scenes), "theme": textOrNull(k.Theme),
		"expires_at": instantOrNull(k.ExpiresAt), "created_by": k.CreatedBy, "created_at": t.at,
	})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "名称“%s”已经用过，请换一个", k.Name)
	}
	return err
}

// TokenByHash returns the API token with this hash, or NotFound.
func (s *Store) TokenByHash(ctx context.Context, hash string) (Key, error) {
	return s.keyByHash(ctx, s.queries.TokenByHash, hash)
}

// ScreenByHash returns the screen with this key's hash, or NotFound.
func (s *Store) ScreenByHash(ctx context.Context, hash string) (Key, error) {
	return s.keyByHash(ctx, s.queries.ScreenByHash, hash)
}

func (s *Store) keyByHash(ctx context.Context, query, hash string) (Key, error) {
	var row keyRow
	if err := getNamed(ctx, s.db, &row, query, values{"hash": hash}); err != nil {
		return Key{}, err
	}
	return row.key(), nil
}

// Tokens returns every API token by name.
func (s *Store) Tokens(ctx context.Context) ([]Key, error) { return s.keys(ctx, s.queries.TokenList) }

// Screens returns every screen by name.
func (s *Store) Screens(ctx context.Context) ([]Key, error) { return s.keys(ctx, s.queries.ScreenList) }

func (s *Store) keys(ctx context.Context, query string) ([]Key, error) {
	var rows []keyRow
	if err := selectNamed(ctx, s.db, &rows, query, values{}); err != nil {
		return nil, err
	}
	keys := make([]Key, len(rows))
	for i, r := range rows {
		keys[i] = r.key()
	}
	return keys, nil
}

// RevokeToken ends an API token at once; an unknown or revoked one is NotFound.
func (t *Tx) RevokeToken(ctx context.Context, name string) error {
	return t.one(ctx, t.store.queries.TokenRevoke, values{"name": name, "at": t.at})
}

// RevokeScreen ends a screen's key at once; an unknown or revoked one is NotFound.
func (t *Tx) RevokeScreen(ctx context.Context, name string) error {
	return t.one(ctx, t.store.queries.ScreenRevoke, values{"name": name, "at": t.at})
}

// ChangeScreen keeps another chain, playlist and theme of a screen; a version that
// is not the one read, or a revoked key, is a Conflict.
func (t *Tx) ChangeScreen(ctx context.Context, k Key) error {
	n, err := t.named(ctx, t.store.queries.ScreenChange, values{
		"name": k.Name, "chain": textOrNull(k.Chain), "scenes": textOrNull(k.Scenes), "theme": textOrNull(k.Theme), "version": k.Version,
	})
	if err == nil && n == 0 {
		return industry.Errorf(industry.Conflict, "大屏“%s”刚被别人修改或已撤销，请重新打开本页再改", k.Name)
	}
	return err
}

// TokenSeen notes that a token was used now. It is a trace, not an act, so it has no audit entry.
func (s *Store) TokenSeen(ctx context.Context, hash string) error {
	return s.seen(ctx, s.queries.TokenSeen, values{"hash": hash})
}

// ScreenSeen notes that a screen asked for its page now.
func (s *Store) ScreenSeen(ctx context.Context, hash string) error {
	return s.seen(ctx, s.queries.ScreenSeen, values{"hash": hash})
}

// ScreenShown notes that the screen of this name shows a scene now, by which
// browser.
func (s *Store) ScreenShown(ctx context.Context, name, agent, scene string) error {
	return s.seen(ctx, s.queries.ScreenShown, values{"name": name, "user_agent": agent, "last_scene": scene})
}

func (s *Store) seen(ctx context.Context, query string, v values) error {
	v["at"] = instant(s.now())
	_, err := s.db.NamedExecContext(ctx, query, v)
	return err
}
