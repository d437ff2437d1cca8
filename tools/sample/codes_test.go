package main

import (
	"strings"
	"testing"
)

// valid checks both digits of a credit code with the weights written out as in
// the standards' tables.
func valid(code string) bool {
	if len(code) != 18 {
		return false
	}
	weights := [18]int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1}
	sum := 0
	for i, c := range code {
		value := strings.IndexRune("0123456789ABCDEFGHJKLMNPQRTUWXY", c)
		if value < 0 {
			return false
		}
		sum += value * weights[i]
	}
	inner := 0
	for i, w := range [8]int{3, 7, 9, 10, 5, 8, 4, 2} {
		inner += w * strings.IndexByte("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", code[8+i])
	}
	check := map[int]byte{10: 'X', 11: '0'}
	want, special := check[11-inner%11]
	if !special {
		want = byte('0' + 11 - inner%11)
	}
	return sum%31 == 0 && code[16] == want
}

func TestCreditCodes(t *testing.T) {
	// the worked example printed in GB 32100-2015
	const printed = "91350100M000100Y43"
	if !valid(printed) || creditDigit(printed[:17]) != '3' || organisationDigit(printed[8:16]) != '4' {
		t.Errorf("the standard's own example %s does not pass", printed)
	}
	codes, names := map[string]bool{}, map[string]bool{}
	for _, f := range read(t, open(t), "企业清单") {
		code, name := f["统一社会信用代码"], f["企业名称"]
		if !valid(code) || code[2:8] != inventedDivision {
			t.Errorf("%s: %s is not a valid code of the invented county", name, code)
		}
		if codes[code] || names[name] {
			t.Errorf("%s %s occurs twice", code, name)
		}
		if !strings.HasPrefix(name, "示例") {
			t.Errorf("%s could be taken for a real enterprise", name)
		}
		codes[code], names[name] = true, true
	}
}
