package workbook

import (
	"errors"
	"io"
)

// merged is a merged range, all bounds included, columns from 0.
type merged struct{ top, left, bottom, right int }

// merges reads the merged ranges of a sheet that begin in its first rows. They
// stand behind the data, so this is a pass of its own; only sheets whose header
// has two rows need it.
func (x *xlsxBook) merges(sheet, last int) ([]merged, error) {
	r, err := x.archive.open(x.parts[sheet])
	if r == nil || err != nil {
		return nil, err
	}
	defer r.Close()
	m := newMarkup(r)
	var found []merged
	for {
		err := m.next()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, asDamaged(err)
		}
		if m.kind != openToken || !m.is("mergeCell") {
			continue
		}
		if area, ok := parseRange(m.attribute("ref")); ok && area.top <= last && len(found) < maxMerges {
			found = append(found, area)
		}
	}
}

// maxMerges bounds the merged ranges looked at in the first rows of a sheet.
const maxMerges = 10_000
