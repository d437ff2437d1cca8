package industry

import "fmt"

// BriefingFacts is what a briefing tells of: the same as a bulletin, and the
// months whose dispatch there is, from which it takes its number.
type BriefingFacts struct {
	BulletinFacts
	Months []Month // with data of the chain, in any order
}

// Fields are what a template of a briefing may name: those of a bulletin. By the
// program's own it is the bulletin without its table of indicators, under a red head
// with its number (domain 7.1, S101, S102).
func (f *BriefingFacts) Fields() Fields {
	fields := f.BulletinFacts.Fields()
	number, total := BriefingNumber(f.Months, fields.Paper.Month)
	fields.Paper.Kind = Briefing
	fields.Paper.Masthead = &Masthead{Number: number, Total: total}
	return fields
}

// condensed keeps the first most measures and says how many more there are.
func condensed(blocks []Block, most int) []Block {
	if len(blocks) <= most {
		return blocks
	}
	more := fmt.Sprintf("其余%d项按会议议定的时限推进。", len(blocks)-most)
	return append(blocks[:most:most], Block{Text: more})
}

// BriefingNumber returns which briefing of its year a month's is (第×期, anew each
// year, domain S101) and which of all years (总第×期). There is one briefing a month
// that has a dispatch report: the number counts the months with data of the chain
// up to and with this one, 1—2月 being the first of a year because January is never
// dispatched by itself. The month itself always counts. Months that are imported
// later for the time before raise the numbers: they are derived, not kept.
func BriefingNumber(months []Month, of Month) (number, total int) {
	issue := func(m Month) Month {
		if m.Number() == 1 {
			return m + 1 // January's figures go with 1—2月
		}
		return m
	}
	of = issue(of)
	issues := map[Month]bool{of: true}
	for _, m := range months {
		if m = issue(m); m <= of {
			issues[m] = true
		}
	}
	for m := range issues {
		if m.Year() == of.Year() {
			number++
		}
	}
	return number, len(issues)
}
