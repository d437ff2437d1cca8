package workbook

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"chainboard/industry"
)

// entry is one sheet as the workbook lists it.
type entry struct {
	name string
	part string // path of its XML; "" for a sheet that is not a grid (a chart, a macro)
}

// book is an opened workbook: its sheets, cell formats and shared texts.
type book struct {
	archive  *archive
	sheets   []entry
	formats  []format // by cell style
	strings  []string // cleaned
	date1904 bool
}

func openBook(data []byte, lim limits) (*book, error) {
	a, err := openArchive(data, lim)
	if err != nil {
		return nil, err
	}
	b := &book{archive: a}
	targets, err := b.readRelations()
	if err != nil {
		return nil, err
	}
	if err := b.readWorkbook(targets); err != nil {
		return nil, err
	}
	if b.formats, err = b.readFormats(targets.styles); err != nil {
		return nil, err
	}
	return b, b.readStrings(targets.strings)
}

// relations are the parts the workbook points to.
type relations struct {
	sheets          map[string]string // by relation id
	styles, strings string
}

func (b *book) readRelations() (relations, error) {
	found := relations{sheets: map[string]string{}, styles: "xl/styles.xml", strings: "xl/sharedStrings.xml"}
	var list struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := b.decode("xl/_rels/workbook.xml.rels", &list); err != nil {
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

func (b *book) readWorkbook(targets relations) error {
	var list struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := b.decode("xl/workbook.xml", &list); err != nil {
		return err
	}
	b.date1904 = list.Properties.Date1904 == "1" || list.Properties.Date1904 == "true"
	grids := 0
	for _, s := range list.Sheets {
		part := targets.sheets[s.ID]
		if part != "" {
			grids++
		}
		b.sheets = append(b.sheets, entry{clean(s.Name), part})
	}
	if grids == 0 {
		return industry.Errorf(industry.Unsupported, "工作簿里没有工作表（只有宏表或图表），没有数据可以导入；请把数据放进普通工作表再导入")
	}
	return nil
}

// decode unmarshals a small part; an absent one leaves the value as it is.
func (b *book) decode(name string, into any) error {
	data, err := b.archive.read(name)
	if data == nil || err != nil {
		return err
	}
	if xml.Unmarshal(data, into) != nil {
		return damaged()
	}
	return nil
}

// readStrings reads the shared string table: rich text without its phonetics.
func (b *book) readStrings(name string) error {
	r, err := b.archive.open(name)
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
		if len(b.strings) == b.archive.limits.strings {
			return industry.Errorf(industry.TooLarge, "工作簿里的文字超过 %d 条的上限；请拆成几个文件分别导入", len(b.strings))
		}
		b.strings = append(b.strings, clean(unescapeControl(string(text))))
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
