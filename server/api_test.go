package server

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/sample"
	"chainboard/store"
)

// bearer returns a client with a token of a role.
func (st *site) bearer(t *testing.T, role industry.Role) *browser {
	t.Helper()
	plain, err := st.office.AddToken(t.Context(), store.Key{Name: string(role), Role: role}, office.Actor{Name: "测试"})
	if err != nil {
		t.Fatal(err)
	}
	b := st.browser()
	b.header.Set("Authorization", "Bearer "+plain)
	return b
}

func jsonIn(t *testing.T, w *httptest.ResponseRecorder) map[string]any {
	t.Helper()
	if got := w.Header().Get("Content-Type"); got != "application/json; charset=utf-8" {
		t.Errorf("Content-Type %q", got)
	}
	var body map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
		t.Fatalf("%v in %.200s", err, w.Body)
	}
	return body
}

func members(t *testing.T, value any, names ...string) map[string]any {
	t.Helper()
	m, ok := value.(map[string]any)
	if !ok {
		t.Fatalf("%T is no object", value)
	}
	for _, name := range names {
		if _, ok := m[name]; !ok {
			t.Errorf("no member %s", name)
		}
	}
	return m
}

func list(t *testing.T, value any) []any {
	t.Helper()
	l, ok := value.([]any)
	if !ok || len(l) == 0 {
		t.Fatalf("%T %v is no list with something in it", value, value)
	}
	return l
}

// TestAPIOverTheSample imports the shipped sample through the API and reads it back.
func TestAPIOverTheSample(t *testing.T) {
	st := newSite(t)
	clerk, viewer := st.bearer(t, industry.ChainOffice), st.bearer(t, industry.Viewer)
	w := clerk.send(workbookForm(t, "/api/v1/imports?dry_run=1", sample.Name, sample.Workbook(), nil))
	if w.Code != http.StatusOK {
		t.Fatalf("preview: %d %.300s", w.Code, w.Body)
	}
	preview := members(t, jsonIn(t, w), "id", "file", "sha256", "state", "sheets", "problems")
	if preview["state"] != "previewed" || preview["file"] != sample.Name {
		t.Errorf("preview: %v of %v", preview["state"], preview["file"])
	}
	members(t, list(t, preview["sheets"])[0], "sheet", "read", "new", "changed", "unchanged", "skipped", "rejected")
	if got := revenueIn(t, jsonInOK(t, viewer, "/api/v1/chains/all/dispatch")); got != nil {
		t.Errorf("a preview wrote a revenue of %v", got)
	}
	w = clerk.send(workbookForm(t, "/api/v1/imports", sample.Name, sample.Workbook(), map[string]string{"explain": "示例"}))
	if w.Code != http.StatusOK {
		t.Fatalf("import: %d %.300s", w.Code, w.Body)
	}
	batch := jsonIn(t, w)
	if batch["state"] != "applied" {
		t.Errorf("state %v", batch["state"])
	}
	t.Run("chains", func(t *testing.T) {
		chains := list(t, jsonInOK(t, viewer, "/api/v1/chains")["chains"])
		if len(chains) != 2 {
			t.Errorf("%d chains", len(chains))
		}
		members(t, chains[0], "code", "name", "leaders")
	})
	t.Run("dispatch", func(t *testing.T) { dispatchOverTheSample(t, viewer) })
	t.Run("trend", func(t *testing.T) {
		trend := jsonInOK(t, viewer, "/api/v1/chains/all/trend?indicator=revenue&to=2026-10&months=12")
		points := list(t, trend["points"])
		first := members(t, points[0], "month", "label", "cumulative", "base", "growth", "in_month", "in_month_derived")
		if len(points) != 11 || first["month"] != "2025-11" { // twelve calendar months, no January
			t.Errorf("%d points from %v", len(points), first["month"])
		}
		references := list(t, trend["references"])
		if len(references) != 3 {
			t.Fatalf("%d references", len(references))
		}
		city := members(t, references[2], "id", "name", "type", "points")
		newest := list(t, city["points"])[10]
		if city["name"] != "示例市" || city["type"] != "市" || members(t, newest, "month", "cumulative", "growth")["growth"] != 8.4 {
			t.Errorf("the city: %v %v", city["name"], newest)
		}
	})
	t.Run("breakdown", func(t *testing.T) { breakdownOverTheSample(t, clerk, viewer) })
	t.Run("investment", func(t *testing.T) {
		i := members(t, jsonInOK(t, viewer, "/api/v1/chains/all/investment?from=2026-01-01&to=2026-10-31"),
			"signed", "stages", "rates", "arrived", "flagship", "overdue", "sources")
		members(t, i["signed"], "count", "contract", "total", "usd")
		if w := viewer.get("/api/v1/chains/all/investment?from=2026-13-01"); w.Code != http.StatusBadRequest {
			t.Errorf("thirteenth month: %d", w.Code)
		}
		counted := members(t, jsonInOK(t, viewer, "/api/v1/chains/all/investment/counted?figure=signed&from=2026-01-01&to=2026-10-31"),
			"figure", "count", "amount", "usd", "counted", "left_out", "rules")
		if signed := members(t, i["signed"], "count", "contract"); counted["count"] != signed["count"] || counted["amount"] != signed["contract"] {
			t.Errorf("counted %v and %v, signed %v", counted["count"], counted["amount"], signed)
		}
		members(t, list(t, counted["left_out"])[0], "id", "name", "reason")
		if w := viewer.get("/api/v1/chains/all/investment/counted?figure=x"); w.Code != http.StatusBadRequest {
			t.Errorf("unknown figure: %d", w.Code)
		}
	})
	t.Run("export", func(t *testing.T) {
		w := clerk.get("/api/v1/export.xlsx?chain=all")
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != workbookType || !bytes.HasPrefix(w.Body.Bytes(), []byte("PK")) {
			t.Fatalf("%d %s", w.Code, w.Header().Get("Content-Type"))
		}
		want := "attachment; filename*=UTF-8''" + url.PathEscape("产业链资料-2026-11-20.xlsx")
		if got := w.Header().Get("Content-Disposition"); got != want {
			t.Errorf("disposition %q", got)
		}
	})
	t.Run("undo", func(t *testing.T) { undoOverTheSample(t, clerk, batch) })
}

func jsonInOK(t *testing.T, b *browser, path string) map[string]any {
	t.Helper()
	w := b.get(path)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %.300s", path, w.Code, w.Body)
	}
	return jsonIn(t, w)
}

// revenueIn returns the cumulative revenue of a dispatch table, nil where there is none.
func revenueIn(t *testing.T, table map[string]any) any {
	t.Helper()
	for _, line := range table["indicators"].([]any) {
		if l := members(t, line); l["code"] == "revenue" {
			return l["cumulative"]
		}
	}
	return nil
}

func dispatchOverTheSample(t *testing.T, viewer *browser) {
	table := members(t, jsonInOK(t, viewer, "/api/v1/chains/all/dispatch"), "chain", "month", "as_of", "coverage", "indicators")
	if table["chain"] != "all" || table["month"] != "2026-10" || table["as_of"] != nil {
		t.Errorf("%v %v %v", table["chain"], table["month"], table["as_of"])
	}
	members(t, list(t, table["indicators"])[0], "code", "name", "unit", "origin", "in_month", "in_month_derived", "cumulative",
		"base", "change", "sum_of_enterprises", "growth", "growth_basis", "growth_reported", "growth_computed", "growth_nominal",
		"growth_text", "two_year_average", "target", "target_kind", "targets", "completion", "pace", "ahead", "remaining_monthly",
		"forecast", "light", "light_rule", "light_reason", "rank", "rank_of", "rank_change", "source", "other_sources",
		"data_status", "coverage", "warnings")
	for _, asOf := range []string{"2026-11-05T09:00:00%2B08:00", "2026-11-05T09:00:00+08:00"} {
		past := jsonInOK(t, viewer, "/api/v1/chains/all/dispatch?month=2026-10&as_of="+asOf)
		if past["as_of"] != "2026-11-05T09:00:00+08:00" || revenueIn(t, past) != nil {
			t.Errorf("as of before the import: %v %v", past["as_of"], revenueIn(t, past))
		}
	}
	day := jsonInOK(t, viewer, "/api/v1/chains/all/dispatch?month=2026-10&as_of=2026-11-20")
	if revenueIn(t, day) == nil {
		t.Error("a day does not mean its end")
	}
	for path, want := range map[string]int{
		"/api/v1/chains/all/dispatch?month=2026-13":        http.StatusBadRequest,
		"/api/v1/chains/all/dispatch?as_of=yesterday":      http.StatusBadRequest,
		"/api/v1/chains/nowhere/dispatch":                  http.StatusNotFound,
		"/api/v1/chains/all/trend?indicator=nothing":       http.StatusNotFound,
		"/api/v1/chains/all/trend?months=0":                http.StatusBadRequest,
		"/api/v1/chains/all/trend?months=many":             http.StatusBadRequest,
		"/api/v1/chains/all/breakdown?by=colour":           http.StatusBadRequest,
		"/api/v1/chains/all/breakdown?indicator=nothing":   http.StatusNotFound,
		"/api/v1/chains/all/investment?from=2027&to=2026":  http.StatusBadRequest,
		"/api/v1/chains/all/dispatch?month=%27;drop+table": http.StatusBadRequest,
	} {
		w := viewer.get(path)
		if w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
		errorIn(t, w)
	}
}

// breakdownOverTheSample compares what the chain office and a visitor see.
func breakdownOverTheSample(t *testing.T, clerk, viewer *browser) {
	const path = "/api/v1/chains/all/breakdown?indicator=revenue&by=segment&month=2026-10"
	open, discreet := list(t, jsonInOK(t, clerk, path)["rows"]), list(t, jsonInOK(t, viewer, path)["rows"])
	hidden := 0
	for i := range open {
		full := members(t, open[i], "id", "name", "value", "base", "growth", "share", "contribution", "pull", "suppressed")
		seen := members(t, discreet[i])
		if full["suppressed"] != false {
			t.Errorf("the chain office is refused %v", full["name"])
		}
		firms := full["enterprises"].(float64)
		if firms > 0 && firms < 3 && seen["suppressed"] != true {
			t.Errorf("a visitor sees the figures of %v firms in %v", firms, full["name"])
		}
		if seen["suppressed"] == true {
			hidden++
			for _, name := range []string{"value", "base", "growth", "share", "contribution", "pull"} {
				if seen[name] != nil {
					t.Errorf("hidden %v shows %s", seen["name"], name)
				}
			}
		}
	}
	if hidden == 0 {
		t.Error("the sample has no small segment: this test proves nothing")
	}
}

func undoOverTheSample(t *testing.T, clerk *browser, batch map[string]any) {
	path := "/api/v1/imports/" + strings.TrimSuffix(jsonNumber(batch["id"]), ".0")
	if got := jsonInOK(t, clerk, path); got["state"] != "applied" {
		t.Errorf("before: %v", got["state"])
	}
	w := clerk.send(httptest.NewRequest(http.MethodDelete, path, nil))
	if w.Code != http.StatusOK || jsonIn(t, w)["state"] != "undone" {
		t.Fatalf("undo: %d %.200s", w.Code, w.Body)
	}
	if w := clerk.send(httptest.NewRequest(http.MethodDelete, path, nil)); w.Code != http.StatusConflict {
		t.Errorf("second undo: %d", w.Code)
	}
	for _, path := range []string{"/api/v1/imports/999", "/api/v1/imports/x"} {
		if w := clerk.get(path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func jsonNumber(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func TestUploadsAreRefused(t *testing.T) {
	st := newSite(t)
	clerk := st.bearer(t, industry.ChainOffice)
	plain := httptest.NewRequest(http.MethodPost, "/api/v1/imports", strings.NewReader("name=x"))
	plain.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	broken := workbookForm(t, "/api/v1/imports", "a.xlsx", []byte("PK"), nil)
	broken.Body = http.NoBody
	broken.ContentLength = 0
	// A body that says it is small and is not.
	lying := workbookForm(t, "/api/v1/imports", "a.xlsx", make([]byte, maxUpload+1), nil)
	lying.ContentLength = -1
	huge := workbookForm(t, "/api/v1/imports", "a.xlsx", []byte("PK"), nil)
	huge.ContentLength = uploadBody + 1
	for name, c := range map[string]struct {
		request *http.Request
		want    int
		kind    string
	}{
		"no multipart":     {plain, http.StatusUnsupportedMediaType, "unsupported"},
		"no file":          {workbookForm(t, "/api/v1/imports", "", nil, map[string]string{"explain": "x"}), http.StatusBadRequest, "invalid"},
		"empty body":       {broken, http.StatusBadRequest, "invalid"},
		"one byte over":    {lying, http.StatusRequestEntityTooLarge, "too_large"},
		"declared too big": {huge, http.StatusRequestEntityTooLarge, "too_large"},
		"huge field":       {workbookForm(t, "/api/v1/imports", "", nil, map[string]string{"explain": strings.Repeat("x", maxField+1)}), http.StatusRequestEntityTooLarge, "too_large"},
		"no workbook":      {workbookForm(t, "/api/v1/imports", "a.xlsx", []byte("hello"), nil), http.StatusUnsupportedMediaType, "unsupported"},
	} {
		w := clerk.send(c.request)
		if w.Code != c.want || errorIn(t, w)["kind"] != c.kind {
			t.Errorf("%s: %d %s, want %d", name, w.Code, w.Body, c.want)
		}
	}
	large := httptest.NewRequest(http.MethodPost, "/login", strings.NewReader("name="+strings.Repeat("x", smallBody)))
	large.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if w := st.browser().send(large); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a form of more than 1 MB: %d", w.Code)
	}
}
