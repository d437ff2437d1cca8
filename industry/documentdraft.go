package industry

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// DraftActor is who keeps papers that nobody asked for.
const DraftActor = "自动起草"

// DraftOutcome is what came of drafting the papers of a month.
type DraftOutcome string

// The outcomes.
const (
	Drafted        DraftOutcome = "drafted"
	DraftUnchanged DraftOutcome = "unchanged" // nothing was approved since the last draft, which stays
	DraftFailed    DraftOutcome = "failed"
)

// Light marks an outcome: green is drafted, red is not.
func (o DraftOutcome) Light() Light {
	switch o {
	case Drafted:
		return Green
	case DraftFailed:
		return Red
	}
	return NoLight
}

// Label returns the outcome as screens say it.
func (o DraftOutcome) Label() string {
	switch o {
	case Drafted:
		return "已起草"
	case DraftUnchanged:
		return "没有新数据"
	case DraftFailed:
		return "没有起草"
	}
	return string(o)
}

// DocumentDraft is what came of drafting papers of a chain at a planned moment. It
// happens once, whatever is restarted.
type DocumentDraft struct {
	Slot    time.Time      `json:"slot"` // planned
	Chain   string         `json:"chain"`
	Month   Month          `json:"month"` // of the data, null where there were none
	AsOf    time.Time      `json:"as_of"` // the moment the drafts tell, that of looking where there are none
	Files   []DocumentFile `json:"files"` // drafted, or found as they were
	Outcome DraftOutcome   `json:"outcome"`
	Said    string         `json:"said"` // to people
	At      time.Time      `json:"at"`
}

// DraftSaid is what people are told of drafts of a month.
func DraftSaid(m Month, files []DocumentFile) string {
	var kinds []string
	for _, f := range files {
		if label := f.Kind.Label(); !slices.Contains(kinds, label) {
			kinds = append(kinds, label)
		}
	}
	return fmt.Sprintf("%s%s草稿已生成，请修改后印发", m.Span(), strings.Join(kinds, ListSeparator))
}

// DraftUnchangedSaid is what people are told where nothing is to be drafted anew.
func DraftUnchangedSaid(m Month, last DocumentDraft) string {
	return fmt.Sprintf("%s自%s起草以来没有新的审定数据，没有重新起草", m.Span(), last.At.In(Shanghai).Format("2006-01-02 15:04"))
}

// Covers reports whether the drafts hold every one of some files.
func (d DocumentDraft) Covers(files []DocumentFile) bool {
	return !slices.ContainsFunc(files, func(f DocumentFile) bool { return !slices.Contains(d.Files, f) })
}
