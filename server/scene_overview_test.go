package server

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/store"
)

func TestScreen(t *testing.T) {
	st := sampleSite(t)
	wall := st.wall(t, store.Key{Name: "大厅"})
	w := wall.get("/screen")
	for _, word := range []string{"有限公司", "有限责任公司", "0000-"} {
		if strings.Contains(w.Body.String(), word) {
			t.Errorf("the wall tells of single firms: %s", word)
		}
	}
	d := document(t, w)
	expect(t, d, ".top .brand b", "示例县重点产业链")
	expect(t, d, ".top .meta", "2026年1—10月")
	if got := texts(d.Selection, ".kpi .v"); len(got) != 8 || got[0] != "196.50亿元缺3户" || d.Find(".kpi.x2").Length() != 2 {
		t.Errorf("tiles: %q", got)
	}
	if got := d.Find(".cm .nd").Length(); got != 47 {
		t.Errorf("%d segments on the map", got)
	}
	if got := texts(d.Selection, ".cm .lane h3"); strings.Join(got, " ") != "锂电 光伏 新型储能 铜基新材料 硅基新材料" {
		t.Errorf("lanes: %q", got)
	}
	if got := d.Find("main a:not([data-trace])").Length(); got != 0 {
		t.Errorf("%d links lead away from the wall", got)
	}
	figure, _ := d.Find("main .kpi").First().Attr("href")
	if trace := wall.get(figure); !strings.Contains(figure, "&wall=1") || trace.Code != http.StatusOK || strings.Contains(trace.Body.String(), "有限公司") {
		t.Errorf("the wall's figure %s: %d", figure, trace.Code)
	}
	if got := texts(d.Selection, ".a-issue .kv div"); len(got) != 4 || !strings.HasPrefix(got[0], "57.1%办结率 16/28") {
		t.Errorf("issues: %q", got)
	}
	if got := texts(d.Selection, ".tick li"); len(got) != 9 || !strings.Contains(got[0], "逾期") || strings.Contains(got[0], "已完成") {
		t.Errorf("decisions: %q", got)
	}
	if got := texts(d.Selection, ".a-region .n"); len(got) != 5 || got[0] != "示例县经济开发区" {
		t.Errorf("regions: %q", got)
	}
	if got := texts(d.Selection, ".a-late .row"); len(got) != 3 || got[0] != "新能源线束项目计划竣工 2026-06-30逾期 123 天" {
		t.Errorf("overdue: %q", got)
	}
}

func TestScreenOfOneChain(t *testing.T) {
	st := sampleSite(t)
	wall := st.wall(t, store.Key{Name: "材料园", Chain: "nm"})
	d := wall.page("/screen?chain=ne")
	expect(t, d, ".kpi .v", "62.99亿元缺2户")
	expect(t, d, ".top .brand b", "示例县新材料产业链")
	var option struct {
		Series []struct{ Data []struct{ Name string } }
	}
	if err := json.Unmarshal(wall.get("/charts/pull?chain=ne").Body.Bytes(), &option); err != nil {
		t.Fatal(err)
	}
	if got := option.Series[0].Data; len(got) != 2 || got[0].Name != "铜基新材料" {
		t.Errorf("a wall of one chain draws another: %v", got)
	}
}

func TestScreenWithoutData(t *testing.T) {
	st := newSite(t)
	d := st.wall(t, store.Key{Name: "大厅"}).page("/screen")
	expect(t, d, "main .state p", "还没有数据。资料导入后，大屏自动显示。")
}

func TestCharts(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	var list struct{ Charts []string }
	if err := json.Unmarshal(b.get("/charts").Body.Bytes(), &list); err != nil || !slices.Contains(list.Charts, "trend") {
		t.Fatalf("charts: %v %v", list, err)
	}
	for _, name := range list.Charts {
		var option map[string]any
		w := b.get("/charts/" + name + "?chain=ne&month=2026-09")
		if err := json.Unmarshal(w.Body.Bytes(), &option); err != nil || w.Code != http.StatusOK || option["series"] == nil {
			t.Errorf("%s: %d %v %.100s", name, w.Code, err, w.Body)
		}
	}
	for path, want := range map[string]int{
		"/charts/none": http.StatusNotFound, "/charts/trend?indicator=none": http.StatusNotFound,
		"/charts/trend?months=0": http.StatusBadRequest, "/charts/trend?indicator=rnd_gerd": http.StatusNoContent,
	} {
		if w := b.get(path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
}

func verdictsOf(n int, state industry.Diagnosis) []industry.Verdict {
	list := make([]industry.Verdict, n)
	for i := range list {
		list[i] = industry.Verdict{State: state, Segment: industry.Segment{
			Key: fmt.Sprint(i), Name: "环节", Branch: fmt.Sprint("链", i%4), Position: mapStages[i%3],
		}}
	}
	return list
}

func TestChainMapShowsWhatFits(t *testing.T) {
	if m := chainMapOf(verdictsOf(60, industry.Sound)); m == nil || m.Folded || len(m.Lanes) != 4 {
		t.Errorf("60 segments in 4 lanes: %+v", m)
	}
	m := chainMapOf(append(verdictsOf(120, industry.Sound), verdictsOf(4, industry.Broken)...))
	if m == nil || !m.Folded || m.Lanes[0].Cells[0].Sound != 10 || len(m.Lanes[0].Cells[0].Segments) != 1 {
		t.Fatalf("124 segments: %+v", m)
	}
	if m.Columns[0].Segments != 42 {
		t.Errorf("%d segments upstream, counted ones are among them", m.Columns[0].Segments)
	}
	if m := chainMapOf(verdictsOf(200, industry.Broken)); m != nil {
		t.Errorf("200 missing segments were laid out in %s", m.Rows)
	}
}

// What feeds stands left, what is fed right, the rest where there is room; a
// segment that feeds itself does neither.
func TestChainMapPutsLinksFromLeftToRight(t *testing.T) {
	link := func(key, position string, feeds ...string) industry.Verdict {
		return industry.Verdict{State: industry.Sound, Segment: industry.Segment{Key: key, Name: key, Branch: "锂电", Position: position, Feeds: feeds}}
	}
	m := chainMapOf([]industry.Verdict{
		link("salt", "上游", "lfp", "acid"), link("acid", "上游"), link("loop", "上游", "loop"), link("lfp", "中游", "cell"), link("cell", "下游", "pack"), link("pack", "下游"), link("use", "下游"),
	})
	if m == nil || !m.Linked {
		t.Fatalf("%+v", m)
	}
	got := map[string]string{}
	for _, cell := range m.Lanes[0].Cells {
		for _, s := range cell.Segments {
			got[s.ID()] = s.Side
		}
	}
	want := map[string]string{"salt": "left", "acid": "right", "loop": "right", "lfp": "right", "cell": "left", "pack": "right", "use": "left"}
	if !maps.Equal(got, want) || m.Lanes[0].Cells[0].Segments[0].Targets() != "lfp acid" {
		t.Errorf("sides %v", got)
	}
}

func TestLanesCountWhatHasNoRoom(t *testing.T) {
	verdicts := verdictsOf(200, industry.Broken)
	for i := range verdicts {
		verdicts[i].Segment.Branch = fmt.Sprint("链", i%12)
	}
	verdicts[0].State = industry.Strong
	lanes := lanesOf(verdicts)
	total := 0
	for _, l := range lanes {
		total += l.Segments
	}
	first, last := lanes[0], lanes[len(lanes)-1]
	if len(lanes) != 10 || total != 200 || first.States[0].Count != 1 || first.States[4].Count != 16 || last.Name != "其他" || last.Segments != 48 {
		t.Errorf("%d lanes of %d: %+v … %+v", len(lanes), total, first, last)
	}
}
