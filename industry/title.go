package industry

import (
	"cmp"
	"slices"
	"strings"
)

// titleKind is an honour that dispatch follows: who grants it, by which names
// registers write it, and on which rung of which ladder it stands.
type titleKind struct {
	name       string
	aliases    []string
	ladder     string // "" where it stands alone
	department string
	indicator  string // counted by it, "" where by none
}

// titleKinds are these in the order of tables, rungs of a ladder from the lowest
// (domain §5: 高企, 科技型中小企业 and 瞪羚 are the science bureau's, S85, S86;
// 专精特新 the industry bureau's, S87).
var titleKinds = [...]titleKind{
	{"高新技术企业", []string{"高企"}, "", "科技局", "high_tech"},
	{"科技型中小企业", []string{"科小"}, "", "科技局", "tech_sme"},
	{"潜在瞪羚企业", []string{"潜在瞪羚"}, gazelleLadder, "科技局", ""},
	{"瞪羚企业", []string{"瞪羚"}, gazelleLadder, "科技局", "gazelle"},
	{"种子独角兽企业", []string{"种子独角兽"}, gazelleLadder, "科技局", ""},
	{"潜在独角兽企业", []string{"潜在独角兽"}, gazelleLadder, "科技局", ""},
	{"创新型中小企业", nil, specialLadder, "工信局", ""},
	{"专精特新中小企业", []string{"省专精特新中小企业", "省级专精特新中小企业", "省专精特新", "专精特新企业", "专精特新"}, specialLadder, "工信局", ""},
	{"专精特新小巨人企业", []string{"国家级专精特新小巨人企业", "国家专精特新小巨人企业", "国家小巨人", "小巨人企业", "小巨人"}, specialLadder, "工信局", ""},
	{"制造业单项冠军企业", []string{"制造业单项冠军", "单项冠军企业", "单项冠军"}, "", "工信局", ""},
}

const (
	gazelleLadder = "瞪羚梯度"
	specialLadder = "专精特新梯度"
)

// unlistedTitle is the place of a title that is none of titleKinds.
const unlistedTitle = len(titleKinds)

// titlePlace returns the place of a title in titleKinds by any of its names.
func titlePlace(name string) int {
	name = strings.NewReplacer("“", "", "”", "", `"`, "", "「", "", "」", "").Replace(name)
	for i, k := range titleKinds {
		if k.name == name || slices.Contains(k.aliases, name) {
			return i
		}
	}
	return unlistedTitle
}

// How a title stands at a month's end.
const (
	TitleExpired  = "expired"   // run out and not renewed, nor a higher rung reached
	TitleSoon     = "expiring3" // runs out within three months
	TitleLater    = "expiring6" // runs out within four to six months
	TitleNew      = "new"       // granted this year
	TitleStanding = "valid"
)

// TitleRow counts who holds a title at a month's end.
type TitleRow struct {
	Name       string   `json:"name"`
	Ladder     Optional `json:"ladder"`
	Department Optional `json:"department"` // who is responsible
	Indicator  Optional `json:"indicator"`  // that counts the same, with its target
	Valid      int      `json:"valid"`
	New        int      `json:"new"`        // granted from 1 January to the month's end
	Expiring3  int      `json:"expiring_3"` // of the valid, run out within three months
	Expiring6  int      `json:"expiring_6"` // within six, these three included
	Expired    int      `json:"expired"`    // run out, not renewed
	Target     Quantity `json:"target"`     // of the year
	Completion Rate     `json:"completion"`
}

// TitleHolder is an enterprise whose title asks for attention, or is new.
type TitleHolder struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Segment    string   `json:"segment"` // name
	Title      string   `json:"title"`
	Department Optional `json:"department"`
	From       Date     `json:"from"`
	To         Date     `json:"to"`
	State      string   `json:"state"`
	Days       int      `json:"days"` // from the month's end to the last day; negative: since
}

// StateLabel says how the title stands: 3个月内到期, 已失效, 本年新认定.
func (h TitleHolder) StateLabel() string {
	switch h.State {
	case TitleExpired:
		return "已到期未续"
	case TitleSoon:
		return "3个月内到期"
	case TitleLater:
		return "6个月内到期"
	case TitleNew:
		return "本年新认定"
	}
	return "有效"
}

// held is one title of one enterprise, its terms taken together.
type held struct {
	place    int
	name     string
	from, to Date // of the newest term that had begun
	valid    bool
	renewed  bool // a later term follows on
}

// holdings takes the terms of an enterprise's titles together, by the state at
// the end of a day.
func holdings(e *Enterprise, day Date) []held {
	var list []held
	for _, t := range e.Titles {
		if t.From.Defined() && t.From > day {
			continue
		}
		place := titlePlace(t.Name)
		name := t.Name
		if place < unlistedTitle {
			name = titleKinds[place].name
		}
		h := held{place: place, name: name, from: t.From, to: t.To, valid: t.Valid(day)}
		i := slices.IndexFunc(list, func(x held) bool { return x.name == name })
		switch {
		case i < 0:
			list = append(list, h)
		case !h.to.Defined() || list[i].to.Defined() && h.to > list[i].to:
			list[i] = h
		}
	}
	for i := range list {
		for _, t := range e.Titles {
			if titlePlace(t.Name) == list[i].place && t.From > day && (list[i].place < unlistedTitle || t.Name == list[i].name) {
				list[i].renewed = true
			}
		}
	}
	return list
}

// outgrown reports whether a run-out title was replaced by a higher rung.
func outgrown(h held, all []held) bool {
	if h.place >= unlistedTitle || titleKinds[h.place].ladder == "" {
		return false
	}
	return slices.ContainsFunc(all, func(o held) bool {
		return o.valid && o.place > h.place && o.place < unlistedTitle && titleKinds[o.place].ladder == titleKinds[h.place].ladder
	})
}

// state says how a title stands at the end of a month.
func (h held) state(m Month, all []held) string {
	switch {
	case !h.valid && (h.renewed || outgrown(h, all)):
		return ""
	case !h.valid:
		return TitleExpired
	case h.to.Defined() && !h.renewed && h.to <= (m+3).Last():
		return TitleSoon
	case h.to.Defined() && !h.renewed && h.to <= (m+6).Last():
		return TitleLater
	case h.isNew(m):
		return TitleNew
	}
	return TitleStanding
}

// isNew reports whether the title was granted in the year up to the month's end.
func (h held) isNew(m Month) bool {
	from, to := yearTo(m)
	return h.from.Defined() && from <= h.from && h.from <= to
}

// TitlesOf counts the titles of a chain's enterprises at a month's end and names
// those that run out within six months, have run out or are new, the most urgent
// first. Struck-off enterprises are left out; one with several terms of a title
// counts once.
func TitlesOf(enterprises []Enterprise, segments map[string]string, m Month) ([]TitleRow, []TitleHolder) {
	rows := make([]TitleRow, 0, len(titleKinds))
	for _, k := range titleKinds {
		rows = append(rows, TitleRow{Name: k.name, Ladder: Optional(k.ladder), Department: Optional(k.department), Indicator: Optional(k.indicator)})
	}
	holders := []TitleHolder{}
	for i := range enterprises {
		e := &enterprises[i]
		if e.Status == closed {
			continue
		}
		all := holdings(e, m.Last())
		for _, h := range all {
			row := slices.IndexFunc(rows, func(r TitleRow) bool { return r.Name == h.name })
			if row < 0 {
				row, rows = len(rows), append(rows, TitleRow{Name: h.name})
			}
			state := h.state(m, all)
			rows[row].count(h, state, m)
			if state != "" && state != TitleStanding {
				holder := TitleHolder{
					ID: e.ID, Name: e.Name, Segment: segments[e.Segment], Title: h.name, Department: rows[row].Department,
					From: h.from, To: h.to, State: state,
				}
				if h.to.Defined() {
					holder.Days = h.to.DaysSince(m.Last())
				}
				holders = append(holders, holder)
			}
		}
	}
	order := []string{TitleExpired, TitleSoon, TitleLater, TitleNew}
	slices.SortFunc(holders, func(a, b TitleHolder) int {
		return cmp.Or(slices.Index(order, a.State)-slices.Index(order, b.State), cmp.Compare(a.To, b.To), titlePlace(a.Title)-titlePlace(b.Title), cmp.Compare(a.ID, b.ID))
	})
	return rows, holders
}

func (r *TitleRow) count(h held, state string, m Month) {
	if h.valid {
		r.Valid++
		if h.isNew(m) {
			r.New++
		}
	}
	switch state {
	case TitleExpired:
		r.Expired++
	case TitleSoon:
		r.Expiring3++
		r.Expiring6++
	case TitleLater:
		r.Expiring6++
	}
}
