package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"chainboard/industry"
)

func paper() industry.Document {
	return industry.Document{
		Title: []string{"关于2026年1—10月示例县重点产业链", "运行情况的通报"}, To: "各产业链牵头单位", Organ: "示例县链长办", Date: "2026-11-05", Sample: true,
		Sections: []industry.Section{
			{Heading: "总体情况", Blocks: []industry.Block{{Text: "营业收入 < 目标 & “引号”\x01"}}},
			{Heading: "存在问题", Blocks: []industry.Block{{Lead: "进度滞后。", Text: "三个项目。"}, {Lead: "办理逾期。", Text: "两件。"}}},
			{Heading: "主要指标", Blocks: []industry.Block{{Table: &industry.Table{
				Title: "主要指标完成情况", Unit: "亿元", Columns: []industry.TableColumn{{Name: "指标", Weight: 3}, {Name: "本年累计", Figure: true, Weight: 1}},
				Rows: [][]string{{"营业收入", "196.50"}, {"利润总额", "—"}}, Notes: []string{"来源：示例"},
			}}}},
		},
	}
}

// partsOf unpacks a file and reads every part but pictures as XML to its end.
func partsOf(t *testing.T, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
		if strings.Contains(f.Name, "/media/") {
			continue
		}
		for d := xml.NewDecoder(bytes.NewReader(content)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
	return parts
}

func TestDocx(t *testing.T) {
	file, err := Docx(paper())
	if err != nil {
		t.Fatal(err)
	}
	parts := partsOf(t, file)
	document := parts["word/document.xml"]
	for _, want := range []string{
		`<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"`, // 37, 26, 35, 28 mm
		"一、总体情况", "二、存在问题", "（一）进度滞后。", "（二）办理逾期。", "营业收入 &lt; 目标 &amp; “引号”\uFFFD", "单位：亿元", "2026年11月5日",
		`<w:tblHeader/>`, `<w:t xml:space="preserve">196.50</w:t>`,
	} {
		if !strings.Contains(strings.ReplaceAll(document, "&#34;", `"`), want) {
			t.Errorf("the document lacks %s", want)
		}
	}
	styles := parts["word/styles.xml"]
	for _, want := range []string{`w:eastAsia="方正小标宋简体"`, `w:eastAsia="仿宋_GB2312"`, `w:eastAsia="黑体"`, `w:eastAsia="楷体_GB2312"`, `w:line="579" w:lineRule="exact"`, `w:firstLine="640"`} {
		if !strings.Contains(styles, want) {
			t.Errorf("the styles lack %s", want)
		}
	}
	// WPS shows a page number only where begin, instruction and end stand in runs of their own (domain S100).
	for name, side := range map[string]string{"word/footer1.xml": "right", "word/footer2.xml": "left"} {
		footer := parts[name]
		if strings.Count(footer, "<w:r>") != 7 || !strings.Contains(footer, `<w:jc w:val="`+side+`"/>`) {
			t.Errorf("%s: %s", name, footer)
		}
	}
	if !strings.Contains(parts["word/header1.xml"], "示例数据") || !strings.Contains(parts["word/settings.xml"], "evenAndOddHeaders") {
		t.Error("pages of sample data are not marked, or odd and even pages are alike")
	}
	for name := range parts {
		if strings.HasPrefix(name, "word/") && strings.HasSuffix(name, ".xml") && !strings.Contains(parts["[Content_Types].xml"], `"/`+name+`"`) {
			t.Errorf("%s has no type", name)
		}
	}
	again, err := Docx(paper())
	if err != nil || !bytes.Equal(file, again) {
		t.Error("the same paper gives other bytes")
	}
}

func TestColumnWidthsFillTheText(t *testing.T) {
	sum := 0
	widths, _ := columnWidths(&industry.Table{Columns: []industry.TableColumn{{Weight: 3}, {Weight: 1}, {Weight: 3}}}, textWidth)
	for _, w := range widths {
		sum += w
	}
	if sum != textWidth {
		t.Errorf("columns of %d twips in a text of %d", sum, textWidth)
	}
}
