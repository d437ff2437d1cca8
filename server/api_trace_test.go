package server

import (
	"math"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"chainboard/industry"
)

// The figures of single firms, their cells, files and persons are for those who
// may see single enterprises; everyone else gets number, sheet and batch.
func TestAPITraceByRole(t *testing.T) {
	st := sampleSite(t)
	for role, open := range map[industry.Role]bool{
		industry.ChainOffice: true, industry.ChainLeader: true, industry.Viewer: false, industry.Kiosk: false,
		industry.Department: false, industry.AuditAdmin: false,
	} {
		b := st.bearer(t, role)
		w := b.get("/api/v1/trace?chain=ne&month=2026-10&indicator=revenue&of=growth")
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", role, w.Code, w.Body)
		}
		text := w.Body.String()
		body := members(t, jsonIn(t, w), "formula", "basis", "inputs", "total", "value", "text")
		if got := body["formula"]; got != "可比本期 1\u2009328\u2009262.92 ÷ 上年同期 1\u2009179\u2009129.23 − 1 ＝ +12.6%" {
			t.Errorf("%s: formula %q", role, got)
		}
		inputs := list(t, body["inputs"])
		if want := map[bool]int{true: 51, false: 1}[open]; len(inputs) != want || body["total"] != 51.0 {
			t.Errorf("%s: %d inputs of %v, want %d", role, len(inputs), body["total"], want)
		}
		first := members(t, inputs[0], "id", "name", "value", "base", "source")
		source := members(t, first["source"], "batch", "file", "sheet", "cell", "by", "at")
		if source["batch"] != 1.0 || source["sheet"] != "月度调度" {
			t.Errorf("%s: source %v", role, source)
		}
		if told := first["id"] != nil || first["value"] != nil || first["base"] != nil || source["file"] != nil || source["cell"] != nil || source["by"] != nil; told != open {
			t.Errorf("%s: %v", role, first)
		}
		if named := strings.Contains(text, "有限公司") || strings.Contains(text, "9136"); named != open {
			t.Errorf("%s: names of firms: %v", role, named)
		}
	}
	b := st.bearer(t, industry.SystemAdmin)
	for path, want := range map[string]int{
		"/api/v1/trace?of=nonsense": http.StatusBadRequest, "/api/v1/trace?indicator=none": http.StatusNotFound,
		"/api/v1/trace?chain=none": http.StatusNotFound, "/api/v1/trace?month=1": http.StatusBadRequest,
		"/api/v1/trace?as_of=2020-01-01&month=2026-10": http.StatusOK,
	} {
		if w := b.get(path); w.Code != want {
			t.Errorf("%s: %d, want %d: %s", path, w.Code, want, w.Body)
		}
	}
}

// A group of a breakdown is explained like the whole; a hidden one tells nothing
// to those from whom it is hidden.
func TestAPITraceOfGroups(t *testing.T) {
	st := sampleSite(t)
	office, viewer := st.bearer(t, industry.ChainOffice), st.bearer(t, industry.Viewer)
	rows := list(t, jsonIn(t, office.get("/api/v1/chains/ne/breakdown?by=segment&month=2026-10"))["rows"])
	seen := list(t, jsonIn(t, viewer.get("/api/v1/chains/ne/breakdown?by=segment&month=2026-10"))["rows"])
	hidden, sum := 0, 0.0
	for i := range rows {
		row := rows[i].(map[string]any)
		q := url.Values{"chain": {"ne"}, "month": {"2026-10"}, "by": {"segment"}, "group": {row["id"].(string)}}
		for _, of := range []string{"pull", "cumulative"} {
			q.Set("of", of)
			body := jsonIn(t, office.get("/api/v1/trace?"+q.Encode()))
			if want := map[string]any{"pull": row["pull"], "cumulative": row["value"]}[of]; body["value"] != want {
				t.Errorf("%s of %v: %v, the breakdown says %v: %v", of, row["name"], body["value"], want, body["formula"])
			}
			if of == "cumulative" && row["value"] != nil {
				part := 0.0
				for _, in := range list(t, body["inputs"]) {
					part += in.(map[string]any)["value"].(float64)
				}
				if math.Abs(part-row["value"].(float64)) > 0.001 {
					t.Errorf("%v: inputs add up to %v of %v", row["name"], part, row["value"])
				}
				sum += part
			}
		}
		if seen[i].(map[string]any)["suppressed"] == true {
			hidden++
			if w := viewer.get("/api/v1/trace?" + q.Encode()); w.Code != http.StatusOK || jsonIn(t, w)["value"] != nil || strings.Contains(w.Body.String(), "÷") {
				t.Errorf("a hidden group is told: %s", w.Body)
			}
		}
	}
	if hidden == 0 || math.Abs(sum-1335079.56) > 0.01 {
		t.Errorf("%d groups hidden, together %v", hidden, sum)
	}
	for path, want := range map[string]int{
		"of=pull": http.StatusBadRequest, "of=rank&by=branch&group=锂电": http.StatusBadRequest, "by=x": http.StatusBadRequest, "by=branch&group=none": http.StatusNotFound,
	} {
		if w := office.get("/api/v1/trace?chain=ne&" + path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
	if w := viewer.get("/api/v1/trace?chain=ne&by=enterprise&group=91369921MAPGH8108J"); w.Code != http.StatusForbidden {
		t.Errorf("a viewer is told of one firm: %d", w.Code)
	}
}
