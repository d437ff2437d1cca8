package server

import (
	"net/http"
	"net/url"
	"slices"

	"chainboard/industry"
	"chainboard/office"
)

// mapPage is one of the four maps with what is around it.
type mapPage struct {
	Page
	View    view
	Head    office.MapHead
	Map     string
	Tabs    []NavItem
	AsTable bool // the table is what was asked for

	Chain       *chainDrawing
	Technology  *technologyDrawing
	Application *applicationDrawing
	Region      *regionDrawing
	Outline     *outlineForm // for those who may change it
}

// mapKind is one of the four maps.
type mapKind struct {
	code, name string
	draw       func(*server, *request, *mapPage) error
}

func mapKinds() []mapKind {
	return []mapKind{
		{industry.MapChain, "产业链图", (*server).drawChain},
		{industry.MapTechnology, "技术路线图", (*server).drawTechnology},
		{industry.MapApplication, "应用领域图", (*server).drawApplication},
		{industry.MapRegion, "区域分布图", (*server).drawRegion},
	}
}

// mapPage shows a map. As on a chain's page, the picker names the chain in the
// query, which leads on to its own address.
func (s *server) mapPage(c *request) error {
	kinds := mapKinds()
	i := slices.IndexFunc(kinds, func(k mapKind) bool { return k.code == c.Param("map") })
	if i < 0 {
		return noMap(c.Param("map"))
	}
	if wanted := c.Query("chain"); wanted != "" {
		rest := c.Request.URL.Query()
		rest.Del("chain")
		return c.seeOther(mapAddress(wanted, kinds[i].code, rest))
	}
	v, err := s.view(c)
	if err != nil {
		return err
	}
	p := &mapPage{
		Page: Page{Title: kinds[i].name, Brand: v.Brand()}, View: v, Map: kinds[i].code, AsTable: c.Query("view") == "table",
	}
	for _, k := range kinds {
		p.Tabs = append(p.Tabs, NavItem{Label: k.name, Path: p.Address(k.code), Current: k.code == p.Map})
	}
	if err := kinds[i].draw(s, c, p); err != nil {
		return err
	}
	return c.html(http.StatusOK, "map_"+p.Map, p)
}

func noMap(name string) error {
	return industry.Errorf(industry.NotFound, "没有“%s”这张图，可用 chain（产业链图）、technology（技术路线图）、application（应用领域图）、region（区域分布图）", name)
}

func mapAddress(chain, name string, values url.Values) string {
	address := "/chains/" + url.PathEscape(chain) + "/maps/" + name
	if len(values) > 0 {
		address += "?" + values.Encode()
	}
	return address
}

// Address returns the address of another map of the same chain and month.
func (p *mapPage) Address(name string) string {
	values := p.View.values()
	values.Del("chain")
	return mapAddress(p.View.Query.Chain, name, values)
}

// Chart returns the address of the map's option.
func (p *mapPage) Chart() string { return p.View.To("/charts/" + p.Map + "-map") }

func (s *server) drawChain(c *request, p *mapPage) error {
	m, head, err := s.office.ChainMap(c.ctx(), p.View.Query, p.View.Open)
	p.Head = head
	if len(m.Nodes) > 0 {
		p.Chain = drawnChain(p.View, m)
	}
	return err
}

func (s *server) drawTechnology(c *request, p *mapPage) error {
	m, head, err := s.office.TechnologyMap(c.ctx(), p.View.Query)
	p.Head = head
	if len(m.Lanes) > 0 {
		p.Technology = drawnTechnology(m)
	}
	return err
}

func (s *server) drawApplication(c *request, p *mapPage) error {
	m, head, err := s.office.ApplicationMap(c.ctx(), p.View.Query)
	p.Head = head
	if len(m.Nodes) > 0 {
		p.Application = drawnApplication(m)
	}
	return err
}

func (s *server) drawRegion(c *request, p *mapPage) error {
	m, head, err := s.office.RegionMap(c.ctx(), p.View.Query, p.View.Open)
	if err != nil {
		return err
	}
	p.Head = head
	if len(m.Areas) > 0 {
		p.Region = drawnRegion(m)
	}
	if c.can(industry.EditRegisters) {
		f, err := s.office.Outline(c.ctx())
		if err != nil {
			return err
		}
		p.Outline = &outlineForm{Kept: f.Kept, Name: f.Name, Actor: f.Actor, At: minuteText(f.At)}
	}
	return nil
}
