package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// importFiles imports workbooks one after the other and stops at the first that
// is not taken: 1 when rows were refused, 2 when a file cannot be used.
func importFiles(ctx context.Context, args []string, s streams) int {
	var c config
	var options office.ImportOptions
	var dryRun, asJSON, progress bool
	files, err := c.parse("import", args, func(fs *flag.FlagSet) {
		fs.BoolVar(&dryRun, "dry-run", false, "")
		fs.BoolVar(&asJSON, "json", false, "")
		fs.BoolVar(&progress, "progress", false, "")
		fs.BoolVar(&options.GoodRows, "good-rows", false, "")
		fs.BoolVar(&options.WithdrawAbsent, "withdraw-absent", false, "")
		fs.StringVar(&options.Explain, "explain", "", "")
	})
	if err != nil {
		return fail(s, err)
	}
	if len(files) == 0 {
		usage(s.err)
		return unusable
	}
	return inOffice(ctx, c, s, func(o *office.Office) int {
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				return fail(s, industry.Errorf(industry.Invalid, "不能读取文件：%v", err))
			}
			u := office.Upload{Name: filepath.Base(file), Data: data, Options: options, Actor: operator}
			if code := importOne(ctx, o, u, s, importFlags{dryRun, asJSON, progress}); code != done {
				return code
			}
		}
		return done
	})
}

// importFlags are the flags of an import that are not the office's options.
type importFlags struct{ dryRun, asJSON, progress bool }

func importOne(ctx context.Context, o *office.Office, u office.Upload, s streams, flags importFlags) int {
	take := o.ImportFile
	if flags.dryRun {
		take = o.Preview
	}
	ctx, end := watched(ctx, s, flags.progress)
	i, err := take(ctx, u)
	if end(); err != nil && i.State != office.Rejected {
		return fail(s, fmt.Errorf("%s：%w", u.Name, err))
	}
	if flags.asJSON {
		encoder := json.NewEncoder(s.out)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(i); err != nil {
			return fail(s, err)
		}
	} else {
		report(s.out, i)
	}
	if err != nil {
		fmt.Fprintln(s.err, "chainboard:", err)
		return failed
	}
	if flags.dryRun && !i.Clean() {
		return failed
	}
	return done
}

// report prints an import for a person.
func report(w io.Writer, i office.Import) {
	fmt.Fprintf(w, "%s（批次 %d，%s）\n", i.File, i.ID, office.StateLabel(i.State))
	blank := 0
	for _, t := range i.Sheets {
		if t.Blank() {
			blank++
			continue
		}
		fmt.Fprintf(w, "  %s：读取 %d 行，新增 %d，更新 %d，不变 %d，跳过 %d，退回 %d\n",
			t.Sheet, t.Read, t.New, t.Changed, t.Unchanged, t.Skipped, t.Rejected)
	}
	if blank > 0 {
		fmt.Fprintf(w, "  另有 %d 张表没有数据行\n", blank)
	}
	for _, p := range i.Problems {
		mark := "错误"
		if p.Level == industry.LevelWarning {
			mark = "提醒"
		}
		fmt.Fprintf(w, "  %s %s!%s %s", mark, p.Sheet, p.Cell, p.Message)
		if p.Value != "" {
			fmt.Fprintf(w, "（填的是“%s”）", p.Value)
		}
		if p.Remedy != "" {
			fmt.Fprintf(w, "。%s", p.Remedy)
		}
		fmt.Fprintln(w)
	}
	for _, note := range i.Notes {
		fmt.Fprintln(w, "  说明", note)
	}
}

func exportFile(ctx context.Context, args []string, s streams) int {
	var c config
	var chain, asOf string
	var progress bool
	files, err := c.parse("export", args, func(fs *flag.FlagSet) {
		fs.StringVar(&chain, "chain", "", "")
		fs.StringVar(&asOf, "as-of", "", "")
		fs.BoolVar(&progress, "progress", false, "")
	})
	if err != nil {
		return fail(s, err)
	}
	if len(files) != 1 {
		usage(s.err)
		return unusable
	}
	if err := endsIn(files[0], ".xlsx"); err != nil {
		return fail(s, err)
	}
	options := office.ExportOptions{Chain: chain, Actor: operator}
	if asOf != "" {
		if options.AsOf, err = industry.ParseMoment(asOf); err != nil {
			return fail(s, err)
		}
	}
	return inOffice(ctx, c, s, func(o *office.Office) int {
		return writeFile(files[0], s, func(w io.Writer) error {
			ctx, end := watched(ctx, s, progress)
			defer end()
			return o.Export(ctx, w, options)
		})
	})
}

// templateFile writes the template of the county kept; where none is yet, that
// of what every county begins with, and leaves no database behind.
func templateFile(ctx context.Context, args []string, s streams) int {
	var c config
	files, err := c.parse("template", args, nil)
	if err != nil {
		return fail(s, err)
	}
	if len(files) != 1 {
		usage(s.err)
		return unusable
	}
	if err := endsIn(files[0], ".xlsx"); err != nil {
		return fail(s, err)
	}
	if _, err := os.Stat(filepath.Join(c.data, "chainboard.db")); c.db == "" && err != nil {
		if c.data, err = os.MkdirTemp("", "chainboard-*"); err != nil {
			return fail(s, err)
		}
		defer os.RemoveAll(c.data)
	}
	return inOffice(ctx, c, s, func(o *office.Office) int {
		return writeFile(files[0], s, func(w io.Writer) error { return o.Template(ctx, w) })
	})
}

// endsIn refuses a file's name with another ending than those.
func endsIn(name string, endings ...string) error {
	if slices.ContainsFunc(endings, func(ending string) bool { return strings.EqualFold(filepath.Ext(name), ending) }) {
		return nil
	}
	return industry.Errorf(industry.Invalid, "文件名应以 %s 结尾：%s", strings.Join(endings, "、"), name)
}

// writeFile writes beside the file and renames, so that a failure leaves what
// was there.
func writeFile(name string, s streams, write func(io.Writer) error) int {
	f, err := os.CreateTemp(filepath.Dir(name), ".chainboard-*")
	if err != nil {
		return fail(s, err)
	}
	err = write(f)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return fail(s, errors.Join(err, os.Remove(f.Name())))
	}
	fmt.Fprintf(s.out, "已写出 %s（%s）\n", name, time.Now().In(industry.Shanghai).Format(time.DateTime))
	return done
}
