package office

import (
	"context"

	"chainboard/industry"
)

// Supervise marks a record of a list with 督办, or takes the mark off, through the
// form of its register. A list without such a mark is NotFound.
func (o *Office) Supervise(ctx context.Context, r EditRequest, on bool) error {
	e, err := o.edit(ctx, r)
	if err != nil {
		return err
	}
	if e.list.Register.Index("supervised") < 0 {
		return industry.Errorf(industry.NotFound, "%s没有督办一项", e.list.Name)
	}
	mark := "否"
	if on {
		mark = "是"
	}
	_, _, err = o.SaveForm(ctx, r, Typed{Version: e.entry.Version, Fields: map[string]string{"supervised": mark}})
	return err
}
