package industry

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Diagnosis is the state of a link of the chain.
type Diagnosis string

// The diagnoses (workbook contract, segment diagnosis).
const (
	Strong Diagnosis = "优势"
	Sound  Diagnosis = "正常"
	Short  Diagnosis = "短链"
	Broken Diagnosis = "断链"
	Weak   Diagnosis = "弱链"
)

// Segment is a link of a chain.
type Segment struct {
	Key      string // chain and code
	Chain    string
	Code     string
	Name     string
	Branch   string // 细分链
	Position string // 上游, 中游, 下游
	Parent   string
	Feeds    []string // keys of the segments its products go to
	Given    Diagnosis
	Reason   string
	Remedy   string
	Order    Quantity
}

// Verdict is the diagnosis of a segment with its evidence.
type Verdict struct {
	Segment     Segment
	State       Diagnosis // what is shown: given by the office, else computed
	Computed    Diagnosis
	Given       bool
	Reason      string
	Enterprises int // firms in the segment, closed ones left out
	Producing   int
	AboveScale  int
	Anchors     int // 链主
}

// SegmentOf reads a segment record.
func SegmentOf(r Record) Segment {
	s := Segment{
		Key: r.Key(), Chain: r.Get("chain"), Code: r.Get("code"), Name: r.Get("name"),
		Branch: r.Get("branch"), Position: r.Get("position"),
		Given: Diagnosis(r.Get("diagnosis")), Reason: r.Get("diagnosis_reason"),
		Remedy: r.Get("remedy"), Order: r.Quantity("position_order"),
	}
	if parent := r.Get("parent"); parent != "" {
		s.Parent = segmentKey(s.Chain, parent)
	}
	for _, f := range r.List("feeds") {
		s.Feeds = append(s.Feeds, segmentKey(s.Chain, f))
	}
	return s
}

// segmentKey completes a reference to a segment with the chain it is made in.
func segmentKey(chain, ref string) string {
	if strings.Contains(ref, KeySeparator) {
		return ref
	}
	if other, code, ok := strings.Cut(ref, ":"); ok {
		return other + KeySeparator + code
	}
	return chain + KeySeparator + ref
}

// DiagnosisRule is the text of the rule Diagnose applies, first match wins.
const DiagnosisRule = "规则1：没有在产企业为断链；有企业但没有规上企业为弱链；有规上企业但所供下游环节都没有规上企业为短链；有链主为优势；其余为正常"

// Diagnose judges every segment by the evidence of the firms that name it,
// primary or not, at the end of a month. A diagnosis given by the office wins
// and keeps its reason; the computed one stays beside it. A segment that feeds
// no other is the end of the chain and is not 短链.
func Diagnose(segments []Segment, enterprises []Enterprise, m Month) []Verdict {
	verdicts := make([]Verdict, len(segments))
	at := make(map[string]*Verdict, len(segments))
	for i, s := range segments {
		verdicts[i].Segment = s
		at[s.Key] = &verdicts[i]
	}
	for _, e := range enterprises {
		if e.Status == closed {
			continue
		}
		for _, key := range e.Segments {
			if v := at[key]; v != nil {
				v.count(e, m)
			}
		}
	}
	for i := range verdicts {
		v := &verdicts[i]
		v.Computed, v.Reason = v.judge(at)
		v.State = v.Computed
		if v.Segment.Given != "" {
			v.State, v.Given = v.Segment.Given, true
			v.Reason = orElse(v.Segment.Reason, "链长办认定")
		}
	}
	return verdicts
}

func (v *Verdict) count(e Enterprise, m Month) {
	v.Enterprises++
	if e.Producing() {
		v.Producing++
	}
	if e.Listed(m) {
		v.AboveScale++
	}
	if e.Role == "链主" {
		v.Anchors++
	}
}

// judge applies the rule of the workbook contract.
func (v *Verdict) judge(at map[string]*Verdict) (Diagnosis, string) {
	switch {
	case v.Producing == 0:
		return Broken, "没有在产企业"
	case v.AboveScale == 0:
		return Weak, fmt.Sprintf("%d户企业，没有规上企业", v.Enterprises)
	case v.isolated(at):
		return Short, fmt.Sprintf("%d户规上企业，所供下游环节都没有规上企业", v.AboveScale)
	case v.Anchors > 0:
		return Strong, fmt.Sprintf("%d户规上企业，链主%d户", v.AboveScale, v.Anchors)
	}
	return Sound, fmt.Sprintf("%d户规上企业，没有链主", v.AboveScale)
}

func (v *Verdict) isolated(at map[string]*Verdict) bool {
	for _, key := range v.Segment.Feeds {
		if next := at[key]; next != nil && next.AboveScale > 0 {
			return false
		}
	}
	return len(v.Segment.Feeds) > 0
}

// OrderedSegments sorts segments by chain, 排序 and code: the order in which every
// map, table and colour has them.
func OrderedSegments(list []Segment) []Segment {
	ordered := slices.Clone(list)
	slices.SortStableFunc(ordered, func(a, b Segment) int {
		return cmp.Or(cmp.Compare(a.Chain, b.Chain), cmp.Compare(a.Order.Parts, b.Order.Parts), cmp.Compare(a.Code, b.Code))
	})
	return ordered
}

// Branches returns the 细分链 of segments, each once, in the order of the segments.
func Branches(list []Segment) []string {
	var names []string
	for _, s := range OrderedSegments(list) {
		if !slices.Contains(names, s.Branch) {
			names = append(names, s.Branch)
		}
	}
	return names
}
