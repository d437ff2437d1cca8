package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// options are the flags of the user, token and screen commands.
type options struct {
	config
	role, display, department, enterprise, chain, scenes, expires, addr string
	passwordFromInput                                                   bool
}

func (x *options) define(fs *flag.FlagSet) {
	fs.StringVar(&x.role, "role", "", "")
	fs.StringVar(&x.display, "display-name", "", "")
	fs.StringVar(&x.department, "department", "", "")
	fs.StringVar(&x.enterprise, "enterprise", "", "")
	fs.StringVar(&x.chain, "chain", "", "")
	fs.StringVar(&x.scenes, "scenes", "", "")
	fs.StringVar(&x.expires, "expires", "", "")
	fs.StringVar(&x.addr, "addr", "127.0.0.1:8080", "")
	fs.BoolVar(&x.passwordFromInput, "password-stdin", false, "")
}

// action is what a command does after its verb and name are known.
type action func(ctx context.Context, o *office.Office, x options, name string) error

// withVerb parses "VERB [NAME] [options]" and runs the verb's action.
func withVerb(ctx context.Context, args []string, s streams, verbs map[string]action) int {
	var x options
	rest, err := x.parse("account", args, x.define)
	if err != nil {
		return fail(s, err)
	}
	if len(rest) == 0 || verbs[rest[0]] == nil || len(rest) != 2 && rest[0] != "list" || len(rest) > 2 {
		usage(s.err)
		return unusable
	}
	name := ""
	if len(rest) == 2 {
		name = rest[1]
	}
	return inOffice(ctx, x.config, s, func(o *office.Office) int {
		if err := verbs[rest[0]](ctx, o, x, name); err != nil {
			return fail(s, err)
		}
		return done
	})
}

func userCommand(ctx context.Context, args []string, s streams) int {
	return withVerb(ctx, args, s, map[string]action{
		"add": func(ctx context.Context, o *office.Office, x options, name string) error {
			return addUser(ctx, o, x, name, s)
		},
		"list": func(ctx context.Context, o *office.Office, _ options, _ string) error {
			return listUsers(ctx, o, s.out)
		},
		"reset": func(ctx context.Context, o *office.Office, _ options, name string) error {
			password, err := o.ResetUser(ctx, name, operator)
			if err == nil {
				fmt.Fprintf(s.out, "“%s”的一次性密码：%s（登录后须修改）\n", name, password)
			}
			return err
		},
		"unlock": func(ctx context.Context, o *office.Office, _ options, name string) error {
			return say(s.out, o.UnlockUser(ctx, name, operator), "“%s”已解锁\n", name)
		},
		"disable": func(ctx context.Context, o *office.Office, _ options, name string) error {
			return say(s.out, o.DisableUser(ctx, name, operator), "“%s”已停用，其登录已全部失效\n", name)
		},
	})
}

// say prints a line when there was no error.
func say(w io.Writer, err error, format string, args ...any) error {
	if err == nil {
		fmt.Fprintf(w, format, args...)
	}
	return err
}

func addUser(ctx context.Context, o *office.Office, x options, name string, s streams) error {
	role, err := industry.ParseRole(x.role)
	if err != nil {
		return err
	}
	password := ""
	if x.passwordFromInput {
		line, err := bufio.NewReader(io.LimitReader(s.in, 1024)).ReadString('\n')
		if err != nil && line == "" {
			return industry.Errorf(industry.Invalid, "标准输入里没有密码")
		}
		password = strings.TrimRight(line, "\r\n")
	}
	user := industry.User{
		Name: name, DisplayName: x.display, Roles: []industry.Role{role}, Department: x.department,
		Enterprise: x.enterprise, Chains: splitComma(x.chain),
	}
	oneTime, err := o.AddUser(ctx, user, password, operator)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "已建立账号“%s”（%s）\n", name, role.Label())
	if oneTime != "" {
		fmt.Fprintf(s.out, "一次性密码：%s（登录后须修改）\n", oneTime)
	}
	return nil
}

func splitComma(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '，' || r == '、' })
}

func listUsers(ctx context.Context, o *office.Office, w io.Writer) error {
	users, err := o.Users(ctx)
	if err != nil {
		return err
	}
	return table(w, "账号\t姓名\t角色\t状态", func(row func(...any)) {
		for _, u := range users {
			labels := make([]string, len(u.Roles))
			for i, r := range u.Roles {
				labels[i] = r.Label()
			}
			state := "正常"
			switch {
			case u.Disabled:
				state = "已停用"
			case u.LockedUntil.After(o.Now()):
				state = "已锁定至 " + local(u.LockedUntil)
			case u.MustChangePassword:
				state = "待改密码"
			}
			row(u.Name, u.DisplayName, strings.Join(labels, "、"), state)
		}
	})
}

func tokenCommand(ctx context.Context, args []string, s streams) int {
	return withVerb(ctx, args, s, map[string]action{
		"add": func(ctx context.Context, o *office.Office, x options, name string) error {
			role, err := industry.ParseRole(x.role)
			if err != nil {
				return err
			}
			key := office.Key{Name: name, Role: role}
			if key.ExpiresAt, err = office.ParseExpiry(x.expires, o.Now()); err != nil {
				return err
			}
			plain, err := o.AddToken(ctx, key, operator)
			return say(s.out, err, "令牌（只显示这一次）：%s\n", plain)
		},
		"list": func(ctx context.Context, o *office.Office, _ options, _ string) error {
			keys, err := o.Tokens(ctx)
			if err != nil {
				return err
			}
			return listKeys(o, s.out, keys)
		},
		"revoke": func(ctx context.Context, o *office.Office, _ options, name string) error {
			return say(s.out, o.RevokeToken(ctx, name, operator), "令牌“%s”已作废\n", name)
		},
	})
}

func screenCommand(ctx context.Context, args []string, s streams) int {
	return withVerb(ctx, args, s, map[string]action{
		"add": func(ctx context.Context, o *office.Office, x options, name string) error {
			key := office.Key{Name: name, Chain: x.chain, Scenes: x.scenes}
			var err error
			if key.ExpiresAt, err = office.ParseExpiry(x.expires, o.Now()); err != nil {
				return err
			}
			plain, err := o.AddScreen(ctx, key, operator)
			return say(s.out, err, "大屏链接（只显示这一次）：http://%s/screen?key=%s\n", x.addr, plain)
		},
		"list": func(ctx context.Context, o *office.Office, _ options, _ string) error {
			keys, err := o.Screens(ctx)
			if err != nil {
				return err
			}
			return listKeys(o, s.out, keys)
		},
		"revoke": func(ctx context.Context, o *office.Office, _ options, name string) error {
			return say(s.out, o.RevokeScreen(ctx, name, operator), "大屏“%s”的链接已作废\n", name)
		},
	})
}

func listKeys(o *office.Office, w io.Writer, keys []office.Key) error {
	return table(w, "名称\t角色\t产业链\t有效期至\t最近使用\t状态", func(row func(...any)) {
		for _, k := range keys {
			state := "有效"
			if !k.Live(o.Now()) {
				state = "已失效"
			}
			row(k.Name, k.Role.Label(), orDash(k.Chain), orDash(local(k.ExpiresAt)), orDash(local(k.LastSeen)), state)
		}
	})
}

func table(w io.Writer, head string, fill func(row func(...any))) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, head)
	fill(func(cells ...any) {
		for i, c := range cells {
			if i > 0 {
				fmt.Fprint(t, "\t")
			}
			fmt.Fprint(t, c)
		}
		fmt.Fprintln(t)
	})
	return t.Flush()
}

func local(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(industry.Shanghai).Format("2006-01-02 15:04")
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
