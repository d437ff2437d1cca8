package workbook

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fault is one mistake in a cell: what is wrong and what to write instead. A
// nil fault is none.
type fault struct{ message, remedy string }

// amount is a figure as it stands in a cell, before its unit is applied.
type amount struct {
	decimal string // "-1234.56"; "" is not reported
	unit    string // a unit written behind it, folded
}

// signs turns the other minus signs into "-" and drops the sign of 人民币.
var signs = strings.NewReplacer("−", "-", "﹣", "-", "–", "-", "¥", "")

// parseAmount reads a figure from text: full-width digits, thousands
// separators, accounting brackets, a currency sign, a unit behind it.
func parseAmount(text string) (amount, *fault) {
	if plainDecimal(text) {
		return amount{decimal: text}, nil
	}
	if notReported(text) {
		return amount{}, nil
	}
	s := fold(text)
	s = signs.Replace(s)
	if inner, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inner, ")") {
		s = "-" + strings.TrimSuffix(inner, ")")
	}
	s = strings.TrimPrefix(s, "+")
	digits, unit := cutDigits(s)
	if digits == "" || strings.HasPrefix(unit, "-") {
		return amount{}, notNumber(text)
	}
	decimal, ok := ungroup(digits)
	if !ok {
		return amount{}, &fault{
			"“" + shown(text) + "”的千分位写法不对，无法确定数值",
			"逗号只用来每三位分隔一次，如 1,234.56；小数点用 “.”",
		}
	}
	return amount{decimal, unit}, nil
}

func notNumber(text string) *fault {
	return &fault{"“" + shown(text) + "”不是数字", "只填一个数字（可带单位），如 1234.56；没有数据请留空"}
}

// plainDecimal reports digits with at most one point inside and a minus before.
func plainDecimal(s string) bool {
	i := 0
	if i < len(s) && s[i] == '-' {
		i++
	}
	digits, points := 0, 0
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' && digits > 0 && i < len(s)-1:
			points++
		default:
			return false
		}
	}
	return digits > 0 && points <= 1
}

// notReported reports the signs that mean "no figure": — - / … 无 and blank.
func notReported(text string) bool {
	if len(text) > 24 {
		return false
	}
	s := fold(text)
	return s == "" || s == "无" || strings.Trim(s, "—–-―−─") == "" || strings.Trim(s, "/") == "" ||
		strings.Trim(s, "…") == "" || len(s) >= 2 && strings.Trim(s, ".") == ""
}

// cutDigits splits "-1,234.5e3亿元" into its number and what follows.
func cutDigits(s string) (digits, rest string) {
	i := 0
	if i < len(s) && s[i] == '-' {
		i++
	}
	start := i
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.' || s[i] == ',') {
		i++
	}
	if i == start {
		return "", s
	}
	if j := i; j+1 < len(s) && (s[j] == 'e' || s[j] == 'E') {
		j++
		if s[j] == '+' || s[j] == '-' {
			j++
		}
		exponent := j
		for j < len(s) && s[j] >= '0' && s[j] <= '9' {
			j++
		}
		if j > exponent {
			i = j
		}
	}
	return s[:i], s[i:]
}

// ungroup drops thousands separators; they must stand before groups of three.
func ungroup(s string) (string, bool) {
	whole, fraction, hasPoint := strings.Cut(s, ".")
	exponent := strings.ContainsAny(s, "eE")
	if strings.ContainsAny(fraction, ".,") || hasPoint && fraction == "" {
		return "", false
	}
	if !strings.Contains(whole, ",") {
		return s, strings.TrimPrefix(whole, "-") != ""
	}
	groups := strings.Split(strings.TrimPrefix(whole, "-"), ",")
	for i, group := range groups {
		if i == 0 && (len(group) == 0 || len(group) > 3) || i > 0 && len(group) != 3 || exponent {
			return "", false
		}
	}
	return strings.ReplaceAll(s, ",", ""), true
}

// scaledUnit completes a shortened unit such as 1.2亿 or 300万 with the base
// unit of what the column is in.
func scaledUnit(unit, target string) string {
	if unit != "万" && unit != "亿" && unit != "千" && unit != "百万" && unit != "千万" {
		return unit
	}
	base := strings.TrimLeft(target, "十百千万亿")
	if strings.HasSuffix(target, "千瓦时") || strings.HasSuffix(target, "千瓦") {
		base = target[strings.Index(target, "千瓦"):]
	}
	if _, ok := measureOf(unit + base); ok {
		return unit + base
	}
	return unit
}

// looksLikeUnit reports a short text without digits, which is then named as a
// unit rather than as nonsense.
func looksLikeUnit(s string) bool {
	return utf8.RuneCountInString(s) <= 6 && !strings.ContainsFunc(s, unicode.IsDigit)
}
