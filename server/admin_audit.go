package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/store"
)

type auditPage struct {
	Page
	Actor   string
	Action  string
	Actions []industry.Action
	Entries []industry.AuditEntry
	Paging  paging
}

// auditPage shows the audit log, newest first, by actor and action.
func (s *server) auditPage(c *request) error {
	number, size, err := c.pageOf(50)
	if err != nil {
		return err
	}
	filter := store.AuditFilter{Actor: c.Query("actor"), Action: c.Query("action"), Page: number, Size: size}
	entries, total, err := s.store.AuditLog(c.ctx(), filter)
	if err != nil {
		return err
	}
	return c.html(http.StatusOK, "audit", &auditPage{
		Page: Page{Title: "审计日志"}, Actor: filter.Actor, Action: filter.Action, Actions: industry.Actions(),
		Entries: entries, Paging: c.paging(number, size, total),
	})
}
