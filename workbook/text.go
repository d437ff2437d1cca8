package workbook

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes the text of a cell fit to keep: control and invisible characters
// are dropped, line breaks become "\n", blanks around it are cut off.
func clean(s string) string {
	if plainText(s) {
		return s
	}
	if strings.ContainsRune(s, '\r') {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\u00a0':
			return ' '
		case invisible(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.TrimSpace(s)
}

// plainText reports that clean has nothing to do: the case of nearly every cell.
func plainText(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x20 || c == 0x7f:
			return false
		case c == ' ' && (i == 0 || i == len(s)-1):
			return false
		case c == 0xc2 || c == 0xe2 || c == 0xef || c >= 0xf0 || c == 0xe3 && i+1 < len(s) && s[i+1] == 0x80:
			return false // may be invisible or a wide blank: look closely
		}
	}
	return utf8.ValidString(s)
}

// invisible reports characters that show nothing and would make equal texts differ.
func invisible(r rune) bool {
	switch {
	case unicode.IsControl(r), r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r == 0x2060, r == 0xfeff,
		r == utf8.RuneError, r == 0xfffe, r == 0xffff, r == 0x2028, r == 0x2029, r == 0xad,
		r == '␟': // separates the parts of keys
		return true
	}
	return false
}

// half turns full-width letters, digits and signs into half-width ones.
func half(s string) string {
	if !strings.ContainsFunc(s, wide) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0x3000:
			return ' '
		case r >= 0xff01 && r <= 0xff5e:
			return r - 0xfee0
		case r == '￥':
			return '¥'
		}
		return r
	}, s)
}

func wide(r rune) bool { return r == 0x3000 || r >= 0xff01 && r <= 0xffe6 }

// fold makes headers, labels and choices comparable: half-width, without
// blanks, line breaks and the asterisks that mark required columns.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '*' || r == '＊' || r == '※' || unicode.IsSpace(r) || invisible(r) {
			return -1
		}
		return r
	}, half(s))
}

// shown shortens a value for a problem's report.
func shown(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
