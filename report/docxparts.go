package report

import (
	"fmt"
	"strings"

	"chainboard/industry"
)

const (
	wordSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

	contentTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
		`<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
		`<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
		`<Override PartName="/word/footer3.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`

	packageRelations = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="` + relationSpace + `/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="rId3" Type="` + relationSpace + `/extended-properties" Target="docProps/app.xml"/></Relationships>`

	documentRelations = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="` + relationSpace + `/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="` + relationSpace + `/settings" Target="settings.xml"/>` +
		`<Relationship Id="rId3" Type="` + relationSpace + `/footer" Target="footer1.xml"/>` +
		`<Relationship Id="rId4" Type="` + relationSpace + `/footer" Target="footer2.xml"/>` +
		`<Relationship Id="rId5" Type="` + relationSpace + `/header" Target="header1.xml"/>` +
		`<Relationship Id="rId6" Type="` + relationSpace + `/fontTable" Target="fontTable.xml"/>` +
		`<Relationship Id="rId7" Type="` + relationSpace + `/footer" Target="footer3.xml"/></Relationships>`

	appProperties = xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>chainboard</Application></Properties>`

	settings = xmlHead + `<w:settings xmlns:w="` + wordSpace + `"><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
)

// The fonts of official papers (domain 7.1). They are licensed and absent on
// many machines: fontTable names what to take instead.
const (
	fontTitle = "方正小标宋简体"
	fontText  = "仿宋_GB2312"
	fontLead  = "楷体_GB2312"
	fontHead  = "黑体"
	fontPage  = "宋体"
)

func fontTable() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:fonts xmlns:w="` + wordSpace + `">`)
	for _, f := range [][2]string{{fontTitle, "SimSun"}, {fontText, "FangSong"}, {fontLead, "KaiTi"}, {fontHead, "SimHei"}, {fontPage, "SimSun"}} {
		fmt.Fprintf(&b, `<w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`, f[0], f[1])
	}
	b.WriteString(`</w:fonts>`)
	return b.String()
}

// style writes a paragraph style: what its paragraphs and its runs are like.
func style(id, name, paragraph, font string, size int, rest string) string {
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>%s</w:pPr>`+
		`<w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s" w:cs="%s"/>%s<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`,
		id, name, paragraph, font, font, font, font, rest, size, size)
}

// styles are what the paragraphs of a paper look like.
func styles() string {
	exact := fmt.Sprintf(`<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>`, lineHeight)
	within := `<w:spacing w:before="20" w:after="20" w:line="300" w:lineRule="exact"/>`
	fit := fmt.Sprintf(`<w:spacing w:val="%d"/>`, tighter)
	return xmlHead + `<w:styles xmlns:w="` + wordSpace + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="` + fontText + `" w:hAnsi="` + fontText +
		`" w:eastAsia="` + fontText + `" w:cs="` + fontText + `"/><w:color w:val="000000"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>` +
		style("Title", "Title", `<w:spacing w:before="0" w:after="0" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>`, fontTitle, sizeTitle, "") +
		style("Cover", "封面", fmt.Sprintf(`<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/><w:jc w:val="center"/>`, 2*lineHeight), fontTitle, sizeCover, "") +
		style("Number", "文号", exact+`<w:jc w:val="center"/>`, fontText, sizeText, fit) +
		style("Plain", "主送", exact, fontText, sizeText, fit) +
		style("Text", "Body Text", exact+`<w:ind w:firstLine="640" w:firstLineChars="200"/>`, fontText, sizeText, fit) +
		style("Heading1", "heading 1", `<w:keepNext/>`+exact+`<w:ind w:firstLine="640" w:firstLineChars="200"/><w:outlineLvl w:val="0"/>`, fontHead, sizeText, fit) +
		style("Heading2", "heading 2", `<w:keepNext/>`+exact+`<w:ind w:firstLine="640" w:firstLineChars="200"/><w:outlineLvl w:val="1"/>`, fontLead, sizeText, fit) +
		style("Signature", "落款", `<w:keepLines/>`+exact+`<w:jc w:val="right"/>`, fontText, sizeText, fit) +
		style("Attached", "附件说明", exact+`<w:jc w:val="left"/>`, fontText, sizeText, fit) +
		style("TableTitle", "表题", `<w:keepNext/><w:spacing w:before="120" w:after="60" w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>`, fontHead, sizeNum, "") +
		style("TableUnit", "表单位", `<w:keepNext/>`+within+`<w:jc w:val="right"/>`, fontText, sizeTable, "") +
		style("TableHead", "表头", `<w:keepNext/>`+within+`<w:jc w:val="center"/>`, fontHead, sizeTable, "") +
		style("TableText", "表文字", within+`<w:jc w:val="left"/>`, fontText, sizeTable, "") +
		style("TableFigure", "表数字", within+`<w:jc w:val="right"/>`, fontText, sizeTable, "") +
		style("TableMark", "表标记", within+`<w:jc w:val="center"/>`, fontText, sizeTable, "") +
		style("TableMarkSmall", "小表标记", within+`<w:jc w:val="center"/>`, fontText, sizeSmall, "") +
		style("TableHeadSmall", "小表头", `<w:keepNext/>`+within+`<w:jc w:val="center"/>`, fontHead, sizeSmall, "") +
		style("TableTextSmall", "小表文字", within+`<w:jc w:val="left"/>`, fontText, sizeSmall, "") +
		style("TableFigureSmall", "小表数字", within+`<w:jc w:val="right"/>`, fontText, sizeSmall, "") +
		style("TableNote", "表注", within+`<w:jc w:val="left"/>`, fontText, sizeTable, "") +
		style("Page", "footer", `<w:jc w:val="left"/>`, fontPage, sizeNum, "") +
		style("Mark", "header", `<w:jc w:val="right"/>`, fontHead, sizeTable, "") +
		mastheadStyles() + contentsStyles() +
		`<w:style w:type="character" w:styleId="Lead"><w:name w:val="二级标题"/><w:rPr><w:rFonts w:ascii="` + fontLead + `" w:hAnsi="` + fontLead + `" w:eastAsia="` + fontLead + `" w:cs="` + fontLead + `"/></w:rPr></w:style></w:styles>`
}

// footer writes the page number between two dashes: outside on odd and on even
// pages, one character from the edge.
func footer(side string) string {
	run := func(content string) string { return `<w:r>` + content + `</w:r>` }
	return xmlHead + `<w:ftr xmlns:w="` + wordSpace + `"><w:p><w:pPr><w:pStyle w:val="Page"/><w:ind w:left="280" w:right="280"/><w:jc w:val="` + side + `"/></w:pPr>` +
		run(`<w:t xml:space="preserve">— </w:t>`) + fieldMark("begin") + instruction("PAGE") +
		fieldMark("separate") + run(`<w:t>1</w:t>`) + fieldMark("end") + run(`<w:t xml:space="preserve"> —</w:t>`) + `</w:p></w:ftr>`
}

// unnumbered is the foot of pages without a number.
const unnumbered = xmlHead + `<w:ftr xmlns:w="` + wordSpace + `"><w:p><w:pPr><w:pStyle w:val="Page"/></w:pPr></w:p></w:ftr>`

// header marks every page of a paper made of sample data.
func header(sample bool) string {
	text := ""
	if sample {
		text = `<w:r><w:t>示例数据</w:t></w:r>`
	}
	return xmlHead + `<w:hdr xmlns:w="` + wordSpace + `"><w:p><w:pPr><w:pStyle w:val="Mark"/></w:pPr>` + text + `</w:p></w:hdr>`
}

func coreProperties(d industry.Document) string {
	return xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + escaped(strings.Join(d.Title, "")) + `</dc:title><dc:creator>` + escaped(d.Organ) + `</dc:creator></cp:coreProperties>`
}
