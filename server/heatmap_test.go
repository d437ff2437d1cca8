package server

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"chainboard/store"
)

// heatAxes returns what stands at the rows and columns of the heat map.
func heatAxes(t *testing.T, b *browser, query string) (rows, months []any) {
	t.Helper()
	o := members(t, jsonInOK(t, b, "/charts/heatmap?"+query), "xAxis", "yAxis", "series", "visualMap")
	axis := func(name string) []any { return list(t, list(t, o[name])[0].(map[string]any)["data"]) }
	return axis("yAxis"), axis("xAxis")
}

// Single enterprises stand in the heat map for who may see them; a visitor and a
// wall get segments, whatever they ask for.
func TestHeatmapByRight(t *testing.T) {
	st := sampleSite(t)
	clerk, viewer := st.signedIn("office"), st.signedIn("viewer")
	wall := st.wall(t, store.Key{Name: "大厅"})
	firms, months := heatAxes(t, clerk, "chain=ne&month=2026-10")
	if len(firms) != 20 || len(months) != 11 || months[0] != "2025年11月" || months[2] != "2026年1—2月" {
		t.Errorf("%d rows, columns %v", len(firms), months)
	}
	second, _ := heatAxes(t, clerk, "chain=ne&month=2026-10&page=2")
	if len(second) == 0 || fmt.Sprint(second[0]) == fmt.Sprint(firms[0]) {
		t.Errorf("second page %v", second)
	}
	for who, b := range map[string]*browser{"viewer": viewer, "wall": wall} {
		for _, query := range []string{"chain=ne", "chain=ne&heat=enterprise&measure=in_month", "chain=ne&heat=segment"} {
			text := b.get("/charts/heatmap?" + query).Body.String()
			for _, firm := range append(firms, second...) {
				if strings.Contains(text, firm.(string)) {
					t.Errorf("%s sees %v by %s", who, firm, query)
				}
			}
		}
	}
	for query, want := range map[string]int{"indicator=none": http.StatusNotFound, "page=x": http.StatusBadRequest, "chain=none": http.StatusNotFound, "indicator=signed_projects": http.StatusNoContent} {
		if w := clerk.get("/charts/heatmap?" + query); w.Code != want {
			t.Errorf("%s: %d, want %d", query, w.Code, want)
		}
	}
}
