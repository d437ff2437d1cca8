package testkit

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"
)

// sound is a Word file with nothing wrong.
func sound() map[string]string {
	const space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	return map[string]string{
		"[Content_Types].xml":          `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="x"/><Override PartName="/word/document.xml" ContentType="y"/></Types>`,
		"_rels/.rels":                  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="z" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="z" Target="document.xml"/></Relationships>`,
		"word/document.xml":            `<w:document` + space + `><w:body><w:p><w:pPr><w:keepNext/><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>字</w:t></w:r></w:p><w:sectPr><w:headerReference r:id="rId1"/><w:pgSz/></w:sectPr></w:body></w:document>`,
	}
}

func faultsOf(t *testing.T, parts map[string]string) []string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return officeFaults(out.Bytes())
}

func TestOfficePackage(t *testing.T) {
	if faults := faultsOf(t, sound()); len(faults) > 0 {
		t.Errorf("a sound file has faults: %q", faults)
	}
	for _, c := range []struct{ part, was, is, want string }{
		{"word/document.xml", `<w:keepNext/><w:jc w:val="left"/>`, `<w:jc w:val="left"/><w:keepNext/>`, "word/document.xml: in w:pPr, w:keepNext stands after w:jc"},
		{"word/document.xml", `<w:b/>`, `<w:b/><w:b/>`, "word/document.xml: w:rPr has more than one w:b"},
		{"word/document.xml", `<w:t>`, `<w:p/><w:t>`, "word/document.xml: w:r may not have w:p"},
		{"word/document.xml", `<w:keepNext/>`, `<w:keepnext/>`, "word/document.xml: w:keepnext is not an element this check knows"},
		{"word/document.xml", `<w:p>`, `<w:tbl><w:tblPr/></w:tbl><w:p>`, "word/document.xml: w:tbl lacks w:tblGrid"},
		{"word/document.xml", `r:id="rId1"`, `r:id="rId2"`, "word/document.xml refers to rId2, which is no relation of it"},
		{"word/document.xml", `</w:document>`, ``, "word/document.xml: XML syntax error on line 1: unexpected EOF"},
		{"word/_rels/document.xml.rels", `"document.xml"`, `"settings.xml"`, "word/document.xml leads to word/settings.xml, which is not there"},
		{"[Content_Types].xml", `/word/document.xml`, `/word/styles.xml`, "word/document.xml has no type"},
	} {
		parts := sound()
		if !strings.Contains(parts[c.part], c.was) {
			t.Fatalf("%s has no %s", c.part, c.was)
		}
		parts[c.part] = strings.Replace(parts[c.part], c.was, c.is, 1)
		if faults := faultsOf(t, parts); !slices.Contains(faults, c.want) {
			t.Errorf("%s instead of %s: %q", c.is, c.was, faults)
		}
	}
}
