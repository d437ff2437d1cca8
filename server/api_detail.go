package server

import (
	"net/http"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// detailBody is the JSON of one record of a list.
type detailBody struct {
	ID        string                `json:"id"`
	Name      string                `json:"name"`
	Withdrawn bool                  `json:"withdrawn"`
	Month     industry.Month        `json:"month"`
	Fields    []office.DetailField  `json:"fields"`
	Stages    []industry.TrackStep  `json:"stages"` // of a project
	Days      *int                  `json:"days"`   // from signing to operation
	Pauses    []industry.Pause      `json:"pauses"`
	Ledger    *industry.Ledger      `json:"ledger"`      // of a project; null for those who may not see it
	Files     []industry.Attachment `json:"attachments"` // without their content
	AsOf      *time.Time            `json:"as_of"`       // null: now
	Since     *office.DetailLater   `json:"since"`       // what changed after that; null: it is of now
}

// apiDetail answers GET /api/v1/chains/{chain}/lists/{list}/{id}?as_of=.
func (s *server) apiDetail(c *request) error {
	at, err := c.instant("as_of")
	if err != nil {
		return err
	}
	d, err := s.office.Detail(c.ctx(), office.DetailRequest{List: c.Param("list"), ID: c.Param("id"), User: c.user, AsOf: at})
	if err != nil {
		return err
	}
	b := detailBody{
		ID: d.ID, Name: d.Name, Withdrawn: d.Withdrawn, Month: d.Month, Fields: d.Fields, Stages: d.Track.Steps, Days: d.Track.Days,
		Pauses: d.Track.Pauses, Ledger: d.Ledger, Files: d.Files,
	}
	if b.Stages == nil {
		b.Stages, b.Pauses = []industry.TrackStep{}, []industry.Pause{}
	}
	if !at.IsZero() {
		since, err := s.office.DetailSince(c.ctx(), d, c.user)
		if err != nil {
			return err
		}
		b.AsOf, b.Since = &d.AsOf, &since
	}
	return c.json(http.StatusOK, b)
}
