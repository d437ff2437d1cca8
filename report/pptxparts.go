package report

import (
	"fmt"
	"strings"
)

const (
	presentationSpace = "http://schemas.openxmlformats.org/presentationml/2006/main"
	drawingTable      = "http://schemas.openxmlformats.org/drawingml/2006/table"
	presentationType  = "application/vnd.openxmlformats-officedocument.presentationml."

	slideSpaces = ` xmlns:a="` + drawingSpace + `" xmlns:r="` + relationSpace + `" xmlns:p="` + presentationSpace + `"`
	treeHead    = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`

	// The first family is what offices have; one without it goes by panose and charset.
	slideFonts = `<a:latin typeface="微软雅黑" panose="020B0503020204020204" pitchFamily="34" charset="-122"/><a:ea typeface="微软雅黑" panose="020B0503020204020204" pitchFamily="34" charset="-122"/><a:cs typeface=""/><a:font script="Hans" typeface="黑体"/>`
)

// The colours of the light theme of the screens (static/css/tokens.css).
var slideColours = [...][2]string{
	{"dk1", "121D27"},
	{"lt1", "FFFFFF"},
	{"dk2", "414F5B"},
	{"lt2", "E3F3F4"},
	{"accent1", "0B5B64"},
	{"accent2", "0A7883"},
	{"accent3", "0B7A53"},
	{"accent4", "8F5B00"},
	{"accent5", "BC3517"},
	{"accent6", "DDE4E9"},
	{"hlink", "0A7883"},
	{"folHlink", "5C6B77"},
}

// parts are the files of the package.
func (k *deck) parts() []part {
	list := []part{
		{"[Content_Types].xml", k.contentTypes()},
		{"_rels/.rels", strings.Replace(packageRelations, "word/document.xml", "ppt/presentation.xml", 1)},
		{"docProps/app.xml", appProperties},
		{"docProps/core.xml", coreProperties(k.doc)},
		{"ppt/presentation.xml", k.presentation()},
		{"ppt/_rels/presentation.xml.rels", k.relations()},
		{"ppt/theme/theme1.xml", slideTheme()},
		{"ppt/slideMasters/slideMaster1.xml", slideMaster()},
		{"ppt/slideMasters/_rels/slideMaster1.xml.rels", relationsTo(relation{"rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"}, relation{"rId2", "slideLayout", "../slideLayouts/slideLayout2.xml"}, relation{"rId3", "theme", "../theme/theme1.xml"})},
		{"ppt/slideLayouts/slideLayout1.xml", coverLayout()},
		{"ppt/slideLayouts/slideLayout2.xml", pageLayout()},
	}
	for i := range 2 {
		list = append(list, part{fmt.Sprintf("ppt/slideLayouts/_rels/slideLayout%d.xml.rels", i+1), relationsTo(relation{"rId1", "slideMaster", "../slideMasters/slideMaster1.xml"})})
	}
	for i, s := range k.slides {
		list = append(list, part{fmt.Sprintf("ppt/slides/slide%d.xml", i+1), xmlHead + `<p:sld` + slideSpaces + `><p:cSld><p:spTree>` + treeHead + s.String() + `</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`})
		layout := 2
		if s.cover {
			layout = 1
		}
		refers := []relation{{"rId1", "slideLayout", fmt.Sprintf("../slideLayouts/slideLayout%d.xml", layout)}}
		for _, n := range s.pictures {
			refers = append(refers, relation{pictureRelation(n), "image", fmt.Sprintf("../media/image%d.png", n)})
		}
		list = append(list, part{fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", i+1), relationsTo(refers...)})
	}
	for i, p := range k.pictures {
		list = append(list, part{fmt.Sprintf("ppt/media/image%d.png", i+1), string(p.PNG)})
	}
	return list
}

type relation struct{ id, kind, target string }

func relationsTo(list ...relation) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, r := range list {
		b.WriteString(`<Relationship Id="` + r.id + `" Type="` + relationSpace + `/` + r.kind + `" Target="` + r.target + `"/>`)
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

func (k *deck) contentTypes() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>`)
	add := func(name, kind string) {
		b.WriteString(`<Override PartName="` + name + `" ContentType="` + kind + `"/>`)
	}
	add("/ppt/presentation.xml", presentationType+"presentation.main+xml")
	add("/ppt/slideMasters/slideMaster1.xml", presentationType+"slideMaster+xml")
	add("/ppt/slideLayouts/slideLayout1.xml", presentationType+"slideLayout+xml")
	add("/ppt/slideLayouts/slideLayout2.xml", presentationType+"slideLayout+xml")
	add("/ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
	for i := range k.slides {
		add(fmt.Sprintf("/ppt/slides/slide%d.xml", i+1), presentationType+"slide+xml")
	}
	add("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	add("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	b.WriteString(`</Types>`)
	return b.String()
}

func (k *deck) presentation() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<p:presentation` + slideSpaces + ` saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>`)
	for i := range k.slides {
		fmt.Fprintf(&b, `<p:sldId id="%d" r:id="rIdSlide%d"/>`, 256+i, i+1)
	}
	fmt.Fprintf(&b, `</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`, slideWidth*emuPerPoint, slideHeight*emuPerPoint)
	return b.String()
}

func (k *deck) relations() string {
	list := []relation{{"rId1", "slideMaster", "slideMasters/slideMaster1.xml"}, {"rId2", "theme", "theme/theme1.xml"}}
	for i := range k.slides {
		list = append(list, relation{fmt.Sprintf("rIdSlide%d", i+1), "slide", fmt.Sprintf("slides/slide%d.xml", i+1)})
	}
	return relationsTo(list...)
}

func slideTheme() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<a:theme xmlns:a="` + drawingSpace + `" name="chainboard"><a:themeElements><a:clrScheme name="chainboard">`)
	for _, c := range slideColours {
		b.WriteString(`<a:` + c[0] + `><a:srgbClr val="` + c[1] + `"/></a:` + c[0] + `>`)
	}
	fill := `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	line := `<a:ln w="9525">` + fill + `</a:ln>`
	effect := `<a:effectStyle><a:effectLst/></a:effectStyle>`
	b.WriteString(`</a:clrScheme><a:fontScheme name="chainboard"><a:majorFont>` + slideFonts + `</a:majorFont><a:minorFont>` + slideFonts + `</a:minorFont></a:fontScheme><a:fmtScheme name="chainboard">` +
		`<a:fillStyleLst>` + strings.Repeat(fill, 3) + `</a:fillStyleLst><a:lnStyleLst>` + strings.Repeat(line, 3) + `</a:lnStyleLst><a:effectStyleLst>` + strings.Repeat(effect, 3) +
		`</a:effectStyleLst><a:bgFillStyleLst>` + strings.Repeat(fill, 3) + `</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`)
	return b.String()
}
