package report

import "fmt"

// The places of a page and of the cover, in points.
var (
	titleBox      = box{slideLeft + 16, 40, slideRoom - 112, 40}
	noteBox       = box{slideLeft, slideFoot - 2*noteLine, slideRoom - 72, 2 * noteLine}
	pageBox       = box{slideWidth - slideLeft - 64, slideFoot - noteLine, 64, noteLine}
	coverTitleBox = box{96, 150, 768, 112}
	coverLineBox  = box{96, 276, 768, 64}
)

// slideFace names the face of texts in the theme.
const slideFace = `<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>`

// place is a holder of a master or layout, with the words shown while it is empty.
func place(id int, kind, name, hint, bodyPr, listStyle string, b box) string {
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="%s"/></p:nvPr></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`+
		`<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" %s><a:normAutofit/></a:bodyPr><a:lstStyle>%s</a:lstStyle>%s</p:txBody></p:sp>`,
		id, name, kind, b.frame("a"), bodyPr, listStyle, hint)
}

func hint(text string) string {
	return `<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>` + text + `</a:t></a:r></a:p>`
}

const pageField = `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN" altLang="en-US"/><a:t>‹#›</a:t></a:fld></a:p>`

// level is the style of a holder's first level.
func level(align string, size int, bold bool, colour string) string {
	weight := 0
	if bold {
		weight = 1
	}
	return fmt.Sprintf(`<a:lvl1pPr marL="0" indent="0" algn="%s"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="%d" b="%d"><a:solidFill><a:schemeClr val="%s"/></a:solidFill>`+slideFace+`</a:defRPr></a:lvl1pPr>`, align, size*100, weight, colour)
}

// bar is a filled rectangle without words.
func bar(id int, colour string, b box) string {
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="色条%d"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="%s"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>`+
		`<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>`, id, id, b.frame("a"), colour)
}

// lowHolders are the notes and the page number, at the foot of every page.
func lowHolders() string {
	note := fmt.Sprintf(`<a:lvl1pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPts val="%d"/></a:lnSpc><a:buNone/><a:defRPr sz="%d"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>`+slideFace+`</a:defRPr></a:lvl1pPr>`, noteLine*100, pointsNote*100)
	return place(11, `ftr" sz="quarter" idx="11`, "注", hint("口径、来源、截至"), `anchor="b"`, note, noteBox) +
		place(12, `sldNum" sz="quarter" idx="12`, "页码", pageField, `anchor="b"`, level("r", pointsNote, false, "tx2"), pageBox)
}

func slideMaster() string {
	titles := `<a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="2800" b="1" kern="1200"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr>`
	texts := func(size int) string {
		return fmt.Sprintf(`<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="%d" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>`+slideFace+`</a:defRPr></a:lvl1pPr>`, size*100)
	}
	return xmlHead + `<p:sldMaster` + slideSpaces + `><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>` + treeHead +
		place(2, "title", "标题", hint("单击编辑标题"), `anchor="ctr"`, "", titleBox) +
		place(3, `body" idx="1`, "正文", hint("单击编辑正文"), "", "", box{slideLeft, slideTop, slideRoom, slideFoot - 3*noteLine - slideTop}) +
		lowHolders() + `</p:spTree></p:cSld>` +
		`<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>` +
		`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>` +
		`<p:txStyles><p:titleStyle>` + titles + `</p:titleStyle><p:bodyStyle>` + texts(pointsText) + `</p:bodyStyle><p:otherStyle>` + texts(pointsText) + `</p:otherStyle></p:txStyles></p:sldMaster>`
}

// layout is a master's kind of page.
func layout(kind, name, shapes string) string {
	return xmlHead + `<p:sldLayout` + slideSpaces + ` type="` + kind + `" preserve="1"><p:cSld name="` + name + `"><p:spTree>` + treeHead + shapes + `</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
}

func coverLayout() string {
	return layout("title", "封面", bar(20, "bg2", box{0, 0, slideWidth, slideHeight})+bar(21, "accent2", box{0, 0, 20, slideHeight})+bar(22, "accent2", box{96, 352, 96, 4})+
		place(2, "ctrTitle", "标题", hint("单击编辑标题"), `anchor="b"`, level("l", 36, true, "accent1"), coverTitleBox)+
		place(3, `subTitle" idx="1`, "副标题", hint("单击编辑副标题"), `anchor="t"`, level("l", 24, false, "tx1"), coverLineBox)+lowHolders())
}

func pageLayout() string {
	return layout("titleOnly", "正文", bar(20, "accent2", box{slideLeft, 44, 6, 32})+
		place(2, "title", "标题", hint("单击编辑标题"), `anchor="ctr"`, "", titleBox)+lowHolders())
}
