package main

import (
	"fmt"
	"strconv"
	"strings"
)

// firm is one enterprise: its row in 企业清单 and what its reports come from.
type firm struct {
	story
	key, name, code string
	segment         segment
	role, region    string
	product         string
	above           bool
	building        bool
	level           int64 // 万元 of revenue a year at 2023 prices
	state           string
}

// enterprises builds every firm in the order of the plans.
func enterprises() ([]firm, error) {
	bySegment := map[string]segment{}
	for _, s := range segments() {
		bySegment[s.code] = s
	}
	told := stories()
	var firms []firm
	for _, p := range plans() {
		s, known := bySegment[p.segment]
		if !known {
			return nil, fmt.Errorf("no segment %s", p.segment)
		}
		for _, f := range firmsOf(p, s) {
			f.code = creditCode(len(firms))
			f.name = companyName(len(firms), p.words, f.level)
			f.story = told[f.key]
			delete(told, f.key)
			f.complete()
			firms = append(firms, f)
		}
	}
	if len(told) > 0 {
		return nil, fmt.Errorf("stories without a firm: %v", told)
	}
	return firms, nil
}

func firmsOf(p plan, s segment) []firm {
	var firms []firm
	for i, level := range p.above {
		role := "配套"
		switch {
		case i < p.anchors:
			role = "链主"
		case level >= 13000:
			role = "骨干"
		}
		key := p.segment + "/" + strconv.Itoa(i+1)
		firms = append(firms, firm{key: key, segment: s, role: role, product: p.product, above: true, level: level})
	}
	for i := range p.small {
		key := p.segment + "/s" + strconv.Itoa(i+1)
		firms = append(firms, firm{key: key, segment: s, role: "配套", product: p.product, level: 600 + 40*draw(30, "small", key)})
	}
	for i := range p.building {
		key := p.segment + "/b" + strconv.Itoa(i+1)
		firms = append(firms, firm{key: key, segment: s, role: "骨干", product: p.product, building: true})
	}
	return firms
}

// complete fills in what follows from the key and the story.
func (f *firm) complete() {
	f.region = place(f.segment.branch, f.key, f.above || f.building)
	if f.segment.code == "li-cell" { // the flagship needs the provincial park
		f.region = devZone
	}
	if f.above && f.enter == 0 {
		f.enter = ym(2012+int(draw(12, "enter", f.key)), 1)
	}
	f.state = "在产"
	switch {
	case f.building:
		f.state = "在建"
	case f.stop != 0 || f.key == "pv-mount/s2" || f.key == "li-coating/s2":
		f.state = "停产"
	case f.cut != 0 || f.key == "si-parts/s1":
		f.state = "减产"
	case f.key == "li-can/s4":
		f.state = "注销"
	}
}

// companyName joins 干支 and a product word; the first 60 firms use each pair
// once, so nobody can take the names for real ones.
func companyName(n int, words []string, level int64) string {
	stems, branches := []rune("甲乙丙丁戊己庚辛壬癸"), []rune("子丑寅卯辰巳午未申酉戌亥")
	form := []string{"有限公司", "科技有限公司", "有限责任公司"}[n%3]
	if level >= 90000 {
		form = "股份有限公司"
	}
	return "示例" + string(stems[n%10]) + string(branches[n%12]) + words[n%len(words)] + form
}

func (f firm) chain() string { return f.segment.chain() }

func (f firm) staff() int {
	people := int(f.level/160) + 9 + int(draw(14, "staff", f.key))
	if f.level > 20000 {
		people = int(f.level/260) + 60
	}
	if f.building {
		people = 25 + int(draw(60, "staff", f.key))
	}
	return people
}

func enterpriseTable(firms []firm) table {
	t := table{
		name: "企业清单",
		columns: []column{
			{"统一社会信用代码", text, 22},
			{"企业名称", text, 32},
			{"产业链", text, 28},
			{"环节", text, 34},
			{"企业角色", text, 10},
			{"区域", text, 24},
			{"主要产品", text, 26},
			{"规上", text, 7},
			{"入规年月", text, 10},
			{"退规年月", text, 10},
			{"资质", text, 70},
			{"从业人数", count, 10},
			{"联系人", text, 10},
			{"联系电话", text, 15},
			{"包联领导", text, 10},
			{"状态", text, 8},
		},
	}
	for _, f := range firms {
		chains, segments := chainName(f.chain()), f.segment.name
		if f.alsoChain != "" {
			chains += "、" + f.alsoChain
		}
		if f.also != "" {
			segments += "、" + f.also
		}
		t.rows = append(t.rows, []any{
			f.code, f.name, chains, segments, f.role, f.region, f.product, yesNo(f.above), orNil(f.enter.String()), orNil(f.leave.String()),
			orNil(strings.Join(f.titles(), "；")), f.staff(), contact(f.key), telephone(f.key), orNil(f.patron()), f.state,
		})
	}
	return t
}

// contact invents a person; the middle character 例 marks the name as made up.
func contact(key string) string {
	surnames, given := []rune("赵钱孙李吴郑王冯蒋沈韩杨朱秦许何吕施张孔"), []rune("安平宁康明亮德才学文海江涛林森华荣春秋雨")
	return string(surnames[draw(int64(len(surnames)), "surname", key)]) + "例" + string(given[draw(int64(len(given)), "given", key)])
}

// telephone uses the area code 0000, which is not in use.
func telephone(key string) string { return fmt.Sprintf("0000-86%05d", draw(100000, "phone", key)) }

// patron is the county leader who looks after a 链主 or 骨干.
func (f firm) patron() string {
	if f.role == "配套" {
		return ""
	}
	leaders := []string{"陈示明", "刘示清", "黄示嘉"}
	if f.chain() == materials {
		leaders = []string{"邓示宏", "徐示和", "黄示嘉"}
	}
	if f.role == "链主" {
		return leaders[0]
	}
	return leaders[draw(3, "patron", f.key)]
}
