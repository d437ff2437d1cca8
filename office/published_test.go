package office_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/xuri/excelize/v2"

	"chainboard/industry"
	"chainboard/office"
)

// nbs holds cumulative revenue and profit (亿元) of industry above designated
// size with their published growth (%), as the National Bureau of Statistics
// released them; the list of firms changes, so the ratio of two years' amounts
// is not the growth. Source: monthly releases of 工业企业利润, 2018–2019.
var nbs = []struct {
	month                          string
	revenue, growth, profit, pGrow float64
}{
	{"2018年1—2月", 162371.7, 10.1, 9689, 16.13},
	{"2018年1-3月", 256958, 9.7, 15533.19, 11.57},
	{"2018-06", 532851.9, 10, 33882.13, 17.2},
	{"2018-12", 1049490.5, 8.6, 66351.37, 10.33},
	{"2019年1—2月", 147858.11, 3.29, 7080.13, -14.02},
	{"2019年1-3月", 244193.45, 7.2, 12972, -3.28},
	{"2019-06", 508981.71, 4.71, 29839.98, -2.39},
	{"2019-12", 1057824.91, 3.8, 61995.49, -3.29},
}

// book writes sheets of rows as a clerk would have them.
func book(t *testing.T, sheets map[string][][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for name, rows := range sheets {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func take(t *testing.T, o *office.Office, sheets map[string][][]any) office.Import {
	t.Helper()
	i, err := o.ImportFile(context.Background(), office.Upload{Name: "表.xlsx", Data: book(t, sheets), Actor: clerk})
	if err != nil {
		t.Fatalf("%v %+v", err, i.Problems)
	}
	return i
}

func chainAndIndicators() map[string][][]any {
	return map[string][][]any{
		"产业链": {{"编码", "名称", "牵头单位"}, {"ind", "规模以上工业", "统计局"}},
		"指标": {
			{"编码", "名称", "单位", "元月数据", "增速口径", "主来源"},
			{"revenue", "营业收入", "万元", "无", "同口径", "统计局"},
			{"profit", "利润总额", "万元", "无", "同口径", "统计局"},
		},
	}
}

func TestPublishedGrowthStandsBesideTheNominal(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		sheets := chainAndIndicators()
		reports := [][]any{{"月份", "对象", "指标", "本年累计(亿元)", "同比"}}
		for _, r := range nbs {
			reports = append(reports, []any{r.month, "规模以上工业", "营业收入", r.revenue, r.growth}, []any{r.month, "规模以上工业", "利润总额", r.profit, r.pGrow})
		}
		sheets["月度调度"] = reports
		take(t, o, sheets)
		table, err := o.Dispatch(context.Background(), office.Query{Chain: "ind", Month: industry.NewMonth(2019, 12)})
		if err != nil {
			t.Fatal(err)
		}
		for code, want := range map[string]struct{ cumulative, growth, nominal float64 }{
			"revenue": {1057824.91, 3.8, (1057824.91/1049490.5 - 1) * 100},
			"profit":  {61995.49, -3.29, (61995.49/66351.37 - 1) * 100},
		} {
			line, _ := table.Line(code)
			if line.Origin != industry.Reported || math.Abs(line.Cumulative.Float()/1e4-want.cumulative) > 1e-9 ||
				!near(line.Growth, want.growth) || !near(line.GrowthReported, want.growth) ||
				line.GrowthComputed.Known || !near(line.GrowthNominal, want.nominal) {
				t.Errorf("%s: %+v", code, line)
			}
		}
		trend, err := o.Trend(context.Background(), office.Query{Chain: "ind", Month: industry.NewMonth(2019, 12)}, "revenue", 24)
		if err != nil {
			t.Fatal(err)
		}
		known := 0
		for _, p := range trend.Points {
			if p.Month.Number() == 1 {
				t.Errorf("January stands in the trend: %+v", p)
			}
			if p.Cumulative.Known {
				known++
			}
		}
		if len(trend.Points) != 22 || known != len(nbs) || trend.Points[0].Label != "1—2月" {
			t.Errorf("%d points, %d known, first %q; want 22, %d, 1—2月", len(trend.Points), known, trend.Points[0].Label, len(nbs))
		}
	})
}

func TestJanuaryIsRefusedWhereThereIsNone(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		sheets := chainAndIndicators()
		sheets["月度调度"] = [][]any{{"月份", "对象", "指标", "本年累计(亿元)"}, {"2019-01", "规模以上工业", "营业收入", 5}}
		i, err := o.ImportFile(context.Background(), office.Upload{Name: "表.xlsx", Data: book(t, sheets), Actor: clerk})
		if err == nil || len(i.Problems) != 1 {
			t.Fatalf("%v %+v", err, i.Problems)
		}
		p := i.Problems[0]
		if p.Sheet != "月度调度" || p.Cell != "A2" || p.Level != industry.LevelError || p.Message != "营业收入没有 1 月份数据，全年从 1—2 月开始" {
			t.Errorf("%+v", p)
		}
		if chains, err := o.Chains(context.Background()); err != nil || len(chains) != 0 {
			t.Errorf("a refused file left %d chains, %v", len(chains), err)
		}
	})
}

// TestNewsProjects takes investments as the news printed them. Sources:
// hnmdtv.com/house/2023/0428/246759.html; js-zhhxc.com/news/show-43963.html;
// info.ahcar.com/jingji/20230322/95991.html.
func TestNewsProjects(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		sheets := chainAndIndicators()
		sheets["项目清单"] = [][]any{
			{"项目名称", "产业链", "投资方", "总投资", "签约日期", "开工日期"},
			{"磷酸铁锂正极材料研发生产项目(一期1.5万吨)", "ind", "南昌长园金锂科技有限公司", "6亿元", "2023年4月1日", "2023-04-27"},
			{"6000吨工业级碳酸锂数智化萃取提升项目(二厂区)", "ind", "宜春银锂新能源有限责任公司", "6500万元", "", ""},
			{"年产20万吨锂电池电解液及10万吨锂离子电池回收项目", "ind", "天赐材料(江门)有限公司", 120000, "2023.3.21", ""},
		}
		i := take(t, o, sheets)
		if len(i.Notes) != 3 {
			t.Errorf("notes %q, want the three generated codes", i.Notes)
		}
		inv, err := invested(o, "ind", "2023-01-01", "2023-12-31")
		if err != nil {
			t.Fatal(err)
		}
		if inv.Signed.Count != 2 || inv.Signed.Total.String() != "180000" || inv.Rates[1].Percent != industry.Percent(50) {
			t.Errorf("%+v", inv)
		}
		again := take(t, o, map[string][][]any{"项目清单": sheets["项目清单"]})
		if again.Sheets[0].Unchanged != 3 {
			t.Errorf("the same rows without codes again: %+v", again.Sheets[0])
		}
	})
}

// TestIndicatorsAreBuiltIn imports figures into a database that has never seen a
// 指标 sheet.
func TestIndicatorsAreBuiltIn(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		take(t, o, map[string][][]any{
			"产业链":  {{"编码", "名称"}, {"ne", "新能源"}},
			"指标":   {{"编码", "起始月"}, {"revenue", "2024-02"}}, // columns it lacks stay as they are
			"月度调度": {{"月份", "对象", "指标", "本年累计(亿元)", "同比(%)"}, {"2026年1-10月", "新能源", "营业收入", 12.5, 3.4}, {"2026-10", "新能源", "工业增加值增速", "", 8.1}},
		})
		table, err := o.Dispatch(context.Background(), office.Query{Chain: "ne"})
		if err != nil {
			t.Fatal(err)
		}
		revenue, _ := table.Line("revenue")
		added, _ := table.Line("value_added_growth")
		if revenue.Cumulative.String() != "125000" || revenue.Source != "工信局" || !near(revenue.Growth, 3.4) || !near(added.Growth, 8.1) {
			t.Errorf("%+v\n%+v", revenue, added)
		}
		if len(table.Indicators) != 28 || table.Indicators[0].Code != "revenue" {
			t.Errorf("%d indicators, first %s", len(table.Indicators), table.Indicators[0].Code)
		}
	})
}
