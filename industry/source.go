package industry

import (
	"encoding/json"
	"strconv"
	"time"
)

// Place names where a value stood as far as that may be told: 月度调度!F17，导入批次 3,
// 网页填报 where somebody typed it, "—" where nothing is known.
func (s *Source) Place() string {
	switch {
	case s == nil:
		return undefined
	case s.Batch == 0 && s.By == "" && s.At.IsZero():
		return undefined
	case s.Batch == 0:
		return "网页填报"
	}
	text := s.Sheet
	if s.Cell != "" {
		text += "!" + s.Cell
	}
	return text + "，导入批次 " + strconv.FormatInt(s.Batch, 10)
}

// MarshalJSON writes null for what is not known: a value typed on the site has
// neither batch nor file, sheet and cell.
func (s Source) MarshalJSON() ([]byte, error) {
	members := struct {
		Batch *int64     `json:"batch"`
		File  Optional   `json:"file"`
		Sheet Optional   `json:"sheet"`
		Cell  Optional   `json:"cell"`
		By    Optional   `json:"by"`
		At    *time.Time `json:"at"`
	}{File: Optional(s.File), Sheet: Optional(s.Sheet), Cell: Optional(s.Cell), By: Optional(s.By)}
	if s.Batch != 0 {
		members.Batch = &s.Batch
	}
	if !s.At.IsZero() {
		at := s.At.In(Shanghai)
		members.At = &at
	}
	return json.Marshal(members)
}
