package office

import (
	"context"

	"chainboard/industry"
)

// Board returns the rows of a list that a user may see as lanes, one for each
// step they go through. A list without steps is NotFound.
func (o *Office) Board(ctx context.Context, r ListRequest) (industry.Board, error) {
	l, f, err := o.listFacts(ctx, r)
	if err != nil {
		return industry.Board{}, err
	}
	r.Query.Sounds = newSpelling().spells
	return l.Lanes(f, r.Query)
}
