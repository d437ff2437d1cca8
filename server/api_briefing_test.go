package server

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// TestBriefing holds the paper together with the API: each figure of the table
// stands in it as the screens print it, and nothing of single firms.
func TestBriefing(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	w := b.get("/api/v1/briefings/2026-10.docx?chain=nm")
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") {
		t.Fatalf("%d %s", w.Code, w.Body.String())
	}
	text := paperText(t, w)
	table, err := st.office.Dispatch(t.Context(), office.Query{Chain: "nm", Month: industry.NewMonth(2026, 10)})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range table.Indicators {
		if figure := l.Name + strings.ReplaceAll(l.ScreenUnit().Figure(l.Cumulative).String(), "\u2009", ""); l.Cumulative.Known && !l.Indicator.FromRegister && !strings.Contains(text, figure) {
			t.Errorf("the table says %s, the paper does not", figure)
		}
		if l.Completion.Known && !strings.Contains(text, industry.PercentText(l.Completion)) {
			t.Errorf("the paper lacks the completion of %s", l.Name)
		}
	}
	for _, want := range []string{"关于2026年1—10月示例县新材料产业链", "营业收入62.99亿元", "一、总体情况", "示例县产业链链长制办公室"} {
		if !strings.Contains(text, want) {
			t.Errorf("the paper lacks %s", want)
		}
	}
	if strings.Contains(text, "有限公司") {
		t.Error("the paper names a firm")
	}
	log, _, err := st.office.Store().AuditLog(t.Context(), store.AuditFilter{Page: 1, Size: 1})
	if err != nil || len(log) != 1 || log[0].Action != industry.ActExport || log[0].Object != "通报" || !strings.HasSuffix(log[0].Detail, ".docx") {
		t.Errorf("the audit log says %+v, %v", log, err)
	}
	for address, want := range map[string]int{
		"/api/v1/briefings/2026-13.docx": http.StatusBadRequest, "/api/v1/briefings/2026-10.odt": http.StatusUnsupportedMediaType,
		"/api/v1/briefings/2026-10.docx?kind=novel": http.StatusBadRequest, "/api/v1/briefings/2026-10.docx?chain=none": http.StatusNotFound,
	} {
		if w := b.get(address); w.Code != want {
			t.Errorf("%s: %d, want %d", address, w.Code, want)
		}
	}
}

// TestAnnex: the workbook has a sheet for each table of the paper,
// and the paper says what the table on the screen says.
func TestAnnex(t *testing.T) {
	st := sampleSite(t)
	w := st.signedIn("viewer").get("/api/v1/briefings/2026-10.xlsx?chain=all")
	if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Type"), "spreadsheetml") {
		t.Fatalf("%d %s", w.Code, w.Body.String())
	}
	paper, err := st.office.Annex(t.Context(), office.Query{Chain: industry.AllChains, Month: industry.NewMonth(2026, 10)})
	if err != nil {
		t.Fatal(err)
	}
	table, err := st.office.Dispatch(t.Context(), office.Query{Chain: industry.AllChains, Month: industry.NewMonth(2026, 10)})
	if err != nil {
		t.Fatal(err)
	}
	line, _ := table.Line(revenue)
	var said bool
	for _, row := range paper.Annexes[0].Rows {
		if row[0] == line.Name {
			said = row[2] == strings.ReplaceAll(line.ScreenUnit().Text(line.Cumulative), "\u2009", "") && row[7] == industry.PercentText(line.Completion)
		}
	}
	if !said || len(paper.Annexes) < 5 {
		t.Errorf("the annex has %d tables and tells the revenue otherwise than the screen", len(paper.Annexes))
	}
	z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for i := range paper.Annexes {
		if _, err := z.Open("xl/worksheets/sheet" + strconv.Itoa(i+2) + ".xml"); err != nil { // the first was the empty one
			t.Error(err)
		}
	}
	for _, a := range paper.Annexes {
		for _, row := range a.Rows {
			if len(row) != len(a.Columns) {
				t.Errorf("%s has a row of %d cells", a.Title, len(row))
			}
		}
	}
}

// paperText returns what an answer's Word document says, without its marks.
func paperText(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(content), ""))
}

// TestSlides: the slides tell the figures of the table on the screen and, like every
// paper, no single firm.
func TestSlides(t *testing.T) {
	st := sampleSite(t)
	w := st.signedIn("viewer").get("/api/v1/briefings/2026-10.pptx?chain=nm")
	if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Type"), "presentationml") {
		t.Fatalf("%d %s", w.Code, w.Body.String())
	}
	z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var slides strings.Builder
	for n := 1; ; n++ {
		f, err := z.Open("ppt/slides/slide" + strconv.Itoa(n) + ".xml")
		if err != nil {
			break
		}
		content, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		slides.WriteString(html.UnescapeString(regexp.MustCompile(`(<[^>]*>)+`).ReplaceAllString(string(content), "|")))
	}
	text := slides.String()
	table, err := st.office.Dispatch(t.Context(), office.Query{Chain: "nm", Month: industry.NewMonth(2026, 10)})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range table.Indicators {
		if l.Empty() {
			continue
		}
		want := l.Name + "|" + l.ScreenUnit().Name + "|" + strings.ReplaceAll(l.ScreenUnit().Text(l.Cumulative), "\u2009", "") + "|"
		if !strings.Contains(text, want) {
			t.Errorf("the slides lack %s", want)
		}
		if l.Completion.Known && !strings.Contains(text, "|"+industry.PercentText(l.Completion)+"|"+industry.PointsText(l.Ahead)+"|"+l.Light.Shape()+" "+l.LightLabel()+"|") {
			t.Errorf("the slides tell the pace of %s otherwise", l.Name)
		}
	}
	if strings.Contains(text, "有限公司") {
		t.Error("the slides name a firm")
	}
}
