package industry

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func row(g *Register, pairs ...string) Record {
	r := NewRecord(g)
	for i := 0; i < len(pairs); i += 2 {
		r.Set(pairs[i], pairs[i+1])
	}
	return r
}

// county is two chains, three firms of ne (F3 shared with cu, F4 of cu alone).
func county() ListFacts {
	f := ListFacts{
		Directory: NewDirectory(), Segments: map[string]Segment{}, Chain: "ne", Open: true,
		Month: NewMonth(2026, 9), Today: "2026-10-12",
	}
	for _, r := range []Record{
		row(ChainRegister, "code", "ne", "name", "新能源"),
		row(ChainRegister, "code", "cu", "name", "铜基新材料"),
		row(RegionRegister, "code", "R1", "name", "城东片区", "type", "园区"),
		row(SegmentRegister, "chain", "ne", "code", "S1", "name", "碳酸锂", "branch", "锂电", "position", "上游"),
		row(SegmentRegister, "chain", "ne", "code", "S2", "name", "PACK 与储能", "branch", "新型储能", "position", "下游"),
		row(SegmentRegister, "chain", "cu", "code", "S1", "name", "铜箔", "branch", "铜基", "position", "中游"),
	} {
		f.Directory.Add(r)
		if r.Register == SegmentRegister {
			f.Segments[r.Key()] = SegmentOf(r)
		}
	}
	f.Records = []Record{
		row(EnterpriseRegister, "code", "F1", "name", "甲子锂业（集团）", "chains", "ne", "segments", "ne␟S1、ne␟S2", "role", "链主",
			"region", "R1", "products", "电池级碳酸锂LC99", "above_scale", "是", "entered", "2019-05", "employees", "120.5",
			"titles", "高新技术企业:2024-11-01~2027-10-31、专精特新中小企业:2022-01-01~2025-12-31", "contact", "周某", "phone", "13800000000", "status", "在产"),
		row(EnterpriseRegister, "code", "F2", "name", "乙丑储能", "chains", "ne", "segments", "ne␟S2", "role", "配套", "above_scale", "是", "status", "减产"),
		row(EnterpriseRegister, "code", "F3", "name", "丙寅铜箔", "chains", "cu、ne", "segments", "cu␟S1、ne␟S1", "role", "骨干", "above_scale", "否", "status", "在产"),
		row(EnterpriseRegister, "code", "F4", "name", "丁卯铜业", "chains", "cu", "segments", "cu␟S1"),
	}
	f.Records[0].Extra = map[string]string{"法人电话": "13911111111"}
	f.Revenue = map[string]MonthlyReport{
		"F1": {Cumulative: Q(9000), Base: Q(8000)},
		"F2": {Cumulative: Q(-50), Base: Q(100)},
		"F3": {Cumulative: Q(78120)},
	}
	return f
}

func ids(t *testing.T, l *List, f ListFacts, q ListQuery) string {
	t.Helper()
	p, err := l.Page(f, q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	var found []string
	for _, r := range p.Rows {
		found = append(found, r.ID)
	}
	if q.Page == 0 && q.Size == 0 && p.Total != len(p.Rows) {
		t.Errorf("%+v: total %d, rows %d", q, p.Total, len(p.Rows))
	}
	return strings.Join(found, " ")
}

func TestListSearchAndFilters(t *testing.T) {
	l := ListOf("enterprises")
	for _, test := range []struct {
		chain string
		q     ListQuery
		want  string
	}{
		{"ne", ListQuery{}, "F1 F2 F3"}, // the shared firm after the chain's own
		{"cu", ListQuery{}, "F3 F4"},
		{AllChains, ListQuery{}, "F3 F1 F2 F4"}, // by revenue, the largest first
		{"ne", ListQuery{Q: "甲子锂业(集团)"}, "F1"},
		{"ne", ListQuery{Q: "ｌｃ９９"}, "F1"},
		{"ne", ListQuery{Q: "pack与储能"}, "F1 F2"},
		{"ne", ListQuery{Q: "f2 乙丑"}, "F2"},
		{"ne", ListQuery{Q: "f2 甲子"}, ""},
		{"ne", ListQuery{Q: "周某"}, ""},
		{"ne", ListQuery{Q: "13800000000"}, ""},
		{"ne", ListQuery{Filters: map[string]string{"segment": "ne␟S1"}}, "F1 F3"},
		{"cu", ListQuery{Filters: map[string]string{"segment": "ne␟S1"}}, ""},
		{"ne", ListQuery{Filters: map[string]string{"segment": "PACK 与储能"}}, "F1 F2"},
		{"ne", ListQuery{Filters: map[string]string{"branch": "新型储能"}}, "F1 F2"},
		{"ne", ListQuery{Filters: map[string]string{"region": "R1"}}, "F1"},
		{"ne", ListQuery{Filters: map[string]string{"region": "—"}}, "F2 F3"},
		{"ne", ListQuery{Filters: map[string]string{"role": "骨干"}}, "F3"},
		{"ne", ListQuery{Filters: map[string]string{"above_scale": "是"}}, "F1 F2"},
		{"cu", ListQuery{Filters: map[string]string{"status": "—", "role": "—"}}, "F4"},
		{"ne", ListQuery{Filters: map[string]string{"titles": "高新技术企业"}}, "F1"},
		{"ne", ListQuery{Filters: map[string]string{"titles": "专精特新中小企业"}}, ""}, // has ended
		{"ne", ListQuery{Filters: map[string]string{"entered": "2019-05"}}, "F1"},
		{"ne", ListQuery{Filters: map[string]string{"listed": "是"}}, "F1 F2"},
	} {
		f := county()
		f.Chain = test.chain
		if got := ids(t, l, f, test.q); got != test.want {
			t.Errorf("%s %+v: got %q, want %q", test.chain, test.q, got, test.want)
		}
	}
}

func TestListSorts(t *testing.T) {
	l := ListOf("enterprises")
	for sort, want := range map[string]string{
		"revenue":  "F2 F1 F3 F4",
		"-revenue": "F3 F1 F2 F4", // by size, not as text; not reported last both ways
		"growth":   "F2 F1 F3 F4",
		"-growth":  "F1 F2 F3 F4",
		"name":     "F4 F3 F2 F1", // 丁 丙 乙 甲 as bytes
		"-id":      "F4 F3 F2 F1",
		"id":       "F1 F2 F3 F4",
		"region":   "F1 F2 F3 F4",
		"-region":  "F1 F2 F3 F4",
		"status":   "F2 F1 F3 F4",
		"-status":  "F1 F3 F2 F4",
	} {
		f := county()
		f.Chain = AllChains
		if got := ids(t, l, f, ListQuery{Sort: sort}); got != want {
			t.Errorf("sort %s: got %q, want %q", sort, got, want)
		}
	}
}

func TestListPages(t *testing.T) {
	l := ListOf("enterprises")
	f := county()
	for _, test := range []struct {
		page, size int
		want       string
	}{{1, 2, "F1 F2"}, {2, 2, "F3"}, {3, 2, ""}, {0, 500, "F1 F2 F3"}, {1 << 62, 500, ""}} {
		if got := ids(t, l, f, ListQuery{Page: test.page, Size: test.size}); got != test.want {
			t.Errorf("page %d of %d: got %q, want %q", test.page, test.size, got, test.want)
		}
	}
	p, err := l.Page(f, ListQuery{Size: 2})
	if err != nil || p.Total != 3 || p.Page != 1 || p.Size != 2 || p.Pages() != 2 {
		t.Errorf("got %d rows, page %d of %d, size %d, %v", p.Total, p.Page, p.Pages(), p.Size, err)
	}
	if p.Sums["revenue"] != Q(87070) || p.Sums["base"] != Q(8100) {
		t.Errorf("sums over all pages: %v", p.Sums)
	}
	for _, q := range []ListQuery{
		{Size: 501}, {Size: -1}, {Page: -1}, {Sort: "profit"}, {Filters: map[string]string{"profit": "1"}},
	} {
		var e *Error
		if _, err := l.Page(f, q); !errors.As(err, &e) || e.Kind != Invalid {
			t.Errorf("%+v: got %v, want Invalid", q, err)
		}
	}
}

func TestListWithholds(t *testing.T) {
	l := ListOf("enterprises")
	f := county()
	f.Open = false
	p, err := l.Page(f, ListQuery{Sort: "id"})
	if err != nil {
		t.Fatal(err)
	}
	text := marshal(t, p)
	for _, secret := range []string{
		"revenue", `"base"`, "growth", "contact", "phone", "employees", "9000", "8000", "120.5", "周某", "13800000000", "13911111111", "法人电话",
	} {
		if strings.Contains(text, secret) {
			t.Errorf("a viewer's JSON has %s: %s", secret, text)
		}
	}
	if r := p.Rows[0]; r.Record.Get("phone") != "" || r.Shown.Get("contact") != "" || !r.Cell("revenue").Empty() || r.Cell("name").Shown != "甲子锂业（集团）" {
		t.Errorf("a viewer's row: %+v", r)
	}
	if slices.ContainsFunc(p.Columns, func(c ListColumn) bool { return c.Private }) || len(p.Sums) != 0 {
		t.Errorf("columns %v, sums %v", p.Columns, p.Sums)
	}
	// An order or a filter would tell what is withheld.
	for _, q := range []ListQuery{{Sort: "-revenue"}, {Sort: "employees"}, {Filters: map[string]string{"contact": "周某"}}} {
		var e *Error
		if _, err := l.Page(f, q); !errors.As(err, &e) || e.Kind != Invalid {
			t.Errorf("%+v: got %v, want Invalid", q, err)
		}
	}
	for _, l := range Lists() {
		for _, column := range l.Search {
			if l.Register.Withheld(l.Register.Field(column)) {
				t.Errorf("the search of %s looks in %s", l.Code, column)
			}
		}
	}
}

func marshal(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestListRowAsJSON(t *testing.T) {
	p, err := ListOf("enterprises").Page(county(), ListQuery{Q: "F1"})
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Rows              []json.RawMessage
		Total, Page, Size int
		Month             string
	}
	if err := json.Unmarshal([]byte(marshal(t, p)), &got); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"F1","code":"F1","name":"甲子锂业（集团）","chains":["新能源"],"chains_key":["ne"],` +
		`"segments":["碳酸锂","PACK 与储能"],"segments_key":["ne␟S1","ne␟S2"],"role":"链主","region":"城东片区","region_key":"R1",` +
		`"products":"电池级碳酸锂LC99","above_scale":true,"entered":"2019-05","departed":null,` +
		`"titles":["高新技术企业:2024-11-01~2027-10-31","专精特新中小企业:2022-01-01~2025-12-31"],"employees":120.5,` +
		`"contact":"周某","phone":"13800000000","sponsor":null,"status":"在产","chain":"新能源","chain_key":"ne",` +
		`"segment":"碳酸锂","segment_key":"ne␟S1","branch":"锂电","revenue":9000,"base":8000,"growth":12.5,"growth_text":"增长12.5%",` +
		`"listed":true,"extra":{"法人电话":"13911111111"}}`
	if len(got.Rows) != 1 || string(got.Rows[0]) != want {
		t.Errorf("got  %s\nwant %s", got.Rows[0], want)
	}
	if got.Total != 1 || got.Page != 1 || got.Size != 50 || got.Month != "2026-09" {
		t.Errorf("got %d rows, page %d, size %d, month %s", got.Total, got.Page, got.Size, got.Month)
	}
}

func TestListCellsForPeople(t *testing.T) {
	f := county()
	f.Doubts = map[string]string{"F1": "待说明"}
	p, err := ListOf("enterprises").Page(f, ListQuery{})
	if err != nil {
		t.Fatal(err)
	}
	var headers []string
	for _, c := range p.Columns {
		headers = append(headers, c.Header())
	}
	if got, want := strings.Join(headers, "|"), "企业名称|环节|企业角色|区域|1—9月营业收入(万元)|上年同期(本年填报)(万元)|同比(%)|资质及有效期|状态"; got != want {
		t.Errorf("headers %s, want %s", got, want)
	}
	for i, want := range []string{
		"甲子锂业（集团）|碳酸锂、PACK 与储能|链主|城东片区|9\u2009000|8\u2009000|+12.5%|高新技术企业 至2027-10-31、专精特新中小企业 2025-12-31已到期|在产",
		"乙丑储能|PACK 与储能|配套|—|−50|100|由盈转亏|—|减产",
		"丙寅铜箔|碳酸锂|骨干|—|78\u2009120|—|—|—|在产",
	} {
		var cells []string
		for _, c := range p.Rows[i].Cells {
			cells = append(cells, c.Shown)
		}
		if got := strings.Join(cells, "|"); got != want {
			t.Errorf("row %d: %s\nwant %s", i, got, want)
		}
	}
	if got := p.Rows[0].Cell("revenue").Note; got != "待说明" {
		t.Errorf("note %q", got)
	}
}

func TestListChoicesCountTheOtherFilters(t *testing.T) {
	p, err := ListOf("enterprises").Page(county(), ListQuery{Filters: map[string]string{"segment": "ne␟S1", "status": "停产"}})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range p.Filters {
		for _, c := range f.Choices {
			got[f.Column] += fmt.Sprintf("%s %d %v;", c.Label, c.Count, c.Selected)
		}
	}
	for column, want := range map[string]string{
		"segment": "碳酸锂 0 true;", // nobody has stopped; the choice made stays to be seen
		"status":  "在产 2 false;停产 0 true;",
		"role":    "",
	} {
		if got[column] != want {
			t.Errorf("%s: got %q, want %q", column, got[column], want)
		}
	}
	p, err = ListOf("enterprises").Page(county(), ListQuery{})
	if err != nil {
		t.Fatal(err)
	}
	if c := p.Filters[2].Choices; p.Filters[2].Name != "企业角色" || fmt.Sprint(c) != "[{链主 链主 1 false} {骨干 骨干 1 false} {配套 配套 1 false}]" {
		t.Errorf("roles %s %v", p.Filters[2].Name, c)
	}
	if c := p.Filters[3].Choices; fmt.Sprint(c) != "[{R1 城东片区 1 false} {— 未填 2 false}]" {
		t.Errorf("regions %v", c)
	}
}

func TestProjectList(t *testing.T) {
	f := county()
	f.Records = []Record{
		row(ProjectRegister, "code", "P1", "name", "储能基地", "chain", "ne", "segment", "ne␟S2", "investor", "示例集团", "source_province", "浙江省",
			"source_city", "杭州市", "total_investment", "126000.5", "contract_amount", "8000", "signed_on", "2026-01-12", "planned_start", "2026-05-01",
			"department", "县工信局、县商务局"),
		row(ProjectRegister, "code", "P2", "name", "海外电池", "chain", "ne", "currency", "美元", "total_investment", "3000", "signed_on", "2026-02-01",
			"started_on", "2026-03-01", "planned_operation", "2027-06-01"),
		row(ProjectRegister, "code", "P3", "name", "线索", "chain", "ne", "lead_on", "2026-08-01"),
		row(ProjectRegister, "code", "P4", "name", "铜箔", "chain", "cu"),
	}
	f.Open = false
	l := ListOf("projects")
	p, err := l.Page(f, ListQuery{Sort: "-light"})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range p.Rows {
		lines = append(lines, fmt.Sprintf("%s %s %s %s %s %s %s", r.ID, r.Cell("stage").Shown, r.Cell("light").Value(), r.Cell("next_step").Shown,
			r.Cell("overdue_days").Shown, r.Cell("total_investment").Shown, r.Cell("total_investment_usd").Shown))
	}
	want := "P1 签约 red 计划开工 2026-05-01，逾期164天 164 126\u2009000.5 —\n" +
		"P2 开工 green 计划投产 2027-06-01 — — 3\u2009000\n" +
		"P3 线索 none — — — —"
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if p.Sums["total_investment"] != Parts(126000_500000) || p.Sums["total_investment_usd"] != Q(3000) {
		t.Errorf("sums %v: dollars must stay apart", p.Sums)
	}
	text := marshal(t, p)
	for _, member := range []string{
		`"total_investment":null,"total_investment_usd":3000`, `"total_investment":126000.5,"total_investment_usd":null`,
		`"stage":"signed","stage_name":"签约"`, `"light":"none"`, `"source":"浙江省杭州市"`, `"department":["县工信局","县商务局"]`,
		`"segment":"PACK 与储能","segment_key":"ne␟S2"`, `"overdue_days":164`, `"extra":{}`,
	} {
		if !strings.Contains(text, member) {
			t.Errorf("JSON lacks %s: %s", member, text)
		}
	}
	if got := ids(t, l, f, ListQuery{Sort: "stage"}); got != "P3 P1 P2" {
		t.Errorf("by stage: %s", got)
	}
	if got := ids(t, l, f, ListQuery{Filters: map[string]string{"stage": "started"}}); got != "P2" {
		t.Errorf("started: %s", got)
	}
	if got := ids(t, l, f, ListQuery{Filters: map[string]string{"department": "县商务局"}}); got != "P1" {
		t.Errorf("of a department: %s", got)
	}
	f.Records = f.Records[:1]
	p, err = l.Page(f, ListQuery{})
	if err != nil || slices.ContainsFunc(p.Columns, func(c ListColumn) bool { return c.Rare }) {
		t.Errorf("a column for dollars nobody has, %v", err)
	}
}
