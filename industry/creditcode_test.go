package industry

import (
	"strings"
	"testing"
)

func TestValidateCreditCode(t *testing.T) {
	// Codes that companies print on their public pages.
	for _, code := range []string{
		"91110000802100433B", // China Unicom's Beijing head office
		"914403001922038216", // Huawei Technologies
		"91440300708461136T", // Tencent Computer Systems Shenzhen
	} {
		if err := ValidateCreditCode(code); err != nil {
			t.Errorf("%s: %v", code, err)
		}
	}
	for _, test := range []struct{ code, want string }{
		{"", "应为 18 位，现为 0 位"},
		{"9144030019220382", "应为 18 位，现为 16 位"},
		{"91440300192203821O", "第 18 位“O”不对"},
		{"91440300i922038216", "第 9 位“i”不对"},
		{"中国中国中国", "应为 18 位，现为 6 位"},
		{"91440300192203821信", "第 18 位“信”不对"},
		{"914403001922038226", "第 17 位（组织机构代码校验位）应为 1，现为 2"},
		{"914403001922038219", "第 18 位（校验位）应为 6，现为 9"},
	} {
		err := ValidateCreditCode(test.code)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: got %v, want …%s…", test.code, err, test.want)
		}
	}
}

// Every single-digit slip in a valid code must be found: that is what the check digits are for.
func TestCreditCodeFindsEverySlip(t *testing.T) {
	const code = "91440300708461136T"
	for i := range len(code) {
		for _, digit := range creditCodeDigits {
			slipped := code[:i] + string(digit) + code[i+1:]
			if slipped != code && ValidateCreditCode(slipped) == nil {
				t.Errorf("%s passes for %s", slipped, code)
			}
		}
	}
}
