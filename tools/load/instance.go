package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"chainboard/office"
	"chainboard/sample"
	"chainboard/server"
	"chainboard/static"
)

// instance is one server as chainboard serve runs it.
type instance struct {
	office  *office.Office
	base    string
	web     *http.Server
	closing chan struct{}
}

func start(ctx context.Context, db string) (*instance, error) {
	o, err := office.Open(ctx, db, office.Sample{Name: sample.Name, Data: sample.Workbook()})
	if err != nil {
		return nil, err
	}
	if _, err := o.LoadSample(ctx); err != nil {
		return nil, err
	}
	assets, err := static.Load()
	if err != nil {
		return nil, err
	}
	in := &instance{office: o, closing: make(chan struct{})}
	handler, err := server.New(server.Config{
		Office: o, Assets: assets, Log: slog.New(slog.NewTextHandler(os.Stderr, nil)), Closing: in.closing,
	})
	if err != nil {
		return nil, err
	}
	in.web = &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 5 * time.Minute, WriteTimeout: 5 * time.Minute}
	if in.base, err = listen(in.web); err != nil {
		return nil, err
	}
	return in, nil
}

// listen serves on a port of its own and returns the address.
func listen(web *http.Server) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() {
		if err := web.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			fmt.Fprintln(os.Stderr, "load: serve:", err)
		}
	}()
	return "http://" + l.Addr().String(), nil
}

func (in *instance) stop() {
	close(in.closing)
	for _, err := range []error{in.web.Close(), in.office.Close()} {
		if err != nil {
			fmt.Fprintln(os.Stderr, "load: stop:", err)
		}
	}
}

// wall makes a screen's key and returns its cookie.
func (in *instance) wall(ctx context.Context, name string) (string, error) {
	plain, err := in.office.AddScreen(ctx, office.Key{Name: name}, office.Actor{Name: "load"})
	if err != nil {
		return "", err
	}
	return "chainboard_screen=" + strings.TrimSpace(plain), nil
}
