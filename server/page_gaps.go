package server

import (
	"bytes"
	"net/http"
	"net/url"

	"chainboard/industry"
)

const gapsPath = "/gaps"

// gapsPage is 断链补链对照表: every weak segment with what is there and what is
// being done about it.
type gapsPage struct {
	Page
	industry.Gaps
	View     view
	Rows     []gapRow
	States   []stateGap
	Download string
	Rule     string
}

// gapRow is a weak segment with its badge and its addresses.
type gapRow struct {
	industry.WeakSegment
	gapLinks
	Mark, Class string
	Map         string // its page of the chain map
	Firms       string // its enterprises
}

// gapLinks are the forms that take a project or prospect for a segment; "" for
// those who may not fill them in.
type gapLinks struct{ NewProspect, NewProject string }

// stateGap is how many segments are weak in one way with the badge.
type stateGap struct {
	industry.GapCount
	Mark, Class string
}

// gapForms returns the forms that begin with a segment filled in.
func (c *request) gapForms(chain, segment string) gapLinks {
	if !c.can(industry.EditRegisters) {
		return gapLinks{}
	}
	form := func(list string) string {
		return listAddress(chain, list) + "/new?" + url.Values{fieldInput + "segment": {segment}}.Encode()
	}
	return gapLinks{form("prospects"), form("projects")}
}

// CanAdd reports whether the user may take projects and prospects for a segment.
func (p *gapsPage) CanAdd() bool { return p.User != nil && p.User.Can(industry.EditRegisters) }

func (s *server) gapsPage(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	p := &gapsPage{Page: Page{Title: "断链补链对照表"}, View: v, Rule: industry.DiagnosisRule, Download: v.To(gapsPath + ".xlsx")}
	if p.Gaps, err = s.office.Gaps(c.ctx(), v.Query); err != nil {
		return err
	}
	for _, g := range p.Gaps.Gaps {
		mark, class := badge(g.State)
		values := v.values()
		values.Del("chain")
		p.Rows = append(p.Rows, gapRow{
			WeakSegment: g, gapLinks: c.gapForms(g.Chain, g.Name), Mark: mark, Class: class,
			Map: mapAddress(g.Chain, industry.MapChain, nil) + "/" + url.PathEscape(g.Code) + "?" + values.Encode(), Firms: v.ListOf(g.Chain, "enterprises", "segment", g.Name),
		})
	}
	for _, n := range p.Gaps.States {
		mark, class := badge(n.State)
		p.States = append(p.States, stateGap{n, mark, class})
	}
	return c.html(http.StatusOK, "gaps", p)
}

// gapsFile sends the table as a workbook.
func (s *server) gapsFile(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := s.office.GapsFile(c.ctx(), &file, v.Query, c.actor()); err != nil {
		return err
	}
	return c.attach("断链补链对照表-"+v.Name+"-"+v.Query.Month.String()+".xlsx", workbookType, file.Bytes())
}

// apiGaps answers GET /api/v1/chains/{chain}/gaps.
func (s *server) apiGaps(c *request) error {
	q, err := c.query()
	if err != nil {
		return err
	}
	g, err := s.office.Gaps(c.ctx(), q)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, g)
}
