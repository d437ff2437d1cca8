// Package workbook turns spreadsheets into candidate rows with their problems,
// and records back into spreadsheets: the workbook contract, and nothing of
// what is already stored. What a row refers to is resolved by the importer.
package workbook

import "chainboard/industry"

// File is what was read from one workbook. Problems concern the whole file:
// unknown sheets (warnings), two sheets for one register (errors).
type File struct {
	Name     string
	Sheets   []*Sheet // in the order in which registers are imported
	Problems []industry.Problem
}

// Sheet is one register's sheet. Problems stand at its header or its totals; an
// error among them says that the sheet cannot be taken as it is.
type Sheet struct {
	Register *industry.Register
	Name     string
	Columns  []Column
	Rows     []Candidate
	Read     int // data rows read: len(Rows)
	Skipped  int // totals, notes and blank rows between the first and last row
	Problems []industry.Problem

	noted     bool    // the last row was a note below the table
	positions [][]int // by field: its columns, preferred first
}

// Column is one header cell. Field is the index in Register.Fields, or -1 for
// an extra field, kept under Header. Unit is what the header (or the 单位 line
// above it) says, "" where it says none.
type Column struct {
	Field    int
	Header   string
	Letter   string
	Unit     string
	position int
	ignored  bool // a second column of the same field
}

// Candidate is one data row. The record's values are canonical where they could
// be read and "" where not; Reference and Object fields hold the cell's text,
// several values joined by 、. Any error among Problems refuses the row.
type Candidate struct {
	Row      int
	Record   industry.Record
	Present  []bool // by field: its column is in the file; shared by the rows of a sheet
	Problems []industry.Problem
}

// Refused reports whether the row has an error.
func (c *Candidate) Refused() bool {
	for i := range c.Problems {
		if c.Problems[i].Level == industry.LevelError {
			return true
		}
	}
	return false
}

// Cell returns the address of a field in a row, "F17", or "" where the field
// has no column.
func (s *Sheet) Cell(field, row int) string {
	if field < 0 || field >= len(s.positions) || len(s.positions[field]) == 0 {
		return ""
	}
	return address(s.positions[field][0], row)
}

func (s *Sheet) problem(level industry.Level, row, position int, wrong fault) industry.Problem {
	p := industry.Problem{Level: level, Sheet: s.Name, Row: row, Message: wrong.message, Remedy: wrong.remedy}
	if position >= 0 && row > 0 {
		p.Cell = address(position, row)
	}
	return p
}
