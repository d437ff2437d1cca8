package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// The chain office amends a rate, takes a published set and excludes the
// threshold; the page of 招商引资 follows, and each decision is a version.
func TestInvestmentRulesForms(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	own := url.Values{
		"kind": {"rates"}, "version": {"0"}, "name": {"本县三率"},
		"rate.0.name": {"投产率"}, "rate.0.n": {"operating"}, "rate.0.d": {"started"}, "rate.1.name": {"到位率"}, "rate.1.n": {"arrived"}, "rate.1.d": {"signed"},
	}
	d := document(t, b.post(investmentRulesPath, own))
	if got := folded(d.Find("#main").Text()); !strings.Contains(got, "个数只能与个数相比，资金只能与资金相比") || !strings.Contains(got, "请写明依据") {
		t.Errorf("funds over a count: %s", got)
	}
	if got := d.Find(`[name="rate.0.name"]`).AttrOr("value", "") + d.Find("#name").AttrOr("value", ""); got != "投产率本县三率" {
		t.Errorf("the form lost what was typed: %q", got)
	}
	own.Set("rate.1.d", "contract")
	own.Set("reason.rates", "链长办会议纪要3号")
	if w := b.post(investmentRulesPath, own); w.Code != http.StatusSeeOther {
		t.Fatalf("save: %d %s", w.Code, w.Body)
	}
	if w := b.post(investmentRulesPath, own); w.Code != http.StatusConflict {
		t.Errorf("an overtaken form: %d", w.Code)
	}
	d = b.page("/investment?chain=all&month=2026-10")
	if got := folded(d.Find(".rates").Text()); got != "投产率52.6%投产 10 / 开工 19到位率43.7%到位 52.55 / 合同 120.35 亿元" && got != "投产率 52.6% 投产 10 / 开工 19 到位率 43.7% 到位 52.55 / 合同 120.35 亿元" {
		t.Errorf("rates %q", got)
	}
	preset := url.Values{"kind": {"rates"}, "version": {"1"}, "preset": {"yulin"}, "reason.rates": {"县委会议"}}
	if w := b.post(investmentRulesPath, preset); w.Code != http.StatusSeeOther {
		t.Errorf("preset: %d %s", w.Code, w.Body)
	}
	flagship := url.Values{"kind": {"flagship"}, "version": {"0"}, "national": {"50"}, "provincial": {"32"}, "side": {"out"}, "reason.flagship": {"县委会议"}}
	if w := b.post(investmentRulesPath, flagship); w.Code != http.StatusSeeOther {
		t.Errorf("flagship: %d %s", w.Code, w.Body)
	}
	if got := folded(b.page("/investment?chain=all&month=2026-10").Find("#flagship").Text()); !strings.Contains(got, "没有达到门槛的项目") || !strings.Contains(got, "省级园区总投资＞32亿元（不含本数）") {
		t.Errorf("flagship %s", got)
	}
	overdue := url.Values{"kind": {"overdue"}, "version": {"0"}, "start_months": {"x"}, "funds_months": {"12"}, "funds_percent": {"130"}, "reason.overdue": {"会议"}}
	if got := document(t, b.post(investmentRulesPath, overdue)).Find("#start_months-e, #funds_percent-e").Length(); got != 2 {
		t.Errorf("%d of 2 slips are told", got)
	}
	if n := b.page(investmentRulesPath).Find("section:last-of-type tbody tr").Length(); n != 3 {
		t.Errorf("%d decisions", n)
	}
	if w := st.signedIn("viewer").get(investmentRulesPath); w.Code != http.StatusForbidden {
		t.Errorf("a viewer: %d", w.Code)
	}
}
