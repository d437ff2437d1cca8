package server

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"

	"chainboard/industry"
)

// applicationScene is 应用领域图 on a wall: bands from segments to fields to
// scenarios, and the rows they are made of.
type applicationScene struct {
	mapStage
	Bands    []flowBand
	Nodes    []flowNode
	Hues     []flowHue // of the nodes drawn
	Rows     []industry.ApplicationRow
	Total    int // rows, more than are sent
	Left     int // nodes without room
	Segments int
	Fields   []fieldCount
	Uses     int // scenarios
	Unknown  int // rows without a share
}

// flowHue is a 细分链 with its colour.
type flowHue struct{ Name, Class string }

type flowBand struct {
	D     string
	Class string
	Title string
}

type flowNode struct {
	industry.ApplicationNode
	Class string
	Bar   template.CSS
	Label template.CSS
	Note  string // beside the name
	Href  string // of a segment
}

// fieldCount is a field with how much of the chain serves it.
type fieldCount struct {
	Name      string
	Segments  int
	Scenarios int
	Width     string
	Names     []string // of the scenarios
}

// Where the columns of the picture begin, in % of its width, how wide a node is,
// how many nodes of a column have room and how many rows are sent.
const (
	flowBar   = 1.1
	flowNodes = 30
	wallRows  = 60
	flowUnit  = 1000 // of the picture, both ways
	flowHues  = 5    // colours of 细分链
)

var flowColumns = [...]float64{0, 42, 76}

func (s *server) applicationScene(c *request, v view) (stage, error) {
	common, err := s.mapStageOf(c, v)
	if err != nil {
		return nil, err
	}
	p := &applicationScene{mapStage: common}
	m, head, err := s.office.ApplicationMap(c.ctx(), v.Query)
	if err != nil {
		return nil, err
	}
	p.Head = head
	for _, row := range m.Rows {
		if !row.Share.Known {
			p.Unknown++
		}
	}
	p.count(m)
	p.Rows = m.Rows[:min(len(m.Rows), wallRows)]
	p.Total = len(m.Rows)
	if len(m.Nodes) > 0 {
		m, p.Left = m.Heaviest(flowNodes)
		p.draw(m)
	}
	return p, nil
}

// count tells how many segments and scenarios each field has.
func (p *applicationScene) count(m industry.ApplicationMap) {
	at, most, names := map[string]int{}, 1, map[string]string{}
	for _, n := range m.Nodes {
		switch n.Column {
		case 0:
			p.Segments++
		case 1:
			at[n.ID] = len(p.Fields)
			p.Fields = append(p.Fields, fieldCount{Name: n.Name})
		default:
			names[n.ID] = n.Name
			p.Uses++
		}
	}
	for _, e := range m.Edges {
		if i, into := at[e.To]; into {
			p.Fields[i].Segments++
			most = max(most, p.Fields[i].Segments)
		} else if i, out := at[e.From]; out {
			p.Fields[i].Scenarios++
			p.Fields[i].Names = append(p.Fields[i].Names, names[e.To])
		}
	}
	slices.SortStableFunc(p.Fields, func(a, b fieldCount) int {
		return cmp.Or(cmp.Compare(b.Segments, a.Segments), cmp.Compare(b.Scenarios, a.Scenarios))
	})
	for i := range p.Fields {
		p.Fields[i].Width = width(float64(p.Fields[i].Segments) * 100 / float64(most))
	}
}

// draw puts bands and names into the picture.
func (p *applicationScene) draw(m industry.ApplicationMap) {
	at := map[string]industry.ApplicationNode{}
	class := map[string]string{}
	for _, n := range m.Nodes {
		at[n.ID] = n
		if n.Column == 0 {
			class[n.ID] = fmt.Sprintf("f%d", n.Turn%flowHues+1)
			if hue := (flowHue{n.Branch, class[n.ID]}); n.Branch != "" && !slices.Contains(p.Hues, hue) {
				p.Hues = append(p.Hues, hue)
			}
		}
	}
	notes := map[string]string{}
	for _, f := range p.Fields {
		notes["f:"+f.Name] = fmt.Sprintf("%d个环节", f.Segments)
	}
	for _, e := range m.Edges {
		from, to := at[e.From], at[e.To]
		title := from.Name + " → " + to.Name
		if e.Share.Known {
			title += " " + industry.PercentText(e.Share)
		}
		if to.Column == 2 && e.Share.Known {
			notes[to.ID] = industry.PercentText(e.Share)
		}
		p.Bands = append(p.Bands, flowBand{bandOf(e, from.Column, to.Column), class[e.From], title})
	}
	for _, n := range m.Nodes {
		drawn := flowNode{
			ApplicationNode: n, Class: class[n.ID], Note: notes[n.ID],
			Bar:   area("left:%.2f%%;width:%.2f%%;top:%.2f%%;height:%.2f%%", flowColumns[n.Column], flowBar, n.Y*100, n.Height*100),
			Label: area("left:%.2f%%;top:%.2f%%", flowColumns[n.Column]+flowBar, (n.Y+n.Height/2)*100),
		}
		if n.Column == 0 {
			drawn.Href = p.View.segmentNote(n.ID[len("s:"):])
		}
		p.Nodes = append(p.Nodes, drawn)
	}
}

// bandOf draws an edge as a band between two nodes.
func bandOf(e industry.ApplicationEdge, from, to int) string {
	const unit = flowUnit / 100
	x1, x2 := (flowColumns[from]+flowBar)*unit, flowColumns[to]*unit
	middle := (x1 + x2) / 2
	y1, y2, high := e.FromY*flowUnit, e.ToY*flowUnit, e.Height*flowUnit
	return fmt.Sprintf("M%.0f %.1fC%.0f %.1f %.0f %.1f %.0f %.1fV%.1fC%.0f %.1f %.0f %.1f %.0f %.1fZ",
		x1, y1, middle, y1, middle, y2, x2, y2, y2+high, middle, y2+high, middle, y1+high, x1, y1+high)
}
