package office

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"chainboard/charts"
	"chainboard/industry"
	"chainboard/picture"
)

// PictureQuery asks for a chart as a picture. Sides are in design pixels, Scale is
// how many pixels of a PNG go into one.
type PictureQuery struct {
	ChartQuery
	Format picture.Format
	Theme  picture.Theme // "": light, for papers
	Width  int           // 0: 1200
	Height int           // 0: 640, or more where the rows of the chart need it
	Scale  float64       // 0: 1; 2 for print
	Bare   bool          // without its title and notes, which the paper it goes into sets itself
	Asker  string        // identity whose drawings are bounded, as in picture.Plan; "": not bounded, for papers
}

// The usual size of a picture.
const (
	usualWidth  = 1200
	usualHeight = 640
)

// Picture returns a chart or map as SVG or PNG with title, 口径 and 截至; nil where
// there is nothing to draw. Who sees what is as in Chart. Too large a picture is
// Invalid, one that takes too long TooLarge, too many at once RateLimited.
func (o *Office) Picture(ctx context.Context, q PictureQuery) ([]byte, error) {
	drawn, _, err := o.picture(ctx, q)
	return drawn, err
}

// picture also returns the notes that stand below it.
func (o *Office) picture(ctx context.Context, q PictureQuery) (drawn []byte, notes []string, err error) {
	if q.Query, err = o.settle(ctx, q.Query); err != nil {
		return nil, nil, err
	}
	q.ChartQuery = q.settled()
	q.wide = q.Width
	option, in, err := o.chart(ctx, q.ChartQuery)
	if err != nil || option == nil {
		return nil, nil, err
	}
	plan := picture.Plan{Option: option, Theme: q.Theme, Format: q.Format, Width: q.Width, Height: q.Height, Scale: q.Scale, Asker: q.Asker}
	if plan.Theme == "" {
		plan.Theme = picture.Light
	}
	if plan.Width == 0 {
		plan.Width = usualWidth
	}
	if plan.Height == 0 {
		plan.Height = q.height(in)
	}
	if plan.Scale == 0 {
		plan.Scale = 1
	}
	if float64(plan.Width*plan.Height)*plan.Scale*plan.Scale > picture.MostPixels {
		return nil, nil, industry.Errorf(industry.Invalid, "图片过大，请减小 width、height 或 scale，总像素不超过%d万", picture.MostPixels/10_000)
	}
	title, notes, err := o.caption(ctx, q.ChartQuery, in)
	if err != nil {
		return nil, nil, err
	}
	if !q.Bare {
		plan.Title, plan.Notes = title, notes
	}
	if plan.Sample, err = o.SampleShown(ctx); err != nil {
		return nil, nil, err
	}
	drawn, err = o.pictures.Draw(ctx, plan)
	switch {
	case errors.Is(err, picture.ErrTooLong):
		return nil, nil, industry.Errorf(industry.TooLarge, "图中内容过多，没有在规定时间内画完，请按产业链分别取图")
	case errors.Is(err, picture.ErrBusy):
		return nil, nil, industry.Errorf(industry.RateLimited, "同一账号、令牌或大屏链接每次只画1张图，最多另有%d张等候，请稍等几秒再取", picture.MostWaiting)
	}
	return drawn, notes, err
}

// height is as high as what the chart shows needs it; without title and notes it is
// as low as its words allow.
func (q *PictureQuery) height(in charts.Input) int {
	const around, row, least, less = 66, 24, 320, 64
	switch {
	case !q.Bare:
		return heightOf(q.Name, in)
	case q.Name == charts.NamePace:
		return max(least, around+row*len(in.Pace))
	case q.Name == charts.NameTrend:
		return least
	}
	return heightOf(q.Name, in) - less
}

// heightOf gives a chart whose rows are data the height they need.
func heightOf(name string, in charts.Input) int {
	const around = 130 // title, notes, and what stands above and below the rows
	rows, row := 0, 36
	switch name {
	case charts.NameTrend: // its two grids are parts of the height: more would only part them
		return 500
	case charts.NameHeatmap:
		rows = len(in.Heat.Rows) + 2
	case charts.NamePace:
		rows = len(in.Pace)
	case charts.NameTechnologyMap:
		for _, lane := range in.TechnologyMap.Lanes {
			rows += len(lane.Bars)
		}
		row = 30
	case charts.NameApplicationMap:
		column := map[int]int{}
		for _, n := range in.ApplicationMap.Nodes {
			column[n.Column]++
			rows = max(rows, column[n.Column])
		}
	case charts.NameRegionMap:
		return int(industry.RegionHeight*charts.RegionUnit) + around
	}
	return min(max(usualHeight, around+rows*row), picture.MostSide)
}

// caption is the title of a chart's picture and what stands below it.
func (o *Office) caption(ctx context.Context, q ChartQuery, in charts.Input) (title string, notes []string, err error) {
	_, c, err := o.open(ctx, q.Query)
	if err != nil {
		return "", nil, err
	}
	party, err := c.party(q.Chain)
	if err != nil {
		return "", nil, err
	}
	about := ""
	text := captions()[q.Name]
	if text.indicator {
		ind, err := c.indicator(q.Indicator)
		if err != nil {
			return "", nil, err
		}
		about = ind.Name
	}
	title = strings.NewReplacer("{指标}", about, "{年}", strconv.Itoa(q.Month.Year())).Replace(text.title)
	basis := text.basis
	switch q.Name {
	case charts.NameWaterfall:
		title += "（分" + q.By.Label() + "）"
	case charts.NameHeatmap:
		if in.Heat.Measure == industry.HeatInMonth {
			title, basis = title+"（当月数，"+in.Heat.Unit.Name+"）", inMonthBasis
		} else {
			title += "（累计同比）"
		}
	}
	notes = []string{"口径：" + basis + "。"}
	if text.small && !q.Open {
		notes[0] += "不足3户或一户占八成以上的组不显示。"
	}
	until := "截至：" + q.Month.Span()
	if !q.AsOf.IsZero() {
		until += "，数据时点 " + q.AsOf.In(industry.Shanghai).Format("2006-01-02 15:04")
	}
	return party.Name + "　" + title, append(notes, "来源："+text.source+"。"+until), nil
}
