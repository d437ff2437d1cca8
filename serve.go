package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/server"
	"chainboard/static"
)

// serve opens the database, fills an empty one with the sample, tells how to
// sign in, and answers until it is told to stop.
func serve(ctx context.Context, args []string, s streams) int {
	var c config
	var addr string
	var empty bool
	rest, err := c.parse("serve", args, func(fs *flag.FlagSet) {
		fs.StringVar(&addr, "addr", "127.0.0.1:8080", "")
		fs.BoolVar(&empty, "empty", false, "")
	})
	if err == nil && len(rest) > 0 {
		usage(s.err)
		return unusable
	}
	if err != nil {
		return fail(s, err)
	}
	return inOffice(ctx, c, s, func(o *office.Office) int {
		if err := start(ctx, o, site{addr, empty}, s); err != nil {
			return fail(s, err)
		}
		return done
	})
}

// site is how the server is reached and what it starts with.
type site struct {
	addr  string
	empty bool
}

func start(ctx context.Context, o *office.Office, at site, s streams) error {
	log := slog.New(slog.NewTextHandler(s.err, nil))
	if !at.empty {
		loaded, err := o.LoadSample(ctx)
		if err != nil {
			return fmt.Errorf("导入示例数据：%w", err)
		}
		if loaded {
			fmt.Fprintln(s.out, "数据库是空的，已导入示例数据（虚构的示例县）。用自己的数据开始：撤销该批次，或以 --empty 启动")
		}
	}
	listener, err := net.Listen("tcp", at.addr)
	if err != nil {
		return fmt.Errorf("不能监听 %s：%w", at.addr, err)
	}
	base := "http://" + reachable(listener.Addr())
	if err := greet(ctx, o, base, s); err != nil {
		return errors.Join(err, listener.Close())
	}
	assets, err := static.Load()
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	handler, err := server.New(server.Config{Office: o, Assets: assets, Log: log, Closing: ctx.Done()})
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	web := &http.Server{
		Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 5 * time.Minute,
		WriteTimeout: 5 * time.Minute, IdleTimeout: 2 * time.Minute, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	var behind sync.WaitGroup // what works without being asked, and ends before the database is closed
	defer behind.Wait()
	ctx, end := context.WithCancel(ctx)
	defer end()
	behind.Go(func() { sweep(ctx, o, log) })
	behind.Go(func() { o.KeepDrafting(ctx, draftTeller(log)) })
	stopped := make(chan error, 1)
	go func() { stopped <- web.Serve(listener) }()
	select {
	case err := <-stopped:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	defer cancel()
	if err := web.Shutdown(patience); err != nil {
		return web.Close()
	}
	return nil
}

// reachable returns the address to print for a listener: of one on every
// interface, the machine's first own IPv4 address.
func reachable(at net.Addr) string {
	tcp, ok := at.(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return at.String()
	}
	host := "127.0.0.1"
	own, err := net.InterfaceAddrs()
	if err != nil {
		own = nil
	}
	for _, a := range own {
		if ip, ok := a.(*net.IPNet); ok && ip.IP.To4() != nil && !ip.IP.IsLoopback() {
			host = ip.IP.String()
			break
		}
	}
	return net.JoinHostPort(host, strconv.Itoa(tcp.Port))
}

// greet prints where the program is reached and, the first time, how to sign in
// and the link for the wall: to standard output only, never to a log.
func greet(ctx context.Context, o *office.Office, base string, s streams) error {
	fmt.Fprintln(s.out, "产业链链长驾驶舱：", base)
	name, password, err := o.FirstAccount(ctx)
	if err != nil {
		return err
	}
	if password != "" {
		fmt.Fprintf(s.out, "首个账号：%s    一次性密码：%s    （首次登录须修改；兼系统管理员和链长办，另建链长办账号后只留系统管理员）\n", name, password)
		key, err := o.AddScreen(ctx, office.Key{Name: "大屏1", ExpiresAt: o.Now().AddDate(1, 0, 0)}, operator)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.out, "大屏链接：%s/screen?key=%s\n", base, key)
	}
	if strings.HasPrefix(base, "http://127.") {
		fmt.Fprintln(s.out, "目前只有本机能访问。给大屏和别的电脑用：chainboard serve --addr 0.0.0.0:8080，再以本机的内网地址打开")
	}
	return nil
}

// draftTeller logs what was drafted and what went wrong.
func draftTeller(log *slog.Logger) func([]industry.DocumentDraft, error) {
	return func(made []industry.DocumentDraft, err error) {
		for _, d := range made {
			log.Info("draft papers", "chain", d.Chain, "outcome", d.Outcome, "said", d.Said)
		}
		if err != nil {
			log.Warn("draft papers", "error", err)
		}
	}
}

// sweep removes expired sessions every hour.
func sweep(ctx context.Context, o *office.Office, log *slog.Logger) {
	tick := time.NewTicker(time.Hour)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if err := o.Store().SweepSessions(ctx); err != nil {
				log.Warn("sweep sessions", "error", err)
			}
		}
	}
}
