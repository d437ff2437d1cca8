package server

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// TestBoards holds the board together with the list behind it.
func TestBoards(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	d := b.page("/chains/all/lists/projects")
	expect(t, d, `a[href$="view=board"]`, "看板")
	d = b.page("/chains/all/lists/projects?view=board")
	heads := texts(d.Selection, ".kb h2")
	if got := strings.Join(heads[:4], " "); got != "线索4 在谈5 框架协议3 签约5" {
		t.Errorf("lanes: %s", got)
	}
	var board struct {
		Total int
		Lanes []struct {
			Value string
			Count int
			Rows  []struct{ ID, Stage string }
		}
	}
	if err := json.Unmarshal(b.get("/api/v1/chains/all/lists/projects/board").Body.Bytes(), &board); err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, lane := range board.Lanes {
		sum += lane.Count
		for _, row := range lane.Rows {
			if row.Stage != lane.Value {
				t.Errorf("%s stands at %s in the lane of %s", row.ID, row.Stage, lane.Value)
			}
		}
	}
	if sum != board.Total || sum != 48 {
		t.Errorf("%d projects in the lanes, %d in all", sum, board.Total)
	}
	narrow := b.page("/chains/nm/lists/projects?view=board&stage=signed")
	if got := narrow.Find(".kb h2").Length(); got != 1 {
		t.Errorf("the board of one stage has %d lanes", got)
	}
	if w := b.get("/chains/all/lists/policies?view=board"); w.Code != http.StatusNotFound {
		t.Errorf("the board of policies: %d", w.Code)
	}
	if w := st.signedIn("viewer").get("/chains/all/lists/issues?view=board"); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "/new") {
		t.Errorf("a viewer's board: %d", w.Code)
	}
}
