package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/sample"
)

// config is what every command is told: where the data are.
type config struct {
	db   string
	data string
}

// database returns the URL of the database: --db, or SQLite in the data directory.
func (c config) database() string {
	if c.db != "" {
		return c.db
	}
	return "sqlite:" + filepath.Join(c.data, "chainboard.db")
}

// parse reads a command's options, first from CHAINBOARD_… variables, then from
// the arguments, among which they may stand anywhere; it returns the others.
func (c *config) parse(name string, args []string, define func(*flag.FlagSet)) ([]string, error) {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&c.db, "db", "", "")
	fs.StringVar(&c.data, "data", "data", "")
	if define != nil {
		define(fs)
	}
	if err := fromEnvironment(fs); err != nil {
		return nil, err
	}
	var rest []string
	for len(args) > 0 {
		if err := fs.Parse(args); err != nil {
			return nil, industry.Errorf(industry.Invalid, "选项不能识别：%v。用 chainboard help 查看用法", err)
		}
		args = fs.Args()
		if len(args) > 0 {
			rest, args = append(rest, args[0]), args[1:]
		}
	}
	return rest, nil
}

func fromEnvironment(fs *flag.FlagSet) error {
	var wrong error
	fs.VisitAll(func(f *flag.Flag) {
		name := "CHAINBOARD_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		if value, ok := os.LookupEnv(name); ok && value != "" {
			if err := fs.Set(f.Name, value); err != nil && wrong == nil {
				wrong = industry.Errorf(industry.Invalid, "环境变量 %s 的值不能识别", name)
			}
		}
	})
	return wrong
}

func shippedSample() office.Sample {
	return office.Sample{Name: sample.Name, Data: sample.Workbook(), OutlineName: sample.OutlineName, Outline: sample.Outline()}
}

// operator is who acts on the command line.
var operator = office.Actor{Name: "命令行", Address: "本机"}
