package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"testing"

	"chainboard/industry"
)

// FuzzRead feeds Read broken files of every form: whatever comes in, it answers
// with rows or with one sentence, and never panics.
func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	must(f, Template(&b, industry.Registers(), industry.NewDirectory()))
	f.Add("模板.xlsx", b.Bytes())
	f.Add("资料.xlsx", uglyBook(f))
	f.Add("资料.xls", []byte(oleHeader))
	f.Add("资料.xls", readTestdata(f, "ugly.xls"))
	f.Add("资料.xls", readTestdata(f, "mixed.xls"))
	f.Add("企业清单.csv", []byte(uglyCSV))
	f.Add("企业清单(1).csv", gb18030(f, uglyCSV))
	f.Add("项目清单.tsv", []byte("项目名称\t产业链\t总投资(亿元)\r\n\"甲\n乙\"\t链\t1,234.5\r\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) { readAnything(t, name, data) })
}

// FuzzXLS feeds Read the broken records of .xls workbooks, without the compound
// file around them.
func FuzzXLS(f *testing.F) {
	for _, name := range []string{"ugly.xls", "mixed.xls"} {
		streams, err := compoundStreams(readTestdata(f, name))
		must(f, err)
		f.Add(streams["workbook"])
	}
	f.Add(biffBook{texts: []string{"\x04\x00\x00ab", contd + "\x01\x32\x75\x59\x4e"}, cells: []string{
		labelSST(0, 0, 0), mulRK(0, 1, 14, 603), formula(0, 3, "\x00\x00\x00\x00\x00\x00\xff\xff"), rec(recString, "\x01\x00\x01\x32\x75"),
	}, count: 1}.stream())
	f.Fuzz(func(t *testing.T, data []byte) { readAnything(t, "资料.xls", data) })
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
		readAnything(t, "x.xlsx", rawBook(t, sheet, map[string]string{
			"xl/sharedStrings.xml": texts, "xl/styles.xml": styles,
			"xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="` + name + `" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		}))
	})
}

// readAnything reads a file as a whole and as that of one list.
func readAnything(t *testing.T, name string, data []byte) {
	lim := contractLimits()
	lim.unpacked, lim.part = 8<<20, 4<<20
	for _, only := range []*industry.Register{nil, industry.ProjectRegister, industry.ReportRegister} {
		f, err := reader{limits: lim, indicators: someIndicators, only: only}.read(name, data)
		if err == nil {
			checkAnything(t, f)
			if only == nil {
				rewriteAnything(t, name, data, f)
			}
			continue
		}
		var told *industry.Error
		if !errors.As(err, &told) || told.Message == "" {
			t.Fatalf("an error that is no sentence: %v", err)
		}
	}
}

// rewriteAnything writes what was read into a new workbook, which can be read.
func rewriteAnything(t *testing.T, name string, data []byte, f *File) {
	b, err := openBook(name, data, contractLimits())
	if err != nil {
		t.Fatal(err)
	}
	problems := f.Problems
	for _, s := range f.Sheets {
		problems = append(problems, s.Problems...)
		for i := range s.Rows {
			problems = append(problems, s.Rows[i].Problems...)
		}
	}
	var out bytes.Buffer
	if err := rewrite(&out, b, marksOf(problems), problems); err != nil {
		var told *industry.Error // a sheet that is not read may be damaged
		if !errors.As(err, &told) {
			t.Fatal(err)
		}
		return
	}
	if _, err := openBook(".xlsx", out.Bytes(), contractLimits()); err != nil {
		t.Fatal(err)
	}
}

func checkAnything(t *testing.T, f *File) {
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
