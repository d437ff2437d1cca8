package server

import (
	"errors"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"chainboard/industry"
	"chainboard/office"
)

// pastDetail says of which moment a record is shown, and what changed since.
type pastDetail struct {
	At      time.Time
	Meeting string // the meeting that sees this moment; "" of any other
	Unborn  bool   // it was not registered yet: what stands now is shown
	Later   office.DetailLater
	Changes []office.FieldChange // the first of them, long texts left out
	More    int                  // changes that are not among them
	Now     string               // address of the record as it stands
}

// Since is how what came after the moment is called.
func (p *pastDetail) Since() string {
	if p.Meeting != "" {
		return "会后"
	}
	return "此后"
}

// Most changes that a record of a past moment names, and how long a value may be to
// be shown among them.
const (
	mostPastChanges = 5
	mostPastValue   = 40
)

// detailAt reads the record of the address as of ?as_of=. One that was registered
// later is shown as it stands.
func (s *server) detailAt(c *request, user industry.User) (office.Detail, *pastDetail, error) {
	r := office.DetailRequest{List: c.Param("list"), ID: c.Param("id"), User: user}
	var err error
	if r.AsOf, err = c.instant("as_of"); err != nil {
		return office.Detail{}, nil, err
	}
	d, err := s.office.Detail(c.ctx(), r)
	if r.AsOf.IsZero() {
		return d, nil, err
	}
	p := &pastDetail{At: r.AsOf, Now: itemAddress(c.Param("chain"), r.List, r.ID)}
	if p.Unborn = isKind(err, industry.NotFound); p.Unborn {
		r.AsOf = time.Time{}
		d, err = s.office.Detail(c.ctx(), r)
	}
	if err != nil {
		return d, nil, err
	}
	if p.Meeting, err = s.meetingAsOf(c, p.At); err != nil || p.Unborn {
		return d, p, err
	}
	if p.Later, err = s.office.DetailSince(c.ctx(), d, user); err != nil {
		return d, nil, err
	}
	for _, f := range p.Later.Changes {
		if len(p.Changes) == mostPastChanges {
			p.More++
			continue
		}
		if utf8.RuneCountInString(f.From+f.To) > mostPastValue {
			f.From, f.To = "", ""
		}
		p.Changes = append(p.Changes, f)
	}
	return d, p, nil
}

// meetingAsOf names the meeting that sees a moment.
func (s *server) meetingAsOf(c *request, at time.Time) (string, error) {
	all, err := s.office.Meetings(c.ctx())
	for _, m := range all {
		if m.AsOf.Equal(at) {
			return m.Name, err
		}
	}
	return "", err
}

func isKind(err error, kind industry.Kind) bool {
	var known *industry.Error
	return errors.As(err, &known) && known.Kind == kind
}

// asOf makes an address one of a past moment; the zero moment is now.
func asOf(address string, at time.Time) string {
	if at.IsZero() {
		return address
	}
	joint := "?"
	if strings.Contains(address, "?") {
		joint = "&"
	}
	return address + joint + url.Values{"as_of": {momentText(at)}}.Encode()
}
