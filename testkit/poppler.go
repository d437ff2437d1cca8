package testkit

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// PDFText returns the text of a PDF as poppler's pdftotext reads it. Without that
// program the test is skipped.
func PDFText(t testing.TB, file []byte) string {
	t.Helper()
	return string(poppler(t, file, "pdftotext", "-layout"))
}

// PDFFonts returns the fonts of a PDF, and for each whether it is in the file. Without poppler's pdffonts the test is skipped.
func PDFFonts(t testing.TB, file []byte) map[string]bool {
	t.Helper()
	fonts := map[string]bool{}
	lines := strings.Split(strings.TrimSpace(string(poppler(t, file, "pdffonts"))), "\n")
	for _, line := range lines[2:] { // two lines of heads
		words := strings.Fields(line)
		embedded := words[len(words)-5:] // emb sub uni and the two numbers of its object
		fonts[words[0]] = embedded[0] == "yes"
	}
	return fonts
}

// poppler returns what one of its programs says of a PDF.
func poppler(t testing.TB, file []byte, program string, options ...string) []byte {
	t.Helper()
	path, ok := firstProgram([]string{program})
	if !ok {
		missing(t, "poppler", "no "+program+" found to read PDF files")
	}
	name := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	args := append(options, name)
	if program == "pdftotext" {
		args = append(args, "-")
	}
	said, err := exec.Command(path, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", program, err)
	}
	return said
}
