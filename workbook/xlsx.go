package workbook

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// xlsxBook is an opened .xlsx workbook: its cell formats and shared texts.
type xlsxBook struct {
	archive *archive
	parts   []string // by sheet: the path of its XML
	formats []format // by cell style
	strings []string // cleaned
}

func openXLSX(data []byte, lim limits) (*book, error) {
	a, err := openArchive(data, lim)
	if err != nil {
		return nil, err
	}
	x := &xlsxBook{archive: a}
	b := &book{limits: lim, form: x}
	targets, err := x.readRelations()
	if err != nil {
		return nil, err
	}
	if err := x.readWorkbook(b, targets); err != nil {
		return nil, err
	}
	if x.formats, err = x.readFormats(targets.styles); err != nil {
		return nil, err
	}
	return b, x.readStrings(targets.strings)
}

// relations are the parts the workbook points to.
type relations struct {
	sheets          map[string]string // by relation id
	styles, strings string
}

func (x *xlsxBook) readRelations() (relations, error) {
	found := relations{sheets: map[string]string{}, styles: "xl/styles.xml", strings: "xl/sharedStrings.xml"}
	var list struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := x.decode("xl/_rels/workbook.xml.rels", &list); err != nil {
		return found, err
	}
	for _, r := range list.Relations {
		target := path.Join("xl", r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = r.Target[1:]
		}
		switch path.Base(r.Type) {
		case "worksheet":
			found.sheets[r.ID] = target
		case "styles":
			found.styles = target
		case "sharedStrings":
			found.strings = target
		}
	}
	return found, nil
}

func (x *xlsxBook) readWorkbook(b *book, targets relations) error {
	var list struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := x.decode("xl/workbook.xml", &list); err != nil {
		return err
	}
	b.date1904 = list.Properties.Date1904 == "1" || list.Properties.Date1904 == "true"
	for i, s := range list.Sheets {
		part := targets.sheets[s.ID]
		x.parts = append(x.parts, part)
		b.sheets = append(b.sheets, entry{clean(s.Name), i, part != ""})
	}
	return b.requireData()
}

// decode unmarshals a small part; an absent one leaves the value as it is.
func (x *xlsxBook) decode(name string, into any) error {
	data, err := x.archive.read(name)
	if data == nil || err != nil {
		return err
	}
	if xml.Unmarshal(data, into) != nil {
		return damaged()
	}
	return nil
}

// readStrings reads the shared string table: rich text without its phonetics.
func (x *xlsxBook) readStrings(name string) error {
	r, err := x.archive.open(name)
	if r == nil || err != nil {
		return err
	}
	defer r.Close()
	m := newMarkup(r)
	for {
		err := m.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return asDamaged(err)
		}
		if m.kind != openToken || !m.is("si") {
			continue
		}
		text, err := m.richText(nil)
		if err != nil {
			return asDamaged(err)
		}
		if len(x.strings) == x.archive.limits.strings {
			return tooManyTexts(len(x.strings))
		}
		x.strings = append(x.strings, clean(unescapeControl(string(text))))
	}
}

// richText appends the text of the element just opened (si or is), its <t>
// runs joined, phonetic guides left out, and moves past its end.
func (m *markup) richText(dst []byte) ([]byte, error) {
	inText := false
	for depth := 1; depth > 0; {
		if err := m.next(); err != nil {
			return dst, err
		}
		switch m.kind {
		case textToken:
			if inText {
				dst = m.appendText(dst)
			}
		case closeToken:
			depth--
			inText = false
		case openToken:
			if m.is("rPh") {
				if err := m.skip(); err != nil {
					return dst, err
				}
				continue
			}
			depth++
			inText = m.is("t")
		}
	}
	return dst, nil
}
