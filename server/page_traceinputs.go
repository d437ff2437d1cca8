package server

import (
	"net/url"
	"strconv"
	"strings"

	"chainboard/industry"
)

// inputRow is a record behind a figure with the places its values stood in.
type inputRow struct {
	industry.TraceInput
	Places []place
}

// place is where values of one record were read from, cells of the same sheet
// and import together.
type place struct {
	Text  string // 月度调度!G17、H17; 网页填报
	Title string // import, file, person and time, as far as they may be told
	Batch string // of where the batches of the inputs differ
	Link  string // of the import, "" for those who may not open it
}

// places gathers the sources of a record's cells.
func (p *tracePage) places(in industry.TraceInput) []place {
	if len(in.Cells) == 0 && in.Source != nil {
		return []place{{Text: in.Source.Place()}}
	}
	var list []place
	var last *industry.Source
	for _, c := range in.Cells {
		s := c.Source
		switch {
		case s == nil:
			continue
		case last != nil && *last == *s && s.Cell == "":
			continue
		case last != nil && last.Batch == s.Batch && last.Sheet == s.Sheet && s.Cell != "" && last.Cell != "":
			list[len(list)-1].Text += "、" + s.Cell
		default:
			list = append(list, p.place(s))
		}
		last = s
	}
	return list
}

func (p *tracePage) place(s *industry.Source) place {
	at := place{Text: s.Place(), Title: s.Place()}
	if s.Batch == 0 {
		at.Text += " " + strings.TrimSpace(s.By+" "+minuteText(s.At))
		return at
	}
	at.Text, at.Batch, _ = strings.Cut(s.Place(), "，")
	if s.File != "" {
		at.Title += "，" + s.File
	}
	if s.By != "" {
		at.Title += "，" + s.By + " " + minuteText(s.At)
	}
	if p.Imports {
		at.Link = "/imports/" + strconv.FormatInt(s.Batch, 10)
	}
	if len(p.Batches) == 1 { // it stands below the table
		at.Batch = ""
	}
	return at
}

// traceHeads are the heads of the table of inputs.
type traceHeads struct {
	Value, Base, Reason string // "" where no input has one
	Sorts               map[string]sortHead
}

// sortHead is how a click on a head orders the inputs.
type sortHead struct{ Address, Order string }

func headsOf(t industry.Trace, at *url.URL) traceHeads {
	h := traceHeads{Sorts: map[string]sortHead{}}
	for _, in := range t.Inputs {
		switch {
		case in.Kind == industry.TargetRegister.Noun:
		case in.Value.Known && h.Value == "":
			h.Value = withUnit(t, valueHead(t, in))
		}
		if in.Base.Known && h.Base == "" {
			h.Base = withUnit(t, baseHead(t))
		}
		if len(in.Cells) > 0 && in.Cells[0].Text != "" && !in.Cells[0].Value.Known {
			h.Reason = in.Cells[0].Name
		}
	}
	if h.Value == "" && len(t.Inputs) > 0 {
		h.Value = "数值"
	}
	now := at.Query().Get("sort")
	if now == "" {
		now = "-value"
	}
	for _, column := range []string{"name", "value", "base"} {
		s := sortHead{}
		next := "-" + column
		switch now {
		case column:
			s.Order = "ascending"
		case "-" + column:
			s.Order, next = "descending", column
		default:
			if column == "name" {
				next = column
			}
		}
		values := at.Query()
		values.Set("sort", next)
		s.Address = "/trace?" + values.Encode()
		h.Sorts[column] = s
	}
	return h
}

// columnHead is one head that orders the inputs.
type columnHead struct {
	sortHead
	Label  string
	Number bool
}

func sorted(h traceHeads, column, label string) columnHead {
	return columnHead{h.Sorts[column], label, column != "name"}
}

// valueHead names what the inputs' values are.
// withUnit says in what unit a column stands; places have none.
func withUnit(t industry.Trace, head string) string {
	if t.Unit == "" || t.Of == industry.OfRank || t.Of == industry.OfRankChange {
		return head
	}
	return head + " " + t.Unit
}

func valueHead(t industry.Trace, in industry.TraceInput) string {
	switch {
	case in.Kind != industry.ObjectEnterprise && in.Kind != industry.ObjectChain || t.Origin == industry.Registered && in.Cells[0].Text != "":
		return "本期"
	case t.Of == industry.OfInMonth:
		return "当月"
	case t.Of == industry.OfForecast || t.Of == industry.OfRank || t.Of == industry.OfRankChange:
		return in.Cells[0].Name
	}
	return "本年累计"
}

func baseHead(t industry.Trace) string {
	switch t.Of {
	case industry.OfNominal:
		return "上年当时公布"
	case industry.OfTwoYears:
		return "两年前同期"
	}
	return "上年同期"
}
