package server

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"chainboard/industry"
)

func TestMapPages(t *testing.T) {
	b := sampleSite(t).signedIn("office")

	d := b.page("/chains/ne/maps/chain")
	expect(t, d, "h1", "产业链图")
	expect(t, d, ".title .t2", "31 个环节")
	if got := texts(d.Selection, ".tabs a"); !slices.Equal(got, []string{"产业链图", "技术路线图", "应用领域图", "区域分布图"}) {
		t.Errorf("tabs %q", got)
	}
	expect(t, d, ".tabs a[aria-current]", "产业链图")
	expect(t, d, ".nav a[aria-current]", "四图")
	if n := d.Find(".cg .nd").Length(); n != 31 {
		t.Errorf("%d nodes", n)
	}
	for _, style := range []string{"ZgotmplZ", "NaN", "%!"} {
		if html, _ := d.Html(); strings.Contains(html, style) {
			t.Errorf("the page holds %s", style)
		}
	}
	if nodes, paths := d.Find(".cg .nd").Length(), d.Find(".cg-b svg path").Length(); paths < nodes/2 {
		t.Errorf("%d links between %d nodes", paths, nodes)
	}
	if open := d.Find("#table[open]").Length(); open != 0 {
		t.Error("the table is open unasked")
	}
	if open := b.page("/chains/ne/maps/chain?view=table").Find("#table[open]").Length(); open != 1 {
		t.Error("the table is not open")
	}
}

func TestMapPagesLeadIntoTheLists(t *testing.T) {
	b := sampleSite(t).signedIn("office")
	d := b.page("/chains/all/maps/technology")
	if bars, rows := d.Find(".tl .tb").Length(), d.Find("#table tbody tr").Length(); bars == 0 || bars != rows {
		t.Errorf("%d bars, %d rows", bars, rows)
	}
	style, _ := d.Find(".tb").First().Attr("style")
	if !strings.HasPrefix(style, "left:") || !strings.Contains(style, "width:") {
		t.Errorf("place of a bar: %q", style)
	}
	href, _ := d.Find(".tb").First().Attr("href")
	expect(t, b.page(href), "h1", folded(d.Find(".tb b").First().Text()))

	expect(t, d, ".panel:nth-of-type(2) h2", "关键共性技术攻关")
	if rows := d.Find(".panel:nth-of-type(2) tbody tr").Length(); rows == 0 || rows >= d.Find("#table tbody tr").Length() {
		t.Errorf("%d tasks", rows)
	}

	d = b.page("/chains/ne/maps/application")
	chart, _ := d.Find("[data-chart]").Attr("data-chart")
	if w := b.get(chart); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"sankey"`) {
		t.Errorf("%s: %d", chart, w.Code)
	}

	d = b.page("/chains/all/maps/region")
	expect(t, d, ".title .tag", "示意图")
	// Five townships have nothing: they share the last row.
	if circles, rows := d.Find(".rg a").Length(), d.Find("#table tbody tr").Length(); circles != 15 || rows != 11 {
		t.Errorf("%d circles, %d rows", circles, rows)
	}
	expect(t, d, "#table tbody tr:last-child th", "其他 5 个")
	if rows := d.Find(".pile .panel:last-child tbody tr").Length(); rows != 4 {
		t.Errorf("%d clusters", rows)
	}
	href, _ = d.Find(".rg a.park").First().Attr("href")
	if rows := b.page(href).Find(".wt tbody tr").Length(); rows == 0 {
		t.Errorf("%s lists nobody", href)
	}

	if w := b.get("/chains/ne/maps/route"); w.Code != http.StatusNotFound {
		t.Errorf("an unknown map: %d", w.Code)
	}
	if w := b.get("/chains/all/maps/region?chain=nm&month=2026-09"); w.Header().Get("Location") != "/chains/nm/maps/region?month=2026-09" {
		t.Errorf("the picker leads to %q", w.Header().Get("Location"))
	}
}

// Whoever may not see single enterprises' figures reads their names, as in the list
// of enterprises, and no figure of a small group.
func TestMapPagesForAViewer(t *testing.T) {
	b := sampleSite(t).signedIn("viewer")
	d := b.page("/chains/ne/maps/chain")
	if line := d.Find(".nd-q .fs").First().Text(); !strings.HasPrefix(line, "示例甲子锂业") {
		t.Errorf("a node says %q", line)
	}
	w := b.fragment("/chains/ne/maps/chain/li-salt")
	if body := w.Body.String(); w.Code != http.StatusOK || !strings.Contains(body, "示例甲子锂业") || strings.Contains(body, "亿元") || strings.Contains(body, "万元") || strings.Contains(body, "0000-") {
		t.Errorf("%d %s", w.Code, body)
	}
	// Every stage has a segment of one or two: lanes tell their revenue, stages do not.
	if got := texts(d.Selection, ".cg-h div")[0]; got != "上游 13 个环节" {
		t.Errorf("a stage says %q", got)
	}
	heads := texts(d.Selection, ".cg-b h2")
	if !strings.Contains(strings.Join(heads, ";"), "同口径") {
		t.Errorf("no lane says its growth: %q", heads)
	}
	d = b.page("/chains/ne/maps/region")
	if d.Find("#table td[title]").Length() == 0 {
		t.Error("no small group is hidden")
	}
	if d.Find("form[action='/maps/outline']").Length() != 0 {
		t.Error("a viewer is offered the outline's form")
	}
}

func TestMapSegmentFragment(t *testing.T) {
	b := sampleSite(t).signedIn("office")
	w := b.fragment("/chains/ne/maps/chain/li-salt")
	d := document(t, w)
	expect(t, d, ".hd b", "优 碳酸锂")
	if strings.Contains(w.Body.String(), "<html") {
		t.Error("a fragment is a page")
	}
	for dt, want := range map[string]string{"位置": "上游，锂电", "供给": "磷酸铁锂正极、三元正极、六氟磷酸锂", "对策": "固链"} {
		found := ""
		d.Find("dt").Each(func(i int, _ *goquery.Selection) {
			if s := d.Find("dt").Eq(i); s.Text() == dt {
				found = folded(s.Next().Text())
			}
		})
		if found != want {
			t.Errorf("%s: %q, want %q", dt, found, want)
		}
	}
	if rows := d.Find(".inputs tbody tr").Length(); rows != 6 {
		t.Errorf("%d enterprises", rows)
	}
	expect(t, b.page("/chains/ne/maps/chain/li-salt"), ".trace .hd b", "优 碳酸锂")
	for _, path := range []string{"/chains/ne/maps/chain/none", "/chains/ne/maps/region/li-salt", "/chains/nm/maps/chain/li-salt"} {
		if w := b.get(path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestMapAPI(t *testing.T) {
	b := sampleSite(t).signedIn("office")
	for name, members := range map[string][]string{
		"chain": {"nodes", "edges", "lanes", "stages"}, "technology": {"lanes", "unread"}, "application": {"nodes", "edges", "rows"}, "region": {"areas", "shapes", "unmatched", "total"},
	} {
		w := b.get("/api/v1/chains/ne/maps/" + name)
		var got map[string]json.RawMessage
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != http.StatusOK {
			t.Fatalf("%s: %d %v", name, w.Code, err)
		}
		for _, member := range append(members, "map", "chain", "edition", "as_of", "option") {
			if text := string(got[member]); text == "" || text == "null" {
				t.Errorf("%s: %s is %q", name, member, text)
			}
		}
	}
	if w := b.get("/api/v1/chains/ne/maps/none"); w.Code != http.StatusNotFound {
		t.Errorf("an unknown map: %d", w.Code)
	}
	if w := b.get("/api/v1/chains/none/maps/chain"); w.Code != http.StatusNotFound {
		t.Errorf("an unknown chain: %d", w.Code)
	}
}

func TestMapsOfAnEmptyCounty(t *testing.T) {
	st := newSite(t)
	st.addUser("office", industry.ChainOffice)
	st.addUser("viewer", industry.Viewer)
	for name, says := range map[string]string{
		"chain": "还没有登记环节", "technology": "还没有登记技术路线", "application": "还没有登记应用领域", "region": "还没有登记园区和乡镇",
	} {
		d := st.signedIn("office").page("/chains/all/maps/" + name)
		if got := folded(d.Find(".state").Text()); !strings.HasPrefix(got, says) || !strings.Contains(got, "去导入") {
			t.Errorf("%s: %q", name, got)
		}
		if got := folded(st.signedIn("viewer").page("/chains/all/maps/" + name).Find(".state").Text()); strings.Contains(got, "去导入") {
			t.Errorf("%s: a viewer is sent to import: %q", name, got)
		}
		if w := st.signedIn("viewer").get("/api/v1/chains/all/maps/" + name); w.Code != http.StatusOK {
			t.Errorf("%s: the API answers %d", name, w.Code)
		}
	}
}

func (b *browser) outline(data string) *httptest.ResponseRecorder {
	b.site.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", "轮廓.geojson")
	if err == nil {
		_, err = part.Write([]byte(data))
	}
	if err == nil {
		err = form.Close()
	}
	if err != nil {
		b.site.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, outlinePath, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Origin", "http://example.com")
	return b.send(r)
}

func TestOutlineIsUploadedOnTheRegionMap(t *testing.T) {
	b := sampleSite(t).signedIn("office")
	if w := b.outline(`{"type":"Topology"}`); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "FeatureCollection") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	w := b.outline(`{"type":"FeatureCollection","features":[
		{"properties":{"name":"城关镇"},"geometry":{"type":"Polygon","coordinates":[[[116.40,27.60],[116.45,27.60],[116.45,27.66],[116.40,27.66]]]}},
		{"properties":{"name":"别县某镇"},"geometry":{"type":"Polygon","coordinates":[[[116.60,27.60],[116.65,27.60],[116.65,27.66]]]}}]}`)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	d := b.page(w.Header().Get("Location"))
	if n := d.Find(".rg path").Length(); n != 2 {
		t.Errorf("%d shapes", n)
	}
	if got := folded(d.Find("main .note-y").Text()); !strings.Contains(got, "1 个图形没有对应的区域：别县某镇") {
		t.Errorf("unmatched: %q", got)
	}
	if w := b.post(outlinePath+"/remove", nil); w.Code != http.StatusSeeOther {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if n := b.page("/chains/all/maps/region").Find(".rg path").Length(); n != 0 {
		t.Errorf("%d shapes are left", n)
	}
}
