package server

import (
	"net/http"
	"strings"
	"testing"
)

// 招商引资 over the sample: every figure of the page is the register's, and what
// it counts is told.
func TestInvestmentPage(t *testing.T) {
	st := sampleSite(t)
	office := st.signedIn("office")
	d := office.page("/investment?chain=all&month=2026-10")
	if got := strings.Join(texts(d.Find("#funnel .tb1 tbody tr").Eq(0), "td"), " "); got != "34 29 25 22 19 11 10 6 2" {
		t.Errorf("reached %s", got)
	}
	if got := strings.Join(texts(d.Find("#funnel .tb1 tbody tr").Eq(1), "td"), " "); got != "120.35 114.25 106.85 98.45 88.30 45.70 41.60 15.00 6.40" {
		t.Errorf("contracts %s", got)
	}
	if got := strings.Join(texts(d.Find(".rates"), ".v"), " "); got != "85.3% 55.9% 29.4% 43.7%" {
		t.Errorf("rates %s", got)
	}
	if got := folded(d.Find("#months .ph").Text()); !strings.Contains(got, "累计 13 个，较上年同期 +6 个；合同资金 44.50 亿元，同比 +49.6%") {
		t.Errorf("months %s", got)
	}
	if n := d.Find("#overdue .row").Length(); n != 3 || !strings.Contains(d.Find("#overdue .row").First().Text(), "县经开区管委会") {
		t.Errorf("%d overdue", n)
	}
	if n := d.Find("#events tbody tr").Length(); n != 7 || d.Find("#events .tag").Length() != 0 {
		t.Errorf("%d events", n)
	}
	d = office.page("/investment?chain=all&month=2026-10&explain=signed")
	if got := folded(d.Find("#counted .ph").Text()); !strings.Contains(got, "计 34 个，120.35 亿元，另 3 200 万美元") {
		t.Errorf("counted %s", got)
	}
	if got := d.Find("#counted").Text(); !strings.Contains(got, "增资、二期只计增加的金额，不计新项目") || !strings.Contains(got, "框架协议不计签约") {
		t.Error("the rules of what is counted and left out are not told")
	}
	viewer := st.signedIn("viewer")
	if viewer.page("/investment?chain=ne&month=2026-10").Find(`a[href^="/investment.xlsx"]`).Length() != 0 {
		t.Error("a viewer is offered the file")
	}
	for path, want := range map[string]int{"/investment.xlsx?chain=ne": http.StatusForbidden, "/investment?explain=x": http.StatusBadRequest, "/investment?chain=none": http.StatusNotFound} {
		if w := viewer.get(path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
	if w := office.get("/investment.xlsx?chain=all&month=2026-10"); w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), "PK") {
		t.Errorf("file: %d", w.Code)
	}
}
