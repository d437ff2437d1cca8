package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// documentOptions are the flags of the document command.
type documentOptions struct {
	config
	month, kind, ending, files string
	progress                   bool
	office.KeepRequest
}

// documentCommand keeps papers of a month, lists what is kept and writes one out
// as it was kept.
func documentCommand(ctx context.Context, args []string, s streams) int {
	if slices.Contains(args, "schedule") {
		return documentSchedule(ctx, args, s)
	}
	x := documentOptions{KeepRequest: office.KeepRequest{Actor: operator}}
	rest, err := x.parse("document", args, func(fs *flag.FlagSet) {
		fs.StringVar(&x.month, "month", "", "")
		fs.StringVar(&x.Chain, "chain", industry.AllChains, "")
		fs.StringVar(&x.kind, "kind", string(industry.Bulletin), "")
		fs.StringVar(&x.ending, "format", "", "")
		fs.StringVar(&x.files, "files", "", "")
		fs.BoolVar(&x.progress, "progress", false, "")
	})
	if err != nil {
		return fail(s, err)
	}
	var work func(*office.Office) error
	switch {
	case len(rest) == 1 && rest[0] == "keep":
		work = func(o *office.Office) error { return x.keep(ctx, o, s) }
	case len(rest) == 1 && rest[0] == "list":
		work = func(o *office.Office) error { return x.list(ctx, o, s.out) }
	case len(rest) == 3 && rest[0] == "get":
		return inOffice(ctx, x.config, s, func(o *office.Office) int { return getDocument(ctx, o, s, rest[1], rest[2]) })
	default:
		usage(s.err)
		return unusable
	}
	if x.month != "" {
		if x.Month, err = industry.ParseMonth(x.month); err != nil {
			return fail(s, err)
		}
	}
	return inOffice(ctx, x.config, s, func(o *office.Office) int {
		if err := work(o); err != nil {
			return fail(s, err)
		}
		return done
	})
}

// keep makes the papers of --files, which is a list or all; without it the one of
// --kind and --format.
func (x *documentOptions) keep(ctx context.Context, o *office.Office, s streams) error {
	if err := x.choose(); err != nil {
		return err
	}
	ctx, end := watched(ctx, s, x.progress)
	kept, err := o.KeepDocuments(ctx, x.KeepRequest)
	if end(); err != nil {
		return err
	}
	for _, d := range kept {
		said := "已存档"
		if !d.Added {
			said = "与已存档的相同，没有再存"
		}
		fmt.Fprintf(s.out, "%s：第 %d 号 %s %s，SHA-256 %s\n", said, d.ID, d.Title, d.Ending, d.SHA256)
	}
	return nil
}

func (x *documentOptions) choose() (err error) {
	switch x.files {
	case "":
		f := industry.DocumentFile{Ending: "." + x.ending}
		if f.Kind, err = industry.ParseDocumentKind(x.kind, ""); err != nil {
			return err
		}
		if x.ending == "" {
			f.Ending = f.Kind.Endings()[0]
		}
		x.Files = []industry.DocumentFile{f}
		return nil
	case "all":
		return nil
	}
	x.Files, err = industry.ParseDocumentFiles(x.files)
	return err
}

func (x *documentOptions) list(ctx context.Context, o *office.Office, w io.Writer) error {
	if !x.Month.Defined() {
		return industry.Errorf(industry.Invalid, "请写明数据月份，如 --month 2026-09")
	}
	kept, _, err := o.KeptDocuments(ctx, office.KeptFilter{Month: x.Month, Chain: x.Chain})
	if err != nil {
		return err
	}
	return table(w, "号\t材料\t格式\t存档时间\t存档人\tSHA-256", func(row func(...any)) {
		for _, d := range kept {
			row(d.ID, d.Kind.Label(), d.Ending, local(d.At), d.By, d.SHA256)
		}
	})
}

// getDocument writes a kept paper's file; one that is not what was kept any more
// is not written.
func getDocument(ctx context.Context, o *office.Office, s streams, number, name string) int {
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return fail(s, industry.Errorf(industry.Invalid, "存档号应为数字，可用 document list 查看"))
	}
	d, content, err := o.KeptDocument(ctx, id, operator)
	if err != nil {
		return fail(s, err)
	}
	if err := endsIn(name, d.Ending); err != nil {
		return fail(s, err)
	}
	return writeFile(name, s, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}
