// Command load measures how fast screens learn of what is saved, how fast a kept
// scene is sent, and how soon the first scene stands in a browser:
//
//	go run ./tools/load push [-screens 500] [-rounds 20] [-instances 1] [-db URL]
//	go run ./tools/load rate [-clients 8] [-length 400ms]
//	go run ./tools/load first [-rounds 10] [-browser /usr/bin/chromium]
//
// It starts the program's own server, with the sample in a database of its own;
// -db names another one, which must be empty: several instances share it.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"time"

	"chainboard/tools/instance"
)

type options struct {
	db        string
	screens   int
	rounds    int
	instances int
	clients   int
	length    time.Duration
	profile   string
	browser   string
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	measures := map[string]func(context.Context, options, []*instance.Instance) error{"push": push, "rate": rate, "first": first}
	if len(args) == 0 || measures[args[0]] == nil {
		return fmt.Errorf("want push, rate or first")
	}
	var o options
	fs := flag.NewFlagSet("load", flag.ContinueOnError)
	fs.StringVar(&o.db, "db", "", "database of the server, empty: a new SQLite file")
	fs.IntVar(&o.screens, "screens", 500, "open event streams")
	fs.IntVar(&o.rounds, "rounds", 20, "changes")
	fs.IntVar(&o.instances, "instances", 1, "servers on the database")
	fs.IntVar(&o.clients, "clients", 8, "connections that ask without a pause")
	fs.DurationVar(&o.length, "length", 400*time.Millisecond, "how long they ask in each turn")
	fs.StringVar(&o.browser, "browser", "/usr/bin/chromium", "path of Chromium")
	fs.StringVar(&o.profile, "profile", "", "file for a CPU profile of the measuring")
	if err := fs.Parse(args[1:]); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "chainboard-load-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if o.db == "" {
		o.db = "sqlite:" + filepath.Join(dir, "load.db")
	}
	ctx := context.Background()
	var all []*instance.Instance
	for range o.instances {
		in, err := instance.Start(ctx, o.db)
		if err != nil {
			return err
		}
		defer in.Stop()
		all = append(all, in)
	}
	if o.profile != "" {
		f, err := os.Create(o.profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	return measures[args[0]](ctx, o, all)
}
