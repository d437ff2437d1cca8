package industry

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// TallyQuestion names a figure that counts records of the registers, of one group
// where By is set: issues.on_time by department of 县自然资源局.
type TallyQuestion struct {
	Figure string
	By     string
	Group  string
}

// Parts splits the figure's code at its point: issues and on_time.
func (q TallyQuestion) Parts() (family, figure string) {
	family, figure, _ = strings.Cut(q.Figure, ".")
	return family, figure
}

// unknown refuses a question that no figure answers.
func (q TallyQuestion) unknown() error {
	return Errorf(NotFound, "没有名为“%s”的统计数（分组“%s”），可查的见大屏上各数", q.Figure, q.By)
}

// What a record is in a tally.
const (
	TallyCounted = "计入"
	TallyHit     = "计入分子、分母"
	TallyBase    = "只计入分母"
	TallyLeftOut = "未计入"
)

// Tally explains a figure that counts records, as Trace does one of a dispatch
// line: how it is made and every record that counts, counts in the denominator
// only, or does not count, with the reason.
type Tally struct {
	Figure  string        `json:"figure"`
	By      string        `json:"by"`
	Name    string        `json:"name"`
	Group   Optional      `json:"group"` // as screens call it
	Text    string        `json:"text"`
	Formula string        `json:"formula"`
	Basis   string        `json:"basis"`
	Sources string        `json:"sources"` // registers: 项目清单, 资金到位台账
	Measure string        `json:"measure"` // what the records' amounts are: 合同资金; "" where they are counted only
	Total   int           `json:"total"`   // records, also where they are only counted
	Records []TallyRecord `json:"records"`

	Public bool `json:"-"` // single records may be told to everybody: they are shown as they are
}

// TallyRecord is one record of a tally; several together where single ones may
// not be told.
type TallyRecord struct {
	Noun   string   `json:"noun"`
	Key    Optional `json:"key"`
	Name   string   `json:"name"`
	Part   string   `json:"part"` // 计入, 计入分子、分母, 只计入分母, 未计入
	Reason string   `json:"reason"`
	Amount string   `json:"amount"` // with its unit, "" where records are counted only
	Column string   `json:"column"` // the field that decides
	Source *Source  `json:"source"`
	Count  int      `json:"count"`
}

// Discreet returns the tally for those who may not see single records' sources:
// how many count for which reason, with sheet and batch (interfaces, Roles).
func (t Tally) Discreet() Tally {
	if t.Public {
		t.Records = slices.Clone(t.Records)
		for i := range t.Records {
			t.Records[i].Source = t.Records[i].Source.discreet()
		}
		return t
	}
	type place struct {
		part, reason, sheet string
		batch               int64
	}
	var order []place
	together := map[place]*TallyRecord{}
	for _, r := range t.Records {
		at := place{part: r.Part, reason: r.Reason}
		if r.Source != nil {
			at.sheet, at.batch = r.Source.Sheet, r.Source.Batch
		}
		if together[at] == nil {
			order = append(order, at)
			together[at] = &TallyRecord{Noun: r.Noun, Part: r.Part, Reason: r.Reason, Source: &Source{Batch: at.batch, Sheet: at.sheet}}
		}
		together[at].Count += max(r.Count, 1)
	}
	t.Records = []TallyRecord{}
	for _, at := range order {
		r := *together[at]
		r.Name = strconv.Itoa(r.Count) + " 条记录"
		t.Records = append(t.Records, r)
	}
	return t
}

// add puts a record into the tally.
func (t *Tally) add(noun string, r TallyRecord) {
	r.Noun, r.Count = noun, 1
	t.Records = append(t.Records, r)
	t.Total++
}

// many counts the records of a part.
func (t *Tally) many(part string) int {
	n := 0
	for _, r := range t.Records {
		n += boolInt(r.Part == part)
	}
	return n
}

// sort puts what counts first, records of a part in the order they came in.
func (t *Tally) sort() {
	order := []string{TallyCounted, TallyHit, TallyBase, TallyLeftOut}
	slices.SortStableFunc(t.Records, func(a, b TallyRecord) int {
		return cmp.Compare(slices.Index(order, a.Part), slices.Index(order, b.Part))
	})
	if t.Records == nil {
		t.Records = []TallyRecord{}
	}
}

// counts writes the figure of a tally of a number of records.
func (t *Tally) counts(unit, rule string) {
	n := strconv.Itoa(t.many(TallyCounted))
	t.Text, t.Formula = n+unit, rule+" ＝ "+n+" "+unit
	t.sort()
}

// shares writes the figure of a tally of a share.
func (t *Tally) shares(rule string) {
	hits := t.many(TallyHit)
	of := hits + t.many(TallyBase)
	s := IssueShare{Hits: hits, Of: of}
	t.Text, t.Formula = s.Text(), rule+"："+strconv.Itoa(hits)+" ÷ "+strconv.Itoa(of)+" ＝ "+s.Text()
	t.sort()
}

// partOfShare puts a record in the numerator, or in the denominator only.
func partOfShare(hit bool) string {
	if hit {
		return TallyHit
	}
	return TallyBase
}
