package server

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// mapScenes are the scenes of the four maps.
var mapScenes = [...]string{industry.MapChain, industry.MapTechnology, industry.MapApplication, industry.MapRegion}

// The four maps of a wall: what they show is what the programs' interface says.
func TestMapScenes(t *testing.T) {
	st := sampleSite(t)
	wall := st.wall(t, store.Key{Name: "大厅"})
	q := office.Query{Chain: industry.AllChains, Month: industry.NewMonth(2026, 10)}
	d := wall.page("/screen?scene=chain")
	chain, _, err := st.office.ChainMap(t.Context(), q, false)
	if err != nil {
		t.Fatal(err)
	}
	if got := texts(d.Selection, ".cg .nd .nm"); len(got) != len(chain.Nodes) || got[0] != chain.Nodes[0].Name {
		t.Errorf("%d nodes, want %d", len(got), len(chain.Nodes))
	}
	if got := d.Find(".cg-b path").Length(); got != len(chain.Edges) {
		t.Errorf("%d links, want %d", got, len(chain.Edges))
	}
	expect(t, d, ".cg-b h2 .num", industry.YiText(chain.Lanes[0].Revenue))
	if foot := d.Find(".mp-chain .pf").First().Text(); !strings.Contains(foot, "（86/89 户规上已报）") {
		t.Errorf("the chain map is footed %s", foot)
	}

	d = wall.page("/screen?scene=technology")
	technology, _, err := st.office.TechnologyMap(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Find(".tl-r").Length(); got != len(technology.Lanes) {
		t.Errorf("%d lanes, want %d", got, len(technology.Lanes))
	}
	if first := texts(d.Selection, ".gaps .dg > b"); len(first) != len(technology.Tasks) || first[0] != technology.Tasks[0].Name {
		t.Errorf("tasks %q", first)
	}
	expect(t, d, ".lvs .lv.lead", "领跑")

	d = wall.page("/screen?scene=application")
	application, _, err := st.office.ApplicationMap(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	if bands, names := d.Find(".stream path").Length(), d.Find(".fl").Length(); bands != len(application.Edges) || names != len(application.Nodes) {
		t.Errorf("%d bands of %d, %d names of %d", bands, len(application.Edges), names, len(application.Nodes))
	}

	d = wall.page("/screen?scene=region")
	region, _, err := st.office.RegionMap(t.Context(), q, false)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Find(".rg .ring").Length(); got != len(region.Areas) {
		t.Errorf("%d regions, want %d", got, len(region.Areas))
	}
	expect(t, d, ".reg-a tfoot a[href*=revenue]", industry.YiText(region.Total.Revenue))
	if hidden := slices.IndexFunc(region.Areas, func(a industry.Area) bool { return a.Suppressed }); hidden < 0 || !strings.Contains(d.Find(".reg-a tbody").Text(), "隐去") {
		t.Error("no small cell is withheld")
	}
}

// Nothing leads away from the wall, and what it opens tells of no single firm's
// figures, whoever looks.
func TestMapScenesTellOfNoFirm(t *testing.T) {
	st := sampleSite(t)
	wall, staff := st.wall(t, store.Key{Name: "大厅"}), st.signedIn("office")
	for _, name := range mapScenes {
		for _, b := range []*browser{wall, staff} {
			d := b.page("/screen?scene=" + name)
			if got := d.Find("main a:not([data-trace])").Length(); got != 0 {
				t.Errorf("%s: %d links lead away", name, got)
			}
			if text := d.Find("main").Text(); strings.Contains(text, "0000-") {
				t.Errorf("%s shows telephone numbers", name)
			}
			opened := 0
			for _, a := range d.Find("main a[data-trace]").EachIter() {
				address := a.AttrOr("href", "")
				if opened++; opened > 4 {
					break
				}
				w := b.fragment(address)
				named := strings.Contains(w.Body.String(), "有限公司") && !strings.Contains(address, "/maps/chain/") // a segment names its enterprises
				if w.Code != http.StatusOK || !strings.Contains(address, "wall=1") || named || strings.Contains(w.Body.String(), "/lists/") {
					t.Errorf("%s opens %s: %d %.300s", name, address, w.Code, w.Body)
				}
			}
		}
	}
	if named := wall.page("/screen?scene=chain").Find(".nd .wide2").Text(); !strings.Contains(named, "示例甲子锂业") {
		t.Errorf("no node of the chain map names an enterprise: %.200s", named)
	}
}

func TestMapScenesOfOneChainAndOfNone(t *testing.T) {
	st := sampleSite(t)
	wall := st.wall(t, store.Key{Name: "材料园", Chain: "nm"})
	for _, name := range mapScenes {
		d := wall.page("/screen?scene=" + name + "&chain=ne")
		if text := d.Find("main").Text(); strings.Contains(text, "锂离子电芯") || strings.Contains(text, "光伏组件") {
			t.Errorf("%s of one chain shows another", name)
		}
	}
	if w := wall.fragment("/chains/ne/maps/chain/li-cell?wall=1"); w.Code != http.StatusNotFound {
		t.Errorf("a wall of one chain opens a segment of another: %d", w.Code)
	}
	empty := newSite(t)
	for name, words := range map[string]string{"chain": "还没有登记环节，环节导入后自动成图", "technology": "还没有登记技术路线，技术路线导入后自动成图", "application": "还没有登记应用领域，应用领域导入后自动成图", "region": "还没有登记园区和乡镇，区域导入后自动成图"} {
		expect(t, empty.wall(t, store.Key{Name: "大厅" + name}).page("/screen?scene="+name), "main .state p", words)
	}
}

// More segments than a wall can name are counted by lane and stage; no gap is lost
// without being counted.
func TestChainSceneOfFiveHundred(t *testing.T) {
	st := crowdedSite(t)
	d := st.wall(t, store.Key{Name: "大厅"}).page("/screen?scene=chain&chain=ne")
	total := 0
	for _, n := range texts(d.Selection, ".mx-n .num") {
		var count int
		if _, err := fmt.Sscan(n, &count); err != nil {
			t.Fatal(err)
		}
		total += count
	}
	if rows := d.Find(".mx-r").Length(); rows != 9 || total != 500 || d.Find(".cg").Length() != 0 {
		t.Errorf("%d lanes of %d segments", rows, total)
	}
	gaps, _ := d.Find(".beside [data-fit]").Attr("data-fit")
	if named := d.Find(".mx-c .chips .nd").Length(); named < 400 || gaps != fmt.Sprint(named) {
		t.Errorf("%d gaps are named of %s", named, gaps)
	}
	if w := st.signedIn("office").get("/screen/scenes/chain?chain=ne"); w.Code != http.StatusOK || len(w.Body.Bytes()) > 600<<10 {
		t.Errorf("%d: %d bytes", w.Code, w.Body.Len())
	}
}

// Sixty segments in six branches are still named one by one.
func TestChainSceneOfSixty(t *testing.T) {
	var verdicts []industry.Verdict
	for i := range 60 {
		verdicts = append(verdicts, industry.Verdict{State: industry.Sound, Segment: industry.Segment{
			Key: fmt.Sprintf("ne%ss%02d", industry.KeySeparator, i), Chain: "ne", Code: fmt.Sprintf("s%02d", i), Name: fmt.Sprint("高镍三元前驱体", i), Branch: fmt.Sprint("链", i%6), Position: mapStages[i/6%3],
		}})
	}
	m := industry.ChainMapOf(industry.ChainMapFacts{Verdicts: verdicts})
	w := wallChainOf(view{}, drawnChain(view{}, m))
	if w == nil || w.Columns > columnsAlone {
		t.Fatalf("60 segments in %d columns and %d tracks have no room", m.Columns, m.Tracks)
	}
	named := 0
	for _, l := range w.Lanes {
		named += len(l.Nodes)
	}
	if named != 60 {
		t.Errorf("%d segments named", named)
	}
}
