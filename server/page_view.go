package server

import (
	"net/url"
	"slices"

	"chainboard/industry"
	"chainboard/office"
)

// view is what a page of figures is about: a chain, a month, a moment, and what
// else may be chosen.
type view struct {
	Query     office.Query // chain and month are set
	Name      string       // of the chain
	Cards     []office.ChainCard
	Months    []industry.Month // with a revenue figure, newest first
	Indicator string           // of the charts that show one
	Open      bool             // single enterprises may be shown
	Lists     bool             // lists may be linked to
	Editions  editionMenu      // of a map
	asOf      string           // as it was asked for
}

// choice is one option of a select.
type choice struct {
	Value, Label string
	Selected     bool
}

const revenue = "revenue"

// view settles what the request asks for. An omitted chain is the one the
// account opens on; a wall that was given a chain shows no other.
func (s *server) view(c *request) (view, error) {
	if c.user.OwnRowsOnly() {
		return view{}, industry.Errorf(industry.Forbidden, "企业账号只能查看本企业的资料，请从企业清单进入")
	}
	v := view{Open: c.can(industry.SeeEnterprises), Lists: c.via != byScreen, Indicator: c.Query("indicator"), asOf: c.Query("as_of")}
	asked := c.Param("chain") != "" || c.Query("chain") != ""
	if v.Query.Chain = c.chain(); !asked || c.via == byScreen && len(c.user.Chains) > 0 {
		v.Query.Chain = homeChain(c.user)
	}
	if v.Indicator == "" {
		v.Indicator = revenue
	}
	var err error
	if v.Query.AsOf, err = c.instant("as_of"); err != nil {
		return v, err
	}
	if v.Query.Month, err = c.month("month"); err != nil {
		return v, err
	}
	if v.Cards, err = s.office.Chains(c.ctx()); err != nil {
		return v, err
	}
	if v.Name, err = v.nameOf(v.Query.Chain); err != nil {
		return v, err
	}
	if v.Months, err = s.office.Months(c.ctx(), industry.AllChains); err != nil {
		return v, err
	}
	if !v.Query.AsOf.IsZero() && !v.Query.Month.Defined() {
		v.Query.Month, err = s.office.MonthAsOf(c.ctx(), v.Query.AsOf)
	}
	v.settle(s.office.Today())
	return v, err
}

func homeChain(u industry.User) string {
	if len(u.Chains) == 1 {
		return u.Chains[0]
	}
	return industry.AllChains
}

// settle fills in the month that was left out: the newest with a figure.
func (v *view) settle(today industry.Date) {
	switch {
	case v.Query.Month.Defined():
	case len(v.Months) > 0:
		v.Query.Month = v.Months[0]
	default:
		v.Query.Month = today.Month()
	}
}

func (v *view) nameOf(chain string) (string, error) {
	if chain == industry.AllChains {
		return "全部产业链", nil
	}
	if card := v.Card(); card != nil {
		return card.Name, nil
	}
	return "", industry.Errorf(industry.NotFound, "没有编码为“%s”的产业链", chain)
}

// Card returns the chain that is looked at, nil for all of them.
func (v *view) Card() *office.ChainCard {
	for i := range v.Cards {
		if v.Cards[i].Code == v.Query.Chain {
			return &v.Cards[i]
		}
	}
	return nil
}

// Brand names what is looked at in the head of a wall.
func (v *view) Brand() string {
	card := v.Card()
	switch {
	case card != nil:
		return card.Area + card.Name
	case len(v.Cards) > 0:
		return v.Cards[0].Area + "重点产业链"
	}
	return ""
}

// Span is the period the figures cover: 2026年1—10月.
func (v view) Span() string { return v.Query.Month.Span() }

// Empty reports whether nobody has reported anything yet.
func (v view) Empty() bool { return len(v.Months) == 0 }

// AsOf is the moment as it was asked for, "" for now.
func (v view) AsOf() string { return v.asOf }

// Chains are the choices of the chain.
func (v view) Chains() []choice {
	list := []choice{{industry.AllChains, "全部产业链", v.Query.Chain == industry.AllChains}}
	for _, card := range v.Cards {
		list = append(list, choice{card.Code, card.Name, v.Query.Chain == card.Code})
	}
	return list
}

// MonthChoices are the choices of the month.
func (v view) MonthChoices() []choice {
	months := v.Months
	if !slices.Contains(months, v.Query.Month) {
		months = append([]industry.Month{v.Query.Month}, months...)
	}
	list := make([]choice, len(months))
	for i, m := range months {
		list[i] = choice{m.String(), m.Span(), m == v.Query.Month}
	}
	return list
}

// values are what carries the view to another address; what a wall opens says no
// more than the wall, whoever looks at it.
func (v view) values() url.Values {
	values := url.Values{"chain": {v.Query.Chain}, "month": {v.Query.Month.String()}}
	if v.asOf != "" {
		values.Set("as_of", v.asOf)
	}
	if !v.Lists {
		values.Set("wall", "1")
	}
	return values
}

// To returns the address of a page with the same chain and month.
func (v view) To(path string) string { return path + "?" + v.values().Encode() }

// Trace returns where a figure of an indicator is explained.
func (v view) Trace(indicator, of string) string { return v.About("/trace", indicator) + "&of=" + of }

// TraceOf is Trace in another chain.
func (v view) TraceOf(chain, indicator, of string) string {
	v.Query.Chain = chain
	return v.Trace(indicator, of)
}

// TracePart returns where a figure of a group of a breakdown is explained.
func (v view) TracePart(part partPlace, of string) string {
	return v.Trace(part.indicator, of) + "&" + url.Values{"by": {string(part.by)}, "group": {part.id}}.Encode()
}

// Tally returns where a figure that counts records is explained: issues.overdue,
// of a group where a kind and its name follow.
func (v view) Tally(figure string, group ...string) string {
	values := v.values()
	values.Set(figureParameter, figure)
	if len(group) == 2 {
		values.Set("by", group[0])
		values.Set("group", group[1])
	}
	return "/trace?" + values.Encode()
}

// TallyOf is Tally in another chain.
func (v view) TallyOf(chain, figure string) string {
	v.Query.Chain = chain
	return v.Tally(figure)
}

// partPlace names a group of a breakdown.
type partPlace struct {
	indicator string
	by        industry.Grouping
	id        string
}

// Changes returns the address of what changed in the figures up to the moment
// that is looked at.
func (v view) Changes() string {
	values := v.values()
	if values.Del("as_of"); v.asOf != "" {
		values.Set("to", v.asOf)
	}
	return "/changes?" + values.Encode()
}

// About returns the address of a page or chart about one indicator.
func (v view) About(path, indicator string) string {
	values := v.values()
	values.Set("indicator", indicator)
	return path + "?" + values.Encode()
}

// ChainPage returns the address of a chain's page in the same month.
func (v view) ChainPage(chain string) string {
	values := v.values()
	values.Del("chain")
	return "/chains/" + url.PathEscape(chain) + "?" + values.Encode()
}

// List returns the address of a list of the chain, filtered where a pair of
// column and value follows.
func (v view) List(list string, filter ...string) string {
	return v.ListOf(v.Query.Chain, list, filter...)
}

// ListOf returns the address of a list of another chain.
func (v view) ListOf(chain, list string, filter ...string) string {
	address, values := listAddress(chain, list), url.Values{}
	if len(filter) == 2 {
		values.Set(filter[0], filter[1])
	}
	if v.asOf != "" {
		values.Set("as_of", v.asOf)
	}
	if len(values) > 0 {
		address += "?" + values.Encode()
	}
	return address
}

// Item returns the address of a row of a list, as of the moment that is looked at.
func (v view) Item(list, id string) string {
	return asOf(itemAddress(v.Query.Chain, list, id), v.Query.AsOf)
}
