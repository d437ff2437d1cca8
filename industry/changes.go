package industry

import "time"

// Changes tells what became of a month's figures between two moments and by
// which revisions: the JSON of GET /api/v1/changes.
type Changes struct {
	Chain     string     `json:"chain"`
	ChainName string     `json:"chain_name"`
	Month     Month      `json:"month"`
	From      time.Time  `json:"from"`
	To        *time.Time `json:"to"` // nil: now

	Indicators []LineChange  `json:"indicators"` // those that changed, in the order of the table
	Groups     []ChangeGroup `json:"groups"`     // newest first: one for each import, undo or form
	Records    []ChangeRow   `json:"records"`    // a page of the revisions, newest first; none for who may not see single enterprises
	Total      int           `json:"total"`      // revisions in all groups
	Page       int           `json:"page"`
	Size       int           `json:"size"`
}

// LineChange is an indicator before and after; differences are after − before,
// of rates in percentage points.
type LineChange struct {
	Code   string    `json:"code"`
	Name   string    `json:"name"`
	Unit   string    `json:"unit"`
	Before LineState `json:"before"`
	After  LineState `json:"after"`

	Difference           Quantity `json:"difference"`            // of the cumulative
	BaseDifference       Quantity `json:"base_difference"`       // of the same period of last year
	GrowthDifference     Rate     `json:"growth_difference"`     // percentage points
	CompletionDifference Rate     `json:"completion_difference"` // percentage points
}

// LineState is how an indicator stood at a moment.
type LineState struct {
	Cumulative Quantity `json:"cumulative"`
	Base       Quantity `json:"base"`
	InMonth    Quantity `json:"in_month"`
	Growth     Rate     `json:"growth"`
	GrowthText string   `json:"growth_text"`
	Target     Quantity `json:"target"`
	TargetText string   `json:"target_text"` // 160.00亿元, 增9.0%
	Completion Rate     `json:"completion"`
	Light      Light    `json:"light"`
	Rank       Quantity `json:"rank"`
	Reported   Quantity `json:"reported"` // enterprises behind a sum
	Status     Optional `json:"data_status"`
}

// ChangeGroup is what one import, undo or form changed: revisions that were saved
// together.
type ChangeGroup struct {
	Source Source        `json:"source"` // its cell is always null
	Undone int64         `json:"undone"` // the import that was undone; 0: none
	Counts []ChangeCount `json:"counts"` // by sheet and kind of change
	Total  int           `json:"total"`
}

// ChangeCount is a number of revisions of one sheet.
type ChangeCount struct {
	Sheet  string `json:"sheet"`
	Change string `json:"change"` // 新增, 修改, 撤回, 恢复
	Count  int    `json:"count"`
}

// ChangeRow is one revision: what became of which fields, by whom, from where.
type ChangeRow struct {
	Register string        `json:"register"` // noun
	Sheet    string        `json:"sheet"`
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Change   string        `json:"change"`
	Version  int64         `json:"version"`
	Source   Source        `json:"source"` // its cell is that of the first field
	Fields   []ChangeField `json:"fields"`
}

// ChangeField is one value replaced by another, as screens show them; "—" where
// there was or is none.
type ChangeField struct {
	Column string   `json:"column"`
	Name   string   `json:"name"`
	Unit   string   `json:"unit"`
	From   string   `json:"from"`
	To     string   `json:"to"`
	Cell   Optional `json:"cell"`
}

// ChangesOf compares two states of the same table and returns the indicators
// that are not the same.
func ChangesOf(before, after DispatchTable) []LineChange {
	changes := []LineChange{}
	for _, now := range after.Indicators {
		then, _ := before.Line(now.Code)
		c := LineChange{Code: now.Code, Name: now.Name, Unit: now.Unit, Before: stateOf(then), After: stateOf(now)}
		if c.Before == c.After {
			continue
		}
		c.Difference = c.After.Cumulative.Minus(c.Before.Cumulative)
		c.BaseDifference = c.After.Base.Minus(c.Before.Base)
		c.GrowthDifference = c.After.Growth.Minus(c.Before.Growth)
		c.CompletionDifference = c.After.Completion.Minus(c.Before.Completion)
		changes = append(changes, c)
	}
	return changes
}

func stateOf(l Line) LineState {
	s := LineState{
		Cumulative: l.Cumulative, Base: l.Base, InMonth: l.InMonth, Growth: l.Growth, GrowthText: l.GrowthText, Target: l.Target, TargetText: l.TargetText(),
		Completion: l.Completion, Light: l.Light, Rank: l.Rank, Reported: l.Coverage.Reported, Status: l.DataStatus,
	}
	if l.Code == "" { // the moment did not know the indicator
		s.GrowthText, s.TargetText, s.Light = undefined, undefined, NoLight
	}
	if s.Reported == Q(0) { // nobody reporting is the same as no list
		s.Reported = Quantity{}
	}
	return s
}

// Discreet returns the changes for those who may not see single enterprises:
// totals, and how many revisions came with which sheet and import.
func (c Changes) Discreet() Changes {
	groups := make([]ChangeGroup, len(c.Groups))
	for i, g := range c.Groups {
		g.Source = *g.Source.discreet()
		groups[i] = g
	}
	c.Groups, c.Records = groups, []ChangeRow{}
	return c
}
