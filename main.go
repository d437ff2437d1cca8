// Command chainboard serves an industry chain's dashboard from one binary:
// an Excel workbook goes in; the wall, the dispatch table and the lists come out.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	_ "time/tzdata" // a container without zone files still knows its zone

	"chainboard/industry"
	"chainboard/office"
)

// version is set by the release build.
var version = "dev"

// The exit codes; an import whose rows were refused is failed, a file that
// cannot be used is unusable like arguments that cannot.
const (
	done      = 0
	failed    = 1
	unusable  = 2
	cancelled = 130 // by Ctrl-C, with nothing left behind
)

func main() {
	// A county's server is small and shares its machine: half the usual growth
	// between collections keeps an import of 20,000 rows within 120 MB.
	debug.SetGCPercent(50)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // who presses Ctrl-C again does not want to wait
	code := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// streams are where a command reads and writes.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// command is one word of the command line.
type command struct {
	usage string
	run   func(context.Context, []string, streams) int
}

func commands() map[string]command {
	return map[string]command{
		"serve":    {"[serve] [--addr 127.0.0.1:8080] [--db URL] [--data DIR] [--empty]", serve},
		"import":   {"import FILE... [--dry-run] [--good-rows] [--withdraw-absent] [--explain TEXT] [--json] [--progress]", importFiles},
		"export":   {"export FILE.xlsx [--chain CODE] [--as-of DATE|INSTANT] [--progress]", exportFile},
		"template": {"template FILE.xlsx", templateFile},
		"briefing": {"briefing --month 2026-09 [--chain CODE] [--kind bulletin] [--progress] FILE.docx|.pdf|.xlsx|.pptx", briefingFile},
		"document": {"document keep --month 2026-09 [--chain CODE] [--kind bulletin] [--format docx] [--files all|bulletin.docx,annex.xlsx] [--progress] | list --month 2026-09 | get NUMBER FILE | schedule [--on|--off] [--day 10] [--hour 8] [--chains all,CODE] [--files LIST]", documentCommand},
		"chart":    {"chart NAME [FILE.csv|.json|.svg|.png] [--chain CODE] [--month 2026-09] [--as-of DATE|INSTANT] [--indicator CODE] [--by branch|segment|region] [--months 24] | list", chartCommand},
		"trace":    {"trace --indicator CODE [--of growth] | --figure issues.overdue [--by department --group NAME] [--chain CODE] [--month 2026-09] [--as-of DATE|INSTANT] [--json] [FILE.xlsx]", traceCommand},
		"user":     {"user add NAME --role ROLE [--password-stdin] | list | reset NAME | unlock NAME | disable NAME", userCommand},
		"token":    {"token add NAME --role ROLE [--expires 90d] | list | revoke NAME", tokenCommand},
		"screen":   {"screen add NAME [--chain CODE] [--scenes a:30,b:15] [--expires 365d] | list | revoke NAME", screenCommand},
		"migrate":  {"migrate", migrate},
		"version":  {"version", printVersion},
	}
}

// run is the whole program but for the process: arguments in, exit code out.
func run(ctx context.Context, args []string, s streams) int {
	name := "serve"
	if len(args) > 0 && args[0] != "" && args[0][0] != '-' {
		name, args = args[0], args[1:]
	}
	c, ok := commands()[name]
	if !ok || len(args) > 0 && (args[0] == "--help" || args[0] == "-h") {
		usage(s.err)
		if ok || name == "help" {
			return done
		}
		return unusable
	}
	code := c.run(ctx, args, s)
	if code != done && ctx.Err() != nil {
		return cancelled
	}
	return code
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "用法：chainboard 命令 [选项]。每个选项也可用环境变量 CHAINBOARD_选项名 给出。")
	for _, name := range []string{"serve", "import", "export", "template", "briefing", "document", "chart", "trace", "user", "token", "screen", "migrate", "version"} {
		fmt.Fprintln(w, "  chainboard", commands()[name].usage)
	}
}

// fail tells a person what went wrong and returns the exit code for it.
func fail(s streams, err error) int {
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(s.err, "chainboard: 已取消，没有留下任何结果")
		return cancelled
	}
	fmt.Fprintln(s.err, "chainboard:", err)
	var e *industry.Error
	if errors.As(err, &e) {
		for _, name := range slices.Sorted(maps.Keys(e.Fields)) {
			if sentence := e.Fields[name]; !strings.Contains(e.Message, sentence) {
				fmt.Fprintf(s.err, "  %s：%s\n", name, sentence)
			}
		}
		switch e.Kind {
		case industry.Invalid, industry.Unsupported, industry.TooLarge:
			return unusable
		}
	}
	return failed
}

// inOffice runs a command's work on the configured database.
func inOffice(ctx context.Context, c config, s streams, work func(*office.Office) int) int {
	o, err := office.Open(ctx, c.database(), shippedSample())
	if err != nil {
		return fail(s, err)
	}
	code := work(o)
	if err := o.Close(); err != nil && code == done {
		return fail(s, err)
	}
	return code
}

func migrate(ctx context.Context, args []string, s streams) int {
	var c config
	if _, err := c.parse("migrate", args, nil); err != nil {
		return fail(s, err)
	}
	return inOffice(ctx, c, s, func(*office.Office) int {
		fmt.Fprintln(s.out, "数据库结构已是最新")
		return done
	})
}

func printVersion(_ context.Context, _ []string, s streams) int {
	fmt.Fprintln(s.out, "chainboard", version)
	return done
}
