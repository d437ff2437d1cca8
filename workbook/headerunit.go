package workbook

import "strings"

// splitUnit cuts a folded header into its name and its unit: 总投资(亿元),
// 同比%, 合同资金/万元, 规上(是/否). A bare unit has an empty name; brackets
// that hold anything else belong to the name.
func splitUnit(header string) (name, unit string) {
	name = header
	for {
		if _, ok := measureOf(name); ok && unit == "" {
			return "", name
		}
		bare, inner, ok := cutBrackets(name)
		if !ok {
			break
		}
		found, ok := unitHint(inner)
		if !ok {
			break
		}
		if found != "" {
			unit = found
		}
		name = bare
	}
	if unit == "" {
		name, unit = cutSuffixUnit(name)
	}
	return name, unit
}

func cutBrackets(s string) (before, inner string, ok bool) {
	for _, pair := range [...][2]string{{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}, {"<", ">"}} {
		if body, ok := strings.CutSuffix(s, pair[1]); ok {
			if i := strings.LastIndex(body, pair[0]); i >= 0 {
				return body[:i], body[i+len(pair[0]):], true
			}
		}
	}
	return s, "", false
}

// unitHint reads what stands in the brackets of a header: a unit, or a hint for
// whoever fills the sheet, or both. Anything else is part of the name.
func unitHint(inner string) (unit string, ok bool) {
	for _, word := range strings.FieldsFunc(inner, func(r rune) bool { return strings.ContainsRune(",;、,;/|", r) }) {
		word = cutUnitLabel(word)
		switch word {
		case "是", "否", "必填", "选填", "可选", "可不填", "全称", "18位":
			continue
		}
		if _, known := measureOf(word); !known || unit != "" {
			return "", false
		}
		unit = word
	}
	return unit, true
}

func cutUnitLabel(s string) string {
	for _, label := range [...]string{"计量单位:", "金额单位:", "货币单位:", "单位:", "计量单位", "金额单位", "单位"} {
		if bare, ok := strings.CutPrefix(s, label); ok {
			return bare
		}
	}
	return s
}

// cutSuffixUnit cuts a unit written behind a separator, or a bare % at the end.
func cutSuffixUnit(s string) (name, unit string) {
	if i := strings.LastIndexAny(s, "/:_-|"); i > 0 {
		if tail := cutUnitLabel(s[i+1:]); tail != "" {
			if _, ok := measureOf(tail); ok {
				return s[:i], tail
			}
		}
	}
	if bare, ok := strings.CutSuffix(s, "%"); ok && bare != "" {
		return bare, "%"
	}
	return s, ""
}

// unitLine reads the units of a line such as 单位:万元 or (单位:万元、亩) above
// the header, wherever in the cell it stands; "" where there is none.
func unitLine(folded string) []string {
	i := strings.Index(folded, "单位:")
	if i < 0 {
		return nil
	}
	var units []string
	rest := folded[i+len("单位:"):]
	for _, word := range strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(",;、()[]【】。|/", r) }) {
		if _, ok := measureOf(word); !ok {
			break
		}
		units = append(units, word)
	}
	return units
}
