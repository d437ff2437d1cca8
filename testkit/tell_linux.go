package testkit

import (
	"fmt"
	"os"
)

// tellParent writes a line to the standard error of the go command that runs
// this test binary: go test throws away what a passing package prints, so a
// skip would otherwise stay unseen without -v.
//
// A plain file is left alone: the go command writes it from an offset of its own
// and would overwrite the line.
func tellParent(line string) {
	name := fmt.Sprintf("/proc/%d/fd/2", os.Getppid())
	info, err := os.Stat(name)
	if err != nil || info.Mode()&(os.ModeNamedPipe|os.ModeCharDevice) == 0 {
		return
	}
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return
	}
	defer f.Close()
	fmt.Fprintln(f, line)
}
