package office

import (
	"context"
	"fmt"

	"chainboard/industry"
	"chainboard/picture"
)

// paperWidth is the width of a picture in a paper, in design pixels: its words, of 14
// of them and more, are then above 8 points where it is as wide as the text of a page,
// and above 14 on a slide.
const paperWidth = 760

// PaperPicture is how a picture of a paper is drawn, as every viewer may see it.
func PaperPicture(q Query, p *industry.Picture) PictureQuery {
	q.Chain = p.Chain
	return PictureQuery{ChartQuery: ChartQuery{Query: q, Name: p.Chart}, Format: picture.PNG, Theme: picture.Light, Width: paperWidth, Scale: 2, Bare: true}
}

// illustrate draws the pictures of a paper, of the same state of the data as its words;
// one with nothing to draw leaves the paper.
func (o *Office) illustrate(ctx context.Context, q Query, d *industry.Document) error {
	progress, number, total := progressOf(ctx), 0, picturesIn(*d)
	progress.steps(total + 2) // the words before, the file after
	q.Month = d.Month
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
			var err error
			if drawn.PNG, drawn.Notes, err = o.picture(ctx, PaperPicture(q, &drawn)); err != nil {
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

// Caption gives the pictures of a paper their notes without drawing them, for a page
// that shows them; those with nothing to draw leave the paper.
func (o *Office) Caption(ctx context.Context, q Query, d *industry.Document) error {
	q.Month = d.Month
	for i, s := range d.Sections {
		kept := make([]industry.Block, 0, len(s.Blocks))
		for _, b := range s.Blocks {
			if b.Picture != nil {
				told := *b.Picture
				chart := PaperPicture(q, &told).settled()
				option, in, err := o.chart(ctx, chart)
				if err != nil {
					return err
				}
				if option == nil {
					continue
				}
				if _, told.Notes, err = o.caption(ctx, chart, in); err != nil {
					return err
				}
				b.Picture = &told
			}
			kept = append(kept, b)
		}
		d.Sections[i].Blocks = kept
	}
	return nil
}
