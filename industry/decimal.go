package industry

import (
	"math/big"
	"math/bits"
)

// maxParts bounds a Quantity so that sums of a few do not overflow.
const maxParts = 4_000_000_000_000_000_000

// plainParts reads a plain decimal of at most 18 digits times factor in machine
// integers: the case of nearly every cell of a workbook. It answers exactly
// what the general way through big.Rat answers, or reports that it cannot.
func plainParts(s string, factor *big.Rat) (int64, bool) {
	mantissa, power, negative, ok := plainDecimal(s)
	if !ok {
		return 0, false
	}
	num, den := uint64(Scale), uint64(1)
	for range power {
		den *= 10
	}
	if factor != nil {
		if factor.Sign() <= 0 || !factor.Num().IsUint64() || !factor.Denom().IsUint64() {
			return 0, false
		}
		overNum, n := bits.Mul64(num, factor.Num().Uint64())
		overDen, d := bits.Mul64(den, factor.Denom().Uint64())
		if overNum != 0 || overDen != 0 {
			return 0, false
		}
		num, den = n, d
	}
	high, low := bits.Mul64(mantissa, num)
	if high >= den {
		return 0, false
	}
	parts, rest := bits.Div64(high, low, den)
	if rest >= den-rest {
		parts++
	}
	if parts > maxParts {
		return 0, false
	}
	if negative {
		return -int64(parts), true
	}
	return int64(parts), true
}

// plainDecimal splits "-123.45" into 12345, 2 and true.
func plainDecimal(s string) (mantissa uint64, power int, negative, ok bool) {
	if s != "" && s[0] == '-' {
		negative, s = true, s[1:]
	}
	digits, point := 0, -1
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			mantissa = mantissa*10 + uint64(c-'0')
			digits++
		case c == '.' && point < 0:
			point = i
		default:
			return 0, 0, false, false
		}
	}
	if point >= 0 {
		power = len(s) - 1 - point
	}
	return mantissa, power, negative, digits > 0 && digits <= 18
}
