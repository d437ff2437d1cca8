package main

import "strings"

// creditAlphabet is the character set of GB 32100-2015: no I, O, S, V, Z.
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// inventedDivision is an administrative division code nobody holds.
const inventedDivision = "369921"

// creditCode returns the valid 18-character 统一社会信用代码 of the n-th
// invented enterprise: 91 (工商, 企业), the division, an organisation code with
// its GB 11714 check digit, and the GB 32100 check digit.
func creditCode(n int) string {
	const prime = 9973 // spreads neighbouring numbers over the code space
	body := []byte("MA")
	for rest, i := 700001+n*prime, 0; i < 6; i++ {
		body = append(body, creditAlphabet[rest%31])
		rest /= 31
	}
	code := "91" + inventedDivision + string(body)
	code += string(organisationDigit(string(body)))
	return code + string(creditDigit(code))
}

// organisationDigit is GB 11714: weights 3 7 9 10 5 8 4 2, modulus 11.
func organisationDigit(body string) byte {
	weights := []int{3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += w * strings.IndexByte("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", body[i])
	}
	return "0X987654321"[sum%11]
}

// creditDigit is GB 32100-2015: weights 3^i mod 31, modulus 31.
func creditDigit(code string) byte {
	sum, weight := 0, 1
	for i := range 17 {
		sum += weight * strings.IndexByte(creditAlphabet, code[i])
		weight = weight * 3 % 31
	}
	return creditAlphabet[(31-sum%31)%31]
}
