package server

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"chainboard/industry"
	"chainboard/office"
)

const draftPath = documentsPath + "/draft"

// draftPage is a paper of a month before it is issued, each paragraph in a field
// where people may put their own words.
type draftPage struct {
	Page
	drawings
	View     view
	Kind     industry.DocumentKind
	Paper    industry.Document
	Number   draftField
	Sections []draftSection
	Unused   []industry.Rewording
	Notes    []industry.TemplateNote
	Serial   int64
	Message  string
	Post     string
	Back     string
	Files    []draftFile
	Template string // where the wording of every month is changed
}

// draftFile is a form the paper can be fetched in.
type draftFile struct{ Label, Path string }

// draftSection is a section of the paper with its heading's number.
type draftSection struct {
	Heading string
	Blocks  []draftBlock
}

// draftBlock is a table or picture as it will stand, or a paragraph in a field.
type draftBlock struct {
	Table   *industry.Table
	Picture *industry.Picture
	Field   *draftField
}

// draftField is a paragraph to be edited: what the program wrote, or what people
// put there, with who and when.
type draftField struct {
	ID, Was, Text string
	By, At        string // of whoever reworded it; "" for the program's own
	Rows          int
}

// draftAddress is where a paper of the view's month is edited.
func draftAddress(v view, kind industry.DocumentKind) string {
	return v.To(draftPath) + "&" + url.Values{"kind": {string(kind)}}.Encode()
}

// draftQuery settles which paper is meant: it tells what its kept file would.
func (s *server) draftQuery(c *request) (view, office.DocumentQuery, error) {
	v, err := s.documentView(c)
	if err != nil {
		return v, office.DocumentQuery{}, err
	}
	kind, err := industry.ParseDocumentKind(c.Query("kind"), "")
	if err != nil {
		return v, office.DocumentQuery{}, err
	}
	if industry.OwnTemplate(kind).Text == "" {
		return v, office.DocumentQuery{}, industry.Errorf(industry.Unsupported, "%s不能改写", kind.Label())
	}
	q := office.DocumentQuery{Query: v.Query, Kind: kind, Actor: c.actor()}
	m, err := s.office.OpenedMeeting(c.ctx(), v.Query.Month, v.Query.Chain)
	q.AsOf = m.AsOf
	return v, q, err
}

func (s *server) draftPage(c *request) error {
	v, q, err := s.draftQuery(c)
	if err != nil {
		return err
	}
	return s.showDraft(c, v, q, nil, "")
}

// showDraft shows a paper with what was typed, by paragraph, and what was wrong
// with all of it.
func (s *server) showDraft(c *request, v view, q office.DocumentQuery, typed map[string]string, message string) error {
	draft, err := s.office.Draft(c.ctx(), q.Query, q.Kind)
	if err != nil {
		return err
	}
	if err := s.office.Caption(c.ctx(), q.Query, &draft.Document); err != nil {
		return err
	}
	p := &draftPage{
		Page: Page{Title: q.Kind.Label() + "起草"}, drawings: drawings{q.Query}, View: v, Kind: q.Kind, Paper: draft.Document, Unused: draft.Unused, Notes: draft.Notes,
		Serial: draft.Serial, Message: message, Post: draftAddress(v, q.Kind), Back: v.To(documentsPath), Files: draftFiles(v, q),
		Template: documentTemplateAddress(v, q.Kind),
	}
	p.Number = draftFieldOf("number", industry.NumberWording, draft.Document.Number, nil)
	if again, ok := typed[industry.NumberWording]; ok {
		p.Number.Text = again
	}
	p.Sections = draftSections(draft.Document, typed)
	status := http.StatusOK
	if message != "" {
		status = http.StatusBadRequest
	}
	return c.html(status, "draft", p)
}

// draftSections puts the paragraphs of a paper in fields, with what was typed instead
// of what stands there.
func draftSections(d industry.Document, typed map[string]string) []draftSection {
	var sections []draftSection
	n := 0
	for _, section := range d.Sections {
		shown := draftSection{Heading: section.Heading}
		for _, b := range section.Blocks {
			if !b.Written() {
				shown.Blocks = append(shown.Blocks, draftBlock{Table: b.Table, Picture: b.Picture})
				continue
			}
			was := b.Wording()
			if b.Reworded != nil {
				was = b.Reworded.Was
			}
			if last := len(shown.Blocks) - 1; was == "" && last >= 0 && shown.Blocks[last].Field != nil {
				shown.Blocks[last].Field.add(b.Wording()) // a further line of the same rewording
				continue
			}
			n++
			field := draftFieldOf("p"+strconv.Itoa(n), was, b.Wording(), b.Reworded)
			shown.Blocks = append(shown.Blocks, draftBlock{Field: &field})
		}
		sections = append(sections, shown)
	}
	for _, section := range sections {
		for _, b := range section.Blocks {
			if b.Field == nil {
				continue
			}
			if again, ok := typed[b.Field.Was]; ok {
				b.Field.Text = ""
				b.Field.add(again)
			}
		}
	}
	return sections
}

func draftFieldOf(id, was, text string, r *industry.Rewording) draftField {
	f := draftField{ID: id, Was: was}
	if r != nil {
		f.By, f.At = r.By, minuteText(r.At)
	}
	f.add(text)
	return f
}

// add appends a line to the field and makes it as high as its text.
func (f *draftField) add(line string) {
	if f.Text != "" {
		line = f.Text + "\n" + line
	}
	f.Text = line
	f.Rows = 0
	for _, l := range strings.Split(f.Text, "\n") {
		f.Rows += 1 + fullWidths(l)/draftAcross
	}
}

// draftAcross is how many Chinese characters a line of a field holds.
const draftAcross = 60

// fullWidths is how wide a text is, in Chinese characters.
func fullWidths(text string) int {
	halves := 0
	for _, r := range text {
		halves++
		if r > unicode.MaxLatin1 {
			halves++
		}
	}
	return (halves + 1) / 2
}

func draftFiles(v view, q office.DocumentQuery) []draftFile {
	at := "/api/v1/briefings/" + v.Query.Month.String()
	moment := v
	moment.Query.AsOf = q.AsOf
	if !q.AsOf.IsZero() {
		moment.asOf = momentText(q.AsOf)
	}
	var files []draftFile
	for _, ending := range q.Kind.Endings() {
		files = append(files, draftFile{ending, moment.To(at+ending) + "&kind=" + string(q.Kind)})
	}
	return append(files, draftFile{"花脸稿 .docx", moment.To(at+".docx") + "&marks=1&kind=" + string(q.Kind)})
}

// mostDraftFields bounds how many paragraphs a form may post.
const mostDraftFields = 500

// saveDraft keeps the words that differ from what stands in the paper.
func (s *server) saveDraft(c *request) error {
	v, q, err := s.draftQuery(c)
	if err != nil {
		return err
	}
	serial, err := strconv.ParseInt(c.field("serial"), 10, 64)
	if err != nil {
		return industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再保存")
	}
	draft, err := s.office.Draft(c.ctx(), q.Query, q.Kind)
	if err != nil {
		return err
	}
	typed, changed := c.draftWords(draft)
	if len(changed) == 0 {
		return c.done(draftAddress(v, q.Kind), "没有改动")
	}
	err = s.office.Reword(c.ctx(), q, serial, changed)
	if err == nil {
		return c.done(draftAddress(v, q.Kind), fmt.Sprintf("已保存%d处改动", len(changed)))
	}
	f := form{}
	if err := f.blame(err, nil); err != nil {
		return err
	}
	return s.showDraft(c, v, q, typed, f.Message)
}

// draftWords reads what was typed, by paragraph, and which of it differs from what
// stands in the paper. What was typed for a paragraph that the paper does not have
// any more is kept too: it is shown among those not used, never dropped.
func (c *request) draftWords(draft office.Draft) (typed map[string]string, changed []industry.Rewording) {
	stands := standing(draft)
	typed = map[string]string{}
	for _, id := range draftIDs() {
		was := strings.ReplaceAll(c.field("was-"+id), "\r\n", "\n")
		if was == "" {
			break
		}
		text := strings.TrimSpace(strings.ReplaceAll(c.field(id), "\r\n", "\n"))
		typed[was] = text
		known, ok := stands[was]
		if !ok {
			known = was
		}
		if known != text {
			changed = append(changed, industry.Rewording{Was: was, Text: text})
		}
	}
	return typed, changed
}

// draftIDs are the names of the fields of a draft's form, in their order.
func draftIDs() []string {
	ids := []string{"number"}
	for n := range mostDraftFields {
		ids = append(ids, "p"+strconv.Itoa(n+1))
	}
	return ids
}

// standing returns what stands for each of the program's paragraphs: in the paper,
// or among the words that are not used.
func standing(draft office.Draft) map[string]string {
	stands := map[string]string{industry.NumberWording: draft.Document.Number}
	for _, r := range draft.Unused {
		stands[r.Was] = r.Text
	}
	for _, section := range draftSections(draft.Document, nil) {
		for _, b := range section.Blocks {
			if b.Field != nil {
				stands[b.Field.Was] = b.Field.Text
			}
		}
	}
	return stands
}
