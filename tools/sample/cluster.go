package main

import (
	"slices"
	"strings"
)

// cluster is one row of 集群清单. What can be counted in 企业清单 is counted
// there: every firm of its branches, wherever in the county it stands.
type cluster struct {
	name, level, region, industry string
	branches                      []string
	mu                            int64 // 面积, 亩
	workshops                     int64 // 标准厂房面积, tenths of 万平方米
	platforms                     []string
	goal                          string
}

func clusters() []cluster {
	return []cluster{
		{
			"示例县锂电新能源产业集群", "省级", devZone, "锂离子电池材料与电池",
			[]string{lithiumBranch},
			4860, 425,
			[]string{cathodeLab, saltCentre, recycleCentre, testCentre},
			"2027年营业收入突破115亿元，电芯环节补齐，本地配套率达到30%",
		},
		{
			"示例县光储产业集群", "市级", solarPark, "光伏组件、储能系统",
			[]string{solarBranch, storageBranch},
			2730, 318,
			[]string{storageLab, solarCentre, incubator},
			"2027年营业收入突破68亿元，储能系统产能达到12吉瓦时",
		},
		{
			"示例县铜基新材料产业集群", "省级", copperPark, "铜精深加工",
			[]string{copperBranch},
			3540, 276,
			[]string{foilCentre},
			"2027年营业收入突破75亿元，锂电铜箔产能达到6万吨",
		},
		{
			"示例县有机硅新材料产业集群", "县级", devZone, "有机硅下游应用",
			[]string{siliconBranch},
			1180, 94,
			[]string{siliconeLab},
			"引进有机硅单体项目，2027年规上企业达到16户",
		},
	}
}

func clusterTable(firms []firm) table {
	t := table{
		name: "集群清单",
		columns: []column{
			{"名称", text, 28},
			{"产业链", text, 16},
			{"级别", text, 8},
			{"区域", text, 26},
			{"主导产业", text, 24},
			{"面积(亩)", count, 11},
			{"标准厂房面积(万平方米)", rate, 22},
			{"已入驻企业", count, 12},
			{"企业数", count, 9},
			{"规上企业数", count, 12},
			{"营业收入(万元)", money, 17},
			{"税收(万元)", money, 14},
			{"公共平台", text, 70},
			{"目标", long, 44},
		},
	}
	for _, c := range clusters() {
		chain := segment{branch: c.branches[0]}.chain()
		n := c.size(firms)
		t.rows = append(t.rows, []any{
			c.name, chainName(chain), c.level, c.region, c.industry, int(c.mu), float64(c.workshops) / 10,
			n.settled, n.firms, n.above, n.revenue, n.tax, strings.Join(c.platforms, "、"), c.goal,
		})
	}
	return t
}

// size is what a cluster holds; money is that of the last full year.
type size struct {
	settled, firms, above int
	revenue, tax          amount
}

func (c cluster) size(firms []firm) size {
	var n size
	year := ym(newest().year()-1, 12)
	for _, f := range firms {
		if !slices.Contains(c.branches, f.segment.branch) || f.state == "注销" {
			continue
		}
		n.firms++
		if f.region == c.region {
			n.settled++
		}
		if f.inList(newest()) {
			n.above++
		}
		if f.inList(year) {
			n.revenue += *f.report("revenue", year).cumulative
		}
	}
	n.tax = n.revenue.times(24 + draw(9, "cluster tax", c.name))
	return n
}
