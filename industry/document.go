package industry

import "strings"

// Document is a paper of the dispatch meeting as people read it, before package
// report gives it a form: every figure in it is already a text, the same as on
// the screens.
type Document struct {
	Kind     DocumentKind
	Title    []string // its lines, each whole in sense
	To       string   // 主送机关
	Organ    string   // who signs, below the text
	Date     Date     // of the paper, 成文日期
	Month    Month
	Sample   bool // made of sample data, which every page says
	Sections []Section
	Annexes  []Table
}

// DocumentKind is what a paper is for.
type DocumentKind string

// Bulletin is 通报, the paper of the month that goes to every unit.
const Bulletin DocumentKind = "bulletin"

// Label returns what the kind is called.
func (k DocumentKind) Label() string { return "通报" }

// ParseDocumentKind reads a kind of papers; the empty text is Bulletin.
func ParseDocumentKind(text string) (DocumentKind, error) {
	if text == "" || text == string(Bulletin) {
		return Bulletin, nil
	}
	return "", Errorf(Invalid, "没有“%s”这种材料，请用 bulletin（通报）", text)
}

// Section is a part of a paper under a heading of the first level; report
// numbers it 一、二、三.
type Section struct {
	Heading string
	Blocks  []Block
}

// Block is a paragraph, with the words it begins with set apart, or a table.
type Block struct {
	Lead  string // （一）… in another face, before the text
	Text  string
	Table *Table
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
}

// papertext takes the thin spaces out of figures: papers write digits without
// groups (GB/T 15835 allows both), and few fonts of offices have that space.
func papertext(s string) string { return strings.ReplaceAll(s, thin, "") }
