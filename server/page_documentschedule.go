package server

import (
	"net/url"
	"slices"
	"strconv"
	"time"

	"chainboard/industry"
)

const documentSchedulePath = documentsPath + "/schedule"

// draftsShown is how many outcomes of the schedule stand on the page.
const draftsShown = 6

// schedulePart is the box 自动起草: what is planned, what came of it and the form.
type schedulePart struct {
	industry.DocumentSchedule
	Next   time.Time
	Ticked bool // 启用, as the form shows it
	Chains []choice
	Days   []choice
	Hours  []choice
	Files  []choice
	Drafts []draftRow
}

// draftRow is what came of a planned moment.
type draftRow struct {
	industry.DocumentDraft
	ChainName string
	Papers    string // where they are; "" where there are none
}

// scheduled fills in the box, with what was typed where it was refused.
func (s *server) scheduled(c *request, v view, typed *industry.DocumentSchedule) (*schedulePart, error) {
	known, err := s.office.DocumentSchedule(c.ctx())
	if err != nil {
		return nil, err
	}
	p := &schedulePart{DocumentSchedule: known, Next: known.Next(s.office.Now())}
	shown := known
	if typed != nil {
		shown = *typed
		p.Version = typed.Version // what was begun on: a decision made meanwhile stays a conflict
	}
	p.Ticked = shown.On
	for day := 1; day <= industry.LastDraftDay; day++ {
		p.Days = append(p.Days, choice{strconv.Itoa(day), strconv.Itoa(day) + "日", day == shown.Day})
	}
	for hour := 0; hour <= industry.LastDraftHour; hour++ {
		p.Hours = append(p.Hours, choice{strconv.Itoa(hour), strconv.Itoa(hour) + "时", hour == shown.Hour})
	}
	for _, chain := range v.Chains() {
		p.Chains = append(p.Chains, choice{chain.Value, chain.Label, slices.Contains(shown.Chains, chain.Value)})
	}
	for _, f := range industry.DraftFiles() {
		p.Files = append(p.Files, choice{f.String(), f.Label(), slices.Contains(shown.Files, f)})
	}
	drafts, err := s.office.DocumentDrafts(c.ctx(), draftsShown)
	for _, d := range drafts {
		p.Drafts = append(p.Drafts, draftRowOf(d, v))
	}
	return p, err
}

func draftRowOf(d industry.DocumentDraft, v view) draftRow {
	row := draftRow{DocumentDraft: d, ChainName: d.Chain}
	for _, chain := range v.Chains() {
		if chain.Value == d.Chain {
			row.ChainName = chain.Label
		}
	}
	if d.Month.Defined() {
		row.Papers = documentsPath + "?" + url.Values{"chain": {d.Chain}, "month": {d.Month.String()}}.Encode()
	}
	return row
}

// saveDocumentSchedule decides when papers are drafted.
func (s *server) saveDocumentSchedule(c *request) error {
	d, err := c.typedSchedule()
	if err != nil {
		return err
	}
	err = s.office.SetDocumentSchedule(c.ctx(), d, c.actor())
	if err == nil {
		return c.done(documentsPath+"#schedule", "自动起草的设置已保存："+d.Text())
	}
	f := form{Values: map[string]string{}, Errors: map[string]string{}}
	if err := f.blame(err, map[string]string{"day": "day", "hour": "hour", "chains": "chains", "files": "files"}); err != nil {
		return err
	}
	return s.showDocuments(c, documentsTyped{Form: f, Schedule: &d})
}

// typedSchedule reads the form. What cannot be read stays wrong, which the check
// refuses by field.
func (c *request) typedSchedule() (d industry.DocumentSchedule, err error) {
	if d.Version, err = strconv.ParseInt(c.field("version"), 10, 64); err != nil {
		return d, industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再保存")
	}
	d.On = flag(c.field("on"))
	if d.Day, err = strconv.Atoi(c.field("day")); err != nil {
		d.Day = 0
	}
	if d.Hour, err = strconv.Atoi(c.field("hour")); err != nil {
		d.Hour = -1
	}
	for _, code := range c.PostFormArray("chains") {
		d.Chains = append(d.Chains, asText(code))
	}
	for _, text := range c.PostFormArray("files") {
		f, err := industry.ParseDocumentFile(text)
		if err != nil {
			return d, err
		}
		d.Files = append(d.Files, f)
	}
	return d, nil
}

// draftNotices tells those who issue papers of drafts that wait for them.
func (s *server) draftNotices(c *request, p *Page, v view) error {
	if !c.can(industry.EditRegisters) {
		return nil
	}
	waiting, err := s.office.WaitingDrafts(c.ctx())
	for _, d := range waiting {
		row := draftRowOf(d, v)
		p.Notices = append(p.Notices, Notice{Kind: "a", Text: row.ChainName + row.Said + "（" + minuteText(d.At) + " 自动起草）", Href: row.Papers})
	}
	return err
}
