package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"testing"

	"chainboard/industry"
)

// FuzzRead feeds Read broken packages: whatever comes in, it answers with rows
// or with one sentence, and never panics.
func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	must(f, Template(&b, industry.Registers()))
	f.Add(b.Bytes())
	f.Add(uglyBook(f))
	f.Add([]byte(oleHeader))
	f.Fuzz(func(t *testing.T, data []byte) { readAnything(t, data) })
}

// FuzzSheet feeds Read well-packed workbooks with broken XML inside: the sheet,
// the shared texts and the formats.
func FuzzSheet(f *testing.F) {
	for _, data := range [][]byte{uglyBook(f), dispatchBook(f, 3, true), dispatchBook(f, 3, false)} {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		must(f, err)
		part := func(name string) string {
			r, err := z.Open(name)
			if err != nil {
				return ""
			}
			text, err := io.ReadAll(r)
			must(f, err)
			return string(text)
		}
		for _, sheet := range []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml"} {
			f.Add(part(sheet), part("xl/sharedStrings.xml"), part("xl/styles.xml"), "月度调度")
			f.Add(part(sheet), part("xl/sharedStrings.xml"), part("xl/styles.xml"), "项目清单")
		}
	}
	f.Fuzz(func(t *testing.T, sheet, texts, styles, name string) {
		readAnything(t, rawBook(t, sheet, map[string]string{
			"xl/sharedStrings.xml": texts, "xl/styles.xml": styles,
			"xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="` + name + `" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		}))
	})
}

func readAnything(t *testing.T, data []byte) {
	lim := contractLimits()
	lim.unpacked, lim.part = 8<<20, 4<<20
	f, err := reader{limits: lim, indicators: someIndicators}.read("x.xlsx", data)
	if err != nil {
		var told *industry.Error
		if !errors.As(err, &told) || told.Message == "" {
			t.Fatalf("an error that is no sentence: %v", err)
		}
		return
	}
	for _, s := range f.Sheets {
		for i := range s.Rows {
			c := &s.Rows[i]
			if len(c.Record.Values) != len(s.Register.Fields) || c.Row < 1 {
				t.Fatalf("row %d holds %d values", c.Row, len(c.Record.Values))
			}
			for field, v := range c.Record.Values {
				if v == "" || !numeric(s.Register.Fields[field].Kind) {
					continue
				}
				if q, err := industry.ParseQuantity(v, nil); err != nil || q.Decimal() != v {
					t.Fatalf("%s is %q", s.Register.Fields[field].Name, v)
				}
			}
		}
	}
}
