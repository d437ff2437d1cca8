package server

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"chainboard/industry"
)

const listsPath = "/admin/lists"

// listSetPage is how the county's lists are named and ordered.
type listSetPage struct {
	Page
	Form    form
	Rows    []listSetRow
	Version string
	Presets []industry.ListPreset
}

// listSetRow is one list as the form shows it.
type listSetRow struct {
	Code, Usual string // its own name beside the county's
	Name        string
	Place       string
	Shown       bool
	Error       string
}

func (s *server) listSetPage(c *request) error {
	set, version, err := s.office.ListSet(c.ctx())
	if err != nil {
		return err
	}
	return c.showListSet(set, version, form{})
}

func (c *request) showListSet(set industry.ListSet, version int64, f form) error {
	p := &listSetPage{Page: Page{Title: "清单设置"}, Form: f, Version: strconv.FormatInt(version, 10), Presets: industry.ListPresets()}
	for i, e := range set {
		p.Rows = append(p.Rows, listSetRow{
			Code: e.Code, Usual: industry.ListOf(e.Code).Name, Name: e.Name, Place: strconv.Itoa(i + 1), Shown: e.Shown, Error: f.Errors[e.Code],
		})
	}
	return c.html(statusFor(f), "lists", p)
}

// saveListSet takes the form, or one of the presets by its button.
func (s *server) saveListSet(c *request) error {
	version, err := strconv.ParseInt(c.field("version"), 10, 64)
	if err != nil {
		return industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再保存")
	}
	set := c.typedListSet()
	for _, preset := range industry.ListPresets() {
		if c.field("preset") == preset.Code {
			set = preset.Set()
		}
	}
	err = s.office.SaveListSet(c.ctx(), set, version, c.actor())
	if err == nil {
		return c.done(listsPath, "清单设置已保存")
	}
	var refused *industry.Error
	if !errors.As(err, &refused) || refused.Kind != industry.Invalid {
		return err
	}
	return c.showListSet(set, version, form{Errors: refused.Fields, Message: refused.Message})
}

// typedListSet reads the lists in the order of the places typed; what is no
// number stays where it stands.
func (c *request) typedListSet() industry.ListSet {
	type placed struct {
		industry.ListEntry
		place int
	}
	var rows []placed
	for i, l := range industry.Lists() {
		place, err := strconv.Atoi(c.field("place." + l.Code))
		if err != nil {
			place = i + 1
		}
		rows = append(rows, placed{industry.ListEntry{Code: l.Code, Name: c.field("name." + l.Code), Shown: flag(c.field("shown." + l.Code))}, place})
	}
	slices.SortStableFunc(rows, func(a, b placed) int { return cmp.Compare(a.place, b.place) })
	var set industry.ListSet
	for _, r := range rows {
		set = append(set, r.ListEntry)
	}
	return set
}
