package server

import (
	"bytes"
	"context"
	"errors"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/office"
	"chainboard/sample"
	"chainboard/store"
	"chainboard/testkit"
	"chainboard/workbook"
)

func shippedSample() office.Sample {
	return office.Sample{Name: sample.Name, Data: sample.Workbook(), OutlineName: sample.OutlineName, Outline: sample.Outline()}
}

// sampleDatabase is the file of a database with the shipped sample: it is imported
// once, and each test works on a copy.
var sampleDatabase = sync.OnceValues(func() (data []byte, err error) {
	dir, err := os.MkdirTemp("", "chainboard-sample-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "sample.db")
	ctx := context.Background()
	s, err := store.Open(ctx, "sqlite:"+file, opening)
	if err != nil {
		return nil, err
	}
	o := office.New(s, auth.NewHasherWith(8, 1), shippedSample())
	loaded, err := o.LoadSample(ctx)
	if err = errors.Join(err, o.Close()); err != nil {
		return nil, err
	}
	if !loaded {
		return nil, errors.New("the sample was not loaded")
	}
	return os.ReadFile(file)
})

// sampleSite is a site with the shipped sample and two accounts: office may see
// single enterprises and import, viewer neither.
func sampleSite(t *testing.T) *site {
	t.Helper()
	if testing.Short() {
		t.Skip("the whole sample is for the full run: under the race detector it takes minutes")
	}
	data, err := sampleDatabase()
	if err != nil {
		t.Fatal(err)
	}
	database := testkit.SQLite(t)
	if err := os.WriteFile(strings.TrimPrefix(database, "sqlite:"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	st := siteOver(t, database, shippedSample())
	st.addUser("office", industry.ChainOffice)
	st.addUser("viewer", industry.Viewer)
	return st
}

// page fetches a page that must be there.
func (b *browser) page(path string) *goquery.Document {
	b.site.t.Helper()
	w := b.get(path)
	if w.Code != http.StatusOK {
		b.site.t.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	return document(b.site.t, w)
}

// fragment fetches a page as our scripts do.
func (b *browser) fragment(path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("X-Requested-With", "XMLHttpRequest")
	return b.send(r)
}

// upload hands in a file by the form of the import page.
func (b *browser) upload(name string, data []byte, scripted bool) *httptest.ResponseRecorder {
	b.site.t.Helper()
	return b.uploadTo("/imports", name, data, scripted)
}

// uploadTo hands in a file by a form of one.
func (b *browser) uploadTo(path, name string, data []byte, scripted bool) *httptest.ResponseRecorder {
	b.site.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", name)
	if err == nil {
		_, err = part.Write(data)
	}
	if err == nil {
		err = form.Close()
	}
	if err != nil {
		b.site.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Origin", "http://example.com")
	if scripted {
		r.Header.Set("X-Requested-With", "XMLHttpRequest")
	}
	return b.send(r)
}

// sheet makes a workbook of one sheet of text.
func sheet(t *testing.T, name string, header []string, rows ...[]string) []byte {
	t.Helper()
	table := workbook.Table{Sheet: name, Title: name}
	for _, h := range header {
		table.Columns = append(table.Columns, workbook.TableColumn{Header: h})
	}
	for _, row := range rows {
		cells := make([]workbook.TableCell, len(row))
		for i, text := range row {
			cells[i].Text = text
		}
		table.Rows = append(table.Rows, cells)
	}
	var file bytes.Buffer
	if err := workbook.WriteTable(&file, table); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// texts returns the texts a selector finds, blanks folded.
func texts(d *goquery.Selection, selector string) []string {
	var list []string
	d.Find(selector).Each(func(_ int, s *goquery.Selection) { list = append(list, folded(s.Text())) })
	return list
}

func folded(s string) string { return strings.Join(strings.Fields(s), " ") }

// expect compares what a selector finds first with a text, blanks folded.
func expect(t *testing.T, d *goquery.Document, selector, want string) {
	t.Helper()
	if got := folded(d.Find(selector).First().Text()); got != want {
		t.Errorf("%s: got %q, want %q", selector, got, want)
	}
}

// inMain keeps what stands in the page itself, not in its navigation.
func inMain(_ int, s *goquery.Selection) bool { return s.Closest("main, .wmain").Length() > 0 }
