package main

import (
	"hash/fnv"
	"strconv"
)

// amount counts hundredths of an indicator's unit: for money hundredths of
// 万元 (100 元). All arithmetic is on integers, so that every machine writes
// the same workbook.
type amount int64

const unit amount = 100

// times returns a × permille / 1000, rounded half up.
func (a amount) times(permille int64) amount { return amount(divide(int64(a)*permille, 1000)) }

// whole drops the fraction, for things that are counted (户, 人).
func (a amount) whole() amount { return amount(divide(int64(a), int64(unit))) * unit }

// divide rounds half away from zero; d is positive.
func divide(n, d int64) int64 {
	if n < 0 {
		return -((-n + d/2) / d)
	}
	return (n + d/2) / d
}

// seed fixes the whole sample; another seed gives another county.
const seed = 20261031

// draw returns a number in [0, n) that depends on the seed and the labels only,
// so that adding one enterprise does not change all the others.
func draw(n int64, labels ...string) int64 {
	h := fnv.New64a()
	h.Write([]byte(strconv.Itoa(seed)))
	for _, l := range labels {
		h.Write([]byte{0})
		h.Write([]byte(l))
	}
	x := h.Sum64()
	// fnv alone leaves neighbouring labels correlated
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	x ^= x >> 31
	return int64(x % uint64(n))
}

// spread returns a permille around 1000, at most width away from it.
func spread(width int64, labels ...string) int64 {
	return 1000 - width + draw(2*width+1, labels...)
}
