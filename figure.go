package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// about are the flags that say of which chain, month and moment figures are.
type about struct {
	config
	chain, month, asOf string
	by                 string
}

// parse reads them with a command's own flags.
func (x *about) parse(name string, args []string, own func(*flag.FlagSet)) ([]string, error) {
	return x.config.parse(name, args, func(fs *flag.FlagSet) {
		fs.StringVar(&x.chain, "chain", industry.AllChains, "")
		fs.StringVar(&x.month, "month", "", "")
		fs.StringVar(&x.asOf, "as-of", "", "")
		fs.StringVar(&x.by, "by", "", "")
		own(fs)
	})
}

// query is what the flags ask for: without --month the newest month with a revenue
// figure.
func (x *about) query() (q office.Query, err error) {
	q.Chain = x.chain
	if x.month != "" {
		if q.Month, err = industry.ParseMonth(x.month); err != nil {
			return q, err
		}
	}
	if x.asOf != "" {
		q.AsOf, err = industry.ParseMoment(x.asOf)
	}
	return q, err
}

// chartCommand gives a chart as everybody may see it: the table of its figures on
// standard output, or a file in the form its ending names.
func chartCommand(ctx context.Context, args []string, s streams) int {
	var x about
	var q office.ChartQuery
	rest, err := x.parse("chart", args, func(fs *flag.FlagSet) {
		fs.StringVar(&q.Indicator, "indicator", "", "")
		fs.IntVar(&q.Months, "months", 0, "")
	})
	switch {
	case err != nil:
		return fail(s, err)
	case len(rest) == 1 && rest[0] == "list":
		return chartList(s)
	case len(rest) != 1 && len(rest) != 2:
		usage(s.err)
		return unusable
	}
	ending := ".csv"
	if len(rest) == 2 {
		if err := endsIn(rest[1], office.ChartEndings()...); err != nil {
			return fail(s, err)
		}
		ending = strings.ToLower(filepath.Ext(rest[1]))
	}
	if q.Query, err = x.query(); err == nil && x.by != "" {
		q.By, err = industry.ParseGrouping(x.by)
	}
	if err == nil && (q.Months < 0 || q.Months > office.MostTrendMonths) {
		err = industry.Errorf(industry.Invalid, "--months 应为1至%d的整数", office.MostTrendMonths)
	}
	if err != nil {
		return fail(s, err)
	}
	q.Name = rest[0]
	return inOffice(ctx, x.config, s, func(o *office.Office) int {
		file, err := o.ChartFile(ctx, q, ending)
		if err != nil {
			return fail(s, err)
		}
		write := func(w io.Writer) error {
			_, err := w.Write(file)
			return err
		}
		if len(rest) == 2 {
			return writeFile(rest[1], s, write)
		}
		if err := write(s.out); err != nil {
			return fail(s, err)
		}
		return done
	})
}

func chartList(s streams) int {
	err := table(s.out, "名称\t内容", func(row func(...any)) {
		for _, c := range office.ChartNames() {
			row(c.Name, c.Title)
		}
	})
	if err != nil {
		return fail(s, err)
	}
	return done
}

// traced is what trace explains: a figure of an indicator, or one that counts
// records.
type traced struct {
	about
	indicator, of, figure, group string
	asJSON                       bool
}

// traceCommand explains a figure: its formula and the records behind it with their
// cells, for a person, as JSON or as a workbook.
func traceCommand(ctx context.Context, args []string, s streams) int {
	var x traced
	rest, err := x.parse("trace", args, func(fs *flag.FlagSet) {
		fs.StringVar(&x.indicator, "indicator", "", "")
		fs.StringVar(&x.of, "of", "", "")
		fs.StringVar(&x.figure, "figure", "", "")
		fs.StringVar(&x.group, "group", "", "")
		fs.BoolVar(&x.asJSON, "json", false, "")
	})
	if err != nil {
		return fail(s, err)
	}
	if len(rest) > 1 || (x.indicator == "") == (x.figure == "") || x.asJSON && len(rest) == 1 {
		usage(s.err)
		return unusable
	}
	if len(rest) == 1 {
		if err := endsIn(rest[0], ".xlsx"); err != nil {
			return fail(s, err)
		}
	}
	q, err := x.query()
	if err != nil {
		return fail(s, err)
	}
	return inOffice(ctx, x.config, s, func(o *office.Office) int {
		if q, err = o.Settle(ctx, q); err != nil {
			return fail(s, err)
		}
		reader := office.Reader{User: industry.User{Name: operator.Name, Roles: []industry.Role{industry.ChainOffice}}, Actor: operator}
		explain, file := x.ofIndicator, x.indicatorFile
		if x.figure != "" {
			explain, file = x.ofRecords, x.recordsFile
		}
		if len(rest) == 1 {
			data, err := file(ctx, o, q, reader)
			if err != nil {
				return fail(s, err)
			}
			return writeFile(rest[0], s, func(w io.Writer) error {
				_, err := w.Write(data)
				return err
			})
		}
		told, lines, err := explain(ctx, o, q, reader)
		switch {
		case err != nil:
		case x.asJSON:
			encoder := json.NewEncoder(s.out)
			encoder.SetIndent("", "  ")
			err = encoder.Encode(told)
		default:
			_, err = fmt.Fprintln(s.out, strings.Join(lines, "\n"))
		}
		if err != nil {
			return fail(s, err)
		}
		return done
	})
}
