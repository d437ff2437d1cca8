package industry

import (
	"fmt"
	"slices"
)

// segmentTallies are figures of one state.
var segmentTallies = map[string]Diagnosis{"strong": Strong, "sound": Sound, "short": Short, "weak": Weak, "broken": Broken}

// TallySegments explains how many segments of a map there are, or are in one state
// (segments.broken, segments.state of 断链), or are to be mended (segments.gaps); of
// one branch where that is asked for.
func (m ChainMap) TallySegments(q TallyQuestion) (Tally, error) {
	t := Tally{Public: true, Figure: q.Figure, By: q.By, Group: Optional(q.Group), Name: "环节", Sources: "环节、企业清单、项目清单", Basis: "诊断按企业数和链主判定，链长办认定的从其认定"}
	_, figure := q.Parts()
	rule := "登记的环节"
	for _, n := range m.Nodes {
		is := true
		if !n.in(q) {
			continue
		}
		switch state := segmentTallies[figure]; figure {
		case "strong", "sound", "short", "weak", "broken":
			is, rule = n.State == state, "诊断为“"+string(state)+"”的环节"
		case "all":
		case "state":
			is, rule = string(n.State) == q.Group, "诊断为“"+q.Group+"”的环节"
		case "gaps":
			is, rule, t.Name = n.Gap, "断链、短链、弱链的环节", "断链、短链、弱链"
		default:
			return t, q.unknown()
		}
		if is {
			t.add(SegmentRegister.Noun, TallyRecord{Key: Optional(n.Chain + KeySeparator + n.Code), Name: n.Name, Part: TallyCounted, Reason: string(n.State) + "，" + n.Reason, Column: "name"})
		}
	}
	t.counts("个", rule)
	return t, nil
}

// in reports whether a segment belongs to the group that is asked for: a branch, a
// stage of one.
func (n MapNode) in(q TallyQuestion) bool {
	branch := orElse(n.Branch, "未分细分链")
	switch q.By {
	case "branch":
		return branch == q.Group
	case "stage":
		return branch+KeySeparator+n.Position == q.Group
	}
	return true
}

// TallyTechnologies explains how many technologies there are, of one stage or level,
// or are not yet in volume production (technologies.tasks).
func (m TechnologyMap) TallyTechnologies(q TallyQuestion) (Tally, error) {
	t := Tally{Public: true, Figure: q.Figure, By: q.By, Group: Optional(q.Group), Name: "技术", Sources: "技术路线", Basis: "水平由填报单位按领跑、并跑、跟跑、空白认定"}
	_, figure := q.Parts()
	rule := "登记的技术"
	tasks := map[string]TechnologyTask{}
	for _, task := range m.Tasks {
		tasks[task.Technology] = task
	}
	for _, lane := range m.Lanes {
		for _, b := range lane.Bars {
			is, reason, column := true, orElse(b.Stage, "未填阶段"), "stage"
			switch task, open := tasks[b.ID]; figure {
			case "all":
			case "stage":
				is, rule = b.Stage == q.Group, "阶段为“"+orElse(q.Group, "未填")+"”的技术"
			case "level":
				is, reason, column, rule = b.Level == q.Group, orElse(b.Level, "未填"), "level", "水平为“"+q.Group+"”的技术"
			case "tasks":
				is, rule, t.Name, t.Basis = open && (q.By != "state" || string(task.State) == q.Group), "未到量产的技术", "技术攻关", TechnologyTaskRule
				reason = orElse(task.Stage, "未填阶段") + "，" + string(task.State)
			default:
				return t, q.unknown()
			}
			if is {
				t.add(TechnologyRegister.Noun, TallyRecord{Key: Optional(b.ID), Name: lane.Name + " " + b.Name, Part: TallyCounted, Reason: reason, Column: column})
			}
		}
	}
	t.counts("项", rule)
	return t, nil
}

// TallyApplications explains the rows of 应用领域 of one field or one segment, or
// all of them.
func TallyApplications(records []Record, m ApplicationMap, q TallyQuestion) (Tally, error) {
	t := Tally{Public: true, Figure: q.Figure, By: q.By, Group: Optional(q.Group), Name: "应用领域", Sources: "应用领域", Measure: "占比", Basis: "占比为该环节产品用于该领域的比例，不同环节的比例不相加"}
	if q.Figure != "applications.rows" || !slices.Contains([]string{"", "field", "segment", "scenario"}, q.By) {
		return t, q.unknown()
	}
	keys := map[[3]string]string{}
	for _, r := range records {
		a := ApplicationOf(r)
		keys[[3]string{MapKey(a.Segment), a.Field, a.Scenario}] = r.Key()
	}
	for _, row := range m.Rows {
		if q.By == "field" && row.Field != q.Group || q.By == "segment" && row.SegmentID != q.Group || q.By == "scenario" && row.Scenario != q.Group {
			continue
		}
		if q.By == "segment" {
			t.Group = Optional(row.Segment)
		}
		share := ""
		if row.Share.Known {
			share = PercentText(row.Share)
		}
		t.add(ApplicationRegister.Noun, TallyRecord{
			Key: Optional(keys[[3]string{row.SegmentID, row.Field, row.Scenario}]), Name: row.Segment + " → " + row.Field, Part: TallyCounted,
			Reason: orElse(row.Scenario, "未填场景"), Amount: share, Column: "share",
		})
	}
	t.counts("条", "应用领域表中登记的去向")
	segments, fields, scenarios := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, row := range m.Rows {
		if q.By == "" || q.By == "field" && row.Field == q.Group {
			segments[row.SegmentID], fields[row.Field] = true, true
			if row.Scenario != "" {
				scenarios[row.Field+KeySeparator+row.Scenario] = true
			}
		}
	}
	if q.By == "" || q.By == "field" {
		t.Formula += fmt.Sprintf("：%d 个环节、%d 个领域、%d 个场景", len(segments), len(fields), len(scenarios))
	}
	return t, nil
}

// TallyRecordOf tells what one record of a register says in the columns that a
// figure is read from: a cluster's, an event's.
func TallyRecordOf(r Record, g *Register, columns []string) Tally {
	t := Tally{Public: true, By: g.Noun, Name: g.Label, Group: Optional(r.Get("name")), Sources: g.Sheet, Basis: g.Sheet + "填报数，不由系统计算", Text: "填报数", Measure: "填报数"}
	for _, column := range columns {
		f := g.Field(column)
		q := r.Quantity(column)
		if !q.Known {
			continue
		}
		t.add(g.Noun, TallyRecord{Key: Optional(r.Key()), Name: f.Name, Part: TallyCounted, Reason: "填报", Amount: FigureOf(q, f.Unit).String(), Column: column})
	}
	t.Formula = g.Sheet + "中本条记录的填报数"
	t.sort()
	return t
}
