package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"chainboard/office"
)

// watched returns a context under which long work tells its progress on standard
// error: on one line where that is a terminal, else a line a step where asked. What
// it returns beside clears that line, before anything else is said.
func watched(ctx context.Context, s streams, asked bool) (context.Context, func()) {
	terminal := isTerminal(s.err)
	if !terminal && !asked {
		return ctx, func() {}
	}
	tell := func(p office.Progress) { fmt.Fprintln(s.err, progressText(p)) }
	end := func() {}
	if terminal {
		const back = "\r\x1b[K" // to the beginning of the line, nothing left of it
		tell = func(p office.Progress) { fmt.Fprint(s.err, back+progressText(p)) }
		end = func() { fmt.Fprint(s.err, back) }
	}
	return office.WithProgress(ctx, tell), end
}

// progressText is where the work is: 37% 3/10 资料汇编 .docx：绘制图 3/9.
func progressText(p office.Progress) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%3d%% ", p.Percent())
	if n := len(p.Parts); p.Part < n {
		fmt.Fprintf(&b, "%d/%d %s：", p.Part+1, n, p.Parts[p.Part])
	}
	b.WriteString(p.Doing)
	return b.String()
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
