package industry

import (
	"slices"
	"time"
	"unicode/utf8"
)

// RuleVersion is one decision on which rule judges what: appended, never changed.
type RuleVersion struct {
	LightRule
	Indicator string // "" is every indicator that has no rule of its own
	Reason    string
	Actor     string
	At        time.Time
}

// RuleBook is every version, oldest first.
type RuleBook []RuleVersion

// InForce returns the rule by which a target of an indicator is judged for a
// month: what was decided, else the default.
func (b RuleBook) InForce(indicator, kind string, m Month) LightRule {
	if v, ok := b.Decided(indicator, kind, m); ok {
		return v.LightRule
	}
	r, _ := PresetRule(DefaultRule, kind)
	return r
}

// Decided returns the decision in force for a month: of the versions that begin
// by then the one decided last, the indicator's own before that of all
// indicators, or false.
func (b RuleBook) Decided(indicator, kind string, m Month) (RuleVersion, bool) {
	for _, scope := range []string{indicator, ""} {
		for i := len(b) - 1; i >= 0; i-- {
			v := &b[i]
			if v.Indicator != scope || v.Kind != kind || v.Since > m {
				continue
			}
			if v.Preset == InheritRule {
				break
			}
			return *v, true
		}
		if scope == "" {
			break
		}
	}
	return RuleVersion{}, false
}

// Of returns the versions for one indicator, or "" for all of them, and kind.
func (b RuleBook) Of(indicator, kind string) RuleBook {
	var list RuleBook
	for _, v := range b {
		if v.Indicator == indicator && v.Kind == kind {
			list = append(list, v)
		}
	}
	return list
}

// Latest returns the number of the newest version for an indicator and kind, 0
// where there is none.
func (b RuleBook) Latest(indicator, kind string) int64 {
	var latest int64
	for _, v := range b.Of(indicator, kind) {
		latest = max(latest, v.Version)
	}
	return latest
}

// AsOf returns what had been decided by a moment; the zero moment is now.
func (b RuleBook) AsOf(at time.Time) RuleBook {
	if at.IsZero() {
		return b
	}
	return slices.DeleteFunc(slices.Clone(b), func(v RuleVersion) bool { return v.At.After(at) })
}

// Uses reports whether a rule in force for a month looks at a yardstick.
func (b RuleBook) Uses(y Yardstick, indicators []Indicator, m Month) bool {
	if len(b) == 0 {
		return false
	}
	return slices.ContainsFunc(indicators, func(i Indicator) bool { return b.UsesFor(y, i.Code, m) })
}

// UsesFor reports whether a rule in force for an indicator and month looks at a
// yardstick.
func (b RuleBook) UsesFor(y Yardstick, indicator string, m Month) bool {
	return slices.ContainsFunc(TargetKinds(), func(kind string) bool { return b.InForce(indicator, kind, m).Uses(y) })
}

// TargetKinds returns the kinds of target in the order a line is judged by them.
func TargetKinds() []string { return []string{TotalTarget, GrowthTarget, RatioTarget} }

// Longest texts of a version, in characters.
const (
	longestRuleName = 20
	longestReason   = 200
)

// Check returns an Invalid error, by field (name, since, reason, bands), where a
// version cannot be decided on as it is.
func (v RuleVersion) Check() error {
	e := Errorf(Invalid, "评定规则有误，请按提示改正")
	e.Fields = map[string]string{}
	put := func(field, text string) {
		if e.Fields[field] == "" {
			e.Fields[field] = text
		}
	}
	if !slices.Contains(TargetKinds(), v.Kind) {
		put("kind", "请选择目标类型")
	}
	if n := utf8.RuneCountInString(v.Name); n == 0 || n > longestRuleName {
		put("name", "名称须为1至20个字")
	}
	if !v.Since.Defined() {
		put("since", "请填写从哪个月起执行，如 2026-10")
	}
	if n := utf8.RuneCountInString(v.Reason); n == 0 || n > longestReason {
		put("reason", "请写明依据，如文件名和文号，最多200个字")
	}
	switch {
	case v.Preset == InheritRule && v.Indicator == "":
		put("preset", "全部指标的规则不能再随其他规则")
	case v.Preset == InheritRule:
	case len(v.Bands) == 0:
		put("preset", "这条规则不适用于所选的目标类型")
	default:
		v.checkBands(put)
	}
	if len(e.Fields) > 0 {
		return e
	}
	return nil
}

// largestBound is the largest number a bound may have, in percent or points.
const largestBound = 1000

func (v RuleVersion) checkBands(put func(field, text string)) {
	for _, bands := range [][]Band{v.Bands, v.Low} {
		for _, b := range bands {
			for _, bound := range slices.Concat(b.All, b.Any) {
				if !bound.Value.Known || absolute(bound.Value).Parts > largestBound*Scale {
					put("bands", "每档的界线都要填数，在−1000与1000之间")
					return
				}
			}
		}
		if i := idle(bands); i >= 0 {
			put("bands", "第"+string(rune('1'+i))+"档永远不会用到，请检查界线")
		}
	}
}
