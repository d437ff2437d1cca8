package industry

import (
	"slices"
	"strings"
	"time"
)

// Subject is what a decision concerns: a project, an issue, an enterprise or the
// figure of an indicator.
type Subject struct {
	Kind  string // noun of the register it stands in
	Key   string
	Chain string // of a figure; "": every chain together
	Month Month  // of a figure; undefined: the newest
}

// subjectKinds are what a decision may concern with the word before its name, in
// the order in which a name without one is sought.
var subjectKinds = []struct{ noun, word string }{
	{ProjectRegister.Noun, "项目"}, {IssueRegister.Noun, "问题"}, {EnterpriseRegister.Noun, "企业"}, {IndicatorRegister.Noun, "指标"},
}

// SubjectHint says how a subject is written.
const SubjectHint = "写成 项目:名称或编码、问题:编号、企业:名称、指标:名称，指定产业链和月份时写成 指标:产业链:名称:2026-10；多个用“、”分隔"

// Word names the kind: 项目, 问题, 企业, 指标.
func (s Subject) Word() string {
	for _, k := range subjectKinds {
		if k.noun == s.Kind {
			return k.word
		}
	}
	return s.Kind
}

// Figure reports whether the subject is a figure and not a record.
func (s Subject) Figure() bool { return s.Kind == IndicatorRegister.Noun }

// String returns the canonical text: project:XM0001, indicator:revenue:ne:2026-10.
func (s Subject) String() string {
	text := s.Kind + ":" + s.Key
	if s.Month.Defined() {
		return text + ":" + s.Chain + ":" + s.Month.String()
	}
	if s.Chain != "" {
		return text + ":" + s.Chain
	}
	return text
}

// ParseSubject reads canonical text.
func ParseSubject(text string) Subject {
	var s Subject
	s.Kind, s.Key, _ = strings.Cut(text, ":")
	if s.Figure() {
		var rest, month string
		s.Key, rest, _ = strings.Cut(s.Key, ":")
		s.Chain, month, _ = strings.Cut(rest, ":")
		if m, err := ParseMonth(month); err == nil {
			s.Month = m
		}
	}
	return s
}

// Subjects returns what a decision concerns.
func (r Record) Subjects() []Subject {
	var subjects []Subject
	for _, text := range r.List("subjects") {
		subjects = append(subjects, ParseSubject(text))
	}
	return subjects
}

// FindSubject returns what text names: 项目, 问题 or 企业 with a code or exact name
// after the colon, 指标 with an indicator, before it a chain and behind it a month
// where they matter. Text without such a word is sought among all of them. The
// error is an Invalid sentence without the place.
func (d *Directory) FindSubject(text string) (Subject, error) {
	if i := strings.IndexAny(text, ":："); i >= 0 {
		word, rest := strings.TrimSpace(text[:i]), strings.TrimSpace(strings.TrimLeft(text[i:], ":："))
		for _, k := range subjectKinds {
			switch {
			case k.word != word:
			case k.noun == IndicatorRegister.Noun:
				return d.findFigure(rest)
			default:
				key, err := d.Find(k.noun, rest, "")
				return Subject{Kind: k.noun, Key: key}, err
			}
		}
	}
	var found []Subject
	for _, k := range subjectKinds {
		if key, ok := d.codes[k.noun][text]; ok {
			found = append(found, Subject{Kind: k.noun, Key: key})
			continue
		}
		for _, key := range d.names[k.noun][text] {
			found = append(found, Subject{Kind: k.noun, Key: key})
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return Subject{}, d.unknown(subjectNouns(), text, "没有叫“%s”的项目、问题、企业或指标", text)
	}
	var names []string
	for _, s := range found {
		names = append(names, s.Word()+":"+s.Key)
	}
	return Subject{}, Errorf(Invalid, "“%s”不止一个：%s，请写明是哪一个", text, strings.Join(names, "、"))
}

func subjectNouns() []string {
	nouns := make([]string, len(subjectKinds))
	for i, k := range subjectKinds {
		nouns[i] = k.noun
	}
	return nouns
}

// findFigure reads 产业链:指标:月份, of which only the indicator must be there.
func (d *Directory) findFigure(text string) (Subject, error) {
	s := Subject{Kind: IndicatorRegister.Noun}
	parts := strings.Split(strings.ReplaceAll(text, "：", ":"), ":")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if m := figureMonth(parts[len(parts)-1]); m.Defined() && len(parts) > 1 {
		s.Month, parts = m, parts[:len(parts)-1]
	}
	if len(parts) > 2 {
		return s, Errorf(Invalid, "“%s”看不出是哪个指标", text)
	}
	var err error
	if len(parts) == 2 && parts[0] != AllChains {
		if s.Chain, err = d.Find(ChainRegister.Noun, parts[0], ""); err != nil {
			return s, err
		}
	}
	s.Key, err = d.Find(IndicatorRegister.Noun, parts[len(parts)-1], "")
	return s, err
}

// figureMonth reads a month as people write it, undefined where it is none.
func figureMonth(text string) Month {
	for _, layout := range []string{"2006-1", "2006年1月", "2006/1", "200601"} {
		if t, err := time.Parse(layout, text); err == nil {
			return NewMonth(t.Year(), int(t.Month()))
		}
	}
	return 0
}

// WriteSubject returns what an export and a form write for a subject.
func (d *Directory) WriteSubject(s Subject) string {
	text := d.writeApart(s.Kind, s.Key)
	if s.Chain != "" {
		text = d.writeApart(ChainRegister.Noun, s.Chain) + ":" + text
	}
	if s.Month.Defined() {
		text += ":" + s.Month.String()
	}
	return s.Word() + ":" + text
}

// writeApart writes a name, or its code where the name holds what separates names.
func (d *Directory) writeApart(noun, key string) string {
	text := d.Write(noun, key, "")
	if strings.ContainsAny(text, ":：、,，;；\n") {
		return key
	}
	return text
}

// findSubjects replaces names by canonical texts.
func (d *Directory) findSubjects(text string) (string, error) {
	var found []string
	for _, part := range SplitList(text) {
		s, err := d.FindSubject(part)
		if err != nil {
			return "", err
		}
		if !slices.Contains(found, s.String()) {
			found = append(found, s.String())
		}
	}
	return strings.Join(found, ListSeparator), nil
}

// subjectCell names what a decision concerns.
func (d *Directory) subjectCell(values []string) ListCell {
	labels := make([]string, len(values))
	for i, v := range values {
		labels[i] = d.WriteSubject(ParseSubject(v))
	}
	return namedCell(values, labels)
}

// NamedSubject is a subject as screens and programs tell it.
type NamedSubject struct {
	Kind  string   `json:"kind"` // project, issue, enterprise, indicator
	ID    string   `json:"id"`
	Chain Optional `json:"chain"` // of a figure; null: every chain together
	Month Month    `json:"month"` // of a figure; null: the newest
	Word  string   `json:"-"`     // 项目
	Name  string   `json:"name"`  // of an issue its content
}

// Text is the subject in one line: 项目：光伏支架智能制造项目.
func (s NamedSubject) Text() string { return s.Word + "：" + s.Name }

// NameSubjects names what a decision concerns; contents tells what issues are about, by code.
func (d *Directory) NameSubjects(r Record, contents map[string]string) []NamedSubject {
	named := []NamedSubject{}
	for _, s := range r.Subjects() {
		n := NamedSubject{Kind: s.Kind, ID: s.Key, Chain: Optional(s.Chain), Month: s.Month, Word: s.Word(), Name: d.Name(s.Kind, s.Key)}
		if s.Kind == IssueRegister.Noun {
			n.Name = orElse(contents[s.Key], n.Name)
		}
		if s.Chain != "" {
			n.Name = d.Name(ChainRegister.Noun, s.Chain) + n.Name
		}
		if s.Month.Defined() {
			n.Name += "（" + s.Month.Span() + "）"
		}
		named = append(named, n)
	}
	return named
}

// SubjectNames returns what a form of decisions offers for 涉及, sorted by kind.
func (d *Directory) SubjectNames() []string {
	var names []string
	for _, k := range subjectKinds {
		start := len(names)
		for key := range d.label[k.noun] {
			names = append(names, d.WriteSubject(Subject{Kind: k.noun, Key: key}))
		}
		slices.Sort(names[start:])
	}
	return names
}
