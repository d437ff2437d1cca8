package server

import (
	"fmt"
	"html/template"
	"strings"

	"chainboard/industry"
)

// technologyDrawing is 技术路线图 as its page draws it.
type technologyDrawing struct {
	industry.TechnologyMap
	Years []drawnYear
	Lanes []drawnTechnologyLane
	Now   string // % of the years drawn
	NowOn bool   // the present lies in them
	Count int

	States []taskCount // of the tasks, none left out that occurs
}

// taskCount is how many technology tasks are in one state.
type taskCount struct {
	State industry.TaskState
	Light industry.Light
	Count int
}

type drawnYear struct {
	Year int
	Left string
	Now  bool
}

type drawnTechnologyLane struct {
	industry.TechnologyLane
	Bars   []drawnBar
	Marks  []drawnMilestone
	Height string // in rem
}

type drawnBar struct {
	industry.TechnologyBar
	Across template.CSS // its place in the years
	Place  template.CSS // of its box
	Class  string
	Title  string
}

type drawnMilestone struct {
	industry.MapMilestone
	Across template.CSS
	Place  template.CSS
	Title  string
}

// trackHeight is how high a track of a technology map is, in rem.
const trackHeight = 1.625

func drawnTechnology(m industry.TechnologyMap) *technologyDrawing {
	years := float64(m.To + 1 - m.From)
	left := func(at float64) string { return fmt.Sprintf("%.3f", (at-float64(m.From))/years*100) }
	d := &technologyDrawing{TechnologyMap: m, Now: left(m.Now), NowOn: m.Now > float64(m.From) && m.Now < float64(m.To+1)}
	for y := m.From; y <= m.To; y++ {
		d.Years = append(d.Years, drawnYear{y, left(float64(y)), y == int(m.Now)})
	}
	for _, lane := range m.Lanes {
		drawn := drawnTechnologyLane{TechnologyLane: lane, Height: rem(lane.Tracks)}
		for _, b := range lane.Bars {
			across := area("left:%s%%;width:calc(%.3f%% - .125rem)", left(float64(b.Start)), float64(b.Target+1-b.Start)/years*100)
			drawn.Bars = append(drawn.Bars, drawnBar{
				TechnologyBar: b, Class: barClass(b), Title: barTitle(b),
				Across: across, Place: across + area(";top:%srem", rem(b.Track-lane.Track)),
			})
			for _, s := range b.Milestones {
				drawn.Marks = append(drawn.Marks, drawnMilestone{
					MapMilestone: s, Title: fmt.Sprintf("%s：%s %s", b.Name, whenText(s.Milestone), s.Text),
					Across: area("left:%s%%", left(s.At)), Place: area("left:%s%%;top:%srem", left(s.At), rem(s.Track-lane.Track)),
				})
			}
		}
		d.Count += len(lane.Bars)
		d.Lanes = append(d.Lanes, drawn)
	}
	for _, task := range m.Tasks { // the most urgent first, as they stand
		if last := len(d.States) - 1; last >= 0 && d.States[last].State == task.State {
			d.States[last].Count++
		} else {
			d.States = append(d.States, taskCount{task.State, task.Light, 1})
		}
	}
	return d
}

// TaskRule is how technology tasks are judged.
func (p *mapPage) TaskRule() string { return industry.TechnologyTaskRule }

func rem(tracks int) string { return fmt.Sprintf("%g", float64(tracks)*trackHeight) }

func barClass(b industry.TechnologyBar) string {
	class := map[string]string{"量产": "vol", "中试": "pilot", "研发": "lab"}[b.Stage]
	if b.Leftwards {
		class += " left"
	}
	return class
}

func barTitle(b industry.TechnologyBar) string {
	parts := []string{fmt.Sprintf("%s %d—%d年", b.Name, b.Start, b.Target)}
	for _, text := range []string{b.Stage, b.Level, b.Goal} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "，")
}

func whenText(s industry.Milestone) string {
	if s.Month == 0 {
		return fmt.Sprintf("%d年", s.Year)
	}
	return fmt.Sprintf("%d年%d月", s.Year, s.Month)
}

// applicationDrawing is 应用领域图: a picture and the rows it is made of.
type applicationDrawing struct {
	industry.ApplicationMap
	Height string // of the picture in rem, by its fullest column
	Fields int
}

func drawnApplication(m industry.ApplicationMap) *applicationDrawing {
	var column [3]int
	for _, n := range m.Nodes {
		column[n.Column]++
	}
	return &applicationDrawing{
		ApplicationMap: m, Fields: column[1],
		Height: fmt.Sprintf("%g", max(30, 2.25*float64(max(column[0], column[1], column[2])))),
	}
}

// regionDrawing is 区域分布图 as its page draws it.
type regionDrawing struct {
	industry.RegionMap
	Areas  []drawnArea
	Rows   []drawnArea // of the table: those with something in them
	Others []drawnArea
	Bare   []string // names of the rest
	Shapes []drawnShape
	Parks  int
	Towns  int
	Box    string // of the SVG

	Strangers string // names of the outline's features that are no region
}

// mostStrangers is how many of them are named.
const mostStrangers = 40

type drawnArea struct {
	industry.Area
	Width     string // of its bar
	NameY     float64
	FigureY   float64
	Park      bool
	NumberPad float64 // base line of the number in the circle
	Disc      float64 // radius inside the ring
}

type drawnShape struct {
	Name  string
	D     string
	Class string
}

func drawnRegion(m industry.RegionMap) *regionDrawing {
	d := &regionDrawing{RegionMap: m, Box: fmt.Sprintf("0 0 %g %g", industry.RegionWidth, industry.RegionHeight)}
	d.Strangers = strings.Join(m.Unmatched[:min(len(m.Unmatched), mostStrangers)], industry.ListSeparator)
	if len(m.Unmatched) > mostStrangers {
		d.Strangers += "等"
	}
	firms := map[string]int{}
	for _, a := range m.Areas {
		drawn := drawnAreaOf(a)
		d.Areas = append(d.Areas, drawn)
		if a.Enterprises+a.Projects > 0 || a.Revenue.Known || a.Suppressed {
			d.Rows = append(d.Rows, drawn)
		} else {
			d.Bare = append(d.Bare, a.Name)
		}
		firms[a.ID] = a.Enterprises
		if a.Type == "园区" {
			d.Parks++
		} else {
			d.Towns++
		}
	}
	for _, a := range m.Elsewhere {
		d.Others = append(d.Others, drawnAreaOf(a))
	}
	for _, shape := range m.Shapes {
		var path strings.Builder
		for _, ring := range shape.Rings {
			for i, p := range ring {
				command := "L"
				if i == 0 {
					command = "M"
				}
				fmt.Fprintf(&path, "%s%.1f %.1f", command, p.X, p.Y)
			}
			path.WriteString("Z")
		}
		class := ""
		if firms[shape.ID] >= fullShape {
			class = "full"
		}
		d.Shapes = append(d.Shapes, drawnShape{shape.Name, path.String(), class})
	}
	return d
}

// Crowded reports whether the tables are so long that the map need not fill its side.
func (d *regionDrawing) Crowded() bool { return len(d.Rows)+len(d.Clusters) > 20 }

// fullShape is from how many enterprises on a town's shape is deeper.
const fullShape = 3

func drawnAreaOf(a industry.Area) drawnArea {
	const line = industry.RegionLine
	return drawnArea{
		Area: a, Width: barWidth(a.Share), Park: a.Type == "园区", NumberPad: a.Y + .62, Disc: a.Radius - .3,
		NameY: a.Y + a.Radius + line - .4, FigureY: a.Y + a.Radius + 2*line - .4,
	}
}

// Where the outline is handed in, and how large the form around it may be.
const (
	outlinePath = "/maps/outline"
	outlineBody = industry.MostOutlineBytes + 64<<10
)

// outlineForm is what the region map's page says of the county's outline.
type outlineForm struct {
	Kept            bool
	Name, Actor, At string
}

// takeOutline keeps an uploaded GeoJSON file as the county's outline.
func (s *server) takeOutline(c *request) error {
	file, err := c.upload()
	if err != nil {
		return err
	}
	if err := s.office.SetOutline(c.ctx(), file.Name, file.Data, c.actor()); err != nil {
		return err
	}
	c.notice("g", "区域轮廓已更新")
	return c.seeOther(mapAddress(industry.AllChains, industry.MapRegion, nil))
}

// dropOutline takes the county's outline away.
func (s *server) dropOutline(c *request) error {
	if err := s.office.RemoveOutline(c.ctx(), c.actor()); err != nil {
		return err
	}
	c.notice("g", "区域轮廓已移除")
	return c.seeOther(mapAddress(industry.AllChains, industry.MapRegion, nil))
}
