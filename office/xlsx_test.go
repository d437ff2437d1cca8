package office_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func openBook(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func cell(t testing.TB, data []byte, sheet, address string) string {
	t.Helper()
	value, err := openBook(t, data).GetCellValue(sheet, address)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// edit returns the workbook with some cells set, by "sheet!cell".
func edit(t testing.TB, data []byte, cells map[string]string) []byte {
	t.Helper()
	f := openBook(t, data)
	for at, value := range cells {
		sheet, address, _ := strings.Cut(at, "!")
		if err := f.SetCellValue(sheet, address, value); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sameCells compares two exports: every part that holds cells, text or form must
// be the same to the byte. Where one differs, the first differing row is told.
func sameCells(t *testing.T, a, b []byte) {
	t.Helper()
	pa, pb := parts(t, a), parts(t, b)
	if len(pa) != len(pb) || len(pa) < 3 {
		t.Fatalf("%d and %d parts", len(pa), len(pb))
	}
	for name, content := range pa {
		if bytes.Equal(content, pb[name]) {
			continue
		}
		ra, rb := bytes.Split(content, []byte("<row ")), bytes.Split(pb[name], []byte("<row "))
		for i := range min(len(ra), len(rb)) {
			if !bytes.Equal(ra[i], rb[i]) {
				t.Errorf("%s differs at its row %d: %.300s and %.300s", name, i, ra[i], rb[i])
				break
			}
		}
		if len(ra) != len(rb) {
			t.Errorf("%s has %d and %d rows", name, len(ra)-1, len(rb)-1)
		}
	}
}

// parts unpacks what of a workbook people see.
func parts(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	book, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]byte{}
	for _, f := range book.File {
		if !strings.HasPrefix(f.Name, "xl/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if found[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return found
}
