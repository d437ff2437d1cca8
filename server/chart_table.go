package server

import (
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

// chartTablePage is the figures of a chart as a table, in the place of the picture.
type chartTablePage struct {
	Page
	industry.Table
	File string // the same as csv
}

// chartTable returns the figures of a chart as a fragment of a page, nil where
// there is nothing to draw.
func (s *server) chartTable(c *request, name string) ([]byte, error) {
	v, q, err := s.chartAsked(c, name)
	if err != nil {
		return nil, err
	}
	table, err := s.office.ChartTable(c.ctx(), q)
	if err != nil || table == nil {
		return nil, err
	}
	p := &chartTablePage{Table: *table}
	if v.Lists {
		p.File = "/charts/" + name + ".csv?" + c.Request.URL.RawQuery
	}
	return s.pages.render("chart_table", p)
}

// chartFile answers with the table as csv, which tells of no single enterprise.
func (s *server) chartFile(c *request, q office.ChartQuery) error {
	file, err := s.office.ChartCSV(c.ctx(), q)
	if err != nil {
		return err
	}
	if file == nil {
		c.Status(http.StatusNoContent)
		return nil
	}
	return c.attach("chart-"+q.Name+"-"+q.Month.String()+".csv", csvType, file)
}
