package office

import (
	"fmt"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// reject counts a row that has an error, and keeps in mind what it was to bring.
func (p *plan) reject(ps *plannedSheet, row *workbook.Candidate) {
	ps.report.Rejected++
	p.directory.Refuse(row.Record, fmt.Sprintf("%s第 %d 行", ps.Name, row.Row))
}

// forget makes a refused row's record unknown to the rows that refer to it, or
// known again as it is kept: nothing may hang on what does not come.
func (p *plan) forget(r industry.Record) {
	entry, known := p.current[r.Register][r.Key()]
	if known && !entry.Withdrawn {
		p.learn(entry.Record)
		return
	}
	p.directory.Forget(r)
}

// dropOrphans refuses the rows that were taken before a row of the same sheet
// to which they refer was refused, and those that hang on them in turn.
func (p *plan) dropOrphans(ps *plannedSheet) {
	for dropped := ps.report.Rejected > 0; dropped; {
		dropped = false
		kept := ps.changes[:0]
		for _, c := range ps.changes {
			faults := p.directory.Unknown(c.Record)
			if len(faults) == 0 {
				kept = append(kept, c)
				continue
			}
			dropped = true
			p.drop(ps, c, faults)
		}
		ps.changes = kept
	}
}

// drop takes a planned change back.
func (p *plan) drop(ps *plannedSheet, c store.Change, faults []industry.Fault) {
	row := &workbook.Candidate{Record: c.Record, Row: c.Row}
	p.refuse(ps, row, faults)
	p.reject(ps, row)
	p.forget(c.Record)
	if c.Kind == store.New {
		ps.report.New--
	} else {
		ps.report.Changed--
	}
}
