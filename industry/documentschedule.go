package industry

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// DocumentSchedule is 每月自动起草: which papers of the newest month are drafted, on
// which day and hour of each month, without anybody asking.
type DocumentSchedule struct {
	On      bool           `json:"on"`
	Day     int            `json:"day"`    // 1 to 28, which every month has
	Hour    int            `json:"hour"`   // 0 to 23 of the business time zone
	Chains  []string       `json:"chains"` // codes; AllChains is all of them together
	Files   []DocumentFile `json:"files"`
	Version int64          `json:"version"` // 0: never decided
	By      string         `json:"-"`
	At      time.Time      `json:"at,omitzero"` // in force for what is planned after
}

// The last day and hour of a schedule.
const (
	LastDraftDay  = 28
	LastDraftHour = 23
)

// NewDocumentSchedule is what the form begins with: off, with what a dispatch
// meeting needs.
func NewDocumentSchedule() DocumentSchedule {
	return DocumentSchedule{
		Day: 10, Hour: 8, Chains: []string{AllChains},
		Files: []DocumentFile{{Bulletin, ".docx"}, {Briefing, ".docx"}, {Annex, ".xlsx"}, {Slides, ".pptx"}},
	}
}

// DraftFiles returns the papers that can be drafted: minutes tell what a meeting
// decided, which nobody drafts beforehand.
func DraftFiles() []DocumentFile {
	return slices.DeleteFunc(DocumentFiles(), func(f DocumentFile) bool { return f.Kind == Minutes })
}

// Check returns an Invalid error, by day, hour, chains and files under Fields, where
// something is missing or cannot be. chains are the codes there are.
func (s DocumentSchedule) Check(chains []string) error {
	fields := map[string]string{}
	if s.Day < 1 || s.Day > LastDraftDay {
		fields["day"] = fmt.Sprintf("应为1至%d，每个月都有这一天", LastDraftDay)
	}
	if s.Hour < 0 || s.Hour > LastDraftHour {
		fields["hour"] = fmt.Sprintf("应为0至%d", LastDraftHour)
	}
	if len(s.Chains) == 0 {
		fields["chains"] = "请至少选择一项"
	}
	for _, code := range s.Chains {
		if code != AllChains && !slices.Contains(chains, code) {
			fields["chains"] = "没有编码为“" + code + "”的产业链，请重新选择"
		}
	}
	if len(s.Files) == 0 {
		fields["files"] = "请至少选择一种材料"
	}
	for _, f := range s.Files {
		if !slices.Contains(DraftFiles(), f) {
			fields["files"] = f.Kind.Label() + "开会后才有，不能自动起草"
		}
	}
	if len(fields) == 0 {
		return nil
	}
	err := Errorf(Invalid, "自动起草的设置有误，请按提示改正")
	err.Fields = fields
	return err
}

// planned is the moment planned in a month.
func (s DocumentSchedule) planned(m Month) time.Time {
	return time.Date(m.Year(), time.Month(m.Number()), s.Day, s.Hour, 0, 0, 0, Shanghai)
}

// Due returns the newest moment planned up to now. There is none where the schedule
// is off, or was decided after that moment: what a decision missed before it is not
// made up for.
func (s DocumentSchedule) Due(now time.Time) (slot time.Time, due bool) {
	if !s.On {
		return slot, false
	}
	slot = s.planned(MonthOf(now))
	if slot.After(now) {
		slot = s.planned(MonthOf(now).Add(-1))
	}
	return slot, slot.After(s.At)
}

// Next returns the first moment planned after now, the zero time where the schedule
// is off.
func (s DocumentSchedule) Next(now time.Time) time.Time {
	if !s.On {
		return time.Time{}
	}
	next := s.planned(MonthOf(now))
	if !next.After(now) {
		next = s.planned(MonthOf(now).Add(1))
	}
	return next
}

// Text says what is planned: 每月10日8时起草通报 .docx、简报 .docx.
func (s DocumentSchedule) Text() string {
	if !s.On {
		return "没有启用"
	}
	labels := make([]string, len(s.Files))
	for i, f := range s.Files {
		labels[i] = f.Label()
	}
	return "每月" + strconv.Itoa(s.Day) + "日" + strconv.Itoa(s.Hour) + "时起草" + strings.Join(labels, ListSeparator)
}
