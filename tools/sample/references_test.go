package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// column collects one column's values as a set.
func set(rows []row, header string) map[string]bool {
	values := map[string]bool{}
	for _, r := range rows {
		values[r[header]] = true
	}
	return values
}

func TestReferencesResolve(t *testing.T) {
	file := open(t)
	chains, regions, firms := read(t, file, "产业链"), read(t, file, "区域"), read(t, file, "企业清单")
	segments, projects := read(t, file, "环节"), read(t, file, "项目清单")
	chainNames, regionNames, firmNames := set(chains, "名称"), set(regions, "名称"), set(firms, "企业名称")
	segmentOf := map[string]string{} // name → chain, unique over both chains
	for _, s := range segments {
		if segmentOf[s["名称"]] != "" || !chainNames[s["产业链"]] {
			t.Errorf("环节 %s: twice, or of no chain", s["名称"])
		}
		segmentOf[s["名称"]] = s["产业链"]
	}
	for _, s := range segments {
		for _, name := range append(several(s["下游环节"]), several(s["上级环节"])...) {
			if segmentOf[name] != s["产业链"] {
				t.Errorf("环节 %s points at %s, which is not of its chain", s["名称"], name)
			}
		}
	}
	for _, f := range firms {
		for i, part := range several(f["环节"]) {
			name, of := part, several(f["产业链"])[0]
			if code, rest, other := strings.Cut(part, ":"); other {
				name, of = rest, chainName(code)
			}
			if segmentOf[name] != of || !slices.Contains(several(f["产业链"]), of) {
				t.Errorf("%s: 环节 %d %s", f["企业名称"], i, part)
			}
		}
		if !regionNames[f["区域"]] {
			t.Errorf("%s: 区域 %s", f["企业名称"], f["区域"])
		}
	}
	for _, p := range projects {
		if segmentOf[p["环节"]] != p["产业链"] || !regionNames[p["区域"]] {
			t.Errorf("%s: 环节 %s or 区域 %s", p["项目名称"], p["环节"], p["区域"])
		}
		if p["业主企业"] != "" && !firmNames[p["业主企业"]] || p["原项目"] != "" && !set(projects, "项目名称")[p["原项目"]] {
			t.Errorf("%s: 业主企业 %s or 原项目 %s", p["项目名称"], p["业主企业"], p["原项目"])
		}
	}
	for _, r := range regions {
		if r["上级"] != "" && !regionNames[r["上级"]] {
			t.Errorf("%s: 上级 %s", r["名称"], r["上级"])
		}
	}
}

// departments are the units the contract lets a row name.
func departments(t *testing.T, file *excelize.File) map[string]bool {
	t.Helper()
	units := set(read(t, file, "产业链"), "牵头单位")
	for _, l := range read(t, file, "链长制") {
		if strings.HasSuffix(l["角色"], "单位") || l["角色"] == "链长办" {
			units[l["姓名或单位"]] = true
		}
	}
	for _, p := range read(t, file, "项目清单") {
		units[p["责任单位"]] = true
	}
	return units
}

func TestObjectsMeanOneThing(t *testing.T) {
	file := open(t)
	kinds := map[string]int{}
	count := func(values map[string]bool) {
		for v := range values {
			kinds[v]++
		}
	}
	count(set(read(t, file, "产业链"), "名称"))
	count(set(read(t, file, "产业链"), "编码"))
	count(set(read(t, file, "区域"), "名称"))
	count(set(read(t, file, "区域"), "编码"))
	count(set(read(t, file, "企业清单"), "企业名称"))
	count(set(read(t, file, "企业清单"), "统一社会信用代码"))
	count(departments(t, file))
	indicators := set(read(t, file, "指标"), "名称")
	sources := set(read(t, file, "指标"), "主来源")
	chains := set(read(t, file, "产业链"), "名称")
	for _, sheet := range []string{"月度调度", "年度目标"} {
		for i, r := range read(t, file, sheet) {
			if kinds[r["对象"]] != 1 || !indicators[r["指标"]] || r["产业链"] != "" && !chains[r["产业链"]] {
				t.Fatalf("%s!%d: 对象 %s fits %d things, 指标 %s, 产业链 %s", sheet, i+2, r["对象"], kinds[r["对象"]], r["指标"], r["产业链"])
			}
			if sheet == "月度调度" && !sources[r["来源部门"]] {
				t.Fatalf("%s!%d: 来源部门 %s", sheet, i+2, r["来源部门"])
			}
		}
	}
}

func TestLeadership(t *testing.T) {
	type seat struct{ chain, role string }
	sitting, ended := map[seat]int{}, 0
	for _, l := range read(t, open(t), "链长制") {
		if l["任职止"] != "" {
			if calendar(t, l["任职止"]).Before(calendar(t, l["任职起"])) {
				t.Errorf("%s leaves before coming", l["姓名或单位"])
			}
			ended++
			continue
		}
		sitting[seat{l["产业链"], l["角色"]}]++
	}
	if ended != 1 {
		t.Errorf("%d ended tenures, want 1", ended)
	}
	for _, chain := range []string{chainName(energy), chainName(materials)} {
		for role, want := range map[string]int{"总链长": 1, "链长": 1, "副链长": 2, "链长办": 2, "牵头单位": 1, "联络员": 2} {
			if got := sitting[seat{chain, role}]; got != want {
				t.Errorf("%s has %d %s, want %d", chain, got, role, want)
			}
		}
	}
}

// TestDiagnosesToBeComputed holds what the computed rule will find: segments
// nobody produces in, segments without a 规上 enterprise, and one whose
// 规上 enterprises feed only missing or weak segments.
func TestDiagnosesToBeComputed(t *testing.T) {
	file := open(t)
	producing, above := map[string]int{}, map[string]int{}
	for _, f := range read(t, file, "企业清单") {
		for _, part := range several(f["环节"]) {
			_, name, other := strings.Cut(part, ":")
			if !other {
				name = part
			}
			if f["状态"] == "在产" || f["状态"] == "减产" {
				producing[name]++
			}
			if f["规上"] == "是" && f["退规年月"] == "" {
				above[name]++
			}
		}
	}
	var missing, weak, short, given []string
	for _, s := range read(t, file, "环节") {
		feeds := several(s["下游环节"])
		fed := slices.ContainsFunc(feeds, func(name string) bool { return above[name] > 0 })
		switch {
		case s["诊断"] != "":
			given = append(given, s["名称"]+s["诊断"])
			if s["诊断理由"] == "" {
				t.Errorf("%s is diagnosed without a reason", s["名称"])
			}
		case producing[s["名称"]] == 0:
			missing = append(missing, s["名称"])
		case above[s["名称"]] == 0:
			weak = append(weak, s["名称"])
		case len(feeds) > 0 && !fed:
			short = append(short, s["名称"])
		}
	}
	for _, c := range []struct {
		what string
		got  []string
		want string
	}{
		{"断链", missing, "锂云母选矿 六氟磷酸锂 硅碳负极 多晶硅料 光伏银浆 钠离子电池 有机硅单体"},
		{"弱链", weak, "石墨原料 隔膜涂覆 光伏支架 电池管理系统 覆铜板"},
		{"短链", short, "电子铜箔 工业硅"},
		{"given", given, "锂离子电芯弱链 铜杆正常"},
	} {
		if got := strings.Join(c.got, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}
