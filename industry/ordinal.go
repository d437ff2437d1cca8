package industry

// Ordinal writes 1…99 as headings count: 一, 十, 十二, 二十.
func Ordinal(n int) string {
	digits := []rune("零一二三四五六七八九")
	switch tens, ones := n/10, n%10; {
	case tens == 0:
		return string(digits[ones])
	case ones == 0 && tens == 1:
		return "十"
	case tens == 1:
		return "十" + string(digits[ones])
	case ones == 0:
		return string(digits[tens]) + "十"
	default:
		return string(digits[tens]) + "十" + string(digits[ones])
	}
}
