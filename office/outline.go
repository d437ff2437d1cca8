package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// Outline returns the outline of the county as it was handed in.
func (o *Office) Outline(ctx context.Context) (store.OutlineFile, error) { return o.store.Outline(ctx) }

// SetOutline keeps a GeoJSON file as the outline of the region map, after it was
// read once: what cannot be drawn is refused in one sentence.
func (o *Office) SetOutline(ctx context.Context, name string, data []byte, actor Actor) error {
	if _, err := industry.ParseGeoJSON(data); err != nil {
		return err
	}
	entry := actor.Entry(industry.ActSave, "区域轮廓")
	entry.Detail = "上传 " + name
	return o.store.Write(ctx, entry, func(tx *store.Tx) error {
		return tx.AddOutline(ctx, store.OutlineFile{Name: name, Content: data, Actor: actor.Name})
	})
}

// RemoveOutline takes the outline away: the region map is drawn without one.
func (o *Office) RemoveOutline(ctx context.Context, actor Actor) error {
	f, err := o.store.Outline(ctx)
	if err != nil {
		return err
	}
	if len(f.Content) == 0 {
		return industry.Errorf(industry.NotFound, "还没有上传区域轮廓")
	}
	entry := actor.Entry(industry.ActWithdraw, "区域轮廓")
	entry.Detail = "移除 " + f.Name
	return o.store.Write(ctx, entry, func(tx *store.Tx) error {
		return tx.AddOutline(ctx, store.OutlineFile{Name: f.Name, Actor: actor.Name})
	})
}

// outline reads the outline for drawing, nil where there is none.
func (o *Office) outline(ctx context.Context) (*industry.Outline, error) {
	f, err := o.store.Outline(ctx)
	if err != nil || len(f.Content) == 0 {
		return nil, err
	}
	outline, err := industry.ParseGeoJSON(f.Content)
	return &outline, err
}
