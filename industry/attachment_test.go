package industry

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func zipOf(t *testing.T, entry string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	if _, err := w.Create(entry); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A file is what its ending and its content say together.
func TestAttachmentKinds(t *testing.T) {
	compoundOf := func(stream string) []byte {
		data := []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1......")
		for _, c := range stream + "\x00" {
			data = append(data, byte(c), 0)
		}
		return data
	}
	for _, c := range []struct {
		name string
		data []byte
		want string // media type, or the kind of refusal
	}{
		{"合同.pdf", []byte("%PDF-1.7 …"), "application/pdf"},
		{"现场.JPG", []byte("\xff\xd8\xff\xe0"), "image/jpeg"},
		{"a.png", []byte("\x89PNG\r\n\x1a\n…"), "image/png"},
		{"a.docx", zipOf(t, "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"a.xlsx", zipOf(t, "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{"红头文件.ofd", zipOf(t, "OFD.xml"), "application/ofd"},
		{"a.doc", compoundOf("WordDocument"), "application/msword"},
		{"a.wps", compoundOf("WordDocument"), "application/msword"},
		{"a.xls", compoundOf("Workbook"), "application/vnd.ms-excel"},
		{"a.et", compoundOf("Book"), "application/vnd.ms-excel"},
		{"a.txt", []byte("你好\r\n"), "text/plain; charset=utf-8"},
		{"a.txt", []byte("\xc4\xe3\xba\xc3"), "text/plain; charset=utf-8"},
		{"a.txt", []byte("MZ\x00\x03"), "unsupported"},
		{"a.pdf", []byte("<html><script>"), "unsupported"},
		{"a.pdf", []byte("%PDF"), "unsupported"},
		{"a.docx", zipOf(t, "xl/workbook.xml"), "unsupported"},
		{"a.xls", compoundOf("WordDocument"), "unsupported"},
		{"a.docx", []byte("PK\x03\x04 broken"), "unsupported"},
		{"a.exe", []byte("MZ"), "unsupported"},
		{"a.html", []byte("<html>"), "unsupported"},
		{"a.svg", []byte("<svg>"), "unsupported"},
		{"a.pdf.exe", []byte("%PDF-1.7"), "unsupported"},
		{"noending", []byte("%PDF-1.7"), "unsupported"},
		{"a.pdf", nil, "invalid"},
		{"a.pdf", append([]byte("%PDF-"), make([]byte, MostAttachmentBytes)...), "too_large"},
	} {
		a, err := AttachmentOf(c.name, c.data)
		got := a.MediaType
		var e *Error
		if errors.As(err, &e) {
			got = string(e.Kind)
			if e.Fields["file"] != e.Message || e.Message == "" {
				t.Errorf("%s: refused as %+v", c.name, e)
			}
		}
		if got != c.want {
			t.Errorf("%s is %s, want %s (%v)", c.name, got, c.want, err)
		}
	}
}

// Names that would leave their folder, hide their ending or break a header are
// made harmless.
func TestSafeFileName(t *testing.T) {
	for name, want := range map[string]string{
		"合同.pdf":                   "合同.pdf",
		`C:\Users\张三\合同.pdf`:       "合同.pdf",
		"../../etc/passwd.txt":     "passwd.txt",
		"..\\..\\x.pdf":            "x.pdf",
		"发票\u202efdp.exe":          "发票fdp.exe",
		"a\r\nSet-Cookie: x=1.pdf": "aSet-Cookie_ x=1.pdf",
		"a\x00b\u200b.pdf":         "ab.pdf",
		"  空 \t 格  .pdf":           "空 格.pdf",
		".pdf":                     "附件.pdf",
		"...":                      "附件",
		"":                         "附件",
		`a"b<c>|?*.pdf`:            "a_b_c____.pdf",
		"x.pdf. . ":                "x.pdf",
		"\xff\xfe.pdf":             "附件.pdf",
		"a\u2028b.pdf":             "ab.pdf",
	} {
		if got := SafeFileName(name); got != want {
			t.Errorf("%q became %q, want %q", name, got, want)
		}
	}
	long := SafeFileName(strings.Repeat("长", 300) + ".docx")
	if utf8.RuneCountInString(long) != 100 || !strings.HasSuffix(long, "长.docx") {
		t.Errorf("300 characters became %d: %s", utf8.RuneCountInString(long), long)
	}
	if n := utf8.RuneCountInString(SafeFileName("a." + strings.Repeat("x", 300))); n != 100 {
		t.Errorf("a long ending leaves %d characters", n)
	}
}

func TestRoomFor(t *testing.T) {
	kept := []Attachment{{Name: "一.pdf", Size: 150 << 20, SHA256: "1"}, {Name: "二.pdf", Size: 45 << 20, SHA256: "2", WithdrawnBy: "x"}, {Name: "三.pdf", Size: 40 << 20, SHA256: "3", Place: "signed"}}
	for _, c := range []struct {
		a    Attachment
		want string
	}{
		{Attachment{Size: 10 << 20, SHA256: "9"}, ""},
		{Attachment{Size: 10 << 20, SHA256: "2"}, ""}, // was withdrawn
		{Attachment{Size: 1, SHA256: "3"}, ""},        // stands at another step
		{Attachment{Size: 1, SHA256: "3", Place: "signed"}, "这份文件已上传过，名为“三.pdf”"},
		{Attachment{Size: 10<<20 + 1, SHA256: "9"}, "这条记录的附件合计最多 200 MB，还可上传 10.0 MB；请先撤下不用的附件"},
	} {
		got := ""
		if err := RoomFor(c.a, kept); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%+v: %q", c.a, got)
		}
	}
	for size, want := range map[int64]string{1: "1 KB", 1024: "1 KB", 1025: "2 KB", 348160: "340 KB", 1258291: "1.2 MB"} {
		if got := (Attachment{Size: size}).SizeText(); got != want {
			t.Errorf("%d bytes are %s, want %s", size, got, want)
		}
	}
}
