package server

import (
	"net/http"
	"time"

	"chainboard/industry"
)

// scheduleBody is the schedule as the API tells and takes it.
type scheduleBody struct {
	industry.DocumentSchedule
	Next   *time.Time               `json:"next"` // null where it is off
	Drafts []industry.DocumentDraft `json:"drafts"`
}

// apiDocumentSchedule answers GET /api/v1/documents/schedule.
func (s *server) apiDocumentSchedule(c *request) error {
	var body scheduleBody
	var err error
	if body.DocumentSchedule, err = s.office.DocumentSchedule(c.ctx()); err != nil {
		return err
	}
	if next := body.DocumentSchedule.Next(s.office.Now()); !next.IsZero() {
		body.Next = &next
	}
	if body.Drafts, err = s.office.DocumentDrafts(c.ctx(), draftsShown); err != nil {
		return err
	}
	return c.json(http.StatusOK, body)
}

// apiSetDocumentSchedule answers PUT /api/v1/documents/schedule. The version is the
// one that was read.
func (s *server) apiSetDocumentSchedule(c *request) error {
	var d struct {
		On      bool                    `json:"on"`
		Day     int                     `json:"day"`
		Hour    int                     `json:"hour"`
		Chains  []string                `json:"chains"`
		Files   []industry.DocumentFile `json:"files"`
		Version int64                   `json:"version"`
	}
	if err := c.jsonBody(&d); err != nil {
		return err
	}
	schedule := industry.DocumentSchedule{On: d.On, Day: d.Day, Hour: d.Hour, Chains: d.Chains, Files: d.Files, Version: d.Version}
	if err := s.office.SetDocumentSchedule(c.ctx(), schedule, c.actor()); err != nil {
		return err
	}
	return s.apiDocumentSchedule(c)
}
