package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

func checkRefused(t *testing.T, data []byte, lim limits, kind industry.Kind, sentence string) {
	t.Helper()
	checkRefusedAs(t, "文件.xlsx", data, lim, kind, sentence)
}

func checkRefusedAs(t *testing.T, name string, data []byte, lim limits, kind industry.Kind, sentence string) {
	t.Helper()
	f, err := reader{limits: lim, indicators: someIndicators}.read(name, data)
	var told *industry.Error
	if f != nil || !errors.As(err, &told) || told.Kind != kind || !strings.Contains(told.Message, sentence) {
		t.Errorf("got %v, want %s: …%s…", err, kind, sentence)
	}
}

func TestRefusals(t *testing.T) {
	good := makeBook(t, []sheetOf{{"区域", [][]any{{"编码", "名称"}, {"1", "甲"}}}}, nil)
	zipOf := func(names ...string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, name := range names {
			_, err := z.Create(name)
			must(t, err)
		}
		must(t, z.Close())
		return b.Bytes()
	}
	var locked bytes.Buffer
	f := excelize.NewFile()
	must(t, f.Write(&locked, excelize.Options{Password: "secret"}))
	oldFormat := append([]byte(oleHeader), bytes.Repeat([]byte{0}, 600)...)
	for _, test := range []struct {
		name     string
		data     []byte
		kind     industry.Kind
		sentence string
	}{
		{"empty", nil, industry.Invalid, "文件是空的"},
		{"encrypted", locked.Bytes(), industry.Unsupported, "文件已加密"},
		{"old format", oldFormat, industry.Invalid, "文件已损坏"},
		{"text", []byte("编码,名称\n1,甲\n"), industry.Unsupported, "不是 .xlsx、.xls 或 .csv 文件"},
		{"cut in half", good[:len(good)/2], industry.Invalid, "文件已损坏或不完整"},
		{"cut short", good[:len(good)-30], industry.Invalid, "文件已损坏或不完整"},
		{"binary workbook", zipOf("xl/workbook.bin"), industry.Unsupported, ".xlsb"},
		{"document", zipOf("word/document.xml"), industry.Unsupported, "Word 文档"},
		{"other zip", zipOf("readme.txt"), industry.Unsupported, "没有工作簿"},
		{"empty workbook part", zipOf("xl/workbook.xml"), industry.Invalid, "文件已损坏"},
		{"macro sheets only", rawBook(t, "", map[string]string{
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://x/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>`,
		}), industry.Unsupported, "没有工作表（只有宏表或图表）"},
		{"sheet part missing", rawBook(t, "", map[string]string{
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="nowhere.xml"/></Relationships>`,
		}), industry.Invalid, "文件已损坏"},
		{"broken sheet", rawBook(t, `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></row>`, nil), industry.Invalid, "文件已损坏"},
		{"document type", rawBook(t, `<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData></sheetData></worksheet>`, nil), industry.Invalid, "文件已损坏"},
		{"other encoding", rawBook(t, "", map[string]string{"xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="GBK"?><worksheet><sheetData/></worksheet>`}), industry.Invalid, "文件已损坏"},
	} {
		t.Run(test.name, func(t *testing.T) { checkRefused(t, test.data, contractLimits(), test.kind, test.sentence) })
	}
}

func TestLimits(t *testing.T) {
	rows := [][]any{{"编码", "名称", "类型"}}
	for range 30 {
		rows = append(rows, []any{"1", "甲", "县"})
	}
	data := makeBook(t, []sheetOf{{"区域", rows}}, nil)
	low := func(change func(l *limits)) limits {
		l := contractLimits()
		change(&l)
		return l
	}
	checkRefused(t, data, low(func(l *limits) { l.file = 1 << 10 }), industry.TooLarge, "文件超过 0 MB 的上限")
	checkRefused(t, data, low(func(l *limits) { l.unpacked = 2 << 10 }), industry.TooLarge, "解压后超过")
	checkRefused(t, data, low(func(l *limits) { l.rows = 30 }), industry.TooLarge, "工作表“区域”超过 30 行的上限")
	checkRefused(t, data, low(func(l *limits) { l.entries = 3 }), industry.TooLarge, "部件超过 3 个的上限")
	checkRefused(t, data, low(func(l *limits) { l.strings = 2 }), industry.TooLarge, "文字超过 2 条的上限")
	if _, err := (reader{limits: low(func(l *limits) { l.rows = 31 })}).read("区域.xlsx", data); err != nil {
		t.Errorf("31 rows under a limit of 31: %v", err)
	}
}

// A few bytes of a sheet may refer to one long text again and again: what the
// cells hold is counted, not what the file holds.
func TestTextsOfCellsAreCounted(t *testing.T) {
	long := strings.Repeat("长", 4000) // 12,000 bytes, kept once in the file
	rows := [][]any{{"编码", "名称", "类型"}}
	for range 10 {
		rows = append(rows, []any{"1", long, "县"})
	}
	data := makeBook(t, []sheetOf{{"区域", rows}}, nil)
	lim := contractLimits()
	lim.cell = len(long) - 1
	checkRefused(t, data, lim, industry.TooLarge, "工作表“区域”第 2 行有单元格的文字超过 32767 字")
	lim.cell, lim.texts = len(long), 100_000
	checkRefused(t, data, lim, industry.TooLarge, "文字合计超过 0 MB 的上限")
	lim.texts = 121_000
	if f, err := (reader{limits: lim, indicators: someIndicators}).read("区域.xlsx", data); err != nil || f.Sheets[0].Read != 10 {
		t.Errorf("ten long texts within the limits: %v", err)
	}
}

// A bomb is refused by its directory, before a byte is unpacked; one whose
// directory lies is stopped while it unpacks.
func TestZipBomb(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("xl/workbook.xml")
	must(t, err)
	_, err = w.Write(make([]byte, 1<<20))
	must(t, err)
	must(t, z.Close())
	// claim writes the unpacked size into the directory.
	claim := func(size uint32) []byte {
		data := bytes.Clone(b.Bytes())
		binary.LittleEndian.PutUint32(data[bytes.LastIndex(data, []byte("PK\x01\x02"))+24:], size)
		return data
	}
	checkRefused(t, claim(600<<20), contractLimits(), industry.TooLarge, "解压后超过 512 MB 的上限")
	checkRefused(t, claim(100), contractLimits(), industry.Invalid, "文件已损坏")
	small := contractLimits()
	small.part = 1 << 19
	checkRefused(t, b.Bytes(), small, industry.TooLarge, "解压后超过 0 MB 的上限")
}
