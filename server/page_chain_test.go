package server

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

func TestChainPage(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	d := b.page("/chains/ne")
	expect(t, d, ".title h1", "新能源产业链")
	expect(t, d, ".tag-a", "首位产业")
	posts := map[string]string{}
	for _, p := range d.Find(".posts").First().Children().EachIter() {
		posts[p.Find("h3").Text()] = folded(p.Find("p").Text())
	}
	for role, holder := range map[string]string{"链长": "陈示明", "副链长": "刘示清", "链长办": "县科技局", "牵头单位": "县工信局", "联络员": "吴示安"} {
		if !strings.Contains(posts[role], holder) {
			t.Errorf("%s: %q lacks %s", role, posts[role], holder)
		}
	}
	if strings.Contains(posts["链长"], "方示谦") || !strings.Contains(d.Find("details.fold").First().Text(), "方示谦") {
		t.Error("a former 链长 is not folded away")
	}
	if got := d.Find(".segs tbody tr").Length(); got != 31 {
		t.Errorf("%d segments", got)
	}
	row := d.Find(".segs tr:contains(锂离子电芯)").FilterFunction(func(_ int, s *goquery.Selection) bool {
		return folded(s.Find("td.b").Text()) == "锂离子电芯"
	})
	if got := folded(row.Text()); !strings.HasPrefix(got, "锂离子电芯下游弱 弱链 链长办认定210强链动力电池PACK规上企业仅1户") {
		t.Errorf("diagnosis given by the office: %q", got)
	}
	if got := row.Find("a").AttrOr("href", ""); got != "/chains/ne/lists/enterprises?segment=%E9%94%82%E7%A6%BB%E5%AD%90%E7%94%B5%E8%8A%AF" {
		t.Errorf("link to its enterprises: %s", got)
	}
}

func TestAllChainsPage(t *testing.T) {
	st := sampleSite(t)
	d := st.signedIn("viewer").page("/chains/all")
	if got := d.Find(".chaincard").Length(); got != 2 {
		t.Errorf("%d cards", got)
	}
	if got := d.Find(".segs tbody tr").Length(); got != 47 {
		t.Errorf("%d segments", got)
	}
}

func TestChainPickerLeadsToItsPage(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	w := b.get("/chains/all?chain=nm&month=2026-09")
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/chains/nm?month=2026-09" {
		t.Errorf("%d to %q", w.Code, w.Header().Get("Location"))
	}
	if w := b.get("/chains/none"); w.Code != http.StatusNotFound {
		t.Errorf("unknown chain: %d", w.Code)
	}
}
