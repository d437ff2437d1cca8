package main

import (
	"context"
	"flag"
	"io"
	"path/filepath"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// briefingFile writes a paper of a month. Without --month it is that of the
// newest month with a revenue figure.
func briefingFile(ctx context.Context, args []string, s streams) int {
	var c config
	var month, kind string
	var progress bool
	q := office.DocumentQuery{Actor: operator}
	files, err := c.parse("briefing", args, func(fs *flag.FlagSet) {
		fs.StringVar(&month, "month", "", "")
		fs.StringVar(&q.Chain, "chain", industry.AllChains, "")
		fs.StringVar(&kind, "kind", "", "")
		fs.BoolVar(&progress, "progress", false, "")
	})
	if err != nil {
		return fail(s, err)
	}
	if len(files) != 1 {
		usage(s.err)
		return unusable
	}
	if err := endsIn(files[0], industry.DocumentEndings()...); err != nil {
		return fail(s, err)
	}
	q.Ending = strings.ToLower(filepath.Ext(files[0]))
	if q.Kind, err = industry.ParseDocumentKind(kind, q.Ending); err != nil {
		return fail(s, err)
	}
	if month != "" {
		if q.Month, err = industry.ParseMonth(month); err != nil {
			return fail(s, err)
		}
	}
	return inOffice(ctx, c, s, func(o *office.Office) int {
		ctx, end := watched(ctx, s, progress)
		file, err := o.Document(ctx, q)
		if end(); err != nil {
			return fail(s, err)
		}
		return writeFile(files[0], s, func(w io.Writer) error {
			_, err := w.Write(file)
			return err
		})
	})
}
