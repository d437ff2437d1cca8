package server

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// Every scene that can be played can be built, and nothing else is.
func TestEverySceneIsBuilt(t *testing.T) {
	builders := (&server{}).builders()
	seen := map[string]bool{}
	for _, sc := range industry.Scenes() {
		if builders[sc.Code] == nil {
			t.Errorf("nothing builds scene %s", sc.Code)
		}
		if seen[sc.Code] || sc.Name == "" {
			t.Errorf("scene %q stands twice or has no name", sc.Code)
		}
		seen[sc.Code] = true
	}
	for code := range builders {
		if !seen[code] {
			t.Errorf("scene %s is built and cannot be played: name it in industry.Scenes", code)
		}
	}
}

// Every scene says what it draws on: whoever listens is told, and a screen that is
// bound to the scene gets its charts.
func TestScenesDrawOnWhatTheySay(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	chart := regexp.MustCompile(`data-chart="/charts/([a-z-]+)`)
	for _, named := range industry.Scenes() {
		sc, err := st.server.sceneOf(named.Code)
		if err != nil || sc.Scene != named {
			t.Errorf("scene %v is %v: %v", named, sc.Scene, err)
		}
		w := b.fragment("/screen/scenes/" + sc.Code)
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d", sc.Code, w.Code)
		}
		for _, m := range chart.FindAllStringSubmatch(w.Body.String(), -1) {
			if !needsOf(sc.Code).draws(m[1]) {
				t.Errorf("scene %s draws %s: name it in needsOf", sc.Code, m[1])
			}
		}
		if sc.Topics() == "chains rules other" {
			t.Errorf("scene %s names no topics in needsOf", sc.Code)
		}
	}
}

func TestScreenPlaysWhatItsKeySays(t *testing.T) {
	st := sampleSite(t)
	wall := st.wall(t, store.Key{Name: "大厅", Scenes: "overview:45", Theme: "light"})
	d := wall.page("/screen?scenes=rnd&theme=&play=0")
	tabs := d.Find(".nav.scenes a")
	if tabs.Length() != 1 || tabs.AttrOr("data-seconds", "") != "45" || tabs.AttrOr("data-scene", "") != "overview" {
		t.Errorf("%d tabs, %s s", tabs.Length(), tabs.AttrOr("data-seconds", ""))
	}
	html := d.Find("html")
	for attr, want := range map[string]string{"data-theme": "light", "data-plays": "", "data-kiosk": ""} {
		if got, there := html.Attr(attr); !there || got != want {
			t.Errorf("%s: %q %v", attr, got, there)
		}
	}
	w := wall.fragment("/screen/scenes/overview")
	if mark := html.AttrOr("data-wall", ""); w.Code != http.StatusOK || w.Header().Get("X-Wall") != mark || mark == "" {
		t.Errorf("%d, mark %q and %q", w.Code, w.Header().Get("X-Wall"), mark)
	}
	for path, want := range map[string]int{
		"/screen/scenes/rnd": http.StatusForbidden, "/chains/ne/maps/chain/li-cell?wall=1": http.StatusForbidden, "/charts/heatmap": http.StatusForbidden, "/charts/investment-flow": http.StatusForbidden,
		"/charts/trend": http.StatusOK, "/charts/pull": http.StatusOK, "/trace?indicator=revenue&of=growth&wall=1": http.StatusOK,
		"/dispatch": http.StatusForbidden, "/chains/all/lists/enterprises": http.StatusForbidden, "/api/v1/chains": http.StatusForbidden,
	} {
		if got := wall.fragment(path); got.Code != want && !(want == http.StatusForbidden && got.Code == http.StatusUnauthorized) {
			t.Errorf("%s: %d, want %d", path, got.Code, want)
		}
	}
	shown, err := st.office.Screen(t.Context(), "大厅")
	if err != nil || shown.LastScene != "overview" || shown.LastSeen.IsZero() {
		t.Errorf("last shown: %+v, %v", shown, err)
	}
	shown.Scenes = "overview:10"
	if err := st.office.ChangeScreen(t.Context(), shown, office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	if again := wall.fragment("/screen/scenes/overview").Header().Get("X-Wall"); again == w.Header().Get("X-Wall") {
		t.Error("a wall is not told that its key was changed")
	}
	if err := st.office.RevokeScreen(t.Context(), "大厅", office.Actor{Name: "测试"}); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/screen/scenes/overview", "/screen/scenes/rnd"} {
		if w := wall.fragment(path); w.Code != http.StatusForbidden || w.Header().Get("X-Wall") != "closed" {
			t.Errorf("revoked: %d %q", w.Code, w.Header().Get("X-Wall"))
		}
	}
}

// A key of one chain shows no other chain, whatever is asked.
func TestScreenKeepsToItsChain(t *testing.T) {
	st := sampleSite(t)
	wall := st.wall(t, store.Key{Name: "材料园", Chain: "nm"})
	if got, want := wall.fragment("/screen/scenes/overview?chain=ne").Body.String(), wall.fragment("/screen/scenes/overview").Body.String(); got != want || !strings.Contains(got, "新材料") {
		t.Error("another chain's scene")
	}
	if got, want := wall.fragment("/charts/trend?chain=ne").Body.String(), wall.fragment("/charts/trend?chain=nm").Body.String(); got != want {
		t.Error("another chain's chart")
	}
	trace := func(chain string) string {
		return document(t, wall.fragment("/trace?chain="+chain+"&indicator=revenue&of=growth&wall=1")).Find(".fx").Text()
	}
	if got, want := trace("ne"), trace("nm"); got != want || !strings.Contains(got, "913.69") {
		t.Errorf("another chain's trace: %s\n%s", got, want)
	}
}

func TestScreenOfPeople(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	d := b.page("/screen?scenes=overview&seconds=9&play=1&chain=ne")
	if got := d.Find(".nav.scenes a").AttrOr("data-seconds", ""); got != "9" || d.Find("html").AttrOr("data-ask", "") != "chain=ne" {
		t.Errorf("%s s, asks with %s", got, d.Find("html").AttrOr("data-ask", ""))
	}
	if _, plays := b.page("/screen").Find("html").Attr("data-plays"); plays {
		t.Error("plays unasked")
	}
	if w := b.get("/screen?scenes=lobby"); w.Code != http.StatusBadRequest {
		t.Errorf("an unknown scene: %d", w.Code)
	}
}

// TestScenesAskAsWalls: whoever opens the wall, its charts and sources are those
// that everybody may see.
func TestScenesAskAsWalls(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	charts := 0
	for _, sc := range industry.Scenes() {
		document(t, b.get("/screen/scenes/"+sc.Code)).Find("[data-chart], [data-trace]").Each(func(_ int, el *goquery.Selection) {
			address := el.AttrOr("data-chart", el.AttrOr("href", ""))
			charts += el.Filter("[data-chart]").Length()
			if strings.Count(address, "wall=1") != 1 {
				t.Errorf("%s asks for %s", sc.Code, address)
			}
		})
	}
	if charts < 5 {
		t.Errorf("only %d charts on all scenes", charts)
	}
}
