package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// overviewPage is the first page: the county's chains at a glance.
type overviewPage struct {
	Page
	figures
	Chains  []chainCard
	Decided industry.DecisionBoard // what meetings decided
}

// chainCard is a chain with who leads it and its headline.
type chainCard struct {
	office.ChainCard
	Revenue industry.Line
	Leading []office.Leader // 链长 and 副链长 in office
	Offices []office.Leader // 链长办 in office
}

func (s *server) overviewPage(c *request) error {
	if own := c.user.Enterprise; c.user.OwnRowsOnly() && own != "" {
		return c.seeOther("/chains/" + industry.AllChains + "/lists/enterprises/" + own)
	}
	v, err := s.view(c)
	if err != nil {
		return err
	}
	p := &overviewPage{Page: Page{Title: "总览", Brand: v.Brand()}}
	if p.figures, err = s.figures(c, v); err != nil {
		return err
	}
	if p.Chains, err = s.chainCards(c, v); err != nil {
		return err
	}
	if p.Decided, err = s.office.DecisionBoard(c.ctx(), v.Query.AsOf); err != nil {
		return err
	}
	return c.html(http.StatusOK, "overview", p)
}

// figures reads the overview of a view for a page that may scroll.
func (s *server) figures(c *request, v view) (figures, error) {
	o, err := s.office.Overview(c.ctx(), v.Query)
	if err != nil {
		return figures{}, err
	}
	verdicts, err := s.office.Verdicts(c.ctx(), v.Query)
	if err != nil {
		return figures{}, err
	}
	f := figuresOf(v, o, verdicts)
	f.Tiles, f.Grid = pageTiles(f.Tiles)
	return f, nil
}

// chainCards reads the headline of each chain; of a single one there is nothing
// to compare.
func (s *server) chainCards(c *request, v view) ([]chainCard, error) {
	if v.Query.Chain != industry.AllChains {
		return nil, nil
	}
	cards := make([]chainCard, len(v.Cards))
	for i, card := range v.Cards {
		q := v.Query
		q.Chain = card.Code
		table, err := s.office.Dispatch(c.ctx(), q)
		if err != nil {
			return nil, err
		}
		cards[i] = chainCard{ChainCard: card}
		cards[i].Revenue, _ = table.Line(revenue)
		cards[i].Leading = inOffice(card.Leaders, "总链长", "链长", "副链长")
		cards[i].Offices = inOffice(card.Leaders, "链长办")
	}
	return cards, nil
}
