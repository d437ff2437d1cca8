package report

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/testkit"
)

// briefing is a paper with a red head and a picture twice as wide as high.
func briefing(t *testing.T) industry.Document {
	t.Helper()
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 200, 100))); err != nil {
		t.Fatal(err)
	}
	d := paper()
	d.Masthead = &industry.Masthead{Name: "重点产业链调度简报", Number: 9, Total: 21, SentTo: "各责任单位"}
	d.Sections[0].Blocks = append(d.Sections[0].Blocks, industry.Block{Picture: &industry.Picture{Title: "营业收入 <走势>", PNG: drawn.Bytes()}})
	return d
}

func TestDocxOfBriefing(t *testing.T) {
	d := briefing(t)
	file, err := Docx(d)
	if err != nil {
		t.Fatal(err)
	}
	parts := partsOf(t, file)
	if parts["word/media/image1.png"] != string(d.Sections[0].Blocks[1].Picture.PNG) {
		t.Error("the picture is not in the file as it was drawn")
	}
	document, styles := parts["word/document.xml"], parts["word/styles.xml"]
	for _, want := range []string{
		`<w:pStyle w:val="Masthead"/>`, "重点产业链调度简报", "第9期（总第21期）", `<w:pStyle w:val="RedRule"/>`, `<w:pStyle w:val="Foot"/><w:framePr w:w="`, `w:vAnchor="page"`, "发送：各责任单位", "（共印　　份）",
		`<wp:extent cx="5616575" cy="12600"/>`, `<wp:extent cx="5616575" cy="2808287"/>`, `descr="营业收入 &lt;走势&gt;"`, `r:embed="rIdPicture1"`, "图1　营业收入 &lt;走势&gt;",
	} {
		if !strings.Contains(document, want) {
			t.Errorf("the document lacks %s", want)
		}
	}
	if strings.Contains(document, `"Signature"`) {
		t.Error("a paper that says who and when at its head says it again at its foot")
	}
	for id, want := range map[string]string{
		"Masthead": `<w:color w:val="FF0000"/>`, "RedRule": `<w:bottom w:val="single" w:sz="18" w:space="4" w:color="FF0000"/>`,
	} {
		_, own, _ := strings.Cut(styles, `w:styleId="`+id+`"`)
		if own, _, _ = strings.Cut(own, `</w:style>`); !strings.Contains(own, want) {
			t.Errorf("%s is %s", id, own)
		}
	}
	if !strings.Contains(parts["word/_rels/document.xml.rels"], `Id="rIdPicture1" Type="`+relationSpace+`/image" Target="media/image1.png"`) ||
		!strings.Contains(parts["[Content_Types].xml"], `Extension="png" ContentType="image/png"`) {
		t.Error("the picture has no relation or no type")
	}
}

func TestPDFOfBriefing(t *testing.T) {
	file, err := PDF(briefing(t), fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(testkit.PDFText(t, file), " ", "")
	for _, want := range []string{"重点产业链调度简报", "第9期（总第21期）", "示例县链长办", "2026年11月5日", "图1　营业收入<走势>", "发送：各责任单位"} {
		if !strings.Contains(text, strings.ReplaceAll(want, "　", "")) && !strings.Contains(text, want) {
			t.Errorf("the text lacks %s", want)
		}
	}
	if !bytes.Contains(file, []byte("/Subtype /Image")) {
		t.Error("there is no picture")
	}
}

func TestPictureThatIsNone(t *testing.T) {
	d := briefing(t)
	d.Sections[0].Blocks[1].Picture.PNG = []byte("GIF89a")
	if _, err := Docx(d); err == nil {
		t.Error("a Word document was written")
	}
	if _, err := PDF(d, fonts(t)); err == nil {
		t.Error("a PDF was written")
	}
}

// TestPDFOfPictures: the same paper gives the same bytes, however many of its
// pictures are as wide as each other.
func TestPDFOfPictures(t *testing.T) {
	if testing.Short() {
		t.Skip("short: one goroutine computes all of it, which takes a minute under the race detector")
	}
	d := briefing(t)
	for i := range 6 {
		shades := image.NewGray(image.Rect(0, 0, 200, 100))
		shades.Pix[0] = uint8(i + 1)
		var drawn bytes.Buffer
		if err := png.Encode(&drawn, shades); err != nil {
			t.Fatal(err)
		}
		d.Sections[0].Blocks = append(d.Sections[0].Blocks, industry.Block{Picture: &industry.Picture{Title: "走势", PNG: drawn.Bytes()}})
	}
	first := printed(t, d)
	if n := bytes.Count(first, []byte("/Width 200\n")); n != 7 {
		t.Errorf("%d of 7 pictures are as wide as they were drawn", n)
	}
	for range 8 {
		if !bytes.Equal(first, printed(t, d)) {
			t.Fatal("the same paper gives other bytes")
		}
	}
}

func printed(t *testing.T, d industry.Document) []byte {
	t.Helper()
	file, err := PDF(d, fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	return file
}
