package industry

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func town(code, name, kind string, at ...float64) Region {
	r := Region{Code: code, Name: name, Type: kind}
	if len(at) == 2 {
		r.Longitude, r.Latitude = Parts(int64(at[0]*Scale)), Parts(int64(at[1]*Scale))
	}
	return r
}

// clear asserts that every area stands inside the box and none on another.
func clear(t *testing.T, m RegionMap) {
	t.Helper()
	var boxes []*areaBox
	for i := range m.Areas {
		a := &m.Areas[i]
		boxes = append(boxes, boxOf(a))
		if a.X-a.Radius < -1e-6 || a.X+a.Radius > RegionWidth+1e-6 || a.Y-a.Radius < -1e-6 || a.Y+a.Radius > RegionHeight+1e-6 {
			t.Errorf("%s leaves the box: %v %v %v", a.Name, a.X, a.Y, a.Radius)
		}
	}
	if !settled(boxes) {
		t.Errorf("areas lie on each other: %+v", m.Areas)
	}
}

func TestRegionMapCountsAndPlaces(t *testing.T) {
	f := RegionMapFacts{
		Regions: []Region{
			town("36", "示例省", "省", 115, 28), town("3699", "示例市", "市", 116, 27), town("369921", "示例县", "县", 116.4, 27.6),
			town("a", "城关镇", "乡镇", 116.42, 27.63), town("b", "东河镇", "乡镇", 116.50, 27.64), town("p", "经开区", "园区", 116.425, 27.632),
			town("n", "北坪镇", "乡镇", 116.41, 27.80), town("x", "没有坐标的街道", "街道"),
		},
		Enterprises: []Enterprise{
			{ID: "1", Region: "p", AboveScale: true},
			{ID: "2", Region: "p"},
			{ID: "3", Region: "a", AboveScale: true},
			{ID: "4", Region: "3699", AboveScale: true},
			{ID: "5"},
			{ID: "6", Region: "p", Status: closed},
			{ID: "7", Region: "gone"},
		},
		Projects: []Project{
			{ID: "P1", Region: "p", Dates: map[Stage]Date{Signed: "2026-01-01"}}, {ID: "P2", Region: "p", Dates: map[Stage]Date{Operating: "2026-01-01"}},
		},
		Revenue: Breakdown{
			Total: PartTotal{Value: Q(100)},
			Rows:  []Part{{ID: "p", Value: Q(60), Share: Percent(60)}, {ID: "a", Suppressed: true}, {ID: "", Suppressed: true}},
		},
		Month: NewMonth(2026, 10), At: "2026-10-31",
	}
	m := RegionMapOf(f)
	clear(t, m)
	got := map[string]string{}
	for _, a := range slices.Concat(m.Areas, m.Elsewhere, []Area{m.Total}) {
		got[a.Name] = fmt.Sprintf("%d %d %d %s %v", a.Enterprises, a.AboveScale, a.Projects, a.Revenue.Decimal(), a.Suppressed)
	}
	want := map[string]string{
		"经开区": "2 1 1 60 false", "城关镇": "1 1 0  true", "东河镇": "0 0 0  false", "北坪镇": "0 0 0  false", "没有坐标的街道": "0 0 0  false",
		"示例市（未落到乡镇、园区）": "1 1 0  false", "未填区域": "2 0 0  true", "合计": "6 3 1 100 false",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
	at := map[string]Area{}
	for _, a := range m.Areas {
		at[a.ID] = a
	}
	if m.Areas[0].ID != "p" || !m.Gridded || at["x"].Placed || !at["a"].Placed {
		t.Errorf("%+v", m.Areas)
	}
	if at["n"].Y >= at["a"].Y || at["b"].X <= at["a"].X || at["x"].Y <= at["b"].Y {
		t.Errorf("north is not up, east not right, or what has no coordinates not below: %+v", m.Areas)
	}
	if !reflect.DeepEqual(RegionMapOf(f), m) {
		t.Error("the same facts give another map")
	}
}

func TestRegionMapOfManyAndOfNone(t *testing.T) {
	var crowd RegionMapFacts
	for i := range 16 { // all in one place
		crowd.Regions = append(crowd.Regions, town(fmt.Sprint("t", i), fmt.Sprintf("示例%d乡", i), "乡镇", 116.4, 27.6))
	}
	m := RegionMapOf(crowd)
	clear(t, m)
	if m.Gridded {
		t.Error("sixteen regions fit around one place")
	}
	for i := range 60 { // more than fit with their texts
		crowd.Regions = append(crowd.Regions, town(fmt.Sprint("u", i), fmt.Sprintf("示例%d镇", i), "乡镇", 116.4+float64(i)/50, 27.6))
	}
	m = RegionMapOf(crowd)
	for i, a := range m.Areas {
		for _, b := range m.Areas[i+1:] {
			if math.Hypot(a.X-b.X, a.Y-b.Y) < a.Radius+b.Radius-1e-6 {
				t.Errorf("%s lies on %s", a.Name, b.Name)
			}
		}
	}
	if !m.Gridded {
		t.Error("seventy-six regions cannot lie where they are")
	}
	var unknown RegionMapFacts
	for i := range 15 {
		unknown.Regions = append(unknown.Regions, town(fmt.Sprint("t", i), fmt.Sprintf("示例%d乡", i), "乡镇"))
	}
	m = RegionMapOf(unknown)
	clear(t, m)
	if empty := RegionMapOf(RegionMapFacts{}); empty.Areas == nil || empty.Shapes == nil || empty.Unmatched == nil || empty.Elsewhere == nil {
		t.Errorf("empty map %+v", empty)
	}
}

const squares = `{"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"adcode":369921100,"name":"别名"},"geometry":{"type":"Polygon","coordinates":[[[116,27],[116,28],[117,28],[117,27],[116,27]],[[116.4,27.4],[116.6,27.4],[116.6,27.6],[116.4,27.4]]]}},
 {"type":"Feature","properties":{"name":"东河镇"},"geometry":{"type":"MultiPolygon","coordinates":[[[[117,27],[118,27],[118,28],[117,27]]]]}},
 {"type":"Feature","properties":{"name":""},"geometry":{"type":"Polygon","coordinates":[[[118,27],[119,27],[119,28],[118,27]]]}},
 {"type":"Feature","properties":null,"geometry":null},
 {"type":"Feature","properties":{"name":"驻地"},"geometry":{"type":"Point","coordinates":[1,2]}}]}`

func TestParseGeoJSONAndMatch(t *testing.T) {
	o, err := ParseGeoJSON([]byte("\xEF\xBB\xBF" + squares))
	if err != nil || len(o.Features) != 3 || o.Projected {
		t.Fatalf("%v %+v", err, o)
	}
	if f := o.Features[0]; f.Code != "369921100" || len(f.Rings) != 2 || len(f.Rings[0]) != 4 || f.Rings[0][0] != (MapPoint{116, 27}) {
		t.Errorf("first feature %+v", f)
	}
	regions := []Region{town("369921100", "城关镇", "乡镇"), town("369921101", "东河镇", "乡镇")}
	if got := o.Match(regions); !slices.Equal(got, []string{"369921100", "369921101", ""}) {
		t.Errorf("matched %q", got)
	}
	m := RegionMapOf(RegionMapFacts{Regions: regions, Outline: &o})
	clear(t, m)
	// The third lies beside the two regions: a neighbour's, not drawn.
	if !slices.Equal(m.Unmatched, []string{"第3个图形（没有名称）"}) || len(m.Shapes) != 2 || m.Gridded || m.Foreign {
		t.Errorf("unmatched %q, %d shapes, gridded %v", m.Unmatched, len(m.Shapes), m.Gridded)
	}
	twice := append(regions, town("2", "东河镇", "园区"))
	if got := o.Match(twice); got[1] != "" {
		t.Errorf("a name of two regions was matched to %q", got[1])
	}
}

func TestParseGeoJSONRefusesInOneSentence(t *testing.T) {
	for name, test := range map[string]struct{ data, says string }{
		"no JSON":     {"hello", "这不是 GeoJSON 文件（第 1 个字节处不合 JSON 格式），请导出为 UTF-8 编码的 GeoJSON"},
		"a list":      {"[1]", "这不是 GeoJSON 文件，请导出为 UTF-8 编码的 GeoJSON"},
		"topology":    {`{"type":"Topology"}`, "文件的类型是“Topology”，请导出为含多个图形的 FeatureCollection"},
		"no type":     {`{"a":1}`, "文件没有写明类型，请导出为含多个图形的 FeatureCollection"},
		"empty":       {"\n", "文件是空的，请导出为 UTF-8 编码的 GeoJSON"},
		"a zip":       {"PK\x03\x04", "这是压缩包，请导出为 UTF-8 编码的 GeoJSON"},
		"GB18030":     {"{\"type\":\"\xb3\xc7\"}", "文件不是 UTF-8 编码，请导出为 UTF-8 编码的 GeoJSON"},
		"half":        {compressed("Polygon", `["@@B"]`, `[[1,2]]`), "第 1 个图形不能识别（压缩坐标不完整），轮廓须由面（Polygon、MultiPolygon）组成"},
		"offsets":     {compressed("MultiPolygon", `[["@@@@@@"]]`, `[[1,2]]`), "第 1 个图形不能识别（压缩坐标不完整），轮廓须由面（Polygon、MultiPolygon）组成"},
		"packed line": {compressed("LineString", `"@@@@"`, `[1,2]`), "第 1 个图形不能识别（类型为“LineString”），轮廓须由面（Polygon、MultiPolygon）组成"},
		"text":        {`{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":["@@"]}}]}`, "第 1 个图形不能识别（坐标不是数字），轮廓须由面（Polygon、MultiPolygon）组成"},
		"a line":      {`{"type":"FeatureCollection","features":[{"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}`, "第 1 个图形不能识别（类型为“LineString”），轮廓须由面（Polygon、MultiPolygon）组成"},
		"short":       {`{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":[[[1],[2],[3]]]}}]}`, "第 1 个图形不能识别（坐标不全），轮廓须由面（Polygon、MultiPolygon）组成"},
		"nothing":     {`{"type":"FeatureCollection","features":[]}`, "文件里没有面状图形，请导出含乡镇或园区边界的 GeoJSON"},
		"too large":   {strings.Repeat(" ", MostOutlineBytes+1), "轮廓文件超过 5 MB，请先用制图软件简化后再上传"},
	} {
		_, err := ParseGeoJSON([]byte(test.data))
		var e *Error
		if !errors.As(err, &e) || e.Message != test.says {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func compressed(kind, coordinates, offsets string) string {
	return `{"type":"FeatureCollection","UTF8Encoding":true,"features":[{"id":"1","properties":{"name":"城关镇"},"geometry":{"type":"` + kind +
		`","coordinates":` + coordinates + `,"encodeOffsets":` + offsets + `}}]}`
}

// A square of half a degree from 116°, 27°, as the map files of ECharts write it:
// offsets in 1/1024 degree, р = +512, п = −512, @ = 0.
func TestParseGeoJSONUncompresses(t *testing.T) {
	square := []MapPoint{{116, 27}, {116.5, 27}, {116.5, 27.5}, {116, 27.5}}
	for kind, file := range map[string]string{
		"Polygon":      compressed("Polygon", `["@@р@@рп@"]`, `[[118784,27648]]`),
		"MultiPolygon": compressed("MultiPolygon", `[["@@р@@рп@"]]`, `[[[118784,27648]]]`),
	} {
		o, err := ParseGeoJSON([]byte(file))
		if err != nil || len(o.Features) != 1 || !slices.Equal(o.Features[0].Rings[0], square) {
			t.Errorf("%s: %v %+v", kind, err, o)
		}
	}
}

// An outline of which nothing is a region of the county leaves the map as it is
// without one; what is none but lies between the regions is drawn with them.
func TestOutlineOfSomewhereElse(t *testing.T) {
	regions := []Region{town("a", "城关镇", "乡镇", 116.4, 27.6), town("b", "东河镇", "乡镇", 116.5, 27.7)}
	plain := RegionMapOf(RegionMapFacts{Regions: regions})
	box := func(name, at string) string {
		return `{"properties":{"name":"` + name + `"},"geometry":{"type":"Polygon","coordinates":[` + at + `]}}`
	}
	const far, inside = "[[110,20],[111,20],[111,21]]", "[[116.44,27.64],[116.46,27.64],[116.46,27.66]]"
	const whole = "[[116.35,27.55],[116.55,27.55],[116.55,27.75],[116.35,27.75]]"
	parse := func(features ...string) *Outline {
		o, err := ParseGeoJSON([]byte(`{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`))
		if err != nil {
			t.Fatal(err)
		}
		return &o
	}
	m := RegionMapOf(RegionMapFacts{Regions: regions, Outline: parse(box("别市", far), box("湖", inside))})
	if !m.Foreign || len(m.Shapes) != 0 || len(m.Unmatched) != 2 || m.Areas[0].X != plain.Areas[0].X || m.Areas[1].Y != plain.Areas[1].Y {
		t.Errorf("%+v", m)
	}
	m = RegionMapOf(RegionMapFacts{Regions: regions, Outline: parse(box("城关镇", whole), box("别市", far), box("湖", inside))})
	if m.Foreign || len(m.Shapes) != 2 || m.Shapes[1].Name != "湖" || !slices.Equal(m.Unmatched, []string{"别市", "湖"}) {
		t.Errorf("%+v %q", m.Shapes, m.Unmatched)
	}
}

// A region whose coordinates lie outside its own shape, or in a hole of it, stands
// in the middle of the shape.
func TestShapesCorrectCoordinates(t *testing.T) {
	regions := []Region{town("a", "城关镇", "乡镇", 116.1, 27.3), town("b", "东河镇", "乡镇", 116.3, 27.1), town("c", "西塘镇", "乡镇", 116.9, 27.4)}
	o, err := ParseGeoJSON([]byte(`{"type":"FeatureCollection","features":[
 {"properties":{"name":"城关镇"},"geometry":{"type":"Polygon","coordinates":[[[116,27],[116.2,27],[116.2,27.4],[116,27.4]]]}},
 {"properties":{"name":"东河镇"},"geometry":{"type":"Polygon","coordinates":[[[116.4,27],[116.6,27],[116.6,27.4],[116.4,27.4]]]}},
 {"properties":{"name":"西塘镇"},"geometry":{"type":"Polygon","coordinates":[[[116.7,27],[117.1,27],[117.1,27.6],[116.7,27.6]],[[116.8,27.3],[117,27.3],[117,27.5],[116.8,27.5]]]}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	m := RegionMapOf(RegionMapFacts{Regions: regions, Outline: &o})
	clear(t, m)
	for _, a := range m.Areas {
		i := slices.IndexFunc(m.Shapes, func(s MapShape) bool { return s.ID == a.ID })
		centre := middle(m.Shapes[i].Rings)
		if at := math.Hypot(a.X-centre.X, a.Y-centre.Y); (at > .5) != (a.ID == "a") || !within(MapPoint{a.X, a.Y}, m.Shapes[i].Rings[:1]) {
			t.Errorf("%s stands %.1f from the middle of its shape", a.Name, at)
		}
	}
}

func TestOutlineInMetresPlacesByItsShapes(t *testing.T) {
	o, err := ParseGeoJSON([]byte(`{"type":"FeatureCollection","features":[{"properties":{"name":"城关镇"},"geometry":{"type":"Polygon","coordinates":[[[39440000,3050000],[39450000,3050000],[39450000,3060000],[39440000,3060000]]]}}]}`))
	if err != nil || !o.Projected {
		t.Fatalf("%v %+v", err, o)
	}
	m := RegionMapOf(RegionMapFacts{Regions: []Region{town("a", "城关镇", "乡镇", 116.4, 27.6)}, Outline: &o})
	clear(t, m)
	if a := m.Areas[0]; !a.Placed || math.Abs(a.X-RegionWidth/2) > .2 || math.Abs(a.Y-RegionHeight/2) > 2 {
		t.Errorf("%+v", a)
	}
}
