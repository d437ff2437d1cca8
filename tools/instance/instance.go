// Package instance starts the program's own server for the tools that measure and
// photograph it.
package instance

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

// Instance is one server as chainboard serve runs it.
type Instance struct {
	Office *office.Office
	Base   string // its address: http://127.0.0.1:PORT

	web     *http.Server
	closing chan struct{}
}

// Start serves the database at this URL, which gets the sample when it is empty,
// on a port of its own.
func Start(ctx context.Context, db string) (*Instance, error) {
	o, err := office.Open(ctx, db, office.Sample{Name: sample.Name, Data: sample.Workbook(), OutlineName: sample.OutlineName, Outline: sample.Outline()})
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
	in := &Instance{Office: o, closing: make(chan struct{})}
	handler, err := server.New(server.Config{
		Office: o, Assets: assets, Log: slog.New(slog.NewTextHandler(os.Stderr, nil)), Closing: in.closing,
	})
	if err != nil {
		return nil, err
	}
	in.web = &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 5 * time.Minute, WriteTimeout: 5 * time.Minute}
	if in.Base, err = Listen(in.web); err != nil {
		return nil, err
	}
	return in, nil
}

// Listen serves on a port of its own and returns its address: http://127.0.0.1:PORT.
func Listen(web *http.Server) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() {
		if err := web.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			fmt.Fprintln(os.Stderr, "instance: serve:", err)
		}
	}()
	return "http://" + l.Addr().String(), nil
}

// Stop ends the server and closes its database.
func (in *Instance) Stop() {
	close(in.closing)
	for _, err := range []error{in.web.Close(), in.Office.Close()} {
		if err != nil {
			fmt.Fprintln(os.Stderr, "instance: stop:", err)
		}
	}
}

// Screen makes a screen's key, with which its wall is opened.
func (in *Instance) Screen(ctx context.Context, name string) (string, error) {
	key, err := in.Office.AddScreen(ctx, office.Key{Name: name}, office.Actor{Name: "tools"})
	return strings.TrimSpace(key), err
}
