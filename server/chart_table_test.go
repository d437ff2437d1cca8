package server

import (
	"net/http"
	"strings"
	"testing"

	"chainboard/charts"
	"chainboard/store"
)

// Every chart has its table, on pages, on walls and as csv; what a reader may not
// see in the picture is not in the table either.
func TestChartTables(t *testing.T) {
	st := sampleSite(t)
	office, viewer, wall := st.signedIn("office"), st.signedIn("viewer"), st.wall(t, store.Key{Name: "大厅"})
	for _, name := range charts.Names() {
		for who, b := range map[string]*browser{"office": office, "viewer": viewer, "wall": wall} {
			w := b.get("/charts/" + name + ".html?chain=ne")
			d := document(t, w)
			if w.Code != http.StatusOK || d.Find("thead th").Length() < 2 || d.Find("tbody tr").Length() == 0 || d.Find("caption").Text() == "" {
				t.Errorf("%s gets no table of %s: %d %.200s", who, name, w.Code, w.Body)
			}
			if link := d.Find("a").Length() > 0; link == (who == "wall") {
				t.Errorf("%s of %s links away: %v", name, who, link)
			}
			if who != "office" && strings.Contains(w.Body.String(), "有限公司") {
				t.Errorf("%s names enterprises to %s", name, who)
			}
		}
		w := office.get("/charts/" + name + ".csv?chain=ne")
		if body := w.Body.String(); w.Code != http.StatusOK || w.Header().Get("Content-Type") != csvType || strings.Contains(body, "有限公司") || strings.Contains(body, "\u2009") || strings.Count(body, "\r\n") < 2 {
			t.Errorf("%s.csv: %d %.200s", name, w.Code, body)
		}
	}
	if firms := office.get("/charts/heatmap.html?chain=ne").Body.String(); !strings.Contains(firms, "有限公司") {
		t.Error("the chain office's heat map has no enterprises in its table")
	}
	for _, format := range []string{"html", "csv"} {
		if w := viewer.get("/charts/waterfall." + format + "?chain=ne&by=enterprise"); w.Code != http.StatusForbidden {
			t.Errorf("a viewer gets the enterprises' .%s: %d", format, w.Code)
		}
		if w := viewer.get("/charts/none." + format); w.Code != http.StatusNotFound {
			t.Errorf("none.%s: %d", format, w.Code)
		}
		if w := st.browser().get("/charts/trend." + format); w.Code == http.StatusOK {
			t.Errorf("nobody gets trend.%s", format)
		}
	}
	pull := viewer.get("/charts/pull.html?chain=ne").Body.String()
	for _, row := range document(t, viewer.get("/chains/ne")).Find("table tr:contains('隐去') th").EachIter() {
		if name := row.Text(); strings.Contains(pull, name) && !strings.Contains(pull, "隐去") {
			t.Errorf("the table tells of %s", name)
		}
	}
	empty := newSite(t)
	empty.addUser("viewer", "viewer")
	if w := empty.signedIn("viewer").get("/charts/trend.html"); w.Code != http.StatusNoContent {
		t.Errorf("nothing to draw: %d %s", w.Code, w.Body)
	}
}
