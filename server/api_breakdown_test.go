package server

import (
	"net/http"
	"strings"
	"testing"

	"chainboard/industry"
)

// Who may see single enterprises gets them; everybody else gets sums that name
// nobody, on the API and in the charts, the wall included.
func TestWhoMakesTheGrowthByRole(t *testing.T) {
	st := sampleSite(t)
	const firm = "示例癸酉正极股份有限公司"
	addresses := []string{
		"/api/v1/chains/ne/breakdown?by=enterprise", "/api/v1/chains/ne/movers", "/charts/waterfall?chain=ne&by=enterprise",
	}
	for role, open := range map[industry.Role]bool{
		industry.ChainOffice: true, industry.ChainLeader: true, industry.Viewer: false, industry.Department: false, industry.Kiosk: false,
	} {
		b := st.bearer(t, role)
		for _, address := range addresses {
			w := b.get(address)
			switch body := w.Body.String(); {
			case open && (w.Code != http.StatusOK || !strings.Contains(body, firm)):
				t.Errorf("%s %s: %d %.200s", role, address, w.Code, body)
			case !open && (w.Code != http.StatusForbidden || !strings.Contains(body, `"kind":"forbidden"`) || strings.Contains(body, "示例")):
				t.Errorf("%s %s: %d %.200s", role, address, w.Code, body)
			}
		}
		for _, by := range []string{"segment", "branch", "region"} {
			answer := jsonInOK(t, b, "/api/v1/chains/ne/breakdown?by="+by)
			hidden := 0
			for _, row := range list(t, answer["rows"]) {
				r := members(t, row, "id", "name", "value", "base", "increment", "growth", "share", "contribution", "pull", "suppressed",
					"enterprises", "reported", "rank", "previous_rank", "rank_change", "growth_rank", "previous_growth_rank", "growth_rank_change")
				if r["suppressed"] != true {
					continue
				}
				hidden++
				for _, member := range []string{"value", "base", "increment", "growth", "share", "contribution", "pull", "rank", "growth_rank", "previous_rank"} {
					if r[member] != nil {
						t.Errorf("%s by %s: %v tells its %s", role, by, r["name"], member)
					}
				}
			}
			if open != (hidden == 0) && by != "branch" {
				t.Errorf("%s by %s: %d groups hidden", role, by, hidden)
			}
			if w := b.get("/charts/waterfall?chain=ne&by=" + by); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "有限公司") {
				t.Errorf("%s: waterfall by %s: %d", role, by, w.Code)
			}
		}
		coverage := members(t, jsonInOK(t, b, "/api/v1/chains/ne/dispatch")["coverage"], "expected", "reported", "missing", "incomplete", "missing_count", "missing_share", "missing_basis")
		if coverage["incomplete"] != true || (coverage["missing_share"] != nil) != open {
			t.Errorf("%s: %v", role, coverage)
		}
	}
	b := st.signedIn("office")
	for address, status := range map[string]int{
		"/api/v1/chains/ne/breakdown?by=colour": http.StatusBadRequest, "/api/v1/chains/ne/breakdown?indicator=no": http.StatusNotFound,
		"/api/v1/chains/no/movers": http.StatusNotFound, "/api/v1/chains/ne/movers?indicator=no": http.StatusNotFound,
		"/api/v1/chains/ne/movers?fall=100": http.StatusBadRequest, "/charts/waterfall?by=colour": http.StatusBadRequest,
	} {
		if w := b.get(address); w.Code != status {
			t.Errorf("%s: %d, want %d: %.200s", address, w.Code, status, w.Body)
		}
	}
	movers := members(t, jsonInOK(t, b, "/api/v1/chains/ne/movers?top=3"), "chain", "month", "indicator", "total", "rising", "falling", "rising_share",
		"risers", "fallers", "entrants", "leavers", "baseless", "missing", "idle", "idle_rule")
	if n := len(list(t, movers["risers"])); n != 3 {
		t.Errorf("%d risers", n)
	}
}
