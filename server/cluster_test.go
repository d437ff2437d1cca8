package server

import (
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// A cluster's page puts what is registered beside the breakdown by region of the
// same year, to the 万元; a viewer gets what that breakdown shows a viewer.
func TestClusterBesideItsRegion(t *testing.T) {
	st := sampleSite(t)
	const path = "/chains/all/lists/clusters/示例县锂电新能源产业集群"
	b, err := st.office.Breakdown(t.Context(), office.Query{Chain: "ne", Month: industry.NewMonth(2025, 12)}, "revenue", industry.ByRegion)
	if err != nil {
		t.Fatal(err)
	}
	d := st.signedIn("office").page(path)
	row := texts(d.Selection, "#compare tbody td:nth-child(2)") // 营业收入: registered, reported, difference, this year
	found := false
	for _, p := range b.Rows {
		found = found || p.Name == "示例县经济开发区" && row[1] == folded(industry.GroupedText(p.Value))
	}
	if len(row) != 4 || !found || row[2] == "—" {
		t.Errorf("compared %q with %+v", row, b.Rows)
	}
	closed := texts(st.signedIn("viewer").page(path).Selection, "#compare tbody td:nth-child(2)")
	if len(closed) != 4 {
		t.Fatalf("%q", closed)
	}
	b = b.Suppressed()
	for _, p := range b.Rows {
		if p.Name == "示例县经济开发区" && p.Suppressed == (closed[1] == row[1]) {
			t.Errorf("a viewer is told %q, the breakdown hides it: %v", closed, p.Suppressed)
		}
	}
}
