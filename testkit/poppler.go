package testkit

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// PDFText returns the text of a PDF as poppler's pdftotext reads it. Without that
// program the test is skipped.
func PDFText(t testing.TB, file []byte) string {
	t.Helper()
	program, ok := firstProgram([]string{"pdftotext"})
	if !ok {
		missing(t, "poppler", "no pdftotext found to read PDF files")
	}
	name := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(program, "-layout", name, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return string(text)
}
