package office_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// mapSheets is a small county: two chains, three towns and a park.
func mapSheets(t *testing.T) map[string][][]any {
	t.Helper()
	sheets := map[string][][]any{
		"产业链": {{"编码", "名称", "版本"}, {"ne", "新能源", "V3.2"}, {"nm", "新材料", ""}},
		"区域": {
			{"编码", "名称", "类型", "级别", "经度", "纬度"},
			{"c1", "示例县", "县", "", 116.4, 27.6},
			{"t1", "城关镇", "乡镇", "", 116.42, 27.63},
			{"t2", "东河镇", "乡镇", "", 116.5, 27.64},
			{"t3", "北坪镇", "乡镇", "", 116.41, 27.73},
			{"p1", "经开区", "园区", "省级", 116.47, 27.66},
		},
		"环节": {
			{"产业链", "编码", "名称", "细分链", "位置", "下游环节", "对策"},
			{"ne", "cell", "电芯", "锂电", "中游", "PACK", ""},
			{"ne", "pack", "PACK", "锂电", "下游", "", "延链"},
			{"ne", "film", "隔膜", "锂电", "中游", "电芯", "补链"},
			{"nm", "foil", "铜箔", "铜基", "中游", "ne:电芯", ""},
		},
		"项目清单": {{"项目编码", "项目名称", "产业链", "环节", "投资方", "链条作用", "区域", "总投资(亿元)", "签约日期"}, {"P1", "示例隔膜项目", "新能源", "隔膜", "示例投资", "补链", "城关镇", 3, "2026-03-01"}},
		"技术路线": {{"产业链", "环节", "技术", "阶段", "起始年", "目标年", "里程碑"}, {"新能源", "电芯", "叠片", "中试", 2024, 2027, "2026-06:中试；尽快量产"}},
		"应用领域": {{"产业链", "环节", "应用领域", "应用场景", "占比(%)"}, {"新能源", "电芯", "储能", "工商业", 35.5}},
	}
	firms := [][]any{{"统一社会信用代码", "企业名称", "产业链", "环节", "企业角色", "区域", "规上", "状态"}}
	reports := [][]any{{"月份", "对象", "指标", "来源部门", "本年累计", "上年同期累计"}}
	for i, f := range [][4]string{
		{"新能源", "电芯", "经开区"},
		{"新能源", "电芯", "经开区"},
		{"新能源", "PACK", "经开区"},
		{"新能源", "PACK", "城关镇"},
		{"新能源", "PACK", "东河镇"},
		{"新能源", "PACK", "东河镇"},
		{"新能源", "PACK", "东河镇"},
		{"新材料", "铜箔", "北坪镇"},
	} {
		code := creditCode(t, fmt.Sprintf("91360000MA35FA%02d", i))
		role := ""
		if i == 1 {
			role = "链主"
		}
		firms = append(firms, []any{code, fmt.Sprintf("示例%d号公司", i), f[0], f[1], role, f[2], "是", "在产"})
		reports = append(reports, []any{"2026-10", code, "营业收入", "工信局", 100 * (i + 1), 90 * (i + 1)})
	}
	sheets["企业清单"], sheets["月度调度"] = firms, reports
	return sheets
}

func TestMapsOfACounty(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		ctx := context.Background()
		take(t, o, mapSheets(t))

		m, head, err := o.ChainMap(ctx, office.Query{Chain: "ne"}, true)
		if err != nil || head.Edition != "V3.2" || head.Chain.Name != "新能源" || head.Month != industry.NewMonth(2026, 10) {
			t.Fatalf("%v %+v", err, head)
		}
		got := map[string]string{}
		for _, n := range m.Nodes {
			got[n.Name] = fmt.Sprint(n.Column, n.State, len(n.FirmNames), n.Firms, len(n.Projects), n.Techs, " ", industry.PercentText(n.Share))
		}
		want := map[string]string{
			"隔膜": "1断链0 0 1 0 —", "电芯": "2优势2 2 0 1 10.7%", "PACK": "3正常5 5 0 0 89.3%",
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("nodes %v", got)
		}
		if n := m.Nodes[1]; n.FirmNames[0].Role != "链主" {
			t.Errorf("the anchor does not come first: %+v", n.FirmNames)
		}

		// 电芯 has two reporters: its share is hidden, and a second one's with it.
		m, _, err = o.ChainMap(ctx, office.Query{Chain: "ne"}, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range m.Nodes {
			if n.Share.Known || n.Width != 0 {
				t.Errorf("%s tells of a single enterprise's part: %+v", n.Name, n)
			}
		}

		all, head, err := o.ChainMap(ctx, office.Query{}, true)
		if err != nil || len(all.Nodes) != 4 || len(all.Edges) != 3 || head.Edition != "" {
			t.Errorf("all chains: %v, %d nodes, %d edges", err, len(all.Nodes), len(all.Edges))
		}

		technology, _, err := o.TechnologyMap(ctx, office.Query{Chain: "ne"})
		if err != nil || len(technology.Lanes) != 1 || technology.From != 2024 || len(technology.Unread) != 1 {
			t.Errorf("%v %+v", err, technology)
		}
		none, _, err := o.TechnologyMap(ctx, office.Query{Chain: "nm"})
		if err != nil || len(none.Lanes) != 0 {
			t.Errorf("%v %+v", err, none)
		}
		application, _, err := o.ApplicationMap(ctx, office.Query{})
		if err != nil || len(application.Nodes) != 3 || len(application.Edges) != 2 {
			t.Errorf("%v %+v", err, application)
		}
		if _, _, err := o.RegionMap(ctx, office.Query{Chain: "none"}, true); !errors.As(err, new(*industry.Error)) {
			t.Errorf("an unknown chain: %v", err)
		}
	})
}

func TestRegionMapHidesSmallGroups(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		ctx := context.Background()
		take(t, o, mapSheets(t))
		figures := func(chain string, open bool) map[string]string {
			m, _, err := o.RegionMap(ctx, office.Query{Chain: chain}, open)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			for _, a := range m.Areas {
				if a.Enterprises > 0 || a.Projects > 0 {
					got[a.Name] = fmt.Sprintf("%d %d %d %s", a.Enterprises, a.AboveScale, a.Projects, a.Revenue.Decimal())
				}
			}
			return got
		}
		for _, test := range []struct {
			chain string
			open  bool
			want  map[string]string
		}{
			{"ne", true, map[string]string{"经开区": "3 3 0 600", "城关镇": "1 1 1 400", "东河镇": "3 3 0 1800"}},
			{"ne", false, map[string]string{"经开区": "3 3 0 ", "城关镇": "1 1 1 ", "东河镇": "3 3 0 1800"}},
			{"all", true, map[string]string{"经开区": "3 3 0 600", "城关镇": "1 1 1 400", "东河镇": "3 3 0 1800", "北坪镇": "1 1 0 800"}},
			{"all", false, map[string]string{"经开区": "3 3 0 ", "城关镇": "1 1 1 ", "东河镇": "3 3 0 1800", "北坪镇": "1 1 0 "}},
		} {
			if got := figures(test.chain, test.open); !reflect.DeepEqual(got, test.want) {
				t.Errorf("%s, open %v: %v", test.chain, test.open, got)
			}
		}
	})
}

const townOutline = `{"type":"FeatureCollection","features":[
 {"properties":{"code":"t1"},"geometry":{"type":"Polygon","coordinates":[[[116.4,27.6],[116.45,27.6],[116.45,27.65]]]}},
 {"properties":{"name":"别处"},"geometry":{"type":"Polygon","coordinates":[[[116.5,27.6],[116.55,27.6],[116.55,27.65]]]}}]}`

func TestOutlineIsKeptAndTakenAway(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		ctx := context.Background()
		take(t, o, mapSheets(t))
		if err := o.SetOutline(ctx, "坏.json", []byte("{"), clerk); err == nil {
			t.Error("a broken file was kept")
		}
		if err := o.RemoveOutline(ctx, clerk); err == nil {
			t.Error("an outline that is not there was taken away")
		}
		if err := o.SetOutline(ctx, "轮廓.geojson", []byte(townOutline), clerk); err != nil {
			t.Fatal(err)
		}
		f, err := o.Outline(ctx)
		if err != nil || f.Name != "轮廓.geojson" || f.Actor != clerk.Name || f.At.IsZero() {
			t.Errorf("%v %+v", err, f)
		}
		m, _, err := o.RegionMap(ctx, office.Query{}, true)
		if err != nil || len(m.Shapes) != 2 || m.Shapes[0].ID != "t1" || !slices.Equal(m.Unmatched, []string{"别处"}) {
			t.Errorf("%v %+v", err, m.Shapes)
		}
		// Another one takes its place, but not in the past.
		if err := o.SetOutline(ctx, "新轮廓.geojson", []byte(strings.Replace(townOutline, `"t1"`, `"t2"`, 1)), clerk); err != nil {
			t.Fatal(err)
		}
		for _, test := range []struct {
			asOf time.Time
			want string
		}{{time.Time{}, "t2"}, {f.At, "t1"}, {time.Time{}, "t2"}} {
			if m, _, err = o.RegionMap(ctx, office.Query{AsOf: test.asOf}, true); err != nil || len(m.Shapes) == 0 || m.Shapes[0].ID != test.want {
				t.Errorf("as of %v: %v %+v", test.asOf, err, m.Shapes)
			}
		}
		if err := o.RemoveOutline(ctx, clerk); err != nil {
			t.Fatal(err)
		}
		if m, _, err = o.RegionMap(ctx, office.Query{}, true); err != nil || len(m.Shapes) != 0 {
			t.Errorf("%v %+v", err, m.Shapes)
		}
		entries, _, err := o.Store().AuditLog(ctx, store.AuditFilter{Actor: clerk.Name, Page: 1, Size: 9})
		if err != nil || len(entries) < 2 || entries[0].Object != "区域轮廓" || entries[0].Detail != "移除 新轮廓.geojson" || entries[1].Detail != "上传 新轮廓.geojson" {
			t.Errorf("%v %+v", err, entries)
		}
	})
}
