package workbook

import (
	"strings"

	"chainboard/industry"
)

// splitList splits a cell that holds several values at 、 , ， ; ； and line
// breaks; empty values and repetitions are dropped.
func splitList(text string) []string {
	var values []string
	seen := map[string]bool{}
	for _, v := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、,，;；\n", r) }) {
		if v = strings.TrimSpace(v); v != "" && !seen[v] {
			seen[v] = true
			values = append(values, v)
		}
	}
	return values
}

// joinList writes values as canonical list text.
func joinList(values []string) string { return strings.Join(values, industry.ListSeparator) }

// parseTitles reads 资质: names with an optional period of validity, such as
// 高新技术企业:2024-11-01~2027-10-31；专精特新中小企业.
func parseTitles(text string, date1904 bool) (string, *fault) {
	values := splitList(text)
	for i, v := range values {
		name, period, dated := strings.Cut(strings.Replace(v, "：", ":", 1), ":")
		name = strings.TrimSpace(name)
		if name == "" {
			return "", badTitle(v)
		}
		if !dated {
			continue
		}
		canonical, wrong := titlePeriod(period, date1904)
		if wrong != nil {
			return "", badTitle(v)
		}
		values[i] = name
		if canonical != "" {
			values[i] = name + ":" + canonical
		}
	}
	return joinList(values), nil
}

func badTitle(v string) *fault {
	return &fault{"资质“" + shown(v) + "”的有效期不能识别", "写成 高新技术企业:2024-11-01~2027-10-31；没有期限的只写名称"}
}

// periodMarks turns what stands between the ends of a period into "~".
var periodMarks = strings.NewReplacer("～", "~", "至", "~", "—", "~")

// titlePeriod reads "2024-11-01~2027-10-31"; either end may be missing.
func titlePeriod(period string, date1904 bool) (string, *fault) {
	from, to, _ := strings.Cut(periodMarks.Replace(period), "~")
	ends := [2]string{from, to}
	for i, end := range ends {
		day, wrong := parseDate(&cell{text: strings.TrimSpace(end), kind: textCell}, date1904)
		if wrong != nil {
			return "", wrong
		}
		ends[i] = day
	}
	if ends[0] == "" && ends[1] == "" {
		return "", nil
	}
	if ends[0] != "" && ends[1] != "" && ends[0] > ends[1] {
		return "", &fault{"有效期的起止颠倒", "起在前，止在后"}
	}
	return ends[0] + "~" + ends[1], nil
}
