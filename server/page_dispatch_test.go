package server

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"chainboard/industry"
)

func TestDispatchTable(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	d := b.page("/dispatch")
	head := strings.Join(texts(d.Selection, "#indicators thead th"), "|")
	if head != "指标|本年累计|上年同期|同口径同比|名义|位次|年度目标|完成率||超欠|全年预测|灯" {
		t.Errorf("columns: %s", head)
	}
	for indicator, want := range map[string]string{
		"revenue":          "缺3户 196.50 亿元|176.07|+11.2%|+14.3%|—|238.00亿元||82.6%|+0.8|约 247.36亿元|绿",
		"fixed_investment": "29.04 亿元|30.05|−3.4%|−3.4%|—|40.00亿元||72.6%|−10.7|约 36.37亿元|红",
		"started_projects": "5 个|8|−3个|−37.5%|—|9个||55.6%|−27.8|—|红",
		"arrived_funds":    "16.15 亿元|14.56|+10.9% 名义|+10.9%|—|21.00亿元||76.9%|−6.4|—|黄",
		"electricity":      "9.63 亿千瓦时|9.02|+6.8%|+6.8%|—|—|不考核|—|—|约 12.08亿千瓦时|—",
	} {
		row := d.Find(`#indicators a[href*="indicator=` + indicator + `"]`).Closest("tr")
		if got := strings.Join(texts(row, "td"), "|"); got != want {
			t.Errorf("%s: got  %s\nwant %s", indicator, got, want)
		}
	}
	if got := d.Find("#indicators tr.on td").Last().AttrOr("title", ""); got != "完成率82.6%，序时81.8%，超序时0.8个百分点；完成率达到序时为绿；欠序时10个百分点以内（含10个）为黄；欠10个百分点以上为红" {
		t.Errorf("rule of the light: %q", got)
	}
	nm := b.page("/dispatch?chain=nm")
	if got := texts(nm.Find(`#indicators a[href*="=rnd_coverage"]`).Closest("tr"), "td")[2]; got != "−5.1个百分点" {
		t.Errorf("change of a rate: %s", got)
	}
	ne := b.page("/dispatch?chain=ne")
	if got := strings.Join(texts(ne.Find(`#indicators a[href*="=value_added_growth"]`).Closest("tr"), "td"), "|"); got != "—|—|+8.4% 可比价|—|5 持平|增9.0%|增速目标，与目标比|—|−0.6|—|黄" {
		t.Errorf("a growth target: %s", got)
	}
}

func TestDispatchChartsHaveTables(t *testing.T) {
	st := sampleSite(t)
	d := st.signedIn("viewer").page("/dispatch?indicator=profit&month=2026-03")
	expect(t, d, ".panel .title h2", "利润总额走势")
	if got := d.Find(`select[name=indicator] option[selected]`).AttrOr("value", ""); got != "profit" {
		t.Errorf("chosen indicator %q", got)
	}
	months := texts(d.Selection, "details tbody th")
	if strings.Join(months[:2], " ") != "2026年1—2月 2026年3月" {
		t.Errorf("months of the trend: %q", months)
	}
	if got := d.Find(`.chart[data-chart*="/charts/waterfall"][data-chart*="indicator=profit"]`).Length(); got != 1 {
		t.Errorf("%d waterfalls", got)
	}
}

func TestDispatchAsOf(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	d := b.page("/dispatch?as_of=2020-01-01&month=2026-10")
	if got := strings.Join(texts(d.Selection, "#indicators tbody th"), " "); got != "" {
		t.Errorf("figures before anything was reported: %s", got)
	}
	for path, want := range map[string]int{
		"/dispatch?indicator=none": http.StatusNotFound, "/dispatch?month=10": http.StatusBadRequest,
		"/dispatch?as_of=x": http.StatusBadRequest, "/dispatch?chain=none": http.StatusNotFound,
	} {
		if w := b.get(path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
}

func TestDispatchFile(t *testing.T) {
	st := sampleSite(t)
	w := st.signedIn("viewer").get("/dispatch.xlsx?chain=ne")
	if w.Code != http.StatusOK || !bytes.HasPrefix(w.Body.Bytes(), []byte("PK")) {
		t.Fatalf("%d, %q", w.Code, w.Body.String()[:20])
	}
	if got := w.Header().Get("Content-Disposition"); !strings.HasSuffix(got, "-2026-10.xlsx") {
		t.Errorf("name of the file: %s", got)
	}
	st.addUser("auditor", industry.AuditAdmin)
	if log := folded(st.signedIn("auditor").page("/admin/audit").Find("tbody").Text()); !strings.Contains(log, "月度调度表产业链 ne，2026年1—10月") {
		t.Errorf("the file is not in the audit log: %s", log)
	}
}

// The page opens with what a leader has to know, in words that industry wrote.
func TestDispatchBrief(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	d := b.page("/dispatch?chain=ne&month=2026-10")
	brief := texts(d.Selection, ".brief p")
	for i, want := range []string{
		"累计133.51亿元，同口径 +12.6%，全国 +4.4%、全省 +6.9%、全市 +8.4%；本链高于全市4.2个百分点",
		"年度目标160.00亿元，完成83.4%，超序时1.4个百分点，剩余各月月均需13.25亿元，预测全年",
		"红灯3项：工业投资、新开工项目、新投产项目；黄灯4项：",
		"拉动较大：锂电 +7.93、光伏 +2.40、新型储能 +2.32（百分点）",
		"营业收入应报53户、已报52户，1户未报，合计不完整；1条数据待说明",
	} {
		if i >= len(brief) || !strings.HasPrefix(brief[i], want) {
			t.Errorf("sentence %d: %q, want %q", i+1, brief, want)
		}
	}
	if got := texts(d.Selection, "#indicators .tag"); strings.Join(got, " ") != "待说明" {
		t.Errorf("marks of what is not explained: %q", got)
	}
}

// The months are those of the indicator: revenue has no January, tax has; a month
// nobody reported leads nowhere.
func TestDispatchCalendar(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("viewer")
	d := b.page("/dispatch?chain=ne&month=2026-10")
	if got := strings.Join(texts(d.Selection, ".months > *"), " "); got != "‹ 2025年 2026年 1—2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月" {
		t.Errorf("revenue: %s", got)
	}
	if got := strings.Join(texts(d.Selection, ".months > span"), " "); got != "11月 12月" {
		t.Errorf("without data: %s", got)
	}
	d = b.page("/dispatch?chain=ne&month=2025-03&indicator=tax")
	if got := strings.Join(texts(d.Selection, ".months > *")[:4], " "); got != "‹ 2024年 2025年 1月 2月" {
		t.Errorf("tax: %s", got)
	}
	link := d.Find(".months > a").Last().AttrOr("href", "")
	if !strings.Contains(link, "month=2026-10") || !strings.Contains(link, "indicator=tax") {
		t.Errorf("the year after: %s", link)
	}
}

// Whoever may not see single enterprises finds none of them on the page, by no switch.
// What no enterprise reports has no heat map and nothing that leads to one.
func TestDispatchHeatNeedsReports(t *testing.T) {
	b := sampleSite(t).signedIn("office")
	for _, indicator := range []string{"fixed_investment", "value_added_growth"} {
		if d := b.page("/dispatch?chain=ne&indicator=" + indicator); d.Find(`#heat, a[href$="#heat"]`).Length() != 0 {
			t.Errorf("%s shows an empty heat map", indicator)
		}
	}
	if d := b.page("/dispatch?chain=ne&indicator=profit"); d.Find("#heat").Length() != 1 {
		t.Error("profit has no heat map")
	}
}

func TestDispatchPartsByRight(t *testing.T) {
	st := sampleSite(t)
	clerk, viewer := st.signedIn("office"), st.signedIn("viewer")
	open := clerk.page("/dispatch?chain=ne&by=enterprise&measure=in_month")
	firms := texts(open.Selection, "#pull tbody th")
	if len(firms) != 53 || len(texts(open.Selection, "#heat tbody th")) != 20 {
		t.Errorf("%d enterprises, %d rows of the heat map", len(firms), len(texts(open.Selection, "#heat tbody th")))
	}
	if got := strings.Join(texts(open.Selection, "#pull .seltabs a"), " "); got != "细分链 分环节 分区域 分企业" {
		t.Errorf("switches: %s", got)
	}
	for section, want := range map[string]string{"#movers": "增量靠前", "#idle": "停产、减产", "#roster": "名单进出"} {
		if got := texts(open.Selection, section+" h2"); len(got) != 1 || got[0] != want || open.Find(section+" tbody tr").Length() == 0 {
			t.Errorf("%s: %q, %d rows", section, got, open.Find(section+" tbody tr").Length())
		}
	}
	row := open.Find("#movers tbody tr").First()
	for i, link := range row.Find("a[data-trace]").EachIter() {
		trace := clerk.page(link.AttrOr("href", ""))
		if got := trace.Find("main").Text(); !strings.Contains(got, row.Find("th a").Text()) || i == 1 && !strings.Contains(got, link.Text()) {
			t.Errorf("%s leads to %s", link.Text(), folded(got))
		}
	}
	if n := row.Find("a[data-trace]").Length(); n != 3 {
		t.Errorf("%d figures of a mover lead to their trace", n)
	}
	if w := viewer.get("/dispatch?chain=ne&by=enterprise"); w.Code != http.StatusForbidden {
		t.Errorf("by enterprise for a visitor: %d", w.Code)
	}
	for _, query := range []string{"", "&by=region", "&by=segment&heat=enterprise&measure=in_month"} {
		d := viewer.page("/dispatch?chain=ne" + query)
		if got := strings.Join(texts(d.Selection, ".seltabs a"), " "); got != "细分链 分环节 分区域" {
			t.Errorf("%s: switches %s", query, got)
		}
		if n := d.Find("#movers, #idle, #roster").Length(); n != 0 {
			t.Errorf("%s: %d sections of single enterprises", query, n)
		}
		text := d.Find("main").Text()
		for _, firm := range firms {
			if strings.Contains(text, firm) {
				t.Errorf("%s: a visitor sees %s", query, firm)
			}
		}
		if !strings.Contains(text, "隐去") {
			t.Errorf("%s: nothing is hidden", query)
		}
	}
	if w := viewer.get("/dispatch?by=none"); w.Code != http.StatusBadRequest {
		t.Errorf("unknown grouping: %d", w.Code)
	}
}
