package industry

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// EditionKind says what an Edition is of.
type EditionKind string

// The kinds of document that have editions.
const (
	EditionOfList EditionKind = "list"
	EditionOfMap  EditionKind = "map"
)

// Paper is what editions are of: one list or map of a chain, or of all chains.
type Paper struct {
	Chain string      `json:"chain"` // a chain's code, or AllChains
	Kind  EditionKind `json:"kind"`
	Code  string      `json:"code"` // of the list or map, as in addresses
}

// Edition is a version (版本) of a list or map as it was approved: a name for what
// the registers said at a moment (domain 1.1: maps and lists are versioned
// documents, 1.0版 reviewed, 2.0 announced).
type Edition struct {
	ID int64 `json:"id"`
	Paper
	Name     string    `json:"name"`     // 2.0版
	Dated    Date      `json:"dated"`    // the day on the document
	Approver string    `json:"approver"` // who approved it, "" for a draft
	AsOf     time.Time `json:"as_of"`    // the moment whose state it shows
	Note     string    `json:"note"`
	By       string    `json:"-"` // who kept it here: a person, not for every reader
	At       time.Time `json:"at"`
}

// Limits of an edition's texts, in characters.
const (
	MostEditionName     = 40
	MostEditionApprover = 60
	MostEditionNote     = 200
)

// Check returns an Invalid error, by name, dated, approver, as_of and note under
// Fields, where something is missing, too long or still to come.
func (e Edition) Check(now time.Time) error {
	fields := map[string]string{}
	if e.Name == "" {
		fields["name"] = "请填写版本名称，如 2.0版"
	}
	for _, text := range []struct {
		field, value string
		most         int
	}{{"name", e.Name, MostEditionName}, {"approver", e.Approver, MostEditionApprover}, {"note", e.Note, MostEditionNote}} {
		if utf8.RuneCountInString(text.value) > text.most {
			fields[text.field] = fmt.Sprintf("最多%d个字，请缩短", text.most)
		}
		if text.field != "note" && strings.ContainsFunc(text.value, unicode.IsControl) {
			fields[text.field] = "只能写一行，请去掉换行"
		}
	}
	switch {
	case !e.Dated.Defined():
		fields["dated"] = "请填写版本日期，如 2026-09-15"
	case e.Dated > DateOf(now):
		fields["dated"] = "版本日期不能晚于今天"
	}
	if e.AsOf.After(now) {
		fields["as_of"] = "数据时点不能晚于现在"
	}
	if len(fields) == 0 {
		return nil
	}
	err := Errorf(Invalid, "版本信息有误，请按提示改正")
	err.Fields = fields
	return err
}

// Heading returns what stands above a document of this edition:
// 2.0版，2026-09-15，县工信局审定.
func (e Edition) Heading() string {
	text := e.Name + "，" + string(e.Dated)
	if e.Approver != "" {
		text += "，" + e.Approver + "审定"
	}
	return text
}

// MapName returns what a map is called: 产业链图; "" for an unknown one.
func MapName(code string) string {
	switch code {
	case MapChain:
		return "产业链图"
	case MapTechnology:
		return "技术路线图"
	case MapApplication:
		return "应用领域图"
	case MapRegion:
		return "区域分布图"
	}
	return ""
}

// MapRegister returns the register whose rows a map is drawn from, nil for an
// unknown map.
func MapRegister(code string) *Register {
	switch code {
	case MapChain:
		return SegmentRegister
	case MapTechnology:
		return TechnologyRegister
	case MapApplication:
		return ApplicationRegister
	case MapRegion:
		return RegionRegister
	}
	return nil
}
