package workbook

import (
	"math"
	"strconv"
	"strings"
	"time"

	"chainboard/industry"
)

// display returns a cell's content as a person sees it, for fields of text: a
// number without float noise, a date as a date, a percentage with its sign.
func (r *rowReader) display(c *cell) string {
	switch c.kind {
	case booleanCell:
		if c.text == "0" || strings.EqualFold(c.text, "false") {
			return "否"
		}
		return "是"
	case dateCell:
		if day, wrong := parseDate(c, r.date1904); wrong == nil {
			return day
		}
	case numberCell:
		return r.displayNumber(c)
	}
	return c.text
}

func (r *rowReader) displayNumber(c *cell) string {
	n, err := strconv.ParseFloat(c.text, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return c.text
	}
	switch c.format {
	case percentFormat:
		return tidy(n*100) + "%"
	case dateFormat:
		if day, ok := serialDate(n, r.date1904); ok {
			seconds := math.Round((n - math.Floor(n)) * 24 * 60 * 60)
			if seconds == 0 || seconds == 24*60*60 {
				return day.Format(time.DateOnly)
			}
			return day.Add(time.Duration(seconds) * time.Second).Format("2006-01-02 15:04:05")
		}
	}
	if plainDecimal(c.text) && len(c.text) <= 15 {
		return c.text
	}
	return tidy(n)
}

// tidy writes a number with the 15 digits that a spreadsheet shows.
func tidy(n float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		short = n
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// parseChoice reads one of the choices, blanks and width ignored.
func parseChoice(c *cell, choices []string) (string, *fault) {
	s := fold(c.text)
	for _, choice := range choices {
		if s == choice || s == fold(choice) {
			return choice, nil
		}
	}
	if notReported(c.text) {
		return "", nil
	}
	return "", &fault{"“" + shown(c.text) + "”不在可填的内容里", "填其中一个：" + strings.Join(choices, "、")}
}

// parseYesNo reads 是 or 否 and what people tick instead.
func parseYesNo(c *cell) (string, *fault) {
	switch strings.ToUpper(fold(c.text)) {
	case "是", "√", "✓", "✔", "☑", "Y", "YES", "1", "TRUE":
		return "是", nil
	case "否", "×", "✗", "✘", "✕", "☒", "X", "N", "NO", "0", "FALSE":
		return "否", nil
	}
	if c.text != "无" && notReported(c.text) {
		return "", nil
	}
	return "", &fault{"“" + shown(c.text) + "”不是“是”或“否”", "填 是 或 否"}
}

// parseCreditCode reads a unified social credit code and checks both its check digits.
func parseCreditCode(c *cell) (string, *fault) {
	if notReported(c.text) {
		return "", nil
	}
	if c.kind == numberCell && lostDigits(c.text) {
		return "", &fault{"信用代码被存成了数字，后几位已经丢失", "把单元格设为文本格式，重新填写 18 位代码"}
	}
	code := strings.ToUpper(fold(c.text))
	if err := industry.ValidateCreditCode(code); err != nil {
		return "", &fault{err.Error(), "按营业执照核对并填写 18 位统一社会信用代码"}
	}
	return code, nil
}

// lostDigits reports a number that cannot have been a code: spreadsheets keep 15 digits.
func lostDigits(number string) bool { return len(number) > 15 || strings.ContainsAny(number, "eE.-") }

// parseCode reads an identifier. One of a chain becomes part of addresses and
// so is held to [A-Za-z0-9._-]{1,32}; the others may be Chinese.
func parseCode(c *cell, chain bool) (string, *fault) {
	if notReported(c.text) {
		return "", nil
	}
	if c.kind == booleanCell {
		return "", badCode(c.text)
	}
	if c.kind == numberCell && lostDigits(c.text) {
		return "", &fault{"编码“" + shown(c.text) + "”被存成了数字，可能已经变样", "把单元格设为文本格式，重新填写编码"}
	}
	code := fold(c.text)
	if chain {
		plain := strings.IndexFunc(code, func(r rune) bool {
			return r > 'z' || !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' || strings.ContainsRune("._-", r))
		}) < 0
		if !plain || len(code) > 32 {
			return "", &fault{"产业链编码“" + shown(c.text) + "”不合规定", "只用字母、数字和 . _ -，最多 32 位"}
		}
		if strings.EqualFold(code, "all") {
			return "", &fault{"编码 all 保留给“全部产业链”", "换一个编码"}
		}
		return code, nil
	}
	if len([]rune(code)) > 64 || strings.ContainsAny(code, "、,;:") {
		return "", badCode(c.text)
	}
	return code, nil
}

func badCode(text string) *fault {
	return &fault{"编码“" + shown(text) + "”不合规定", "最多 64 个字，不含空格和 、 , ; :"}
}
