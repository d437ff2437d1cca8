package workbook

import "strings"

// format is what a cell's number format says about the meaning of its number.
type format uint8

const (
	plainFormat format = iota
	percentFormat
	dateFormat
)

// readFormats returns what each cell style means.
func (x *xlsxBook) readFormats(name string) ([]format, error) {
	var sheet struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Styles []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := x.decode(name, &sheet); err != nil {
		return nil, err
	}
	own := make(map[int]format, len(sheet.Formats))
	for _, f := range sheet.Formats {
		own[f.ID] = formatOf(f.Code)
	}
	formats := make([]format, len(sheet.Styles))
	for i, style := range sheet.Styles {
		formats[i] = meaningOf(style.Format, own)
	}
	return formats, nil
}

// meaningOf returns what the format of a number means: one that the workbook
// defines, else a built-in one.
func meaningOf(id int, own map[int]format) format {
	if f, ok := own[id]; ok {
		return f
	}
	return builtInFormat(id)
}

// builtInFormat is the meaning of the formats that a workbook need not define
// (ECMA-376 part 1, 18.8.30); 27–36 and 50–58 are dates in Chinese Excel.
func builtInFormat(id int) format {
	switch {
	case id == 9 || id == 10:
		return percentFormat
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58:
		return dateFormat
	}
	return plainFormat
}

// formatOf reads a format code: a % that is not quoted makes a percentage, a
// day, month or year makes a date.
func formatOf(code string) format {
	code, _, _ = strings.Cut(code, ";") // the section of positive numbers
	if strings.Contains(strings.ToLower(code), "general") {
		return plainFormat
	}
	inQuotes, inBrackets := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			inQuotes = !inQuotes
		case inQuotes:
		case c == '\\' || c == '_' || c == '*':
			i++ // the next character is literal
		case c == '[':
			inBrackets = true
		case c == ']':
			inBrackets = false
		case inBrackets:
		case c == '%':
			return percentFormat
		case strings.IndexByte("yYmMdDeE", c) >= 0 && !exponent(code[i:]):
			return dateFormat
		}
	}
	return plainFormat
}

// exponent reports the E of scientific notation: 0.00E+00.
func exponent(rest string) bool {
	return (rest[0] == 'E' || rest[0] == 'e') && len(rest) > 1 && (rest[1] == '+' || rest[1] == '-')
}
