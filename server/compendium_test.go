package server

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// TestCompendium holds the paper together with the lists: as many rows as the API
// counts, every name that it gives, and nothing kept from viewers.
func TestCompendium(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	for _, chain := range []string{"nm", industry.AllChains} {
		w := b.get("/api/v1/briefings/2026-10.docx?kind=compendium&chain=" + chain)
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", chain, w.Code, w.Body)
		}
		paper := paperText(t, w)
		for _, list := range industry.CompendiumLists() {
			var answer struct {
				Total int `json:"total"`
			}
			if err := json.Unmarshal(b.get("/api/v1/chains/"+chain+"/lists/"+list+"?size=500").Body.Bytes(), &answer); err != nil {
				t.Fatal(err)
			}
			l := industry.ListOf(list)
			want := l.Name + "共" + strconv.Itoa(answer.Total) + "条"
			if answer.Total == 0 || !strings.Contains(paper, want) {
				t.Errorf("%s: the API counts %d in %s, the paper does not say %s", chain, answer.Total, list, want)
			}
			page, err := st.office.List(t.Context(), office.ListRequest{List: list, Chain: chain, Query: industry.ListQuery{Size: industry.MaxPage}, User: industry.User{Roles: []industry.Role{industry.Viewer}}})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range page.Rows {
				if name := r.Cell(l.Title).Shown; !strings.Contains(paper, name) {
					t.Errorf("%s: %s is not in the paper", list, name)
				}
			}
		}
		open, err := st.office.List(t.Context(), office.ListRequest{List: "enterprises", Chain: chain, Query: industry.ListQuery{Size: industry.MaxPage}, User: industry.User{Roles: []industry.Role{industry.ChainOffice}}})
		if err != nil {
			t.Fatal(err)
		}
		kept := 0
		for _, r := range open.Rows {
			for _, column := range []string{"contact", "phone", "revenue"} {
				value := strings.ReplaceAll(r.Cell(column).Shown, "\u2009", "")
				if len(value) < 6 { // a short one stands in other words too
					continue
				}
				if kept++; strings.Contains(paper, value) {
					t.Errorf("%s: the paper tells %s of %s: %s", chain, column, r.ID, value)
				}
			}
		}
		if kept == 0 {
			t.Error("the sample has nothing to withhold")
		}
	}
}
