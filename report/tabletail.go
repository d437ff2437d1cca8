package report

import "chainboard/industry"

// tailRows is how many rows of a table stand at least on its last page, with the first
// of its notes.
const tailRows = 3

// tailOf is the first of them.
func tailOf(t *industry.Table) int { return max(0, len(t.Rows)-tailRows) }

// staysWithNext reports whether the n-th row of a table stands on one page with the next
// one, or with the note below.
func staysWithNext(t *industry.Table, n int) bool {
	return n >= tailOf(t) && (n < len(t.Rows)-1 || len(t.Notes) > 0)
}
