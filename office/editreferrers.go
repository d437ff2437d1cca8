package office

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/store"
)

// mostReferrers is how many records are named where more refer to one.
const mostReferrers = 10

// referrers names the live records that refer to an editor's record.
func (o *Office) referrers(ctx context.Context, e *editor) ([]string, error) {
	g := e.list.Register
	var names []string
	for _, other := range industry.Registers() {
		for key, entry := range e.current[other] {
			if !entry.Withdrawn && (other != g || key != e.request.ID) && refersTo(entry.Record, g.Noun, e.request.ID) {
				names = append(names, other.Sheet+"“"+calledBy(e.directory.Unresolve(entry.Record))+"”")
			}
		}
	}
	slices.Sort(names)
	if n := len(names); n > mostReferrers {
		names = append(names[:mostReferrers], fmt.Sprintf("等共%d条", n))
	}
	reports, err := o.store.Reports(ctx, store.Span{From: industry.NewMonth(1900, 1), To: industry.NewMonth(9999, 12)}, time.Time{})
	if err != nil {
		return nil, err
	}
	n := 0
	for _, entry := range reports {
		if !entry.Withdrawn && refersTo(entry.Record, g.Noun, e.request.ID) {
			n++
		}
	}
	if n > 0 {
		names = append(names, fmt.Sprintf("%s%d行", industry.ReportRegister.Sheet, n))
	}
	return names, nil
}

// refersTo reports whether a field of a record names the record of a noun and key.
func refersTo(r industry.Record, noun, key string) bool {
	for i := range r.Register.Fields {
		f := &r.Register.Fields[i]
		switch {
		case f.Kind == industry.Object:
			if r.Values[i] == noun+":"+key {
				return true
			}
		case f.Kind == industry.SubjectField:
			if slices.ContainsFunc(r.Subjects(), func(s industry.Subject) bool {
				return s.Kind == noun && s.Key == key || noun == industry.ChainRegister.Noun && s.Chain == key
			}) {
				return true
			}
		case f.Kind == industry.Reference && f.Refers == noun:
			if slices.Contains(industry.SplitList(r.Values[i]), key) {
				return true
			}
		}
	}
	return false
}

// calledBy is what a record of any register is called by: its name or content,
// else what its key says.
func calledBy(r industry.Record) string {
	for _, column := range []string{"name", "content"} {
		if r.Register.Index(column) >= 0 && r.Get(column) != "" {
			return r.Get(column)
		}
	}
	var parts []string
	for i := range r.Register.Fields {
		if r.Register.Fields[i].Key && r.Values[i] != "" {
			parts = append(parts, r.Values[i])
		}
	}
	return strings.Join(parts, " ")
}
