// Package picture draws the charts without a browser: ECharts' own server-side
// rendering in a JavaScript machine gives an SVG, a title and notes are put around
// it, and a painter of ours turns it into a PNG. Colours, lengths and formatters are
// those of the pages, because the pages' own scripts and tokens are what runs here.
package picture

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Format is what a picture is written as.
type Format string

// The formats of pictures.
const (
	SVG Format = "svg"
	PNG Format = "png"
)

// Theme is the set of colours of a picture, by the name the pages have for it.
type Theme string

// Light is for papers, Dark is the wall's.
const (
	Light Theme = "light"
	Dark  Theme = "dark"
)

// Sizes of a picture: sides in design pixels, and how many pixels a PNG may have
// in all, which is 64 MB while it is painted.
const (
	LeastSide  = 200
	MostSide   = 4000
	MostScale  = 4
	MostPixels = 16_000_000
)

// ErrTooLong means that drawing took longer than the renderer waits.
var ErrTooLong = errors.New("picture: drawing took too long")

// Plan is what a picture is drawn from.
type Plan struct {
	Option any      // an ECharts option as package charts builds it
	Title  string   // above the chart
	Notes  []string // below it: 截至, 口径, 来源
	Sample bool     // mark 示例数据
	Theme  Theme
	Format Format
	Width  int     // of the whole picture, in design pixels
	Height int     // likewise
	Scale  float64 // pixels of a PNG to a design pixel; 2 for print
	Asker  string  `json:"-"` // whose turn it is, see MostWaiting; "": drawn for the program itself, out of turn
}

// check refuses what cannot be drawn.
func (p Plan) check() error {
	for _, side := range []int{p.Width, p.Height} {
		if side < LeastSide || side > MostSide {
			return fmt.Errorf("picture: a side of %d px is not within %d and %d", side, LeastSide, MostSide)
		}
	}
	if !(p.Scale > 0 && p.Scale <= MostScale) || float64(p.Width*p.Height)*p.Scale*p.Scale > MostPixels {
		return fmt.Errorf("picture: scale %g of %d × %d px is too large", p.Scale, p.Width, p.Height)
	}
	if p.Format != SVG && p.Format != PNG {
		return fmt.Errorf("picture: no format %q", p.Format)
	}
	if p.Theme != Light && p.Theme != Dark {
		return fmt.Errorf("picture: no theme %q", p.Theme)
	}
	return nil
}

// Charts are laid out for at least this size: what is smaller is drawn as a whole
// and made smaller, so that texts do not run into each other. One without title and
// notes may be lower.
const (
	leastWidth  = 720.0
	leastHeight = 380.0
	leastBare   = 300.0
)

// layout is the size in which a picture is laid out.
func (p Plan) layout() box {
	width, height := float64(p.Width), float64(p.Height)
	least := leastHeight
	if p.Title == "" && len(p.Notes) == 0 {
		least = leastBare
	}
	by := max(1, leastWidth/width, least/height)
	return box{width: width * by, height: height * by}
}

// Renderer draws pictures. It is safe for use by many goroutines, of which as
// many as it has machines draw at a time.
type Renderer struct {
	patience time.Duration
	machines chan *machine // nil where one is still to be made
	parts    func() (*parts, error)
	cache    *cache
	turns    turns
}

const (
	machines  = 2                // a machine takes some 20 MB
	patience  = 20 * time.Second // the largest maps take seconds
	cacheSize = 32 << 20
)

// New returns a renderer. What it needs is loaded at the first picture.
func New() *Renderer { return newRenderer(patience) }

func newRenderer(patience time.Duration) *Renderer {
	r := &Renderer{patience: patience, machines: make(chan *machine, machines), parts: loadOnce(), cache: newCache(cacheSize), turns: turns{queues: map[string]*queue{}}}
	for range machines {
		r.machines <- nil
	}
	return r
}

// Draw returns the bytes of a picture; the caller must not change them. The same
// plan gives the same bytes. ErrTooLong means that it took too long, ErrBusy that
// its asker has too many drawings; a picture that is kept is given out of turn.
func (r *Renderer) Draw(ctx context.Context, plan Plan) ([]byte, error) {
	if err := plan.check(); err != nil {
		return nil, err
	}
	text, err := json.Marshal(plan)
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	key := sha256.Sum256(text)
	if kept := r.cache.get(key); kept != nil {
		return kept, nil
	}
	end, err := r.turn(ctx, plan.Asker)
	if err != nil {
		return nil, err
	}
	defer end()
	if kept := r.cache.get(key); kept != nil { // drawn while this one waited
		return kept, nil
	}
	limited, cancel := context.WithTimeout(ctx, r.patience)
	defer cancel()
	drawn, err := r.draw(limited, plan)
	switch {
	case err != nil && ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil && limited.Err() != nil:
		return nil, ErrTooLong
	case err != nil:
		return nil, fmt.Errorf("picture: %w", err)
	}
	r.cache.put(key, drawn)
	return drawn, nil
}

// turn waits for the asker's turn no longer than for a drawing.
func (r *Renderer) turn(ctx context.Context, asker string) (end func(), err error) {
	limited, cancel := context.WithTimeout(ctx, r.patience)
	defer cancel()
	if end, err = r.turns.take(limited, asker); err != nil && ctx.Err() == nil {
		err = ErrBusy
	}
	return end, err
}

// draw waits for a machine and keeps it until the picture is painted, so that no
// more pictures are in memory than there are machines.
func (r *Renderer) draw(ctx context.Context, plan Plan) ([]byte, error) {
	parts, err := r.parts()
	if err != nil {
		return nil, err
	}
	var m *machine
	select {
	case m = <-r.machines:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { r.machines <- m }()
	if m == nil {
		if m, err = newMachine(parts); err != nil {
			m = nil
			return nil, err
		}
	}
	tokens := parts.tokens[plan.Theme]
	size := plan.layout()
	frame := layFrame(plan, size, parts.fonts)
	chart, sound, err := m.chart(ctx, plan.Option, tokens, frame.inner)
	if !sound {
		m = nil
	}
	if err != nil {
		return nil, err
	}
	root, err := parseSVG(chart)
	if err != nil {
		return nil, err
	}
	whole := frame.around(root, tokens)
	if plan.Format == SVG {
		return whole.bytes(), nil
	}
	return paint(ctx, whole, canvasSize{plan.Width, plan.Height, plan.Scale, plan.Scale * float64(plan.Width) / size.width}, parts.fonts)
}
