package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"chainboard/industry"
)

// slideTexts are the texts of each slide, a paragraph a line.
func slideTexts(parts map[string]string) []string {
	var list []string
	for n := 1; ; n++ {
		content, ok := parts[fmt.Sprintf("ppt/slides/slide%d.xml", n)]
		if !ok {
			return list
		}
		var text strings.Builder
		for _, paragraph := range regexp.MustCompile(`<a:p>.*?</a:p>`).FindAllString(content, -1) {
			text.WriteString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(paragraph, "") + "\n")
		}
		list = append(list, text.String())
	}
}

func TestPptx(t *testing.T) {
	d := briefing(t)
	d.Kind, d.Notes = industry.Slides, []string{"来源：工信局调度", "截至：2026年1—10月"}
	long := industry.Table{Title: "逾期项目", Columns: []industry.TableColumn{{Name: "项目", Weight: 3}, {Name: "灯", Weight: 1}}}
	for i := range 30 {
		long.Rows = append(long.Rows, []string{fmt.Sprintf("第%02d个项目", i+1), "■ 红"})
	}
	d.Sections = append(d.Sections, industry.Section{Heading: "项目", Blocks: []industry.Block{{Table: &long}}},
		industry.Section{Heading: "长文", Blocks: []industry.Block{{Text: strings.Repeat("很长的一段话，", 200)}}})
	file, err := Pptx(d)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Pptx(d); err != nil || !bytes.Equal(file, again) {
		t.Errorf("the same paper gives other bytes, %v", err)
	}
	parts := partsOf(t, file)
	slides := slideTexts(parts)
	all := strings.Join(slides, "")
	for _, want := range []string{"关于2026年1—10月示例县重点产业链", "示例县链长办", "2026年11月5日", "营业收入 &lt; 目标 &amp;", "196.50", "单位：亿元", "来源：工信局调度；截至：2026年1—10月"} {
		if !strings.Contains(all, want) {
			t.Errorf("the slides lack %s", want)
		}
	}
	if n := strings.Count(all, "很长的一段话，"); n < 195 || strings.Count(strings.ReplaceAll(all, "\n", ""), "很长的一段话") < 195 {
		t.Errorf("%d of 200 pieces of a long paragraph", n)
	}
	tables := 0
	for i, s := range slides {
		if !strings.Contains(s, "示例数据") {
			t.Errorf("slide %d does not say that its data are a sample", i+1)
		}
		if regexp.MustCompile(`第\d\d个项目`).MatchString(s) {
			tables++
			if !strings.Contains(s, "项目\n灯\n") {
				t.Errorf("slide %d has rows without their head", i+1)
			}
		}
	}
	if tables != 3 {
		t.Errorf("30 rows stand on %d slides", tables)
	}
	for i := range 30 {
		if want := fmt.Sprintf("第%02d个项目\n■ 红\n", i+1); strings.Count(all, want) != 1 {
			t.Errorf("row %d stands %d times", i+1, strings.Count(all, want))
		}
	}
}

// TestPptxPackage: each part has its type and is referred to, and each reference
// leads to a part.
func TestPptxPackage(t *testing.T) {
	file, err := Pptx(briefing(t))
	if err != nil {
		t.Fatal(err)
	}
	parts := partsOf(t, file)
	types := parts["[Content_Types].xml"]
	for name := range parts {
		known := strings.Contains(types, `PartName="/`+name+`"`)
		if name != "[Content_Types].xml" && !strings.HasSuffix(name, ".rels") && !strings.HasSuffix(name, ".png") && !known {
			t.Errorf("%s has no type", name)
		}
	}
	for name, content := range parts {
		folder, ok := strings.CutSuffix(name, ".rels")
		if !ok {
			continue
		}
		at := strings.Index(folder, "_rels/")
		source := folder[:at] + folder[at+len("_rels/"):]
		for _, m := range regexp.MustCompile(` Id="([^"]*)"[^>]* Target="([^"]*)"`).FindAllStringSubmatch(content, -1) {
			target := folder[:at] + m[2]
			if up, ok := strings.CutPrefix(m[2], "../"); ok {
				target = "ppt/" + up
			}
			if _, ok := parts[target]; !ok {
				t.Errorf("%s leads to %s", name, target)
			}
			if strings.HasPrefix(source, "ppt/slides/") && strings.Contains(m[1], "Picture") && !strings.Contains(parts[source], `r:embed="`+m[1]+`"`) {
				t.Errorf("%s does not show %s", source, m[1])
			}
		}
	}
	if !strings.Contains(parts["ppt/slides/slide3.xml"], `descr="营业收入 &lt;走势&gt;"`) {
		t.Error("the picture has no words for those who do not see it")
	}
	for _, order := range []string{
		`<p:nvGraphicFramePr>.*<p:xfrm>.*<a:tblPr [^>]*/><a:tblGrid>.*<a:tr .*<a:txBody>.*<a:tcPr .*<a:lnL .*<a:lnR .*<a:lnT .*<a:lnB `,
		`<p:nvSpPr>.*<p:spPr>.*<p:txBody><a:bodyPr.*<a:lstStyle/><a:p>`,
	} {
		if !regexp.MustCompile(order).MatchString(parts["ppt/slides/slide5.xml"]) {
			t.Errorf("slide 5 is out of order: %s", order)
		}
	}
}

// TestPptxOfNothing: a paper without sections is a cover.
func TestPptxOfNothing(t *testing.T) {
	file, err := Pptx(industry.Document{Title: []string{"调度会"}})
	if err != nil {
		t.Fatal(err)
	}
	if slides := slideTexts(partsOf(t, file)); len(slides) != 1 || !strings.Contains(slides[0], "调度会") {
		t.Errorf("%q", slides)
	}
}
