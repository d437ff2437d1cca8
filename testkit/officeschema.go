package testkit

// officeSchema is which children an element of an Office file may have, and in what
// order: the sequences of ECMA-376, transitional, for what this program and excelize
// write. A line is an element and its children; "a|b" is a choice. A child without
// a sign stands at most once, with ! exactly once, with + at least once, with * any
// number of times. "parent/element" goes before "element". Elements that are not
// named here fail the check, and so do children of an element that has none.
//
// w:rPr, s:font and the properties are choices in any order by the schema; w:rPr has
// here the order of the standard's text, which validators ask for.
const officeSchema = `
@BLOCK w:p|w:tbl|w:sdt|w:bookmarkStart|w:bookmarkEnd
@FILL a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill
@EFFECT a:effectLst|a:effectDag
@COLOUR a:scrgbClr|a:srgbClr|a:hslClr|a:sysClr|a:schemeClr|a:prstClr
@LEVELS a:defPPr a:lvl1pPr a:lvl2pPr a:lvl3pPr a:lvl4pPr a:lvl5pPr a:lvl6pPr a:lvl7pPr a:lvl8pPr a:lvl9pPr a:extLst
@PARAGRAPH a:lnSpc a:spcBef a:spcAft a:buClrTx|a:buClr a:buSzTx|a:buSzPct|a:buSzPts a:buFontTx|a:buFont a:buNone|a:buAutoNum|a:buChar|a:buBlip a:tabLst a:defRPr a:extLst
@RUN a:ln FILL EFFECT a:highlight a:uLnTx|a:uLn a:uFillTx|a:uFill a:latin a:ea a:cs a:sym a:hlinkClick a:hlinkMouseOver a:rtl a:extLst
@SHAPE a:xfrm a:custGeom|a:prstGeom FILL a:ln EFFECT a:scene3d a:sp3d a:extLst
@LINE FILL a:prstDash|a:custDash a:round|a:bevel|a:miter a:headEnd a:tailEnd a:extLst

w:document: w:background w:body
w:body: BLOCK* w:sectPr
w:hdr: BLOCK+
w:ftr: BLOCK+
w:p: w:pPr w:r|w:ins|w:del|w:hyperlink|w:fldSimple|w:bookmarkStart|w:bookmarkEnd|w:proofErr*
w:pPr: w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr w:pPrChange
w:style/w:pPr: w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl
w:pBdr: w:top w:left w:bottom w:right w:between w:bar
w:tabs: w:tab+
w:r: w:rPr w:t|w:tab|w:br|w:cr|w:fldChar|w:instrText|w:delText|w:drawing|w:sym|w:noBreakHyphen|w:softHyphen*
w:rPr: w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath
w:hyperlink: w:r|w:ins|w:del|w:fldSimple|w:bookmarkStart|w:bookmarkEnd|w:proofErr*
w:ins: w:r*
w:del: w:r*
w:tbl: w:tblPr! w:tblGrid! w:tr*
w:tblPr: w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription
w:tblBorders: w:top w:left w:bottom w:right w:insideH w:insideV
w:tblCellMar: w:top w:left w:bottom w:right
w:tblGrid: w:gridCol*
w:tr: w:tblPrEx w:trPr w:tc+
w:trPr: w:cnfStyle|w:divId|w:gridBefore|w:gridAfter|w:wBefore|w:wAfter|w:cantSplit|w:trHeight|w:tblHeader|w:tblCellSpacing|w:jc|w:hidden*
w:tc: w:tcPr BLOCK+
w:tcPr: w:cnfStyle w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:tcFitText w:vAlign w:hideMark
w:sectPr: w:headerReference|w:footerReference* w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi w:rtlGutter w:docGrid
w:styles: w:docDefaults w:latentStyles w:style*
w:docDefaults: w:rPrDefault w:pPrDefault
w:rPrDefault: w:rPr
w:pPrDefault: w:pPr
w:style: w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:locked w:personal w:personalCompose w:personalReply w:rsid w:pPr w:rPr w:tblPr w:trPr w:tcPr w:tblStylePr*
w:fonts: w:font*
w:font: w:altName w:panose1 w:charset w:family w:notTrueType w:pitch w:sig
w:settings: w:writeProtection w:view w:zoom w:removePersonalInformation w:removeDateAndTime w:mirrorMargins w:trackRevisions w:documentProtection w:defaultTabStop w:autoHyphenation w:evenAndOddHeaders w:bookFoldPrinting w:drawingGridHorizontalSpacing w:drawingGridVerticalSpacing w:noPunctuationKerning w:characterSpacingControl w:printTwoOnOne w:strictFirstAndLastChars w:noLineBreaksAfter w:noLineBreaksBefore w:updateFields w:footnotePr w:endnotePr w:compat w:docVars w:rsids w:themeFontLang w:clrSchemeMapping
w:compat: w:spaceForUL w:balanceSingleByteDoubleByteWidth w:doNotLeaveBackslashAlone w:ulTrailSpace w:doNotExpandShiftReturn w:adjustLineHeightInTable w:useFELayout w:compatSetting*
w:drawing: wp:inline|wp:anchor+
wp:inline: wp:extent! wp:effectExtent wp:docPr! wp:cNvGraphicFramePr a:graphic!
wp:cNvGraphicFramePr: a:graphicFrameLocks

a:graphic: a:graphicData!
a:graphicData: pic:pic|a:tbl*
pic:pic: pic:nvPicPr! pic:blipFill! pic:spPr!
pic:nvPicPr: pic:cNvPr! pic:cNvPicPr!
pic:cNvPicPr: a:picLocks
pic:blipFill: a:blip a:srcRect a:tile|a:stretch
pic:spPr: SHAPE
a:stretch: a:fillRect
a:xfrm: a:off a:ext
p:grpSpPr/a:xfrm: a:off a:ext a:chOff a:chExt
a:prstGeom: a:avLst
a:ln: LINE
a:lnL: LINE
a:lnR: LINE
a:lnT: LINE
a:lnB: LINE
a:solidFill: COLOUR
a:effectLst: a:blur a:fillOverlay a:glow a:innerShdw a:outerShdw a:prstShdw a:reflection a:softEdge
a:outerShdw: COLOUR!
a:srgbClr: a:tint|a:shade|a:alpha|a:lumMod|a:lumOff|a:satMod*
a:schemeClr: a:tint|a:shade|a:alpha|a:lumMod|a:lumOff|a:satMod*
a:bodyPr: a:prstTxWarp a:noAutofit|a:normAutofit|a:spAutoFit a:scene3d a:sp3d|a:flatTx a:extLst
a:lstStyle: LEVELS
a:lvl1pPr: PARAGRAPH
a:pPr: PARAGRAPH
a:lnSpc: a:spcPct|a:spcPts!
a:spcBef: a:spcPct|a:spcPts!
a:spcAft: a:spcPct|a:spcPts!
a:p: a:pPr a:r|a:br|a:fld* a:endParaRPr
a:r: a:rPr a:t!
a:br: a:rPr
a:fld: a:rPr a:pPr a:t
a:rPr: RUN
a:defRPr: RUN
a:endParaRPr: RUN
a:tbl: a:tblPr a:tblGrid! a:tr*
a:tblPr: FILL EFFECT a:tableStyle|a:tableStyleId a:extLst
a:tblGrid: a:gridCol*
a:tr: a:tc* a:extLst
a:tc: a:txBody a:tcPr a:extLst
a:txBody: a:bodyPr! a:lstStyle a:p+
a:tcPr: a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr a:cell3D FILL a:headers a:extLst
a:theme: a:themeElements! a:objectDefaults a:extraClrSchemeLst a:custClrLst a:extLst
a:themeElements: a:clrScheme! a:fontScheme! a:fmtScheme! a:extLst
a:clrScheme: a:dk1! a:lt1! a:dk2! a:lt2! a:accent1! a:accent2! a:accent3! a:accent4! a:accent5! a:accent6! a:hlink! a:folHlink! a:extLst
a:dk1: COLOUR!
a:lt1: COLOUR!
a:dk2: COLOUR!
a:lt2: COLOUR!
a:accent1: COLOUR!
a:accent2: COLOUR!
a:accent3: COLOUR!
a:accent4: COLOUR!
a:accent5: COLOUR!
a:accent6: COLOUR!
a:hlink: COLOUR!
a:folHlink: COLOUR!
a:fontScheme: a:majorFont! a:minorFont! a:extLst
a:majorFont: a:latin! a:ea! a:cs! a:font* a:extLst
a:minorFont: a:latin! a:ea! a:cs! a:font* a:extLst
a:fmtScheme: a:fillStyleLst! a:lnStyleLst! a:effectStyleLst! a:bgFillStyleLst!
a:fillStyleLst: FILL+
a:bgFillStyleLst: FILL+
a:lnStyleLst: a:ln+
a:effectStyleLst: a:effectStyle+
a:effectStyle: EFFECT! a:scene3d a:sp3d
a:gradFill: a:gsLst a:lin|a:path a:tileRect
a:gsLst: a:gs+
a:gs: COLOUR!

p:presentation: p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz! p:smartTags p:embeddedFontLst p:custShowLst p:photoAlbum p:custDataLst p:kinsoku p:defaultTextStyle p:modifyVerifier p:extLst
p:sldMasterIdLst: p:sldMasterId*
p:sldIdLst: p:sldId*
p:sld: p:cSld! p:clrMapOvr p:transition p:timing p:extLst
p:sldLayout: p:cSld! p:clrMapOvr p:transition p:timing p:hf p:extLst
p:sldMaster: p:cSld! p:clrMap! p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst
p:cSld: p:bg p:spTree! p:custDataLst p:controls p:extLst
p:bg: p:bgPr|p:bgRef!
p:bgPr: FILL! EFFECT p:extLst
p:spTree: p:nvGrpSpPr! p:grpSpPr! p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic* p:extLst
p:nvGrpSpPr: p:cNvPr! p:cNvGrpSpPr! p:nvPr!
p:grpSpPr: a:xfrm FILL EFFECT a:scene3d a:extLst
p:sp: p:nvSpPr! p:spPr! p:style p:txBody p:extLst
p:nvSpPr: p:cNvPr! p:cNvSpPr! p:nvPr!
p:cNvSpPr: a:spLocks a:extLst
p:nvPr: p:ph p:custDataLst p:extLst
p:spPr: SHAPE
p:txBody: a:bodyPr! a:lstStyle a:p+
p:graphicFrame: p:nvGraphicFramePr! p:xfrm! a:graphic! p:extLst
p:nvGraphicFramePr: p:cNvPr! p:cNvGraphicFramePr! p:nvPr!
p:cNvGraphicFramePr: a:graphicFrameLocks a:extLst
p:xfrm: a:off a:ext
p:pic: p:nvPicPr! p:blipFill! p:spPr! p:style p:extLst
p:nvPicPr: p:cNvPr! p:cNvPicPr! p:nvPr!
p:cNvPicPr: a:picLocks a:extLst
p:blipFill: a:blip a:srcRect a:tile|a:stretch
p:clrMapOvr: a:masterClrMapping|a:overrideClrMapping!
p:sldLayoutIdLst: p:sldLayoutId*
p:txStyles: p:titleStyle p:bodyStyle p:otherStyle p:extLst
p:titleStyle: LEVELS
p:bodyStyle: LEVELS
p:otherStyle: LEVELS

s:worksheet: s:sheetPr s:dimension s:sheetViews s:sheetFormatPr s:cols* s:sheetData! s:sheetCalcPr s:sheetProtection s:protectedRanges s:scenarios s:autoFilter s:sortState s:dataConsolidate s:customSheetViews s:mergeCells s:phoneticPr s:conditionalFormatting* s:dataValidations s:hyperlinks s:printOptions s:pageMargins s:pageSetup s:headerFooter s:rowBreaks s:colBreaks s:customProperties s:cellWatches s:ignoredErrors s:smartTags s:drawing s:legacyDrawing s:legacyDrawingHF s:picture s:oleObjects s:controls s:webPublishItems s:tableParts s:extLst
s:sheetPr: s:tabColor s:outlinePr s:pageSetUpPr
s:sheetViews: s:sheetView+ s:extLst
s:sheetView: s:pane s:selection* s:pivotSelection* s:extLst
s:cols: s:col+
s:sheetData: s:row*
s:row: s:c* s:extLst
s:c: s:f s:v s:is s:extLst
s:is: s:t s:r*
s:mergeCells: s:mergeCell+
s:autoFilter: s:filterColumn* s:sortState s:extLst
s:conditionalFormatting: s:cfRule+ s:extLst
s:cfRule: s:formula* s:colorScale s:dataBar s:iconSet s:extLst
s:dataValidations: s:dataValidation+
s:dataValidation: s:formula1 s:formula2
s:hyperlinks: s:hyperlink+
s:headerFooter: s:oddHeader s:oddFooter s:evenHeader s:evenFooter s:firstHeader s:firstFooter
s:workbook: s:fileVersion s:fileSharing s:workbookPr s:workbookProtection s:bookViews s:sheets! s:functionGroups s:externalReferences s:definedNames s:calcPr s:oleSize s:customWorkbookViews s:pivotCaches s:smartTagPr s:smartTagTypes s:webPublishing s:fileRecoveryPr* s:webPublishObjects s:extLst
s:bookViews: s:workbookView+
s:sheets: s:sheet+
s:definedNames: s:definedName+
s:styleSheet: s:numFmts s:fonts s:fills s:borders s:cellStyleXfs s:cellXfs s:cellStyles s:dxfs s:tableStyles s:colors s:extLst
s:numFmts: s:numFmt*
s:fonts: s:font*
s:font: s:b|s:i|s:strike|s:condense|s:extend|s:outline|s:shadow|s:u|s:vertAlign|s:sz|s:color|s:name|s:family|s:charset|s:scheme*
s:fills: s:fill*
s:fill: s:patternFill|s:gradientFill!
s:patternFill: s:fgColor s:bgColor
s:borders: s:border*
s:border: s:start s:end s:left s:right s:top s:bottom s:diagonal s:vertical s:horizontal
s:left: s:color
s:right: s:color
s:top: s:color
s:bottom: s:color
s:cellStyleXfs: s:xf+
s:cellXfs: s:xf+
s:xf: s:alignment s:protection s:extLst
s:cellStyles: s:cellStyle+
s:dxfs: s:dxf*
s:dxf: s:font s:numFmt s:fill s:alignment s:border s:protection s:extLst
s:sst: s:si* s:extLst
s:si: s:t s:r* s:rPh* s:phoneticPr
s:r: s:rPr s:t!
s:rPr: s:rFont|s:charset|s:family|s:b|s:i|s:strike|s:outline|s:shadow|s:condense|s:extend|s:color|s:sz|s:u|s:vertAlign|s:scheme*
s:comments: s:authors! s:commentList! s:extLst
s:authors: s:author*
s:commentList: s:comment*
s:comment: s:text!
s:text: s:t s:r* s:rPh* s:phoneticPr

ct:Types: ct:Default|ct:Override*
rel:Relationships: rel:Relationship*
cp:coreProperties: dc:title|dc:creator|dc:subject|dc:description|dc:identifier|dc:language|dcterms:created|dcterms:modified|cp:category|cp:contentStatus|cp:keywords|cp:lastModifiedBy|cp:lastPrinted|cp:revision|cp:version*
ep:Properties: ep:TotalTime|ep:Application|ep:Company|ep:DocSecurity|ep:ScaleCrop|ep:LinksUpToDate|ep:SharedDoc|ep:HyperlinksChanged|ep:AppVersion|ep:HeadingPairs|ep:TitlesOfParts*

w:titlePg w:b w:type w:tblpPr w:color w:sz w:szCs w:lang w:spacing w:rFonts w:rStyle w:pStyle w:jc w:ind w:keepNext w:keepLines w:outlineLvl w:framePr w:widowControl w:top w:left w:bottom w:right w:insideH w:insideV w:tab w:br w:t w:delText w:instrText w:fldChar w:gridCol w:tblW w:tblLayout w:cantSplit w:tblHeader w:trHeight w:tcW w:vMerge w:gridSpan w:vAlign w:headerReference w:footerReference w:pgSz w:pgMar w:pgNumType w:bookmarkStart w:bookmarkEnd w:docGrid w:name w:basedOn w:qFormat w:zoom w:evenAndOddHeaders w:characterSpacingControl w:compatSetting w:altName w:charset w:family w:pitch w:snapToGrid w:autoSpaceDE w:autoSpaceDN w:kinsoku w:overflowPunct w:adjustRightInd w:pageBreakBefore w:balanceSingleByteDoubleByteWidth:
wp:extent wp:effectExtent wp:docPr pic:cNvPr a:blip a:fillRect a:off a:ext a:chOff a:chExt a:avLst a:noFill a:sysClr a:prstDash a:round a:spcPts a:spcPct a:buNone a:latin a:ea a:cs a:font a:t a:gridCol a:objectDefaults a:extraClrSchemeLst a:spLocks a:picLocks a:graphicFrameLocks a:noAutofit a:normAutofit a:masterClrMapping a:lin a:tint a:shade a:satMod a:lumMod a:alpha a:fillToRect a:miter:
p:sldMasterId p:sldId p:sldSz p:notesSz p:cNvPr p:cNvGrpSpPr p:ph p:clrMap p:sldLayoutId:
s:tabColor s:outlinePr s:pageSetUpPr s:dimension s:sheetFormatPr s:pane s:selection s:col s:v s:f s:t s:mergeCell s:formula s:formula1 s:formula2 s:hyperlink s:printOptions s:pageMargins s:pageSetup s:oddHeader s:oddFooter s:legacyDrawing s:drawing s:workbookPr s:workbookView s:sheet s:definedName s:calcPr s:numFmt s:b s:i s:u s:sz s:color s:name s:family s:charset s:scheme s:fgColor s:bgColor s:diagonal s:alignment s:protection s:cellStyle s:tableStyles s:rFont s:sheetProtection s:author s:fileVersion s:filterColumn:
ct:Default ct:Override rel:Relationship dc:title dc:creator dc:subject dc:description dc:identifier dc:language dcterms:created dcterms:modified cp:category cp:contentStatus cp:keywords cp:lastModifiedBy cp:revision cp:version ep:TotalTime ep:Application ep:Company ep:DocSecurity ep:ScaleCrop ep:LinksUpToDate ep:SharedDoc ep:HyperlinksChanged ep:AppVersion:
`

// officeSpaces are the short names of the namespaces of Office files.
var officeSpaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":              "w",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":    "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                     "a",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":                  "pic",
	"http://schemas.openxmlformats.org/presentationml/2006/main":                "p",
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":                 "s",
	"http://schemas.openxmlformats.org/package/2006/content-types":              "ct",
	"http://schemas.openxmlformats.org/package/2006/relationships":              "rel",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties":   "cp",
	"http://purl.org/dc/elements/1.1/":                                          "dc",
	"http://purl.org/dc/terms/":                                                 "dcterms",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "ep",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":       "r",
}
