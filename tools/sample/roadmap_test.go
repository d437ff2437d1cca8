package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// segmentsOf is every segment's chain by its name.
func segmentsOf(t *testing.T) map[string]string {
	t.Helper()
	of := map[string]string{}
	for _, s := range read(t, open(t), "环节") {
		of[s["名称"]] = s["产业链"]
	}
	return of
}

// tally counts the values of a column and compares them with what is expected.
func tally(t *testing.T, rows []row, header string, want map[string]int) {
	t.Helper()
	got := map[string]int{}
	for _, r := range rows {
		got[r[header]]++
	}
	for value, n := range want {
		if got[value] != n {
			t.Errorf("%s %s: %d, want %d", header, value, got[value], n)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s takes the values %v, want %v", header, got, want)
	}
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestTechnologiesFitTheirLanes(t *testing.T) {
	file, of := open(t), segmentsOf(t)
	firms, platforms := set(read(t, file, "企业清单"), "企业名称"), set(read(t, file, "平台清单"), "名称")
	rows := read(t, file, "技术路线")
	form := regexp.MustCompile(`^(20\d\d)(-(0[1-9]|1[0-2]))?:([^：:；]+)$`)
	for _, r := range rows {
		from, to := r["起始年"], r["目标年"]
		if of[r["环节"]] != r["产业链"] || from < "2023" || to > "2030" || from > to || r["目标"] == "" {
			t.Errorf("%s: 环节 %s, %s–%s", r["技术"], r["环节"], from, to)
		}
		if lead := r["牵头企业"]; lead != "" && !firms[lead] || lead == "" && r["水平"] != absent {
			t.Errorf("%s: 牵头企业 %q", r["技术"], lead)
		}
		if p := r["攻关平台"]; p != "" && !platforms[p] {
			t.Errorf("%s: 攻关平台 %s", r["技术"], p)
		}
		last := ""
		for _, m := range strings.Split(r["里程碑"], "；") {
			parts := form.FindStringSubmatch(m)
			if parts == nil || parts[1] < from || parts[1] > to || parts[1]+parts[2] < last {
				t.Fatalf("%s: 里程碑 %q", r["技术"], m)
			}
			last = parts[1] + parts[2]
		}
		// what is made in volume has begun, and nobody is far on with what is missing
		if r["阶段"] == inVolume && from > "2026" || r["水平"] == absent && r["阶段"] != inLab {
			t.Errorf("%s: %s %s from %s", r["技术"], r["阶段"], r["水平"], from)
		}
	}
	tally(t, rows, "阶段", map[string]int{inVolume: 15, inPilot: 14, inLab: 8})
	tally(t, rows, "水平", map[string]int{leading: 2, abreast: 11, following: 17, absent: 7})
}

func TestApplicationsShareOutASegment(t *testing.T) {
	file, of := open(t), segmentsOf(t)
	segment := map[string][]string{} // enterprise → its segments
	for _, f := range read(t, file, "企业清单") {
		segment[f["企业名称"]] = several(f["环节"])
	}
	shares := map[string]float64{}
	seen := map[string]bool{}
	for _, r := range read(t, file, "应用领域") {
		key := r["环节"] + r["应用领域"] + r["应用场景"]
		if of[r["环节"]] != r["产业链"] || seen[key] {
			t.Errorf("%s: not of its chain, or twice", key)
		}
		seen[key] = true
		for _, name := range several(r["代表企业"]) {
			if !slices.Contains(segment[name], r["环节"]) {
				t.Errorf("%s: %s makes no such thing", key, name)
			}
		}
		share := number(t, r["占比(%)"])
		shares[r["环节"]] += share
		if share <= 0 || shares[r["环节"]] > 100 {
			t.Errorf("%s: %.1f%%, together %.1f%%", key, share, shares[r["环节"]])
		}
	}
	if len(shares) != 16 {
		t.Errorf("%d segments have applications, want 16", len(shares))
	}
}

// TestClustersHoldTheirFirms counts the firms of each cluster's branches again.
func TestClustersHoldTheirFirms(t *testing.T) {
	file := open(t)
	branch := map[string]string{}
	for _, s := range read(t, file, "环节") {
		branch[s["名称"]] = s["细分链"]
	}
	regions, platforms := set(read(t, file, "区域"), "名称"), set(read(t, file, "平台清单"), "名称")
	branches := map[string]string{
		"示例县锂电新能源产业集群": "锂电", "示例县光储产业集群": "光伏 新型储能", "示例县铜基新材料产业集群": "铜基新材料", "示例县有机硅新材料产业集群": "硅基新材料",
	}
	all := 0
	for _, c := range read(t, file, "集群清单") {
		settled, firms, above := 0, 0, 0
		for _, f := range read(t, file, "企业清单") {
			if f["状态"] == "注销" || !slices.Contains(strings.Fields(branches[c["名称"]]), branch[several(f["环节"])[0]]) {
				continue
			}
			firms++
			if f["区域"] == c["区域"] {
				settled++
			}
			if f["规上"] == "是" && f["退规年月"] == "" {
				above++
			}
		}
		all += firms
		if strconv.Itoa(firms) != c["企业数"] || strconv.Itoa(above) != c["规上企业数"] || strconv.Itoa(settled) != c["已入驻企业"] || !regions[c["区域"]] {
			t.Errorf("%s: %d 户, 规上 %d, 入驻 %d, but %v", c["名称"], firms, above, settled, c)
		}
		if tax, revenue := cents(t, c["税收(万元)"]), cents(t, c["营业收入(万元)"]); tax*50 < revenue || tax*25 > revenue {
			t.Errorf("%s pays %d of %d in tax", c["名称"], tax, revenue)
		}
		for _, p := range several(c["公共平台"]) {
			if !platforms[p] {
				t.Errorf("%s: 公共平台 %s", c["名称"], p)
			}
		}
	}
	if want := len(read(t, file, "企业清单")) - 1; all != want {
		t.Errorf("the clusters hold %d firms, want all %d but the closed one", all, want)
	}
}

func TestPlatformsSitInTheirSegment(t *testing.T) {
	file, of := open(t), segmentsOf(t)
	firms := set(read(t, file, "企业清单"), "企业名称")
	var expired []string
	for _, p := range read(t, file, "平台清单") {
		if s := p["环节"]; s != "" && (of[s] != p["产业链"] || !firms[p["依托单位"]]) {
			t.Errorf("%s: 环节 %s, 依托单位 %s", p["名称"], s, p["依托单位"])
		}
		from := calendar(t, p["认定日期"])
		if from.After(today()) || !strings.HasPrefix(p["名称"], "示例") {
			t.Errorf("%s since %s", p["名称"], from)
		}
		if p["有效期至"] != "" && calendar(t, p["有效期至"]).Before(today()) {
			expired = append(expired, p["名称"])
		}
	}
	if !slices.Equal(expired, []string{solarCentre}) {
		t.Errorf("expired: %v, want %s", expired, solarCentre)
	}
}
