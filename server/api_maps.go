package server

import (
	"encoding/json"
	"net/http"

	"chainboard/charts"
	"chainboard/industry"
	"chainboard/office"
)

// mapMembers says what a map is, beside the members of its layout.
type mapMembers struct {
	Map     string         `json:"map"`
	Chain   string         `json:"chain"`
	Name    string         `json:"chain_name"`
	Edition string         `json:"edition"`
	Month   industry.Month `json:"month"`
	At      industry.Date  `json:"as_of"`
	Option  charts.Option  `json:"option"`
}

// apiMap answers GET /api/v1/chains/{chain}/maps/{map}: the layout in the map's
// own units, and the same as an ECharts option.
func (s *server) apiMap(c *request) error {
	q, err := s.mapQuery(c)
	if err != nil {
		return err
	}
	var in charts.Input
	var head office.MapHead
	var layout any
	name, open := c.Param("map"), c.can(industry.SeeEnterprises)
	switch name {
	case industry.MapChain:
		in.ChainMap, head, err = s.office.ChainMap(c.ctx(), q, open)
		layout = in.ChainMap
	case industry.MapTechnology:
		in.TechnologyMap, head, err = s.office.TechnologyMap(c.ctx(), q)
		layout = in.TechnologyMap
	case industry.MapApplication:
		in.ApplicationMap, head, err = s.office.ApplicationMap(c.ctx(), q)
		layout = in.ApplicationMap
	case industry.MapRegion:
		in.RegionMap, head, err = s.office.RegionMap(c.ctx(), q, open)
		layout = in.RegionMap
	default:
		return noMap(name)
	}
	if err != nil {
		return err
	}
	option, err := charts.Build(name+"-map", in)
	if err != nil {
		return err
	}
	members := mapMembers{name, head.Chain.ID, head.Chain.Name, head.Edition, head.Month, head.At, option}
	return c.merged(members, layout)
}

// merged answers with the members of several values as one object.
func (c *request) merged(values ...any) error {
	all := map[string]json.RawMessage{}
	for _, v := range values {
		text, err := json.Marshal(v)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(text, &all); err != nil {
			return err
		}
	}
	return c.json(http.StatusOK, all)
}
