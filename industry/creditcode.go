package industry

import "strings"

const (
	// creditCodeDigits are the digits of GB 32100-2015 by value: I O S V Z are left out.
	creditCodeDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	// organisationDigits are the digits of GB 11714 by value.
	organisationDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	creditCodeLength   = 18
)

// ValidateCreditCode checks an 18-character unified social credit code: its
// digits, the check digit of the organisation code inside (GB 11714, position
// 17) and its own check digit (GB 32100-2015, position 18). The Invalid error
// names the digit that fails and what it should be.
func ValidateCreditCode(code string) error {
	digits := []rune(code)
	if len(digits) != creditCodeLength {
		return Errorf(Invalid, "统一社会信用代码应为 18 位，现为 %d 位", len(digits))
	}
	for i, digit := range digits {
		if digit > 'Z' || strings.IndexByte(creditCodeDigits, byte(digit)) < 0 {
			return Errorf(Invalid, "统一社会信用代码第 %d 位“%c”不对：只用数字和大写字母，且没有 I、O、S、V、Z", i+1, digit)
		}
	}
	if want := organisationCheckDigit(code[8:16]); code[16] != want {
		return Errorf(Invalid, "统一社会信用代码第 17 位（组织机构代码校验位）应为 %c，现为 %c", want, code[16])
	}
	if want := CreditCodeCheckDigit(code[:17]); code[17] != want {
		return Errorf(Invalid, "统一社会信用代码第 18 位（校验位）应为 %c，现为 %c", want, code[17])
	}
	return nil
}

// CreditCodeCheckDigit returns the 18th digit for the first 17 digits of a
// unified social credit code: GB 32100-2015, weights 3^(i-1) mod 31.
func CreditCodeCheckDigit(first17 string) byte {
	sum, weight := 0, 1
	for i := range len(first17) {
		sum += strings.IndexByte(creditCodeDigits, first17[i]) * weight
		weight = weight * 3 % 31
	}
	return creditCodeDigits[((31-sum%31)%31+31)%31]
}

// organisationCheckDigit returns the 9th digit for the first 8 digits of an
// organisation code: GB 11714, 11 − Σ weight × value mod 11, where 10 is X and 11 is 0.
func organisationCheckDigit(first8 string) byte {
	weights := [8]int{3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += strings.IndexByte(organisationDigits, first8[i]) * w
	}
	return "0X987654321"[sum%11]
}
