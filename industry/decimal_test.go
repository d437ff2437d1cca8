package industry

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// Machine integers and big.Rat must agree on every text and factor.
func TestPlainPartsAgreesWithRat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.StringMatching(`-?[0-9]{1,12}(\.[0-9]{1,8})?`),
			rapid.StringMatching(`-?[0-9]{0,20}\.?[0-9]{0,20}`),
			rapid.StringMatching(`[-+0-9.eE_x/ ]{0,10}`),
		).Draw(t, "text")
		var factor *big.Rat
		if rapid.Bool().Draw(t, "scaled") {
			factor = big.NewRat(rapid.SampledFrom([]int64{1, 2, 3, 100, 10_000, 20_000_000, -1}).Draw(t, "num"),
				rapid.SampledFrom([]int64{1, 3, 10, 10_000, 100_000_000}).Draw(t, "den"))
		}
		parts, ok := plainParts(text, factor)
		if !ok {
			return
		}
		want, err := parseQuantity(text, factor)
		if err != nil || want != Parts(parts) {
			t.Fatalf("%q × %v: %d by integers, %v %v by big.Rat", text, factor, parts, want, err)
		}
	})
}

func TestParseQuantity(t *testing.T) {
	for _, test := range []struct {
		text     string
		num, den int64
		want     int64
	}{
		{"1234.56", 1, 1, 1_234_560_000},
		{"-3", 1, 1, -3_000_000},
		{"0.0000005", 1, 1, 1}, // half a fen away from zero
		{"-0.0000005", 1, 1, -1},
		{"0.00000049", 1, 1, 0},
		{"1.2E+3", 1, 1, 1_200_000_000},
		{"1.23456789", 10_000, 1, 12_345_678_900}, // 亿元
		{"123.45", 1, 10_000, 12_345},             // 元: fen
		{"15", 1, 15, 1_000_000},                  // 亩 to 公顷
		{"4000000000000", 1, 1, 4_000_000_000_000_000_000},
	} {
		q, err := ParseQuantity(test.text, big.NewRat(test.num, test.den))
		if err != nil || q != Parts(test.want) {
			t.Errorf("%s × %d/%d: %v %v, want %d", test.text, test.num, test.den, q.Parts, err, test.want)
		}
	}
	for _, text := range []string{"", "-", ".", "abc", "1/3", "0x10", "1_000", "1e99", "4000000000001", "99999999999999999999", "1,234", "１２"} {
		if q, err := ParseQuantity(text, nil); err == nil {
			t.Errorf("%q is read as %v", text, q)
		}
	}
}
