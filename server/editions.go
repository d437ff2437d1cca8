package server

import (
	"net/url"
	"strconv"

	"chainboard/industry"
	"chainboard/office"
)

// paperKind reads a kind of paper as addresses write it.
func paperKind(part string) (industry.EditionKind, error) {
	switch part {
	case "lists":
		return industry.EditionOfList, nil
	case "maps":
		return industry.EditionOfMap, nil
	}
	return "", notFound(nil)
}

// paper reads the list or map from the path.
func (c *request) paper() (industry.Paper, error) {
	kind, err := paperKind(c.Param("kind"))
	return industry.Paper{Chain: c.Param("chain"), Kind: kind, Code: c.Param("code")}, err
}

// paperAddress is where a list or map is shown.
func paperAddress(p industry.Paper) string {
	if p.Kind == industry.EditionOfMap {
		return mapAddress(p.Chain, url.PathEscape(p.Code), nil)
	}
	return listAddress(p.Chain, p.Code)
}

// editionsAddress is where the editions of a list or map stand.
func editionsAddress(p industry.Paper) string {
	return "/chains/" + url.PathEscape(p.Chain) + "/editions/" + string(p.Kind) + "s/" + url.PathEscape(p.Code)
}

// present is what a choice of editions calls the list or map as it is now.
const present = "now"

// editionID reads the number of an edition from a parameter; 0 is the present.
func editionID(text string) (int64, error) {
	if text == "" || text == present {
		return 0, nil
	}
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil || id <= 0 {
		return 0, industry.Errorf(industry.NotFound, "没有版本“%s”，请重新选择", text)
	}
	return id, nil
}

// edition reads the edition of a list or map that ?edition= asks for, nil for the
// present.
func (s *server) edition(c *request, p industry.Paper) (*industry.Edition, error) {
	id, err := editionID(c.Query("edition"))
	if err != nil || id == 0 {
		return nil, err
	}
	e, err := s.office.Edition(c.ctx(), p, id)
	if err != nil {
		return nil, err
	}
	return &e, nil
}

// editionChoices are the editions as options of a select, the present first,
// which has the given value.
func editionChoices(editions []industry.Edition, now string, selected int64) []choice {
	list := []choice{{now, "现状", selected == 0}}
	for _, e := range editions {
		list = append(list, choice{strconv.FormatInt(e.ID, 10), e.Name + "（" + string(e.Dated) + "）", e.ID == selected})
	}
	return list
}

// editionMenu is what a page of a list or map says of its editions.
type editionMenu struct {
	Chosen  *industry.Edition // nil: the present, or another moment
	Choices []choice          // nil where there is no edition yet
	Page    string            // where they stand
	Compare string            // what changed from the chosen one until now
}

// editions reads the editions of a list or map for its page.
func (s *server) editions(c *request, p industry.Paper, chosen *industry.Edition) (editionMenu, error) {
	m := editionMenu{Chosen: chosen, Page: editionsAddress(p)}
	all, err := s.office.Editions(c.ctx(), p, c.user)
	if err != nil || len(all) == 0 {
		return m, err
	}
	var id int64
	if chosen != nil {
		id = chosen.ID
		m.Compare = compareAddress(p, id, 0)
	}
	m.Choices = editionChoices(all, "", id)
	return m, nil
}

func compareAddress(p industry.Paper, from, to int64) string {
	side := func(id int64) string {
		if id == 0 {
			return present
		}
		return strconv.FormatInt(id, 10)
	}
	return editionsAddress(p) + "/compare?" + url.Values{"from": {side(from)}, "to": {side(to)}}.Encode()
}

// stand moves a view of a map to the moment of the edition that is asked for.
func (s *server) stand(c *request, v *view, p industry.Paper) error {
	e, err := s.edition(c, p)
	if err != nil {
		return err
	}
	if v.Editions, err = s.editions(c, p, e); err != nil || e == nil {
		return err
	}
	v.Query.AsOf, v.asOf = e.AsOf, momentText(e.AsOf)
	if c.Query("month") == "" {
		v.Query.Month, err = s.office.MonthAsOf(c.ctx(), e.AsOf)
	}
	return err
}

// mapQuery is query, at the moment of the map's edition where one is asked for.
func (s *server) mapQuery(c *request) (office.Query, error) {
	q, err := c.query()
	if err != nil {
		return q, err
	}
	e, err := s.edition(c, industry.Paper{Chain: q.Chain, Kind: industry.EditionOfMap, Code: c.Param("map")})
	if e != nil {
		q.AsOf = e.AsOf
	}
	return q, err
}
