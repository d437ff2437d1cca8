package workbook

import "chainboard/industry"

// lookup finds indicators by name or code, remembering what it found: first
// those of the file's own 指标 sheet, then those already known.
type lookup struct {
	known  func(nameOrCode string) (industry.Indicator, bool)
	own    map[string]industry.Indicator
	recent map[string]industry.Indicator
}

func newLookup(known func(string) (industry.Indicator, bool)) *lookup {
	if known == nil {
		known = func(string) (industry.Indicator, bool) { return industry.Indicator{}, false }
	}
	return &lookup{known, map[string]industry.Indicator{}, map[string]industry.Indicator{}}
}

func (k *lookup) find(nameOrCode string) (industry.Indicator, bool) {
	if found, ok := k.own[nameOrCode]; ok {
		return found, true
	}
	if found, ok := k.recent[nameOrCode]; ok {
		return found, true
	}
	found, ok := k.known(nameOrCode)
	if ok {
		k.recent[nameOrCode] = found
	}
	return found, ok
}

// define takes in the indicators of the file's 指标 sheet. Columns that the
// sheet does not have leave a known indicator as it is.
func (k *lookup) define(s *Sheet) {
	for i := range s.Rows {
		c := &s.Rows[i]
		if c.Refused() {
			continue
		}
		found := industry.IndicatorOf(c.Record)
		if before, ok := k.known(found.Code); ok {
			g := s.Register
			if !c.Present[g.Index("unit")] {
				found.Unit = before.Unit
			}
			if !c.Present[g.Index("frequency")] {
				found.Frequency = before.Frequency
			}
			if !c.Present[g.Index("name")] {
				found.Name = before.Name
			}
		}
		for _, word := range [...]string{found.Code, found.Name} {
			if word != "" && found.Unit != "" {
				k.own[word] = found
			}
		}
	}
}
