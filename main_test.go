package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"chainboard/sample"
	"chainboard/testkit"
)

// chainboard runs one command and returns its exit code and output.
func chainboard(t *testing.T, stdin string, args ...string) (int, string, string) {
	t.Helper()
	var out, err bytes.Buffer
	code := run(context.Background(), args, streams{strings.NewReader(stdin), &out, &err})
	return code, out.String(), err.String()
}

func TestImportExportTemplate(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole sample is for the full run: under the race detector it takes minutes")
	}
	testkit.Databases(t, func(t *testing.T, url string) {
		dir := t.TempDir()
		book, copied, empty := filepath.Join(dir, sample.Name), filepath.Join(dir, "copy.xlsx"), filepath.Join(dir, "empty.xlsx")
		if err := os.WriteFile(book, sample.Workbook(), 0o600); err != nil {
			t.Fatal(err)
		}
		db := "--db=" + url
		if code, out, err := chainboard(t, "", "import", "--dry-run", db, book); code != done || !strings.Contains(out, "已预览") {
			t.Fatalf("dry run: %d %s %s", code, out, err)
		}
		if code, out, err := chainboard(t, "", "import", book, db); code != done || !strings.Contains(out, "月度调度：读取 8721 行，新增 8721") {
			t.Fatalf("import: %d %s %s", code, out, err)
		}
		if code, _, err := chainboard(t, "", "export", copied, db); code != done {
			t.Fatalf("export: %d %s", code, err)
		}
		code, out, err := chainboard(t, "", "import", copied, "--json", db)
		var i struct {
			State  string
			Sheets []struct{ Read, Unchanged int }
		}
		if jsonErr := json.Unmarshal([]byte(out), &i); jsonErr != nil || code != done || i.State != "applied" {
			t.Fatalf("import of the export: %d %s %v", code, err, jsonErr)
		}
		for _, s := range i.Sheets {
			if s.Read != s.Unchanged {
				t.Errorf("%+v: want all unchanged", s)
			}
		}
		if code, _, err := chainboard(t, "", "template", empty, "--data", filepath.Join(dir, "none")); code != done {
			t.Fatalf("template: %d %s", code, err)
		}
		if code, out, err := chainboard(t, "", "import", empty, db); code != done || strings.Contains(out, "错误") {
			t.Errorf("the empty template: %d %s %s", code, out, err)
		}
	})
}

func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	db := "--db=sqlite:" + filepath.Join(dir, "t.db")
	notes := filepath.Join(dir, "notes.xlsx")
	if err := os.WriteFile(notes, []byte("这不是表格"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"import", notes, db}, unusable, "chainboard: "},
		{[]string{"import", filepath.Join(dir, "none.xlsx"), db}, unusable, "不能读取文件"},
		{[]string{"import", db}, unusable, "用法"},
		{[]string{"import", "--nonsense", notes}, unusable, "选项不能识别"},
		{[]string{"fly"}, unusable, "用法"},
		{[]string{"export", filepath.Join(dir, "x.txt"), db}, unusable, ".xlsx"},
		{[]string{"export", filepath.Join(dir, "x.xlsx"), "--chain", "none", db}, failed, "没有编码为“none”的产业链"},
		{[]string{"export", filepath.Join(dir, "x.xlsx"), "--as-of", "昨天", db}, unusable, "时点"},
		{[]string{"user", "add", "li", "--role", "king", db}, unusable, "角色"},
		{[]string{"user", "reset", "nobody", db}, failed, "nobody"},
		{[]string{"migrate", "--db", "mysql://x"}, unusable, "数据库地址"},
	} {
		if code, out, err := chainboard(t, "", test.args...); code != test.code || !strings.Contains(err, test.says) {
			t.Errorf("%q: %d %s %s; want %d and %q", test.args, code, out, err, test.code, test.says)
		}
	}
}

func TestAccountsTokensScreens(t *testing.T) {
	db := "--db=" + testkit.SQLite(t)
	if code, out, err := chainboard(t, "Lianzhang-2026\n", "user", "add", "周某", "--role", "chain_leader", "--password-stdin", db); code != done || strings.Contains(out, "一次性") {
		t.Fatalf("%d %s %s", code, out, err)
	}
	if code, out, _ := chainboard(t, "", "user", "list", db); code != done || !strings.Contains(out, "周某") || !strings.Contains(out, "链长") {
		t.Errorf("%d %s", code, out)
	}
	if code, out, _ := chainboard(t, "", "user", "disable", "周某", db); code != done || !strings.Contains(out, "已停用") {
		t.Errorf("%d %s", code, out)
	}
	if code, out, _ := chainboard(t, "", "token", "add", "取数", "--role", "viewer", "--expires", "90d", db); code != done || !strings.Contains(out, "cbt_") {
		t.Errorf("%d %s", code, out)
	}
	if code, out, _ := chainboard(t, "", "token", "list", db); code != done || !strings.Contains(out, "取数") || strings.Contains(out, "cbt_") {
		t.Errorf("the list must name the token and not tell it: %d %s", code, out)
	}
	if code, out, _ := chainboard(t, "", "screen", "add", "大厅", "--expires", "365d", "--scenes", "overview:30,chain:15", db); code != done || !strings.Contains(out, "/screen?key=cbk_") {
		t.Errorf("%d %s", code, out)
	}
	if code, _, _ := chainboard(t, "", "screen", "revoke", "大厅", db); code != done {
		t.Error("revoking a screen failed")
	}
	if code, out, _ := chainboard(t, "", "screen", "list", db); code != done || !strings.Contains(out, "已失效") {
		t.Errorf("%d %s", code, out)
	}
}

// TestServe starts the whole program in an empty directory, as `go run .` does.
func TestServe(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	read, write := io.Pipe()
	ended := make(chan int, 1)
	var log bytes.Buffer
	args := []string{"--addr", "127.0.0.1:0", "--data", t.TempDir()}
	if testing.Short() {
		args = append(args, "--empty")
	}
	go func() {
		ended <- run(ctx, args, streams{strings.NewReader(""), write, &log})
		write.Close()
	}()
	printed := make(chan string, 1)
	go func() {
		var all []byte
		buf := make([]byte, 4096)
		for !strings.Contains(string(all), "内网地址") {
			n, err := read.Read(buf)
			if all = append(all, buf[:n]...); err != nil {
				break
			}
		}
		printed <- string(all)
		_, _ = io.Copy(io.Discard, read)
	}()
	var text string
	select {
	case text = <-printed:
	case <-time.After(2 * time.Minute):
		t.Fatal("the program did not say where it is")
	}
	link := regexp.MustCompile(`http://\S+/screen\?key=cbk_\S+`).FindString(text)
	if link == "" || !strings.Contains(text, "一次性密码") || strings.Contains(text, "示例数据") == testing.Short() {
		t.Fatalf("printed %s", text)
	}
	jar := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	base := link[:strings.Index(link, "/screen")]
	for path, want := range map[string]int{"/readyz": 200, "/healthz": 200, "/login": 200, "/": 303, link[len(base):]: 303, "/api/v1/chains": 401} {
		got := status(t, jar, base+path)
		if got != want && !(want == 303 && got == 302) {
			t.Errorf("%s: %d, want %d", path, got, want)
		}
	}
	stop()
	if code := <-ended; code != done {
		t.Errorf("stopped with %d: %s", code, log.String())
	}
	if strings.Contains(log.String(), "cbk_") {
		t.Error("the screen's key is in the log")
	}
}

func status(t *testing.T, client *http.Client, url string) int {
	t.Helper()
	for try := 0; ; try++ {
		resp, err := client.Get(url)
		if err == nil {
			if err := resp.Body.Close(); err != nil {
				t.Error(err)
			}
			return resp.StatusCode
		}
		if try > 50 {
			t.Fatal(err)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// TestDocumentCommand keeps a paper, lists it and writes it out again.
func TestDocumentCommand(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole sample is for the full run: under the race detector it takes minutes")
	}
	dir := t.TempDir()
	book, file, db := filepath.Join(dir, sample.Name), filepath.Join(dir, "通报.docx"), "--db="+testkit.SQLite(t)
	if err := os.WriteFile(book, sample.Workbook(), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, err := chainboard(t, "", "import", book, db); code != done {
		t.Fatalf("import: %d %s", code, err)
	}
	code, out, err := chainboard(t, "", "document", "keep", "--month=2026-09", db)
	hash := regexp.MustCompile(`[0-9a-f]{64}`).FindString(out)
	if code != done || !strings.Contains(out, "第 1 号") || hash == "" {
		t.Fatalf("keep: %d %s %s", code, out, err)
	}
	if code, out, err := chainboard(t, "", "document", "list", "--month=2026-09", db); code != done || !strings.Contains(out, "通报") || !strings.Contains(out, hash) {
		t.Errorf("list: %d %s %s", code, out, err)
	}
	if code, _, err := chainboard(t, "", "document", "get", "1", file, db); code != done {
		t.Errorf("get: %d %s", code, err)
	}
	content, readErr := os.ReadFile(file)
	if sum := sha256.Sum256(content); readErr != nil || hex.EncodeToString(sum[:]) != hash {
		t.Errorf("the file has another hash, %v", readErr)
	}
	code, out, err = chainboard(t, "", "document", "keep", "--month=2026-09", "--files=annex.xlsx, bulletin.docx", "--progress", db)
	if code != done || strings.Count(out, "\n") != 2 || !strings.Contains(err, "1/2 通报 .docx：绘制图 1/") || !strings.Contains(err, "100% 存档") {
		t.Errorf("keep two: %d %s %s", code, out, err)
	}
	for _, args := range [][]string{{"get", "9", file}, {"get", "x", file}, {"get", "1", filepath.Join(dir, "a.pdf")}, {"keep", "--kind=annex", "--format=pptx"}, {"keep", "--files=novel.docx"}, {"list"}, {"burn"}} {
		if code, _, err := chainboard(t, "", append(append([]string{"document"}, args...), db)...); code == done || err == "" {
			t.Errorf("%v: %d %s", args, code, err)
		}
	}
}

// TestCancelledCommandLeavesNothing cancels a command while it draws: it fails, and
// there is neither the file nor a part of it, nor a kept paper.
func TestCancelledCommandLeavesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole sample is for the full run: under the race detector it takes minutes")
	}
	dir := t.TempDir()
	book, db := filepath.Join(t.TempDir(), sample.Name), "--db="+testkit.SQLite(t)
	if err := os.WriteFile(book, sample.Workbook(), 0o600); err != nil {
		t.Fatal(err)
	}
	cancelAt := func(step string, args ...string) {
		t.Helper()
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		told := &canceller{at: step, cancel: cancel}
		code := run(ctx, append(args, "--progress", db), streams{strings.NewReader(""), io.Discard, told})
		if code != cancelled || !strings.Contains(told.String(), "已取消") {
			t.Errorf("%s: %d %s", args[0], code, told)
		}
	}
	cancelAt("写入“月度调度”", "import", book)
	if code, out, err := chainboard(t, "", "import", book, db); code != done || !strings.Contains(out, "新增 8721") {
		t.Fatalf("import: %d %s %s", code, out, err)
	}
	cancelAt("绘制图 1/", "briefing", "--month=2026-09", filepath.Join(dir, "通报.docx"))
	cancelAt("绘制图 1/", "document", "keep", "--month=2026-09", "--files=all")
	cancelAt("读取“", "export", filepath.Join(dir, "资料.xlsx"))
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
	if code, out, err := chainboard(t, "", "document", "list", "--month=2026-09", db); code != done || strings.Contains(out, "通报") {
		t.Errorf("kept: %d %s %s", code, out, err)
	}
}

// canceller cancels once it is told of a step.
type canceller struct {
	bytes.Buffer
	at     string
	cancel context.CancelFunc
}

func (c *canceller) Write(p []byte) (int, error) {
	if strings.Contains(string(p), c.at) {
		c.cancel()
	}
	return c.Buffer.Write(p)
}

// TestDocumentSchedule sets and shows when papers are drafted.
func TestDocumentSchedule(t *testing.T) {
	db := "--db=" + testkit.SQLite(t)
	if code, out, err := chainboard(t, "", "document", "schedule", db); code != done || !strings.Contains(out, "没有启用") {
		t.Fatalf("before: %d %s %s", code, out, err)
	}
	code, out, err := chainboard(t, "", "document", "schedule", "--on", "--day=28", "--hour=0", "--files=annex.xlsx,bulletin.docx", db)
	if code != done || !strings.Contains(out, "每月28日0时起草通报 .docx、附表 .xlsx") || !strings.Contains(out, "下次") {
		t.Errorf("set: %d %s %s", code, out, err)
	}
	if code, out, err := chainboard(t, "", "document", "schedule", "--off", db); code != done || !strings.Contains(out, "没有启用") {
		t.Errorf("off: %d %s %s", code, out, err)
	}
	for _, args := range [][]string{{"--day=31"}, {"--chains=none"}, {"--files=minutes.docx"}, {"--on", "--off"}, {"extra"}} {
		if code, _, err := chainboard(t, "", append([]string{"document", "schedule", db}, args...)...); code != unusable || err == "" {
			t.Errorf("%v: %d %s", args, code, err)
		}
	}
}
