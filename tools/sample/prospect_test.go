package main

import (
	"fmt"
	"strings"
	"testing"
)

// TestProspectsStandOnGaps: a prospect is looked for where the chain is weak; one
// that was won names a signed project of its segment, one nobody has spoken to
// has no contact.
func TestProspectsStandOnGaps(t *testing.T) {
	file := open(t)
	gaps := "锂云母选矿 六氟磷酸锂 硅碳负极 多晶硅料 光伏银浆 钠离子电池 有机硅单体 石墨原料 隔膜涂覆 光伏支架 电池管理系统 覆铜板 电子铜箔 工业硅 锂离子电芯"
	projects := map[string]row{}
	for _, p := range read(t, file, "项目清单") {
		projects[p["项目名称"]] = p
	}
	rows := read(t, file, "招商目标")
	units := departments(t, file)
	for i, p := range rows {
		where := fmt.Sprintf("招商目标!%d", i+2)
		if p["编号"] != fmt.Sprintf("MB%04d", i+1) || !strings.Contains(gaps, p["环节"]) || !strings.Contains(p["名称"], "示例") || !units[p["联系单位"]] {
			t.Errorf("%s: %v", where, p)
		}
		if (p["联系状态"] == "未联系") != (p["联系人"] == "") || (p["联系人"] == "") != (p["联系电话"] == "") {
			t.Errorf("%s: %s with contact %q", where, p["联系状态"], p["联系人"])
		}
		project, of := projects[p["项目"]], p["项目"]
		if of != "" && project["环节"] != p["环节"] || p["联系状态"] == "已签约" && project["签约日期"] == "" {
			t.Errorf("%s: 项目 %q of %q", where, of, project["环节"])
		}
	}
	tally(t, rows, "联系状态", map[string]int{"未联系": 3, "已联系": 5, "在谈": 4, "已签约": 3, "暂缓": 1})
}
