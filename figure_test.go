package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chainboard/sample"
	"chainboard/testkit"
)

// TestChartsAndTraces: what the pages show of charts and behind figures is there
// on the command line, in the forms they have there.
func TestChartsAndTraces(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole sample is for the full run: under the race detector it takes minutes")
	}
	dir := t.TempDir()
	db, book := "--db="+testkit.SQLite(t), filepath.Join(dir, sample.Name)
	if err := os.WriteFile(book, sample.Workbook(), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, err := chainboard(t, "", "import", book, db); code != done {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(dir, name) }
	for _, test := range []struct {
		args []string
		code int
		says []string // on standard output where the code is done, else on the other
	}{
		{[]string{"chart", "list"}, done, []string{"waterfall", "指标增长的构成", "region-map"}},
		{[]string{"chart", "waterfall"}, done, []string{"细分链,拉动 百分点,累加后 百分点", "硅基新材料,-0.04,+11.21", "合计,+11.21,+11.21"}},
		{[]string{"chart", "waterfall", "--by", "region", "--chain", "ne", "--month", "2026-09"}, done, []string{"区域,拉动 百分点", "合计,"}},
		{[]string{"chart", "trend", "--indicator", "tax", "--months", "3"}, done, []string{"1—8月", "1—10月"}},
		{[]string{"chart", "trend", in("t.json")}, done, []string{"已写出"}},
		{[]string{"chart", "pull", in("p.svg")}, done, []string{"已写出"}},
		{[]string{"chart", "waterfall", "--by", "enterprise"}, failed, []string{"分企业数据只供链长和链长办查看"}},
		{[]string{"chart", "pie"}, failed, []string{"没有名为“pie”的图"}},
		{[]string{"chart", "trend", in("t.xlsx")}, unusable, []string{"文件名应以 .csv、.json、.svg、.png 结尾"}},
		{[]string{"chart", "trend", "--months", "-1"}, unusable, []string{"--months 应为1至"}},
		{[]string{"chart", "funnel", "--as-of", "2020-01-01"}, failed, []string{"没有可画的数据"}},
		{[]string{"chart"}, unusable, []string{"用法"}},

		{[]string{"trace", "--figure", "decisions.completion", "--by", "department", "--group", "县自然资源局"}, done, []string{"县自然资源局 完成率 0.0%\n", "公式：已完成 ÷ 议定：0 ÷ 1", "只计入分母 完成光伏支架智能制造项目用地组卷报批（YD0008） 逾期", "议定事项!J9 批次 1"}},
		{[]string{"trace", "--indicator", "revenue", "--of", "growth", "--chain", "nm"}, done, []string{"新材料产业链 2026年1—10月 营业收入同比 +8.3%", "记录：34 条", "本年累计 126223.6 万元 月度调度!G8630 批次 1"}},
		{[]string{"trace", "--figure", "issues.overdue", in("o.xlsx")}, done, []string{"已写出"}},
		{[]string{"trace", "--figure", "issues.none"}, failed, []string{"没有名为“issues.none”的统计数"}},
		{[]string{"trace", "--indicator", "revenue", "--of", "luck"}, unusable, []string{"luck"}},
		{[]string{"trace", "--figure", "issues.overdue", "--indicator", "revenue"}, unusable, []string{"用法"}},
		{[]string{"trace", "--figure", "issues.overdue", "--json", in("o.xlsx")}, unusable, []string{"用法"}},
		{[]string{"trace", "--figure", "issues.overdue", in("o.csv")}, unusable, []string{".xlsx"}},
	} {
		code, out, err := chainboard(t, "", append(test.args, db)...)
		if test.code != done {
			out = err
		}
		if code != test.code {
			t.Errorf("%q: %d %s %s", test.args, code, out, err)
		}
		for _, said := range test.says {
			if !strings.Contains(out, said) {
				t.Errorf("%q does not say %q: %.600s", test.args, said, out)
			}
		}
	}
	for name, begins := range map[string]string{"t.json": "{", "p.svg": "<svg", "o.xlsx": "PK"} {
		if data, err := os.ReadFile(in(name)); err != nil || !strings.HasPrefix(string(data), begins) {
			t.Errorf("%s: %.40s %v", name, data, err)
		}
	}
	_, out, _ := chainboard(t, "", "trace", "--figure", "issues.overdue", "--json", db)
	var told struct {
		Total   int
		Records []struct{ Key string }
	}
	if err := json.Unmarshal([]byte(out), &told); err != nil || told.Total == 0 || len(told.Records) != told.Total {
		t.Errorf("%v %+v", err, told)
	}
}
