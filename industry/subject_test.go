package industry

import (
	"strings"
	"testing"
)

func recordOf(g *Register, values map[string]string) Record {
	r := NewRecord(g)
	for column, v := range values {
		r.Set(column, v)
	}
	return r
}

func subjectDirectory() *Directory {
	d := NewDirectory()
	for _, r := range []Record{
		recordOf(ChainRegister, map[string]string{"code": "ne", "name": "新能源产业链"}),
		recordOf(ProjectRegister, map[string]string{"code": "XM0001", "name": "方形铁锂电芯项目"}),
		recordOf(ProjectRegister, map[string]string{"code": "XM0002", "name": "铜箔、铜带项目"}),
		recordOf(ProjectRegister, map[string]string{"code": "XM0003", "name": "同名项目"}),
		recordOf(ProjectRegister, map[string]string{"code": "XM0004", "name": "同名项目"}),
		recordOf(IssueRegister, map[string]string{"code": "WT0025", "content": "专线路由待批复"}),
		recordOf(EnterpriseRegister, map[string]string{"code": "91360000MA00000001", "name": "示例锂电有限公司"}),
		recordOf(IndicatorRegister, map[string]string{"code": "revenue", "name": "营业收入"}),
	} {
		d.Add(r)
	}
	return d
}

// TestSubjectsComeBack: what a cell says of a subject is read, kept and written
// so that reading it again gives the same.
func TestSubjectsComeBack(t *testing.T) {
	d := subjectDirectory()
	for _, c := range []struct{ typed, kept, written string }{
		{"项目:XM0001", "project:XM0001", "项目:方形铁锂电芯项目"},
		{"项目：方形铁锂电芯项目", "project:XM0001", "项目:方形铁锂电芯项目"},
		{"方形铁锂电芯项目", "project:XM0001", "项目:方形铁锂电芯项目"},
		{"项目:XM0002", "project:XM0002", "项目:XM0002"},
		{"项目:XM0003", "project:XM0003", "项目:XM0003"},
		{"问题:WT0025", "issue:WT0025", "问题:WT0025"},
		{"WT0025", "issue:WT0025", "问题:WT0025"},
		{"企业:示例锂电有限公司", "enterprise:91360000MA00000001", "企业:示例锂电有限公司"},
		{"营业收入", "indicator:revenue", "指标:营业收入"},
		{"指标:营业收入:2026年10月", "indicator:revenue::2026-10", "指标:营业收入:2026-10"},
		{"指标:新能源产业链：营业收入", "indicator:revenue:ne", "指标:新能源产业链:营业收入"},
		{"指标:ne:revenue:2026-10", "indicator:revenue:ne:2026-10", "指标:新能源产业链:营业收入:2026-10"},
		{"项目:XM0001、方形铁锂电芯项目、问题:WT0025", "project:XM0001、issue:WT0025", "项目:方形铁锂电芯项目、问题:WT0025"},
	} {
		kept, err := d.findSubjects(c.typed)
		if err != nil || kept != c.kept {
			t.Errorf("%s is kept as %s (%v), not %s", c.typed, kept, err, c.kept)
			continue
		}
		r := recordOf(DecisionRegister, map[string]string{"subjects": kept})
		written := d.Unresolve(r).Get("subjects")
		if written != c.written {
			t.Errorf("%s is written as %s, not %s", kept, written, c.written)
		}
		if again, err := d.findSubjects(written); err != nil || again != kept {
			t.Errorf("%s comes back as %s (%v)", written, again, err)
		}
	}
}

func TestSubjectsThatAreNotThere(t *testing.T) {
	d := subjectDirectory()
	for typed, said := range map[string]string{
		"项目:甲":           "没有编码或名称为“甲”的项目",
		"甲":              "没有叫“甲”的项目、问题、企业或指标",
		"同名项目":           "“同名项目”不止一个：项目:XM0003、项目:XM0004",
		"指标:甲链:营业收入":     "没有编码或名称为“甲链”的产业链",
		"指标:新能源产业链:用电量":  "没有编码或名称为“用电量”的指标",
		"指标:甲:乙:丙":       "看不出是哪个指标",
		"项目:XM0001、问题:甲": "没有编码或名称为“甲”的问题",
	} {
		r := recordOf(DecisionRegister, map[string]string{"subjects": typed})
		faults := d.Resolve(r)
		if len(faults) != 1 || !strings.Contains(faults[0].Message, said) || faults[0].Remedy != SubjectHint || faults[0].Column != "subjects" {
			t.Errorf("%s: %v", typed, faults)
		}
	}
}

func TestSubjectsByName(t *testing.T) {
	r := recordOf(DecisionRegister, map[string]string{"subjects": "issue:WT0025、indicator:revenue:ne:2026-10、project:XM0009"})
	named := subjectDirectory().NameSubjects(r, map[string]string{"WT0025": "专线路由待批复"})
	var texts []string
	for _, s := range named {
		texts = append(texts, s.Text())
	}
	if got := strings.Join(texts, "；"); got != "问题：专线路由待批复；指标：新能源产业链营业收入（2026年1—10月）；项目：XM0009" {
		t.Error(got)
	}
}
