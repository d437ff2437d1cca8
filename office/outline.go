package office

import (
	"context"
	"sync"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// outlines holds the outline that was drawn last: a file takes longer to read
// than all the rest of its map. Whoever draws must not change it.
type outlines struct {
	mu      sync.Mutex
	id      int64
	outline *industry.Outline
}

// Outline tells of the outline of the county.
func (o *Office) Outline(ctx context.Context) (store.OutlineFile, error) {
	return o.store.Outline(ctx, time.Time{})
}

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
	f, err := o.Outline(ctx)
	if err != nil {
		return err
	}
	if !f.Kept {
		return industry.Errorf(industry.NotFound, "还没有上传区域轮廓")
	}
	entry := actor.Entry(industry.ActWithdraw, "区域轮廓")
	entry.Detail = "移除 " + f.Name
	return o.store.Write(ctx, entry, func(tx *store.Tx) error {
		return tx.AddOutline(ctx, store.OutlineFile{Name: f.Name, Actor: actor.Name})
	})
}

// outline returns the outline of a moment for drawing, nil where there is none.
func (o *Office) outline(ctx context.Context, asOf time.Time) (*industry.Outline, error) {
	f, err := o.store.Outline(ctx, asOf)
	if err != nil || !f.Kept {
		return nil, err
	}
	o.outlines.mu.Lock()
	defer o.outlines.mu.Unlock()
	if o.outlines.id == f.ID {
		return o.outlines.outline, nil
	}
	content, err := o.store.OutlineContent(ctx, f.ID)
	if err != nil {
		return nil, err
	}
	outline, err := industry.ParseGeoJSON(content)
	if err != nil {
		return nil, err
	}
	o.outlines.id, o.outlines.outline = f.ID, &outline
	return &outline, nil
}
