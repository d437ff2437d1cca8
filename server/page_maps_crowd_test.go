package server

import (
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"chainboard/industry"
	"chainboard/office"
)

// crowdedSite is a site with a chain of 500 segments and 600 links: cycles,
// links to themselves, twenty that hang on nothing, names of every length.
func crowdedSite(t *testing.T) *site {
	t.Helper()
	const segments, links, orphans = 500, 600, 20
	random := rand.New(rand.NewPCG(7, 7))
	feeds := make([]map[string]bool, segments)
	for i := range feeds {
		feeds[i] = map[string]bool{}
	}
	for n := 0; n < links; {
		from, to := random.IntN(segments-orphans), random.IntN(segments-orphans)
		if n < 6 {
			to = from
		}
		if code := fmt.Sprint("s", to); !feeds[from][code] {
			feeds[from][code] = true
			n++
		}
	}
	names := []string{"锂盐", "高镍三元前驱体", "储能系统集成与电站运营维护服务"}
	rows := make([][]string, segments)
	for i := range rows {
		var to []string
		for code := range feeds[i] {
			to = append(to, code)
		}
		rows[i] = []string{
			"ne", fmt.Sprint("s", i), fmt.Sprint(names[i%3], i), fmt.Sprint("细分链", i%9),
			[]string{"上游", "中游", "下游"}[random.IntN(3)], strings.Join(to, industry.ListSeparator),
		}
	}
	st := newSite(t)
	st.addUser("office", industry.ChainOffice)
	for _, u := range []office.Upload{
		{Name: "链.xlsx", Data: sheet(t, "产业链", []string{"编码", "名称"}, []string{"ne", "示例链"})},
		{Name: "环节.xlsx", Data: sheet(t, "环节", []string{"产业链", "编码", "名称", "细分链", "位置", "下游环节"}, rows...)},
	} {
		u.Actor = office.Actor{Name: "office", Address: "127.0.0.1"}
		if i, err := st.office.ImportFile(t.Context(), u); err != nil {
			t.Fatalf("%s: %v %+v", u.Name, err, i.Problems)
		}
	}
	return st
}

// mostMapBytes is how large the page of five hundred segments may be before it
// is compressed.
const mostMapBytes = 800 << 10

func TestChainMapPageOfFiveHundred(t *testing.T) {
	st := crowdedSite(t)
	b := st.signedIn("office")
	w := b.get("/chains/ne/maps/chain")
	if size := w.Body.Len(); size > mostMapBytes {
		t.Errorf("the page takes %d bytes", size)
	}
	d := document(t, w)
	if nodes, lines, rows := d.Find(".cg .nd").Length(), d.Find(".cg-b svg path").Length(), d.Find("#table tbody tr").Length(); nodes != 500 || lines != 600 || rows != 500 {
		t.Errorf("%d nodes, %d lines, %d rows", nodes, lines, rows)
	}
	if d.Find(".cg-b svg.many").Length() != 1 {
		t.Error("so many lines are not drawn faint")
	}
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	tab := openTab(t, web.URL, b.cookies)
	for _, size := range [][2]int64{{1366, 768}, {390, 844}} {
		tab.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+"/chains/ne/maps/chain"))
		tab.settled(t)
		if fault := tab.text(t, overflowing); fault != "" {
			t.Errorf("wider than %d: %s", size[0], fault)
		}
		if fault := tab.text(t, covered); fault != "" {
			t.Errorf("at %d: %s", size[0], fault)
		}
		tab.picture(t, fmt.Sprintf("map-crowd-%d", size[0]))
	}
}
