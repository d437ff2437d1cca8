package industry

// Issue is a problem of the chain as rates count it.
type Issue struct {
	ID       string
	Content  string
	Chain    string
	Assigned Date // 交办
	Handled  Date // 办结; undefined: open, or done on a day nobody wrote down
	Due      Date // last day of its limit in working days
	Done     bool // as of now: 办结待核, 回访 or 销号
}

// IssueOf reads an issue record, its limit by a calendar; the chain is its own one.
func IssueOf(r Record, c Calendar) Issue {
	i := Issue{
		ID: r.Key(), Content: r.Get("content"), Chain: r.Get("chain"),
		Assigned: r.Date("assigned_on"), Due: issueDue(r, c), Done: !issueOpen(r),
	}
	if i.Done {
		for _, column := range []string{"handled_on", "revisited_on", "closed_on"} {
			if i.Handled = r.Date(column); i.Handled.Defined() {
				break
			}
		}
	}
	return i
}

// assignedIn reports whether the issue was handed on between two days.
func (i *Issue) assignedIn(from, to Date) bool {
	return i.Assigned.Defined() && from <= i.Assigned && i.Assigned <= to
}

// handledBy reports whether the issue was done at the end of a day. One that was
// sent back is not; one done on a day nobody wrote down counts as done.
func (i *Issue) handledBy(day Date) bool {
	return i.Done && (!i.Handled.Defined() || i.Handled <= day)
}

// pendingAt reports whether the issue was open at the end of a day within its
// limit (未到期).
func (i *Issue) pendingAt(day Date) bool {
	return !i.handledBy(day) && i.Due.Defined() && day <= i.Due
}

// Visit is one visit to an enterprise.
type Visit struct {
	Key         string
	Enterprise  string
	On          Date
	Leaders     []string // who led it
	Departments []string // who took part
}

// VisitOf reads a visit record.
func VisitOf(r Record) Visit {
	return Visit{
		Key: r.Key(), Enterprise: r.Get("enterprise"), On: r.Date("on_date"), Leaders: r.List("leader"), Departments: r.List("departments"),
	}
}

// lastVisits returns the last visit to each enterprise between two days.
func lastVisits(visits []Visit, from, to Date) map[string]Visit {
	last := map[string]Visit{}
	for _, v := range visits {
		if v.On.Defined() && from <= v.On && v.On <= to && v.On >= last[v.Enterprise].On {
			last[v.Enterprise] = v
		}
	}
	return last
}

// closing returns 问题办结率 of the issues handed on since 1 January, and how many
// of them are open within their limit: they are in the denominator and shown
// apart (domain 2.3, S23).
func (r CountedRegisters) closing(m Month) (s share, pending Quantity) {
	from, to := yearTo(m)
	s, pending = share{Q(0), Q(0)}, Q(0)
	for i := range r.Issues {
		q := &r.Issues[i]
		if !q.assignedIn(from, to) {
			continue
		}
		s.of = s.of.Plus(Q(1))
		switch {
		case q.handledBy(to):
			s.hits = s.hits.Plus(Q(1))
		case q.pendingAt(to):
			pending = pending.Plus(Q(1))
		}
	}
	return s, pending
}

// visited returns 走访覆盖率: enterprises on the month's list that somebody visited
// since 1 January ÷ those on it. It is unknown before the first visit on record:
// nothing kept is not nobody visited.
func (r CountedRegisters) visited(m Month) share {
	from, to := yearTo(m)
	kept := false
	for _, v := range r.Visits {
		kept = kept || v.On.Defined() && v.On <= to
	}
	if !kept {
		return share{}
	}
	last := lastVisits(r.Visits, from, to)
	s := share{Q(0), Q(0)}
	for _, e := range r.Enterprises {
		if !e.Listed(m) {
			continue
		}
		s.of = s.of.Plus(Q(1))
		if _, ok := last[e.ID]; ok {
			s.hits = s.hits.Plus(Q(1))
		}
	}
	return s
}

// rated makes an indicator of a share and last year's.
func rated(code string, now, then share) Computed {
	return Computed{Indicator: code, Cumulative: now.percent(), Base: then.percent(), share: now, shareThen: then}
}

// issueInputs lists the issues handed on in the year or the same period before,
// 1 where one was done by the period's end, else 0.
func (r CountedRegisters) issueInputs(m Month) []RegisterInput {
	from, to := yearTo(m)
	then, until := yearTo(m - 12)
	var list []RegisterInput
	for i := range r.Issues {
		q := &r.Issues[i]
		in := RegisterInput{Noun: IssueRegister.Noun, Key: q.ID, Name: q.ID + " " + q.Content, Column: "state"}
		if q.assignedIn(from, to) {
			in.Value = Q(int64(boolInt(q.handledBy(to))))
		}
		if q.assignedIn(then, until) {
			in.Base = Q(int64(boolInt(q.handledBy(until))))
		}
		list = in.addTo(list)
	}
	return list
}

// visitInputs lists the enterprises of the two lists: 1 by the last visit of the
// period, 0 by the enterprise itself where there was none.
func (r CountedRegisters) visitInputs(m Month) []RegisterInput {
	var list []RegisterInput
	for i, at := range []Month{m, m - 12} {
		last := lastVisits(r.Visits, NewMonth(at.Year(), 1).First(), at.Last())
		for _, e := range r.Enterprises {
			if !e.Listed(at) {
				continue
			}
			in := RegisterInput{Noun: EnterpriseRegister.Noun, Key: e.ID, Name: e.Name, Column: "above_scale"}
			counts := Q(0)
			if v, ok := last[e.ID]; ok {
				in.Noun, in.Key, in.Column, in.Name = VisitRegister.Noun, v.Key, "on_date", e.Name+" "+string(v.On)
				counts = Q(1)
			}
			if i == 0 {
				in.Value = counts
			} else {
				in.Base = counts
			}
			list = append(list, in)
		}
	}
	return list
}
