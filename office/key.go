package office

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/store"
)

// Key is an API token or a wall's key without its secret.
type Key = store.Key

// AddToken makes an API token with the key's name, role and expiry (zero: never)
// and returns its secret, which is kept nowhere. Wrong fields are Invalid, a
// taken name is a Conflict.
func (o *Office) AddToken(ctx context.Context, key store.Key, actor Actor) (plain string, err error) {
	if err := o.validateKey(key); err != nil {
		return "", err
	}
	if !slices.Contains(industry.Roles(), key.Role) {
		return "", fieldError("角色", "请选择令牌的角色")
	}
	plain, hash := auth.NewToken()
	key.CreatedBy = actor.Name
	entry := actor.Entry(industry.ActTokenAdd, key.Name)
	entry.Detail = "角色：" + key.Role.Label() + "，" + expiryText(key.ExpiresAt)
	err = o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.AddToken(ctx, key, hash) })
	if err != nil {
		return "", err
	}
	return plain, nil
}

// RevokeToken ends an API token at once. An unknown or revoked one is NotFound.
func (o *Office) RevokeToken(ctx context.Context, name string, actor Actor) error {
	return o.store.Write(ctx, actor.Entry(industry.ActTokenRevoke, name), func(tx *store.Tx) error {
		return tx.RevokeToken(ctx, name)
	})
}

// Tokens returns every API token by name, without secrets.
func (o *Office) Tokens(ctx context.Context) ([]store.Key, error) { return o.store.Tokens(ctx) }

// AddScreen makes the key of a wall with the key's name, chain ("": all), scenes
// and expiry (zero: never) and returns its secret, which is kept nowhere. Wrong
// fields, an unknown chain among them, are Invalid; a taken name is a Conflict.
func (o *Office) AddScreen(ctx context.Context, key store.Key, actor Actor) (plain string, err error) {
	if err := o.validateKey(key); err != nil {
		return "", err
	}
	if err := o.settleScreen(ctx, &key); err != nil {
		return "", err
	}
	plain, hash := auth.NewScreenKey()
	key.Role, key.CreatedBy = industry.Kiosk, actor.Name
	entry := actor.Entry(industry.ActScreenAdd, key.Name)
	entry.Detail = screenText(key) + "，" + expiryText(key.ExpiresAt)
	err = o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.AddScreen(ctx, key, hash) })
	if err != nil {
		return "", err
	}
	return plain, nil
}

// ChangeScreen keeps another chain, playlist and theme of a screen. The key's
// version is the one they were read at: a change since is a Conflict. Wrong
// fields are Invalid.
func (o *Office) ChangeScreen(ctx context.Context, key store.Key, actor Actor) error {
	if err := o.settleScreen(ctx, &key); err != nil {
		return err
	}
	entry := actor.Entry(industry.ActScreenChange, key.Name)
	entry.Detail = screenText(key)
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.ChangeScreen(ctx, key) })
}

// settleScreen checks what a screen shows and writes it as it is kept.
func (o *Office) settleScreen(ctx context.Context, key *store.Key) error {
	if key.Chain == industry.AllChains {
		key.Chain = ""
	}
	playlist, err := industry.ParsePlaylist(key.Scenes, industry.DefaultTurn)
	if err != nil {
		return err
	}
	key.Scenes = playlist.String()
	if key.Theme != "light" && key.Theme != "" {
		return fieldError("底色", "底色只有深色和浅色两种，请重新选择")
	}
	return o.validateChain(ctx, key.Chain)
}

// screenText says what a screen shows, for the audit log.
func screenText(key store.Key) string {
	chain, scenes, theme := "全部产业链", "全部场景", "深色"
	if key.Chain != "" {
		chain = "产业链 " + key.Chain
	}
	if key.Scenes != "" {
		scenes = "场景 " + key.Scenes
	}
	if key.Theme != "" {
		theme = "浅色"
	}
	return chain + "，" + scenes + "，" + theme
}

// RevokeScreen ends a wall's key at once. An unknown or revoked one is NotFound.
func (o *Office) RevokeScreen(ctx context.Context, name string, actor Actor) error {
	return o.store.Write(ctx, actor.Entry(industry.ActScreenRevoke, name), func(tx *store.Tx) error {
		return tx.RevokeScreen(ctx, name)
	})
}

// Screens returns every wall's key by name, without secrets.
func (o *Office) Screens(ctx context.Context) ([]store.Key, error) { return o.store.Screens(ctx) }

// Screen returns the wall's key of this name, without its secret, or NotFound.
func (o *Office) Screen(ctx context.Context, name string) (store.Key, error) {
	keys, err := o.store.Screens(ctx)
	if err != nil {
		return store.Key{}, err
	}
	if i := slices.IndexFunc(keys, func(k store.Key) bool { return k.Name == name }); i >= 0 {
		return keys[i], nil
	}
	return store.Key{}, industry.Errorf(industry.NotFound, "没有名为“%s”的大屏链接", name)
}

const maxKeyName = 40

func (o *Office) validateKey(key store.Key) error {
	if n := utf8.RuneCountInString(key.Name); n < 1 || n > maxKeyName || strings.ContainsFunc(key.Name, control) {
		return fieldError("名称", "名称应为1至40个字符，请写明用途或安放地点")
	}
	if !key.ExpiresAt.IsZero() && !key.ExpiresAt.After(o.Now()) {
		return fieldError("有效期", "有效期应晚于现在，请重新填写")
	}
	return nil
}

func control(r rune) bool { return r < ' ' || r == 0x7f }

func (o *Office) validateChain(ctx context.Context, code string) error {
	if code == "" {
		return nil
	}
	chains, err := o.store.Records(ctx, industry.ChainRegister)
	if err != nil {
		return err
	}
	if _, ok := chains[code]; ok {
		return nil
	}
	return fieldError("产业链", "没有编码为“"+code+"”的产业链，请从清单中选择，或留空表示全部")
}

// ParseExpiry reads when a key is to end: "90d" (days from now), a day such as
// "2027-06-30" (its end), or "" for never, which is the zero time. Anything else
// is Invalid.
func ParseExpiry(text string, now time.Time) (time.Time, error) {
	const maxDays = 3660
	text = strings.TrimSpace(text)
	if text == "" {
		return time.Time{}, nil
	}
	if digits, ok := strings.CutSuffix(text, "d"); ok {
		if days, err := strconv.Atoi(digits); err == nil && days >= 1 && days <= maxDays {
			return now.AddDate(0, 0, days), nil
		}
	} else if day, err := industry.ParseDate(text); err == nil {
		return day.End(), nil
	}
	return time.Time{}, fieldError("有效期", "有效期“"+text+"”不能识别，请写成 90d（90天）或 2027-06-30，留空表示长期有效")
}

func expiryText(t time.Time) string {
	if t.IsZero() {
		return "长期有效"
	}
	return "有效期至" + t.In(industry.Shanghai).Format("2006-01-02 15:04")
}

func fieldError(field, sentence string) error {
	return &industry.Error{Kind: industry.Invalid, Message: sentence, Fields: map[string]string{field: sentence}}
}
