package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// scheduleOptions are the flags of document schedule; what is not given stays.
type scheduleOptions struct {
	on, off       bool
	day, hour     int
	chains, files string
}

// documentSchedule shows when which papers are drafted, after what the flags change.
func documentSchedule(ctx context.Context, args []string, s streams) int {
	var c config
	var x scheduleOptions
	rest, err := c.parse("document", args, func(fs *flag.FlagSet) {
		fs.BoolVar(&x.on, "on", false, "")
		fs.BoolVar(&x.off, "off", false, "")
		fs.IntVar(&x.day, "day", 0, "")
		fs.IntVar(&x.hour, "hour", -1, "")
		fs.StringVar(&x.chains, "chains", "", "")
		fs.StringVar(&x.files, "files", "", "")
	})
	if err != nil {
		return fail(s, err)
	}
	if len(rest) != 1 || x.on && x.off {
		usage(s.err)
		return unusable
	}
	return inOffice(ctx, c, s, func(o *office.Office) int {
		if err := x.set(ctx, o); err != nil {
			return fail(s, err)
		}
		if err := showSchedule(ctx, o, s.out); err != nil {
			return fail(s, err)
		}
		return done
	})
}

// set decides the schedule anew where a flag was given.
func (x scheduleOptions) set(ctx context.Context, o *office.Office) error {
	if x == (scheduleOptions{hour: -1}) {
		return nil
	}
	d, err := o.DocumentSchedule(ctx)
	if err != nil {
		return err
	}
	d.On = (d.On || x.on) && !x.off
	if x.day != 0 {
		d.Day = x.day
	}
	if x.hour >= 0 {
		d.Hour = x.hour
	}
	if x.chains != "" {
		d.Chains = splitComma(x.chains)
	}
	if x.files != "" {
		if d.Files, err = industry.ParseDocumentFiles(x.files); err != nil {
			return err
		}
	}
	return o.SetDocumentSchedule(ctx, d, operator)
}

func showSchedule(ctx context.Context, o *office.Office, w io.Writer) error {
	d, err := o.DocumentSchedule(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "自动起草："+d.Text())
	if next := d.Next(o.Now()); !next.IsZero() {
		fmt.Fprintf(w, "产业链：%s\n下次：%s\n", strings.Join(d.Chains, industry.ListSeparator), local(next))
	}
	drafts, err := o.DocumentDrafts(ctx, 12)
	if err != nil || len(drafts) == 0 {
		return err
	}
	return table(w, "计划时间\t产业链\t结果\t完成时间", func(row func(...any)) {
		for _, d := range drafts {
			row(local(d.Slot), d.Chain, d.Said, local(d.At))
		}
	})
}
