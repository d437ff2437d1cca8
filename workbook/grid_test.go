package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// rawBook packs a workbook of one sheet from its XML as other programs write it.
func rawBook(t testing.TB, sheet string, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="项目清单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<?xml version="1.0" encoding="UTF-8"?>` + sheet,
	}
	for name, text := range parts {
		all[name] = text
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range all {
		w, err := z.Create(name)
		must(t, err)
		_, err = w.Write([]byte(text))
		must(t, err)
	}
	must(t, z.Close())
	return b.Bytes()
}

// gridText writes every cell of the first sheet as address=text with marks for
// kinds and formats, NUL between them, and what ended the sheet.
func gridText(t testing.TB, data []byte) string {
	t.Helper()
	return gridTextOf(t, "x.xlsx", data)
}

func gridTextOf(t testing.TB, name string, data []byte) string {
	t.Helper()
	b, err := openBook(name, data, contractLimits())
	must(t, err)
	g, err := b.grid(b.sheets[0])
	must(t, err)
	defer g.close()
	var out []string
	for {
		l, err := g.next()
		if err != nil {
			return strings.Join(append(out, err.Error()), "\x00")
		}
		for i := range l.cells {
			c := &l.cells[i]
			if c.empty() {
				continue
			}
			mark := [...]string{"", "t", "b", "e", "d"}[c.kind] + [...]string{"", "%", "@"}[c.format]
			if c.stale {
				mark += "?"
			}
			out = append(out, fmt.Sprintf("%s=%s%s", address(i, l.number), c.text, mark))
		}
	}
}

func TestGrid(t *testing.T) {
	texts := `<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 丙</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si><si/><si><t>a_x000D_b &amp; &#x4E2D;</t></si></sst>`
	styles := `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0.0%"/><numFmt numFmtId="201" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>` +
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="200"/><xf numFmtId="201"/><xf numFmtId="14"/></cellXfs></styleSheet>`
	for _, test := range []struct{ name, sheet, want string }{
		{"values", `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v> 1 </v></c><c r="D1" t="s"><v>2</v></c><c r="E1" t="s"><v>3</v></c></row>`, "A1=甲t C1=乙 丙t E1=a\nb & 中t EOF"},
		{
			"kinds", `<row r="2"><c r="A2"><v>1.5</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#REF!</v></c><c r="D2" t="d"><v>2026-03-05</v></c><c r="E2" t="str"><v>x</v></c></row>`,
			"A2=1.5 B2=1b C2=#REF!e D2=2026-03-05d E2=xt EOF",
		},
		{
			"formats", `<row r="1"><c r="A1" s="1"><v>0.1</v></c><c r="B1" s="2"><v>0.2</v></c><c r="C1" s="3"><v>46086</v></c><c r="D1" s="4"><v>46086</v></c><c r="E1" s="99"><v>1</v></c></row>`,
			"A1=0.1% B1=0.2% C1=46086@ D1=46086@ E1=1 EOF",
		},
		{
			"formulas", `<row r="1"><c r="A1"><f>B1</f><v>3</v></c><c r="B1"><f>C1</f></c><c r="C1"><f>D1</f><v></v></c><c r="D1"><f>E1</f><v/></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1" t="str"><f>G1</f></c></row>`,
			"A1=3 B1=? C1=? D1=? F1=t? EOF",
		},
		{"inline", `<row r="1"><c r="A1" t="inlineStr"><is><t>甲&lt;乙</t></is></c><c r="B1" t="inlineStr"><is><r><t>丙</t></r><r><t>丁</t></r></is></c></row>`, "A1=甲<乙t B1=丙丁t EOF"},
		{"without addresses", `<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row><row r="9"><c r="B9"><v>5</v></c><c><v>6</v></c></row>`, "A1=1 C1=3 A2=4 B9=5 C9=6 EOF"},
		{"comments and CDATA", `<!-- <row> --><row r="1"><c r="A1" t="str"><!-- > --><v><![CDATA[a<b>]]>c</v></c></row>`, "A1=a<b>ct EOF"},
		{"greater sign in an attribute", `<row r="1" x="a>b" y='c">'><c r="A1"><v>1</v></c></row>`, "A1=1 EOF"},
		{"extensions", `<row r="1"><extLst><ext><c r="A1"><v>9</v></c></ext></extLst><c r="B1"><extLst><v>8</v></extLst><v>2</v></c></row>`, "B1=2 EOF"},
		{"cells out of order", `<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>`, "A1=1 C1=3 EOF"},
		{"a text that is not there", `<row r="1"><c r="A1" t="s"><v>9</v></c></row>`, damaged().Message},
		{"cut off", `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v>`, "A1=1 " + damaged().Message},
		{"an end that is missing", `<row r="1"><c r="A1"><v>1</v></c></row></worksheet>`, "A1=1 " + damaged().Message},
	} {
		t.Run(test.name, func(t *testing.T) {
			sheet := `<worksheet><sheetData>` + test.sheet
			if !isCut(test.name) {
				sheet += `</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>`
			}
			data := rawBook(t, sheet, map[string]string{"xl/sharedStrings.xml": texts, "xl/styles.xml": styles})
			if got := strings.ReplaceAll(gridText(t, data), "\x00", " "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
	prefixed := rawBook(t, `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`, nil)
	if got := gridText(t, prefixed); got != "A1=7\x00EOF" {
		t.Errorf("prefixed elements: %s", got)
	}
}

func isCut(name string) bool { return name == "cut off" || name == "an end that is missing" }

// What excelize reads from a file and what we read must be the same text by text.
func TestGridAgreesWithExcelize(t *testing.T) {
	for name, data := range map[string][]byte{"ugly": uglyBook(t), "shared": dispatchBook(t, 300, true), "inline": dispatchBook(t, 300, false)} {
		b, err := openBook("x.xlsx", data, contractLimits())
		must(t, err)
		f, err := excelize.OpenReader(bytes.NewReader(data))
		must(t, err)
		for _, sheet := range b.sheets {
			rows, err := f.GetRows(sheet.name, excelize.Options{RawCellValue: true})
			must(t, err)
			g, err := b.grid(sheet)
			must(t, err)
			next := 1
			for {
				l, err := g.next()
				if err != nil {
					break
				}
				for ; next < l.number; next++ {
					if next <= len(rows) && strings.Join(rows[next-1], "") != "" {
						t.Errorf("%s, %s: row %d was passed over: %q", name, sheet.name, next, rows[next-1])
					}
				}
				next++
				for i, want := range rows[l.number-1] {
					if got := l.at(i).text; got != clean(want) {
						t.Errorf("%s, %s!%s is %q, excelize reads %q", name, sheet.name, address(i, l.number), got, want)
					}
				}
			}
			if next <= len(rows) {
				t.Errorf("%s, %s: ends at row %d of %d", name, sheet.name, next-1, len(rows))
			}
			g.close()
		}
		f.Close()
	}
}

func TestDates1904(t *testing.T) {
	data := rawBook(t, `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>项目名称</v></c><c r="B1" t="str"><v>产业链</v></c><c r="C1" t="str"><v>签约日期</v></c></row>`+
		`<row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2" t="str"><v>链</v></c><c r="C2"><v>44624</v></c></row></sheetData></worksheet>`,
		map[string]string{"xl/workbook.xml": `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="项目清单" sheetId="1" r:id="rId1"/></sheets></workbook>`})
	f := readBook(t, data)
	if got := f.Sheets[0].Rows[0].Record.Get("signed_on"); got != "2026-03-05" {
		t.Errorf("signed on %q", got)
	}
}
