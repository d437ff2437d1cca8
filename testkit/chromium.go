package testkit

import (
	"os"
	"os/exec"
	"testing"
)

// Chromium returns the path of a Chromium-family browser: CHAINBOARD_CHROMIUM,
// else the first one found on this machine. Without one the test is skipped.
func Chromium(t testing.TB) string {
	t.Helper()
	if path, ok := firstProgram(browsers()); ok {
		return path
	}
	missing(t, "browser", "no Chromium or Chrome found and no CHAINBOARD_CHROMIUM")
	return ""
}

// browsers lists where a browser may be, the most wanted first.
func browsers() []string {
	names := []string{
		"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		`C:\Program Files\Google\Chrome\Application\chrome.exe`,
		`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
	}
	if chosen := os.Getenv("CHAINBOARD_CHROMIUM"); chosen != "" {
		return append([]string{chosen}, names...)
	}
	return names
}

// firstProgram returns the path of the first name that can be run.
func firstProgram(names []string) (path string, ok bool) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, true
		}
	}
	return "", false
}
