package picture

// box is a part of a picture in design pixels.
type box struct{ x, y, width, height float64 }

// frame is where title, chart and notes stand in a picture.
type frame struct {
	plan  Plan
	size  box
	title []string
	notes []string
	inner box
}

// Lengths of the frame in design pixels (design guide, 2).
const (
	edge       = 20.0
	titleLine  = 28.0
	titleSize  = 20.0
	noteLine   = 20.0
	noteSize   = 14.0
	markWidth  = 76.0
	leastChart = 80.0 // what is left of a low picture for the chart
)

// layFrame breaks title and notes into lines; the chart gets what they leave.
func layFrame(plan Plan, size box, f *fonts) frame {
	fr := frame{plan: plan, size: size}
	wide := size.width - 2*edge
	if plan.Title != "" {
		room := wide
		if plan.Sample {
			room -= markWidth + edge
		}
		fr.title = f.wrap(plan.Title, style{titleSize, true, true}, room)
	}
	for _, note := range plan.Notes {
		fr.notes = append(fr.notes, f.wrap(note, style{noteSize, false, true}, wide)...)
	}
	top := edge
	if lines := len(fr.title); lines > 0 || plan.Sample {
		top = edge/2 + titleLine*float64(max(lines, 1)) + 8
	}
	bottom := edge
	if len(fr.notes) > 0 {
		bottom = 14 + noteLine*float64(len(fr.notes)) + 8
	}
	fr.inner = box{edge, top, wide, max(size.height-top-bottom, leastChart)}
	return fr
}

// around puts ground, title, mark and notes around a chart.
func (fr frame) around(chart *node, tokens map[string]string) *node {
	width, height := fr.size.width, fr.size.height
	root := element("svg", "xmlns", "http://www.w3.org/2000/svg", "width", fr.plan.Width, "height", fr.plan.Height, "viewBox", "0 0 "+short(width)+" "+short(height))
	add := func(n *node) { root.children = append(root.children, n) }
	set := func(x, y float64, s style, color string) *node {
		weight := "400"
		if s.bold {
			weight = "700"
		}
		look := "font-size:" + short(s.size) + "px;font-family:" + tokens["--num"] + ";font-weight:" + weight
		return element("text", "x", x, "y", y, "dominant-baseline", "central", "fill", tokens[color], "style", look)
	}
	add(element("rect", "x", 0, "y", 0, "width", width, "height", height, "fill", tokens["--surface"]))
	for i, line := range fr.title {
		add(set(edge, edge/2+titleLine*(float64(i)+.5), style{titleSize, true, true}, "--text").saying(line))
	}
	if fr.plan.Sample {
		left, middle := width-edge-markWidth, edge/2+titleLine/2
		add(element("rect", "x", left, "y", middle-12, "width", markWidth, "height", 24, "rx", 4, "fill", "none", "stroke", tokens["--warn"], "stroke-width", 1))
		mark := set(left+markWidth/2, middle, style{noteSize, true, false}, "--warn").saying("示例数据")
		mark.attrs = append(mark.attrs, attr{"text-anchor", "middle"})
		add(mark)
	}
	chart.attrs = append([]attr{{"x", short(fr.inner.x)}, {"y", short(fr.inner.y)}}, chart.attrs...)
	add(chart)
	first := height - 8 - noteLine*(float64(len(fr.notes))-.5)
	for i, line := range fr.notes {
		add(set(edge, first+noteLine*float64(i), style{noteSize, false, true}, "--text-3").saying(line))
	}
	return root
}
