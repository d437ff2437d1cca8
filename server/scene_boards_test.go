package server

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"chainboard/store"
)

func boardScenes() []string { return []string{"dispatch", "investment", "rnd", "issues", "decisions"} }

// The boards tell the API's figures and nothing of single firms, and lead nowhere
// but to what explains a figure.
func TestBoardScenes(t *testing.T) {
	st := sampleSite(t)
	wall := st.wall(t, store.Key{Name: "大厅"})
	for _, code := range boardScenes() {
		for _, chain := range []string{"all", "nm"} {
			w := wall.get("/screen/scenes/" + code + "?chain=" + chain)
			d := document(t, w)
			main := d.Find("main.bd")
			if w.Code != http.StatusOK || main.AttrOr("data-scene", "") != code {
				t.Fatalf("%s: %d %.200s", code, w.Code, w.Body)
			}
			if strings.Contains(w.Body.String(), "0000-") {
				t.Errorf("%s tells of contacts", code)
			}
			if code != "issues" && strings.Contains(w.Body.String(), "有限公司") {
				t.Errorf("%s names single firms", code)
			}
			if n := d.Find("main a:not([data-trace])").Length(); n != 0 {
				t.Errorf("%s: %d links lead away from the wall", code, n)
			}
			d.Find("main a[data-trace]").EachWithBreak(func(_ int, a *goquery.Selection) bool {
				if href := a.AttrOr("href", ""); !strings.Contains(href, "wall=1") {
					t.Errorf("%s: %s is no figure of a wall", code, href)
					return false
				}
				return true
			})
			if n := d.Find("main .panel").Length(); n < 4 || d.Find("main .panel .pf").Length() < n-2 {
				t.Errorf("%s: %d panels, %d of them say where from", code, n, d.Find("main .panel .pf").Length())
			}
		}
	}
}

func TestBoardScenesShowTheAPIsFigures(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	read := func(path string, into any) {
		t.Helper()
		if err := json.Unmarshal(b.get(path).Body.Bytes(), into); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	var table struct {
		Indicators []struct {
			Code       string
			Completion *float64
		}
	}
	read("/api/v1/chains/all/dispatch?month=2026-10", &table)
	d := b.page("/screen/scenes/dispatch?month=2026-10")
	first := d.Find(".g-table tbody tr").First()
	if got := texts(first, "td"); table.Indicators[0].Code != revenue || !strings.Contains(got[0], "196.50 亿元") || got[5] != strconv.FormatFloat(*table.Indicators[0].Completion, 'f', 1, 64)+"%" {
		t.Errorf("revenue %q, %v", got, *table.Indicators[0].Completion)
	}
	var invested struct {
		Stages []struct{ Reached int }
		Signed struct{ Count int }
	}
	read("/api/v1/chains/all/investment?from=2024-01-01&to=2026-10-31", &invested)
	d = b.page("/screen/scenes/investment?month=2026-10")
	if got := texts(d.Selection, ".stp b"); len(got) != 6 || got[0] != strconv.Itoa(invested.Signed.Count) {
		t.Errorf("funnel %q of %d", got, invested.Signed.Count)
	}
	if got := texts(d.Selection, ".rate .v"); strings.Join(got, " ") != "85.3% 55.9% 29.4% 43.7%" {
		t.Errorf("rates %q", got)
	}
	var issues struct {
		Assigned, Overdue int
		Departments       []struct{ Department string }
	}
	read("/api/v1/chains/all/issues/summary", &issues)
	d = b.page("/screen/scenes/issues")
	if got := texts(d.Selection, ".kpi .v"); got[0] != strconv.Itoa(issues.Assigned)+"件" || got[5] != strconv.Itoa(issues.Overdue)+"件" {
		t.Errorf("issues %q, want %+v", got, issues)
	}
	if got := d.Find(".g-units tbody tr").Length(); got != len(issues.Departments) {
		t.Errorf("%d departments of %d", got, len(issues.Departments))
	}
	board, err := st.office.DecisionBoard(t.Context(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	d = b.page("/screen/scenes/decisions")
	if got := d.Find(".g-todo tbody tr").Length(); got != board.Total-board.Done || got == 0 {
		t.Errorf("%d open decisions of %d", got, board.Total)
	}
}

// A chain leader's account that opens the wall is shown what the lobby is shown.
func TestBoardChartsAreTheSameForEverybody(t *testing.T) {
	st := sampleSite(t)
	for _, path := range []string{"/charts/waterfall?chain=nm&by=region&wall=1", "/charts/heatmap?chain=nm&heat=segment&wall=1"} {
		if a, b := st.signedIn("office").get(path).Body.String(), st.signedIn("viewer").get(path).Body.String(); a != b || len(a) < 100 {
			t.Errorf("%s differs by right: %.80s", path, a)
		}
	}
}

func TestBoardScenesWithoutData(t *testing.T) {
	st := newSite(t)
	wall := st.wall(t, store.Key{Name: "大厅"})
	for _, code := range boardScenes() {
		d := wall.page("/screen/scenes/" + code)
		if got := folded(d.Find("main .state p").First().Text()); !strings.Contains(got, "大屏自动显示") {
			t.Errorf("%s without data: %q", code, got)
		}
	}
}
