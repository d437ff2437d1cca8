package server

import (
	"errors"
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// raisePath is where a visit is made into an issue.
const raisePath = "/chains/:chain/lists/:list/:id/issue"

// raiseAddress is where the visit of a page is made into an issue, "" for those
// who may not and for other records.
func (c *request) raiseAddress(g *industry.Register, id string) string {
	if g != industry.VisitRegister || id == "" || !c.can(industry.EditRegisters) {
		return ""
	}
	return itemAddress(c.Param("chain"), c.Param("list"), id) + "/issue"
}

// raisePage shows the form of the issue that a visit brought.
func (s *server) raisePage(c *request) error {
	f, err := s.office.VisitIssueForm(c.ctx(), c.editRequest())
	if err != nil {
		return err
	}
	return c.html(http.StatusOK, "edit", c.raised(f))
}

func (c *request) raised(f office.VisitIssue) *editPage {
	p := c.edited(f.Form)
	p.Title, p.Form.Name = "走访转为问题", f.Visit
	p.Back = itemAddress(c.Param("chain"), c.Param("list"), c.Param("id"))
	p.Post = p.Back + "/issue"
	return p
}

// raiseIssue saves the issue with its number at the visit and shows the issue.
func (s *server) raiseIssue(c *request) error {
	typed, err := c.typed()
	if err != nil {
		return err
	}
	code, f, err := s.office.RaiseIssue(c.ctx(), c.editRequest(), typed)
	if err == nil {
		return c.done(itemAddress(c.Param("chain"), "issues", code), "已转为问题 "+code)
	}
	var refused *industry.Error
	if f.List == nil || !errors.As(err, &refused) {
		return err
	}
	p := c.raised(f)
	p.Message = refused.Message
	return c.html(statusOf(refused.Kind), "edit", p)
}
