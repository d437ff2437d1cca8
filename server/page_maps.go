package server

import (
	"bytes"
	"net/http"
	"net/url"
	"slices"
	"strconv"

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
		{industry.MapChain, industry.MapName(industry.MapChain), (*server).drawChain},
		{industry.MapTechnology, industry.MapName(industry.MapTechnology), (*server).drawTechnology},
		{industry.MapApplication, industry.MapName(industry.MapApplication), (*server).drawApplication},
		{industry.MapRegion, industry.MapName(industry.MapRegion), (*server).drawRegion},
	}
}

// mapPage shows a map. As on a chain's page, the picker names the chain in the
// query, which leads on to its own address.
func (s *server) mapPage(c *request) error {
	kinds := mapKinds()
	name, ending := cutEnding(c.Param("map"))
	i := slices.IndexFunc(kinds, func(k mapKind) bool { return k.code == name })
	if i < 0 || ending == ".csv" {
		return noMap(c.Param("map"))
	}
	if wanted := c.Query("chain"); wanted != "" {
		rest := c.Request.URL.Query()
		rest.Del("chain")
		if wanted != c.Param("chain") {
			rest.Del("edition") // it is of this chain alone
		}
		return c.seeOther(mapAddress(wanted, kinds[i].code, rest))
	}
	v, err := s.view(c)
	if err == nil {
		err = s.stand(c, &v, industry.Paper{Chain: v.Query.Chain, Kind: industry.EditionOfMap, Code: name})
	}
	if err != nil {
		return err
	}
	if ending != "" {
		return s.mapFile(c, office.MapRequest{Map: name, Query: v.Query, Edition: v.Editions.Chosen})
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

// mapFile sends the table view of a map.
func (s *server) mapFile(c *request, r office.MapRequest) error {
	var file bytes.Buffer
	if err := s.office.MapFile(c.ctx(), &file, r, office.Reader{User: c.user, Actor: c.actor()}); err != nil {
		return err
	}
	return c.attach(s.editionFile(industry.MapName(r.Map), r.Edition, ".xlsx"), workbookType, file.Bytes())
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

// Address returns the address of another map of the same chain and month, and of
// the same moment unless that is an edition's of this map.
func (p *mapPage) Address(name string) string {
	values := p.View.values()
	values.Del("chain")
	if p.View.Editions.Chosen != nil {
		values.Del("as_of")
	}
	return mapAddress(p.View.Query.Chain, name, values)
}

// File returns the address of the map's table as a file.
func (p *mapPage) File() string {
	values := p.View.values()
	values.Del("chain")
	if e := p.View.Editions.Chosen; e != nil {
		values.Del("as_of")
		values.Set("edition", strconv.FormatInt(e.ID, 10))
	}
	return mapAddress(p.View.Query.Chain, p.Map+".xlsx", values)
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
