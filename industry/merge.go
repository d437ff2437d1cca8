package industry

import "maps"

// Merge lays an imported row over the current record: a column absent from the
// file leaves the field as it is, an empty cell clears it. It returns the next
// state and the fields that were cleared.
func Merge(current, row Record, present []bool) (Record, []string) {
	next := current.Clone()
	var cleared []string
	for i := range next.Values {
		if !present[i] {
			continue
		}
		if next.Values[i] != "" && row.Values[i] == "" {
			cleared = append(cleared, next.Register.Fields[i].Name)
		}
		next.Values[i] = row.Values[i]
	}
	if len(row.Extra) > 0 {
		merged := maps.Clone(next.Extra)
		if merged == nil {
			merged = map[string]string{}
		}
		for header, value := range row.Extra {
			if value == "" {
				delete(merged, header)
			} else {
				merged[header] = value
			}
		}
		next.Extra = merged
	}
	return next, cleared
}
