package server

import (
	"net/url"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// funds is what a project's page shows of the money that arrived.
type funds struct {
	industry.Ledger
	Unit industry.ScreenUnit
	Rows []fundsRow // newest first
	New  string     // where a payment is entered; "" for those who may not
}

// fundsRow is a payment with its own page.
type fundsRow struct {
	industry.LedgerRow
	Href string
	Edit string
}

// saved is where a form leads once it is taken: what was paid for a project stands
// on the project's page.
func saved(chain, list, id string) string {
	project, _, of := strings.Cut(id, industry.KeySeparator)
	if list != "arrivals" || !of {
		return itemAddress(chain, list, id)
	}
	return itemAddress(chain, "projects", project) + "#funds"
}

// fundsOf lays out the ledger of a project.
func (c *request) fundsOf(d office.Detail) *funds {
	if d.Ledger == nil {
		return nil
	}
	f := &funds{Ledger: *d.Ledger, Unit: industry.ScreenUnitOf(d.Ledger.Unit)}
	edits := c.can(industry.EditRegisters) && d.Stands()
	chain := c.Param("chain")
	if edits {
		f.New = listAddress(chain, "arrivals") + "/new?" + url.Values{"project": {d.ID}}.Encode()
	}
	for i := range d.Ledger.Rows {
		row := d.Ledger.Rows[len(d.Ledger.Rows)-1-i]
		r := fundsRow{LedgerRow: row}
		if c.can(industry.SeeEnterprises) {
			r.Href = asOf(itemAddress(chain, "arrivals", row.Key), d.AsOf)
		}
		if edits {
			r.Edit = r.Href + "/edit"
		}
		f.Rows = append(f.Rows, r)
	}
	return f
}
