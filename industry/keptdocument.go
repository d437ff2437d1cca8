package industry

import (
	"strconv"
	"time"
)

// KeptDocument is a paper of a month as it was made and kept: the file stays
// equal whatever is revised afterwards.
type KeptDocument struct {
	ID      int64        `json:"id"`
	Month   Month        `json:"month"` // of the data, cumulative to its end
	Chain   string       `json:"chain"` // a chain's code, or AllChains
	Kind    DocumentKind `json:"kind"`
	Ending  string       `json:"ending"` // of the file: .docx
	Title   string       `json:"title"`
	AsOf    time.Time    `json:"as_of"`   // the moment whose figures it tells
	SHA256  string       `json:"sha256"`  // of the file, in hexadecimal digits
	Size    int64        `json:"size"`    // bytes
	Version int64        `json:"version"` // 2 is 2.0版; 0: a paper without versions
	By      string       `json:"-"`       // who kept it: a person, not for every reader
	At      time.Time    `json:"at"`      // when it was kept
	Draft   bool         `json:"draft"`   // drafted by itself, nobody has looked at it
}

// VersionText is the version as people write it: 2.0版; "" for a paper without.
func (d KeptDocument) VersionText() string {
	if d.Version == 0 {
		return ""
	}
	return strconv.FormatInt(d.Version, 10) + ".0版"
}

// SizeText is the size as a screen shows it: 1.2 MB, 340 KB.
func (d KeptDocument) SizeText() string { return Attachment{Size: d.Size}.SizeText() }

// HashBegin is the first 12 digits of the hash, enough to tell files apart by eye.
func (d KeptDocument) HashBegin() string { return d.SHA256[:min(12, len(d.SHA256))] }

// Standing says how a paper stands to the data its month's meeting saw, or, before
// there is a meeting, to what was saved last: green where it tells the same, yellow
// where it is older.
func (d KeptDocument) Standing(m Meeting, saved time.Time) (Light, string) {
	switch {
	case m.Opened() && d.AsOf.Before(m.AsOf):
		return Yellow, "早于会上数据"
	case m.Opened():
		return Green, "会上数据"
	case saved.After(d.AsOf):
		return Yellow, "此后有新数据"
	}
	return Green, "最新数据"
}
