package office

import (
	"context"
	"fmt"

	"chainboard/industry"
	"chainboard/picture"
)

// The size of a picture in a paper, in design pixels: small enough for its words
// to be read at the width of the text.
const (
	paperPictureWidth  = 700
	paperPictureHeight = 320
)

// The width of a map in a paper, in design pixels: its words of 12 pixels are then
// above 6 points.
const paperMapWidth = 860

// illustrate draws the pictures of a paper as every viewer may see them, of the
// same state of the data as its words; one with nothing to draw leaves the paper.
func (o *Office) illustrate(ctx context.Context, q Query, d *industry.Document) error {
	progress, number, total := progressOf(ctx), 0, picturesIn(*d)
	progress.steps(total + 2) // the words before, the file after
	for i, s := range d.Sections {
		kept := make([]industry.Block, 0, len(s.Blocks))
		for _, b := range s.Blocks {
			if b.Picture == nil {
				kept = append(kept, b)
				continue
			}
			number++
			progress.step(fmt.Sprintf("绘制图 %d/%d", number, total))
			drawn := *b.Picture
			plan := PictureQuery{
				ChartQuery: ChartQuery{Query: Query{Chain: drawn.Chain, Month: d.Month, AsOf: q.AsOf}, Name: drawn.Chart},
				Format:     picture.PNG, Theme: picture.Light, Width: paperPictureWidth, Height: paperPictureHeight, Scale: 2, Bare: true,
			}
			if drawn.Map {
				plan.Width, plan.Height = paperMapWidth, 0
			}
			var err error
			drawn.PNG, err = o.Picture(ctx, plan)
			if err != nil {
				return err
			}
			if drawn.PNG != nil {
				b.Picture = &drawn
				kept = append(kept, b)
			}
		}
		d.Sections[i].Blocks = kept
	}
	return nil
}

// picturesIn counts what is to be drawn.
func picturesIn(d industry.Document) int {
	n := 0
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if b.Picture != nil {
				n++
			}
		}
	}
	return n
}
