package industry

import (
	"database/sql/driver"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Scale is the number of parts a Quantity holds of its unit. One 万元 is 10,000
// yuan = 1,000,000 fen, so the parts of money in 万元 are exactly fen, and one
// scale serves money and every other unit.
const Scale = 1_000_000

// Quantity is an exact figure as reported: millionths of its unit (fen for
// 万元, US cents for 万美元, millionths of 1 % for %, …). The zero Quantity is
// "not reported"; a reported 0 has Known set.
type Quantity struct {
	Parts int64
	Known bool
}

// Q returns a known quantity of whole units.
func Q(units int64) Quantity { return Quantity{units * Scale, true} }

// Parts returns a known quantity of n millionths (fen, for money).
func Parts(n int64) Quantity { return Quantity{n, true} }

// ParseQuantity reads a plain decimal ("1234.56", "-3", "1.2E+3") times factor,
// rounded half away from zero to a part. The factor turns the unit of entry into the
// standard unit, e.g. 10000/1 for 亿元 → 万元 and 1/10000 for 元 → 万元.
func ParseQuantity(s string, factor *big.Rat) (Quantity, error) {
	if parts, ok := plainParts(s, factor); ok {
		return Quantity{parts, true}, nil
	}
	return parseQuantity(s, factor)
}

// parseQuantity is ParseQuantity for every notation and size.
func parseQuantity(s string, factor *big.Rat) (Quantity, error) {
	if len(s) > 64 {
		return Quantity{}, Errorf(Invalid, "数值过长")
	}
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		if e, err := strconv.Atoi(s[i+1:]); err != nil || e > 30 || e < -30 {
			return Quantity{}, Errorf(Invalid, "数值“%s”超出范围", s)
		}
	}
	if strings.ContainsAny(s, "/_xXpPbBoO") {
		return Quantity{}, Errorf(Invalid, "“%s”不是数字", s)
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return Quantity{}, Errorf(Invalid, "“%s”不是数字", s)
	}
	if factor != nil {
		r.Mul(r, factor)
	}
	r.Mul(r, new(big.Rat).SetInt64(Scale))
	n := roundHalfAway(r)
	if !n.IsInt64() || n.Int64() > maxParts || n.Int64() < -maxParts {
		return Quantity{}, Errorf(Invalid, "数值“%s”超出范围", s)
	}
	return Quantity{n.Int64(), true}, nil
}

func roundHalfAway(r *big.Rat) *big.Int {
	num, den := new(big.Int).Abs(r.Num()), r.Denom()
	num.Lsh(num, 1).Add(num, den)
	n := num.Quo(num, new(big.Int).Lsh(den, 1))
	if r.Sign() < 0 {
		n.Neg(n)
	}
	return n
}

// Float returns the figure in its unit, for drawing and ratios, never for storing.
func (q Quantity) Float() float64 { return float64(q.Parts) / Scale }

// Plus returns the sum; unknown + x is x, unknown + unknown is unknown.
func (q Quantity) Plus(p Quantity) Quantity {
	return Quantity{q.Parts + p.Parts, q.Known || p.Known}
}

// Minus returns q − p, unknown when either is.
func (q Quantity) Minus(p Quantity) Quantity {
	if !q.Known || !p.Known {
		return Quantity{}
	}
	return Quantity{q.Parts - p.Parts, true}
}

// Decimal returns the exact figure in its unit without trailing zeros
// ("1234.56"), or "" when not reported.
func (q Quantity) Decimal() string {
	if !q.Known {
		return ""
	}
	sign, n := "", q.Parts
	if n < 0 {
		sign, n = "-", -n
	}
	s := fmt.Sprintf("%s%d.%06d", sign, n/Scale, n%Scale)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// String returns Decimal, or "—" when not reported.
func (q Quantity) String() string {
	if !q.Known {
		return "—"
	}
	return q.Decimal()
}

// Value stores the parts; not reported is NULL.
func (q Quantity) Value() (driver.Value, error) {
	if !q.Known {
		return nil, nil
	}
	return q.Parts, nil
}

// Scan reads what Value stored.
func (q *Quantity) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*q = Quantity{}
	case int64:
		*q = Quantity{v, true}
	case []byte:
		n, err := strconv.ParseInt(string(v), 10, 64)
		*q = Quantity{n, err == nil}
		return err
	default:
		return fmt.Errorf("industry: cannot scan %T as a quantity", src)
	}
	return nil
}

// MarshalJSON writes the exact number in its unit (万元 for money), or null.
func (q Quantity) MarshalJSON() ([]byte, error) {
	if !q.Known {
		return []byte("null"), nil
	}
	return []byte(q.Decimal()), nil
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (q *Quantity) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*q = Quantity{}
		return nil
	}
	var err error
	*q, err = ParseQuantity(string(data), nil)
	return err
}

// Rate is a computed ratio in percent, or a difference of two in percentage
// points; the zero Rate is undefined and is shown as "—", never as 0.
type Rate struct {
	Percent float64
	Known   bool
}

// Percent returns a known rate.
func Percent(p float64) Rate { return Rate{p, true} }

// Ratio returns a ÷ b in percent, undefined when either is unknown or b is 0.
func Ratio(a, b Quantity) Rate {
	if !a.Known || !b.Known || b.Parts == 0 {
		return Rate{}
	}
	return Percent(float64(a.Parts) / float64(b.Parts) * 100)
}

// RateOf returns a reported percentage as a rate.
func RateOf(q Quantity) Rate { return Rate{q.Float(), q.Known} }

// Minus returns the difference in percentage points, undefined when either is.
func (r Rate) Minus(s Rate) Rate {
	if !r.Known || !s.Known {
		return Rate{}
	}
	return Percent(r.Percent - s.Percent)
}

// MarshalJSON writes the number in percent with 6 decimals at most, or null.
func (r Rate) MarshalJSON() ([]byte, error) {
	if !r.Known {
		return []byte("null"), nil
	}
	return []byte(trimZeros(strconv.FormatFloat(r.Percent, 'f', 6, 64))), nil
}

func trimZeros(s string) string {
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
