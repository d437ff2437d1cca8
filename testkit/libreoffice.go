package testkit

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// OfficePDFs opens Office files, by their names, in LibreOffice and returns each as
// the PDF it makes of it. Without that program the test is skipped.
func OfficePDFs(t testing.TB, files map[string][]byte) map[string][]byte {
	t.Helper()
	program, ok := firstProgram([]string{"soffice", "libreoffice"})
	if !ok {
		missing(t, "LibreOffice", "no soffice found to open Office files")
	}
	dir := t.TempDir()
	args := []string{"--headless", "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")), "--convert-to", "pdf", "--outdir", filepath.Join(dir, "pdf")}
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	if said, err := exec.CommandContext(ctx, program, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
	pdfs := map[string][]byte{}
	for name := range files {
		made, err := os.ReadFile(filepath.Join(dir, "pdf", strings.TrimSuffix(name, filepath.Ext(name))+".pdf"))
		if err != nil {
			t.Errorf("LibreOffice does not open %s: %v", name, err)
		}
		pdfs[name] = made
	}
	return pdfs
}
