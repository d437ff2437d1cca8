//go:build unix

package testkit

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
)

// clusterScript makes a cluster, starts it, says "ready" and waits until its
// standard input ends, that is, until the test process is gone however it went
// (also by a panic or a kill). Then it stops the server and removes the files.
// Durability is off: the data live as long as the test.
const clusterScript = `
bin=$1 dir=$2
if "$bin/initdb" -D "$dir/data" -U chainboard -A trust -E UTF8 --locale=C -N >"$dir/log" 2>&1 &&
	"$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -s -w -t 60 -o "-k '$dir' -c listen_addresses= \
		-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB" start >>"$dir/log" 2>&1
then
	echo ready
	read -r _
	"$bin/pg_ctl" -D "$dir/data" -s -m immediate stop
else
	tail -n 20 "$dir/log"
fi
rm -rf "$dir"
`

// startCluster starts a private PostgreSQL server that listens on a socket in a
// directory of its own. The error is errNoServer where the machine has no server
// binaries.
func startCluster() (postgresServer, error) {
	bin, ok := serverBinaries("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql@*/bin")
	if !ok {
		return postgresServer{}, errNoServer
	}
	attributes := &syscall.SysProcAttr{Setsid: true} // Ctrl-C must not end the script before it cleaned up
	parent := os.TempDir()
	if os.Geteuid() == 0 {
		owner, err := unprivileged()
		if err != nil {
			return postgresServer{}, err
		}
		attributes.Credential = owner
		parent = "/tmp" // root's own TMPDIR may be closed to the other user
	}
	dir, err := os.MkdirTemp(parent, "chainboard-pg-")
	if err != nil {
		return postgresServer{}, err
	}
	if owner := attributes.Credential; owner != nil {
		if err := os.Chown(dir, int(owner.Uid), int(owner.Gid)); err != nil {
			return postgresServer{}, err
		}
	}
	lease, err := supervise(bin, dir, attributes)
	if err != nil {
		return postgresServer{}, err
	}
	query := url.Values{"host": {dir}, "sslmode": {"disable"}}
	return postgresServer{address: "postgres://chainboard@/postgres?" + query.Encode(), lease: lease}, nil
}

// supervise runs clusterScript and returns, when the server answers, the write
// end of the script's standard input: the server runs until it is closed.
func supervise(bin, dir string, attributes *syscall.SysProcAttr) (lease io.Closer, err error) {
	cmd := exec.Command("/bin/sh", "-c", clusterScript, "sh", bin, dir)
	cmd.Dir = dir
	cmd.SysProcAttr = attributes
	lease, err = cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	reader := bufio.NewReader(output)
	line, err := reader.ReadString('\n')
	if err == nil && line == "ready\n" {
		return lease, nil
	}
	rest, _ := io.ReadAll(reader)
	return nil, fmt.Errorf("PostgreSQL in %s did not start:\n%s%s", bin, line, rest)
}

// serverBinaries returns the directory with initdb, pg_ctl and postgres: that of
// the PATH, else the last match (newest version) of the patterns.
func serverBinaries(patterns ...string) (dir string, ok bool) {
	if initdb, err := exec.LookPath("initdb"); err == nil {
		if real, err := filepath.EvalSymlinks(initdb); err == nil && complete(filepath.Dir(real)) {
			return filepath.Dir(real), true
		}
	}
	for _, pattern := range patterns {
		found, _ := filepath.Glob(pattern) // errs on a malformed pattern only
		for _, dir := range slices.Backward(found) {
			if complete(dir) {
				return dir, true
			}
		}
	}
	return "", false
}

// complete tells whether dir holds every program a cluster needs.
func complete(dir string) bool {
	for _, name := range []string{"initdb", "pg_ctl", "postgres"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			return false
		}
	}
	return true
}

// unprivileged returns the user PostgreSQL runs as when the tests run as root,
// which it refuses: postgres where that user exists, else nobody.
func unprivileged() (*syscall.Credential, error) {
	owner, err := user.Lookup("postgres")
	if err != nil {
		owner, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, err
	}
	uid, err := strconv.ParseUint(owner.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(owner.Gid, 10, 32)
	if err != nil {
		return nil, err
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
}
