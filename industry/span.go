package industry

// span is everything that follows from known sums by adding and subtracting
// multiples of them: the row space of a matrix of 0 and 1, reckoned modulo a
// prime, where such matrices of two groupings are exact.
type span struct {
	width  int
	rows   [][]uint64 // each 1 at its pivot, 0 at the pivots before it
	pivots []int
}

// prime leaves products of two numbers below it within 64 bits.
const prime = 1<<31 - 1

func newSpan(width int) *span { return &span{width: width} }

// add takes in one more known sum.
func (s *span) add(v []uint64) {
	s.reduce(v)
	for pivot, x := range v {
		if x == 0 {
			continue
		}
		scale := inverse(x)
		for i := pivot; i < s.width; i++ {
			v[i] = v[i] * scale % prime
		}
		s.rows, s.pivots = append(s.rows, v), append(s.pivots, pivot)
		return
	}
}

// has reports whether a sum follows from the known ones.
func (s *span) has(v []uint64) bool {
	v = append([]uint64(nil), v...)
	s.reduce(v)
	for _, x := range v {
		if x != 0 {
			return false
		}
	}
	return true
}

// reduce takes the known sums out of v, in the order they came: a later row has
// no part at the pivots of earlier ones.
func (s *span) reduce(v []uint64) {
	for r, row := range s.rows {
		x := v[s.pivots[r]]
		if x == 0 {
			continue
		}
		for i := s.pivots[r]; i < s.width; i++ {
			if row[i] != 0 {
				v[i] = (v[i] + (prime-x)*row[i]) % prime
			}
		}
	}
}

// inverse returns 1 ÷ x modulo the prime, by Fermat's little theorem.
func inverse(x uint64) uint64 {
	result := uint64(1)
	for e := uint64(prime - 2); e > 0; e >>= 1 {
		if e&1 == 1 {
			result = result * x % prime
		}
		x = x * x % prime
	}
	return result
}
