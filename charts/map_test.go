package charts

import (
	"math"
	"testing"

	"chainboard/industry"
)

// mapInput is a small county as the four maps see it.
func mapInput() Input {
	segment := func(code, branch, position string, feeds ...string) industry.Segment {
		s := industry.Segment{Key: "ne␟" + code, Chain: "ne", Code: code, Name: code, Branch: branch, Position: position}
		for _, f := range feeds {
			s.Feeds = append(s.Feeds, "ne␟"+f)
		}
		return s
	}
	segments := []industry.Segment{
		segment("碳酸锂", "锂电", "上游", "电芯"), segment("隔膜", "锂电", "中游", "电芯"), segment("电芯", "锂电", "下游", "碳酸锂"), segment("@铜箔", "铜基", "中游", "电芯"),
	}
	firms := []industry.Enterprise{
		{ID: "1", Name: "示例甲", Role: "链主", Region: "t1", AboveScale: true, Segments: []string{"ne␟碳酸锂"}},
		{ID: "2", Name: "示例乙", Region: "t2", Segments: []string{"ne␟电芯"}},
	}
	verdicts := industry.Diagnose(segments, firms, m("2026-10"))
	outline, err := industry.ParseGeoJSON([]byte(`{"type":"FeatureCollection","features":[{"properties":{"code":"t1"},"geometry":{"type":"Polygon","coordinates":[[[116.4,27.6],[116.6,27.6],[116.6,27.8]]]}}]}`))
	if err != nil {
		panic(err)
	}
	return Input{
		ChainMap: industry.ChainMapOf(industry.ChainMapFacts{Verdicts: verdicts, Enterprises: firms}),
		TechnologyMap: industry.TechnologyMapOf(industry.TechnologyMapFacts{
			Segments: segments, Now: "2026-10-16", Technologies: []industry.Technology{
				{ID: "1", Segment: "ne␟电芯", Name: "叠片", Stage: "量产", Start: 2024, Target: 2025},
				{ID: "2", Segment: "ne␟电芯", Name: "半固态", Stage: "研发", Start: 2025, Target: 2030, Milestones: "2027-06:送样"},
				{ID: "3", Segment: "ne␟碳酸锂", Name: "低温提锂", Start: 2026, Target: 2026},
			},
		}),
		ApplicationMap: industry.ApplicationMapOf(industry.ApplicationMapFacts{Segments: segments, Applications: []industry.Application{
			{Segment: "ne␟电芯", Field: "储能", Scenario: "工商业", Share: industry.Percent(35.5)}, {Segment: "ne␟电芯", Field: "电芯"},
		}}),
		RegionMap: industry.RegionMapOf(industry.RegionMapFacts{Enterprises: firms, Month: m("2026-10"), Outline: &outline, Regions: []industry.Region{
			{Code: "t1", Name: "城关镇", Type: "乡镇"}, {Code: "t2", Name: "东河镇", Type: "乡镇", Longitude: industry.Parts(116_500_000), Latitude: industry.Parts(27_620_000)},
		}}),
	}
}

func dataOf(t *testing.T, chart string, seriesName string) []map[string]any {
	t.Helper()
	o, err := Build(chart, mapInput())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range o["series"].([]any) {
		s := s.(map[string]any)
		if s["name"] == seriesName {
			var list []map[string]any
			for _, d := range s["data"].([]any) {
				list = append(list, d.(map[string]any))
			}
			return list
		}
	}
	t.Fatalf("%s has no series %s", chart, seriesName)
	return nil
}

// The page and the option take their places from the same layout: what stands
// left of or above another on the one does so in the other, by the same measure.
func TestMapsHaveOnePositionEverywhere(t *testing.T) {
	in := mapInput()
	for i, d := range dataOf(t, NameChainMap, "企业") {
		n := in.ChainMap.Nodes[i]
		if d["id"] != n.ID || d["x"].(float64)/mapColumn != float64(n.Column)+industry.MapNodeWidth/2 || d["y"].(float64)/mapTrack != float64(n.Track)+1 {
			t.Errorf("%s at column %d, track %d is drawn at %v, %v", n.ID, n.Column, n.Track, d["x"], d["y"])
		}
	}
	offsets, i := dataOf(t, NameTechnologyMap, "起始"), 0
	for _, lane := range in.TechnologyMap.Lanes {
		for _, b := range lane.Bars {
			if offsets[i]["value"] != float64(b.Start) {
				t.Errorf("%s begins at %v", b.Name, offsets[i]["value"])
			}
			if stage := b.Stage; stage != "" && dataOf(t, NameTechnologyMap, stage)[i]["value"] != float64(b.Target+1-b.Start) {
				t.Errorf("%s does not last from %d to %d", b.Name, b.Start, b.Target)
			}
			i++
		}
	}
	for i, d := range dataOf(t, NameRegionMap, "企业") {
		a, at := in.RegionMap.Areas[i], d["value"].([]any)
		if at[0] != a.X || math.Abs(industry.RegionHeight-at[1].(float64)-a.Y) > 1e-9 || math.Abs(d["symbolSize"].(float64)-2*a.Radius*RegionUnit) > .5 {
			t.Errorf("%s at %v, %v of radius %v is drawn at %v of size %v", a.Name, a.X, a.Y, a.Radius, at, d["symbolSize"])
		}
	}
}

// The nodes of a sankey diagram come in the order in which they are laid out, and
// no use is without a line.
func TestApplicationMapKeepsItsOrder(t *testing.T) {
	in := mapInput()
	at := map[string]industry.ApplicationNode{}
	labels := uniqueNames(in.ApplicationMap.Nodes)
	for _, n := range in.ApplicationMap.Nodes {
		at[labels[n.ID]] = n
	}
	data := dataOf(t, NameApplicationMap, "应用领域")
	for i := 1; i < len(data); i++ {
		a, b := at[data[i-1]["name"].(string)], at[data[i]["name"].(string)]
		if a.Column > b.Column || a.Column == b.Column && a.Y > b.Y {
			t.Errorf("%s at %v of column %d comes before %s at %v of %d", a.Name, a.Y, a.Column, b.Name, b.Y, b.Column)
		}
	}
	o, err := Build(NameApplicationMap, in)
	if err != nil {
		t.Fatal(err)
	}
	for _, link := range o["series"].([]any)[0].(map[string]any)["links"].([]any) {
		if v := link.(map[string]any)["value"].(float64); v <= 0 {
			t.Errorf("%v has no width", link)
		}
	}
}

// A segment and a field of one name are two nodes of a sankey diagram.
func TestApplicationMapTellsNamesApart(t *testing.T) {
	seen := map[any]bool{}
	for _, d := range dataOf(t, NameApplicationMap, "应用领域") {
		if seen[d["name"]] {
			t.Errorf("%q stands twice", d["name"])
		}
		seen[d["name"]] = true
	}
	if !seen["电芯"] || !seen["电芯\u200b"] {
		t.Errorf("names %v", seen)
	}
}
