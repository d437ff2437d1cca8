package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/xuri/excelize/v2"

	"chainboard/industry"
)

// apiLine is a line of dispatch as any other program reads it: numbers as they
// are written, null as "".
type apiLine struct {
	Code, Name, Unit, Origin string
	Cumulative, Base, Change json.Number
	InMonth                  json.Number `json:"in_month"`
	Growth                   json.Number
	GrowthNominal            json.Number `json:"growth_nominal"`
	GrowthText               string      `json:"growth_text"`
	Target, Completion       json.Number
	TargetKind               string `json:"target_kind"`
	Pace, Ahead              json.Number
	Rank                     json.Number
	RankChange               json.Number `json:"rank_change"`
	Light                    string
	Forecast                 struct{ Year, Low, High json.Number }
}

// The same numbers appear in the API, on the pages, in the charts, in the file
// and in the trace; a screen prints what the API's number rounds to.
func TestSameFiguresEverywhere(t *testing.T) {
	st := sampleSite(t)
	b, wall := st.signedIn("office"), st.signedIn("viewer")
	compared := 0
	for _, chain := range []string{"ne", "nm", industry.AllChains} {
		for _, month := range []string{"2026-10", "2026-02", "2025-12", "2026-01"} {
			s := &sameFigures{T: t, b: b, about: "chain=" + chain + "&month=" + month, chain: chain, month: month}
			s.read()
			s.page()
			s.file()
			for _, path := range []string{"/?chain=" + chain + "&", "/chains/" + chain + "?", "/screen?chain=" + chain + "&"} {
				s.tiles(b, path)
				s.tiles(wall, path)
			}
			for _, code := range []string{"revenue", "profit", "electricity", "value_added_growth", "signed_contract"} {
				s.trend(code)
			}
			for _, code := range []string{"revenue", "profit"} {
				s.pulls(code)
			}
			for _, l := range s.lines {
				if month == "2026-10" || month == "2025-12" {
					s.trace(l)
				}
			}
			compared += s.compared
		}
	}
	if compared < 3000 { // a page that changed its form would be compared with nothing
		t.Errorf("only %d figures were compared", compared)
	}
}

// sameFigures compares everything of one chain and month.
type sameFigures struct {
	*testing.T
	b                   *browser
	chain, month, about string
	lines               []apiLine
	compared            int // figures that there are
}

func (s *sameFigures) same(what, got, want string) {
	s.Helper()
	if want != "" && want != "—" {
		s.compared++
	}
	if got != want {
		s.Errorf("%s: %s: %q, by the API %q", s.about, what, got, want)
	}
}

func (s *sameFigures) json(path string, into any) bool {
	s.Helper()
	w := s.b.get(path)
	if w.Code == http.StatusNoContent {
		return false
	}
	if w.Code != http.StatusOK {
		s.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	d := json.NewDecoder(w.Body)
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		s.Fatalf("%s: %v", path, err)
	}
	return true
}

func (s *sameFigures) read() {
	var table struct{ Indicators []apiLine }
	s.json("/api/v1/chains/"+s.chain+"/dispatch?month="+s.month, &table)
	if s.lines = table.Indicators; len(s.lines) < 25 {
		s.Fatalf("%s: %d lines", s.about, len(s.lines))
	}
}

func (s *sameFigures) page() {
	rows := map[string]*goquery.Selection{}
	s.b.page("/dispatch?" + s.about).Find("#indicators tbody tr").Each(func(_ int, row *goquery.Selection) {
		rows[strings.TrimSpace(row.Find("th a").First().Text())] = row
	})
	if len(rows) < 8 {
		s.Fatalf("%s: %d rows on the page", s.about, len(rows))
	}
	for _, l := range s.lines {
		row := rows[l.Name]
		if row == nil {
			s.same(l.Name+" is not on the page", "", string(l.Cumulative+l.Growth+l.Target))
			continue
		}
		cell := func(of string) string {
			return asPrinted(row.Find(`a[href$="of=` + of + `"]`).First().Text())
		}
		unit := asPrinted(row.Find(`a[href$="of=cumulative"] .t3`).Text())
		s.same(l.Name+" amount", asPrinted(row.Find(`a[href$="of=cumulative"] .n`).Text()), amountIn(l.Cumulative, unit))
		if unit == "" {
			unit = l.Unit
		}
		s.same(l.Name+" base", cell("base"), amountIn(l.Base, unit))
		growth, _, _ := strings.Cut(cell("growth")+cell("change"), " ") // of a count the difference stands there
		s.same(l.Name+" growth", growth, l.rise())
		if nominal := cell("growth_nominal"); !isPhrase(nominal) {
			s.same(l.Name+" nominal", nominal, growthRate(l.GrowthNominal))
		}
		s.same(l.Name+" rank", cell("rank"), l.place())
		s.same(l.Name+" target", cell("target"), l.target(unit))
		s.same(l.Name+" completion", cell("completion"), percent(l.Completion, false))
		s.same(l.Name+" ahead", cell("ahead"), signed(rounded(l.Ahead, 1)))
		if year := cell("forecast"); year != "" || l.Forecast.Year != "" {
			s.same(l.Name+" forecast", year, "约 "+ownUnit(l.Forecast.Year, l.Unit))
		}
		s.same(l.Name+" light", lightOf(row.Find(".lt span").Last().Text()), l.Light)
	}
}

func (s *sameFigures) file() {
	w := s.b.get("/dispatch.xlsx?" + s.about)
	f, err := excelize.OpenReader(bytes.NewReader(w.Body.Bytes()))
	if err != nil {
		s.Fatalf("%s: %v", s.about, err)
	}
	defer f.Close() //nolint:errcheck // it is read in memory
	rows := map[string]map[string]string{}
	all, err := f.GetRows("月度调度", excelize.Options{RawCellValue: true})
	if err != nil {
		s.Fatal(err)
	}
	var header []string
	for _, row := range all {
		switch {
		case len(row) > 9 && row[0] == "指标":
			header = row
		case header != nil && len(row) > 1:
			cells := map[string]string{}
			for i, text := range row {
				cells[header[i]] = text
			}
			rows[row[0]] = cells
		}
	}
	for _, l := range s.lines {
		row := rows[l.Name]
		if row == nil {
			s.same(l.Name+" is not in the file", "", string(l.Cumulative+l.Growth+l.Target))
			continue
		}
		for name, want := range map[string]json.Number{
			"本年累计": l.Cumulative, "上年同期": l.Base, "位次": l.Rank, "年度目标": l.Target, "全年预测": l.Forecast.Year, "预测下限": l.Forecast.Low, "预测上限": l.Forecast.High,
		} {
			s.same(l.Name+" "+name+" in the file", row[name], string(want))
		}
		for name, want := range map[string]json.Number{
			"同比(%)": l.Growth, "名义增速(%)": l.GrowthNominal, "完成率(%)": l.Completion, "序时(%)": l.Pace, "超欠(百分点)": l.Ahead,
		} {
			if got, there := row[name]; !there && want != "" {
				s.Errorf("%s: no column %s in %q", s.about, name, header)
			} else if !isPhrase(got) {
				s.same(l.Name+" "+name+" in the file", got, strings.TrimSuffix(rounded(want, 1), ".0"))
			}
		}
		s.same(l.Name+" light in the file", lightOf(row["灯"]), l.Light)
	}
}

// tiles compares the key figures at the head of a page.
func (s *sameFigures) tiles(b *browser, path string) {
	found := b.page(path + "month=" + s.month).Find(".kpi")
	if found.Length() < 4 {
		s.Fatalf("%s: %d tiles on %s", s.about, found.Length(), path)
	}
	found.Each(func(_ int, tile *goquery.Selection) {
		tile.Find(".k > span").First().Children().Remove() // 待说明
		name := strings.TrimSpace(tile.Find(".k > span").First().Text())
		i := slices.IndexFunc(s.lines, func(l apiLine) bool { return l.Name == name })
		if i < 0 {
			if name != "5020项目" {
				s.Errorf("%s: tile %q on %s", s.about, name, path)
			}
			return
		}
		l, what := s.lines[i], "tile "+name+" of "+path
		unit := asPrinted(tile.Find(".v .u").Text())
		tile.Find(".v .u, .v .gap").Remove()
		shown := asPrinted(tile.Find(".v").Text())
		if l.Cumulative == "" { // only a rate is known of it
			s.same(what, shown, percent(l.Growth, true))
			return
		}
		s.same(what, shown, amountIn(l.Cumulative, unit))
		values := tile.Find(".s b")
		if got := asPrinted(values.First().Text()); got != "" && l.rise() != "—" {
			s.same(what+" growth", got, l.rise())
		}
		if got := asPrinted(tile.Find(".s > span").Last().Text()); strings.HasPrefix(got, "完成") {
			s.same(what+" completion", strings.TrimSpace(strings.TrimPrefix(got, "完成")), percent(l.Completion, false))
		}
		if word := tile.Find(".lt span").Text(); word != "" {
			s.same(what+" light", lightOf(word), l.Light)
		}
	})
}

func (s *sameFigures) line(code string) apiLine {
	i := slices.IndexFunc(s.lines, func(l apiLine) bool { return l.Code == code })
	return s.lines[i]
}

// trend compares the newest point of the chart and of the API's series.
func (s *sameFigures) trend(code string) {
	l := s.line(code)
	var series struct {
		Points []map[string]any `json:"points"`
	}
	s.json("/api/v1/chains/"+s.chain+"/trend?months=12&to="+s.month+"&indicator="+code, &series)
	last := series.Points[len(series.Points)-1]
	if last["month"] != s.month {
		s.same("point of "+l.Name+" in a month it does not have", "", string(l.Cumulative+l.Growth))
		return
	}
	for name, want := range map[string]json.Number{"cumulative": l.Cumulative, "base": l.Base, "growth": l.Growth, "in_month": l.InMonth} {
		s.same(l.Name+" "+name+" of the series", fmt.Sprint(orNone(last[name])), string(want))
	}
	var chart struct {
		XAxis  []struct{ Data []string }
		Series []struct {
			Name string
			Type string
			Data []struct{ Value any }
		}
	}
	if !s.json("/charts/trend?"+s.about+"&indicator="+code, &chart) {
		return // nothing to draw
	}
	at := slices.Index(chart.XAxis[0].Data, s.month)
	for _, drawn := range chart.Series {
		switch {
		case drawn.Name == "本年累计":
			s.same(l.Name+" bar", exact(drawn.Data[at].Value), string(l.Cumulative))
		case strings.HasSuffix(drawn.Name, "同比"):
			s.same(l.Name+" line", exact(drawn.Data[at].Value), string(l.Growth))
		}
	}
}

// pulls compares the waterfall with the breakdown and with the line's growth.
func (s *sameFigures) pulls(code string) {
	type part struct {
		Name        string
		Value, Pull json.Number
	}
	var parts struct {
		Rows  []part
		Total struct{ Value, Growth json.Number }
	}
	l := s.line(code)
	s.json("/api/v1/chains/"+s.chain+"/breakdown?by=branch&month="+s.month+"&indicator="+code, &parts)
	if l.Origin == string(industry.Summed) {
		s.same(l.Name+" Σ of the parts", string(parts.Total.Value), string(l.Cumulative))
		s.same(l.Name+" growth of the parts", string(parts.Total.Growth), string(l.Growth))
	}
	var chart struct {
		Series []struct {
			Data []struct{ Name, Text string }
		}
	}
	if !s.json("/charts/waterfall?"+s.about+"&indicator="+code, &chart) {
		s.same("no waterfall of "+l.Name, "", string(parts.Total.Growth))
		return
	}
	parts.Rows = append(parts.Rows, part{Name: "合计", Pull: parts.Total.Growth})
	steps := chart.Series[3].Data
	for _, step := range steps {
		i := slices.IndexFunc(parts.Rows, func(p part) bool { return p.Name == step.Name })
		if i < 0 {
			s.Errorf("%s: step %q is no part", s.about, step.Name)
			continue
		}
		s.same(l.Name+" step "+step.Name, asPrinted(step.Text), signed(rounded(parts.Rows[i].Pull, 2))+" 个百分点")
	}
}

// trace compares what a figure is explained to be.
func (s *sameFigures) trace(l apiLine) {
	for of, want := range map[string]json.Number{
		"cumulative": l.Cumulative, "base": l.Base, "growth": l.Growth, "growth_nominal": l.GrowthNominal, "completion": l.Completion,
		"ahead": l.Ahead, "rank": l.Rank, "forecast": l.Forecast.Year, "target": l.Target, "in_month": l.InMonth,
	} {
		var trace map[string]any
		s.json("/api/v1/trace?"+s.about+"&of="+of+"&indicator="+url.QueryEscape(l.Code), &trace)
		s.same(l.Name+" "+of+" of the trace", fmt.Sprint(orNone(trace["value"])), string(want))
		switch text := asPrinted(trace["text"].(string)); {
		case of == "completion":
			s.same(l.Name+" trace says", text, percent(want, false))
		case of == "growth" && !l.counted():
			s.same(l.Name+" trace says", text, l.rise())
		}
	}
}

// In January the page says of what is 免报 then that it is, and of nobody that he
// has not reported (domain 3.3.3).
func TestDispatchPageOfAnExemptMonth(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	page := b.page("/dispatch?chain=ne&month=2026-01")
	row := page.Find("#indicators tbody tr").First().Text()
	if !strings.Contains(row, "1月免报") || strings.Contains(row, "未报") {
		t.Errorf("revenue in January: %q", row)
	}
	if whole := page.Find("main").Text(); strings.Contains(whole, "户未报") || strings.Contains(whole, "应报50户") {
		t.Error("somebody is missing in an exempt month")
	}
	if text := b.page("/?chain=ne&month=2026-01").Find("main").Text(); strings.Contains(text, "应报 0") {
		t.Error("the overview expects nobody")
	}
}
