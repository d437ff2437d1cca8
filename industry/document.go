package industry

import (
	"strings"
	"unicode/utf8"
)

// Document is a paper of the dispatch meeting as people read it, before package
// report gives it a form: every figure in it is already a text, the same as on
// the screens.
type Document struct {
	Kind       DocumentKind
	Masthead   *Masthead   // nil where the paper has none
	Letterhead *Letterhead // nil where the paper has none
	Number     string      // 文号: 示链办〔2026〕12号; "" where it has none
	Title      []string    // its lines, each whole in sense
	To         string      // 主送机关
	Organ      string      // who signs, below the text
	Date       Date        // of the paper, 成文日期
	Month      Month
	Sample     bool // made of sample data, which every page says
	Sections   []Section
	Attached   []string // 附件说明: the names of what goes with the paper
	Imprint    Imprint
	Annexes    []Table
	Notes      []string // 口径, 来源, 截至 at the foot of slides
}

// Covered reports whether the paper has a cover, which says who compiled it and when,
// and 目录 after it.
func (d *Document) Covered() bool { return d.Kind == Compendium }

// Signed reports whether who issues the paper and when stands below it: a head or cover
// says so otherwise.
func (d *Document) Signed() bool {
	return d.Masthead == nil && !d.Covered() && (d.Organ != "" || d.Date.Defined())
}

// Masthead is the red head of 简报 and what stands at its foot (domain S101,
// S102).
type Masthead struct {
	Name   string // 重点产业链调度简报
	Number int    // 第×期, counted anew each year
	Total  int    // 总第×期
	SentTo string // 发送范围, at the foot
	Copies int    // 份数, at the foot; 0 where it is not said
}

// Letterhead is 版头 of a paper: who issues it, in red, above its number (GB/T
// 9704-2012, 7.2).
type Letterhead struct {
	Name    string // 发文机关标志: 示例县产业链链长制办公室文件
	Copy    string // 份号: 000001; "" where copies are not numbered
	Secrecy string // 密级和保密期限: 秘密★1年; "" where it has none
}

// Imprint is 版记 at the foot of the last page: who gets copies and who printed the
// paper, on its day (GB/T 9704-2012, 7.4).
type Imprint struct{ CC, Printer string }

// Stands reports whether the paper has an imprint.
func (i Imprint) Stands() bool { return i != Imprint{} }

// Section is a part of a paper under a heading of the first level; report
// numbers it 一、二、三.
type Section struct {
	Heading string
	Blocks  []Block
}

// Block is a heading of the second level, a paragraph, with the words it begins with
// set apart, a table or a picture.
type Block struct {
	Heading  string // alone in its line; report numbers it （一）（二）
	Lead     string // （一）… in another face, before the text
	Text     string
	Table    *Table
	Picture  *Picture
	Reworded *Rewording // who put these words in place of which; nil for the program's own
}

// Headed reports whether a block is a heading of the second level or begins with one,
// which is numbered （一）: a sentence, not some words before a colon.
func (b Block) Headed() bool { return b.Heading != "" || strings.HasSuffix(b.Lead, "。") }

// Short reports whether a paragraph takes at most two lines of a page, as one that
// says what the table or picture after it is.
func (b Block) Short() bool {
	return b.Written() && utf8.RuneCountInString(b.Lead+b.Text) <= 2*28-2
}

// Leads returns the heading or lead of each block as the paper has it, numbered where
// it is a heading: of the blocks before it in its section, so many are.
func (s Section) Leads() []string {
	leads, n := make([]string, len(s.Blocks)), 0
	for i, b := range s.Blocks {
		if leads[i] = b.Heading + b.Lead; b.Headed() {
			n++
			leads[i] = "（" + Ordinal(n) + "）" + leads[i]
		}
	}
	return leads
}

// Picture is a chart or map in a paper: one of those at /charts, by its name.
type Picture struct {
	Chart string // dispatch_trend
	Chain string // whose; a chain's code or AllChains
	Title string
	PNG   []byte   `json:"-"` // drawn by office before report asks for it, without title and notes
	Notes []string `json:"-"` // 口径, 来源, 截至 below it
}

// Table is a table of texts under its title; a row has as many as there are columns.
type Table struct {
	Title   string
	Unit    string // 单位：亿元, where one unit goes for all; "" where each row has its own
	Columns []TableColumn
	Rows    [][]string
	Notes   []string // 口径 → 来源 → 截至
}

// TableColumn is the head of a column. Weight is its share of the width.
type TableColumn struct {
	Name   string
	Figure bool // of figures, set to the right
	Weight int
	Group  string // a head above this and its neighbours of the same group; "" for none
}

// papertext takes the thin spaces out of figures: papers write digits without
// groups (GB/T 15835 allows both), and few fonts of offices have that space.
func papertext(s string) string { return strings.ReplaceAll(s, thin, "") }

// PlainText is papertext for whatever else takes texts without the screens'
// spaces: csv.
func PlainText(s string) string { return papertext(s) }

// PaperFigure returns a number as papers print it, without groups of digits.
func PaperFigure(q Quantity) string { return papertext(GroupedText(q)) }
