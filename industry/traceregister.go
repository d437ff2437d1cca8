package industry

import "fmt"

// CountedRegisters are what indicators computed from the registers are counted in.
type CountedRegisters struct {
	Projects    []Project
	Arrivals    []Arrival
	Enterprises []Enterprise
	Issues      []Issue
	Visits      []Visit
}

// RegisterInput is one record that an indicator computed from the registers
// counts, with the field that decides.
type RegisterInput struct {
	Noun   string
	Key    string
	Name   string
	Column string   // the field that makes it count
	Value  Quantity // what it adds to this year's figure; unknown: nothing
	Month  Quantity // what of it to the month's own
	Base   Quantity // what it adds to last year's
}

// RegisterInputs returns the records that RegisterIndicators counts for an
// indicator: their values add up to its cumulative, their bases to its base; of
// a share each value is 1 where the record counts above the line, else 0.
func RegisterInputs(code string, r CountedRegisters, m Month) []RegisterInput {
	switch code {
	case "signed_projects":
		return r.projects(m, Signed, "signed_on")
	case "started_projects":
		return r.projects(m, Started, "started_on")
	case "operating_projects":
		return r.projects(m, Operating, "operating_on")
	case "signed_contract":
		return r.contracts(m)
	case "arrived_funds":
		return r.funds(m)
	case "new_above_scale":
		return r.enterprises(m, "entered", func(e Enterprise, at Month) bool {
			return e.AboveScale && e.Entered.Defined() && e.Entered.Year() == at.Year() && e.Entered <= at
		})
	case "above_scale":
		return r.enterprises(m, "above_scale", Enterprise.Listed)
	case "issue_closing":
		return r.issueInputs(m)
	case "visit_coverage":
		return r.visitInputs(m)
	}
	for _, t := range titleIndicators {
		if t.code == code {
			return r.enterprises(m, "titles", func(e Enterprise, at Month) bool {
				return e.Status != closed && e.Holds(at.Last(), t.names...)
			})
		}
	}
	return nil
}

// one is 1 where something counts.
func one(counts bool) Quantity {
	if counts {
		return Q(1)
	}
	return Quantity{}
}

// yearTo returns the days from 1 January to a month's end.
func yearTo(m Month) (from, to Date) { return NewMonth(m.Year(), 1).First(), m.Last() }

func (r CountedRegisters) projects(m Month, s Stage, column string) []RegisterInput {
	var list []RegisterInput
	for _, p := range r.Projects {
		from, to := yearTo(m)
		then, until := yearTo(m - 12)
		in := RegisterInput{Noun: ProjectRegister.Noun, Key: p.ID, Name: p.Name, Column: column}
		counts := func(from, to Date) Quantity { return one(!p.Increment() && p.inPeriod(s, from, to)) }
		in.Value, in.Month, in.Base = counts(from, to), counts(m.First(), to), counts(then, until)
		list = in.addTo(list)
	}
	return list
}

func (r CountedRegisters) contracts(m Month) []RegisterInput {
	var list []RegisterInput
	for _, p := range r.Projects {
		from, to := yearTo(m)
		then, until := yearTo(m - 12)
		in := RegisterInput{Noun: ProjectRegister.Noun, Key: p.ID, Name: p.Name, Column: "contract_amount"}
		signed := func(from, to Date) Quantity {
			if p.USD || !p.SignedIn(from, to) {
				return Quantity{}
			}
			return p.Contract
		}
		in.Value, in.Month, in.Base = signed(from, to), signed(m.First(), to), signed(then, until)
		list = in.addTo(list)
	}
	return list
}

func (r CountedRegisters) funds(m Month) []RegisterInput {
	names := map[string]string{}
	for _, p := range r.Projects {
		if !p.USD {
			names[p.ID] = p.Name
		}
	}
	var list []RegisterInput
	for _, a := range r.Arrivals {
		name, renminbi := names[a.Project]
		if !renminbi {
			continue
		}
		in := RegisterInput{Noun: ArrivalRegister.Noun, Key: a.Key, Name: name + " " + string(a.On), Column: "amount"}
		paid := func(from, to Date) Quantity {
			if !a.On.Defined() || a.On < from || a.On > to {
				return Quantity{}
			}
			return a.Amount
		}
		from, to := yearTo(m)
		then, until := yearTo(m - 12)
		in.Value, in.Month, in.Base = paid(from, to), paid(m.First(), to), paid(then, until)
		list = in.addTo(list)
	}
	return list
}

func (r CountedRegisters) enterprises(m Month, column string, counts func(Enterprise, Month) bool) []RegisterInput {
	var list []RegisterInput
	for _, e := range r.Enterprises {
		in := RegisterInput{Noun: EnterpriseRegister.Noun, Key: e.ID, Name: e.Name, Column: column, Value: one(counts(e, m)), Base: one(counts(e, m-12))}
		if column == "entered" && e.Entered == m {
			in.Month = in.Value
		}
		list = in.addTo(list)
	}
	return list
}

func (in RegisterInput) addTo(list []RegisterInput) []RegisterInput {
	if !in.Value.Known && !in.Base.Known {
		return list
	}
	return append(list, in)
}

// counted says what of the registers is counted for the year, its base or the
// month's own figure.
func (x explained) counted(of Aspect) string {
	m, result, share := x.facts.Month, x.line.Cumulative, x.amounts.share
	from, _ := yearTo(m)
	switch of {
	case OfBase:
		m, result, share = m-12, x.line.Base, x.amounts.shareThen
		from, _ = yearTo(m)
	case OfInMonth:
		from, result = m.First(), x.line.InMonth
		if !result.Known {
			return "期末数没有当月数"
		}
	}
	if share.of.Known {
		names := shareNames(x.ind)
		return fmt.Sprintf("%s %s ÷ %s %s ＝ %s%s", names.hits, GroupedText(share.hits), names.of, GroupedText(share.of), x.amount(result), x.pending(of))
	}
	return equals(x.countingRule(from, m), x.amount(result), result.Known)
}

// shareParts are what a share of the list divides.
type shareParts struct{ hits, of string }

func shareNames(ind Indicator) shareParts {
	switch ind.Code {
	case RnDCoverage:
		return shareParts{"有研发费用的企业", "名单内规上企业"}
	case "issue_closing":
		return shareParts{"已办结", "已交办"}
	case "visit_coverage":
		return shareParts{"走访过的名单内企业", "名单内规上企业"}
	}
	return shareParts{"计入", "应计"}
}

// pending names the issues in the denominator whose limit is not over, "" where
// the figure has none.
func (x explained) pending(of Aspect) string {
	var sum Quantity
	for _, p := range x.parts {
		if p.evidence.register != nil {
			sum = sum.Plus(p.evidence.register.Pending)
		}
	}
	if !sum.Known || of == OfBase {
		return ""
	}
	return "（其中未到期 " + GroupedText(sum) + " 件）"
}

// countingRule says which records count from a day to a month's end.
func (x explained) countingRule(from Date, m Month) string {
	since := fmt.Sprintf("%d年%d月1日至%d月%d日", m.Year(), from.Month().Number(), m.Number(), m.Last().Time().Day())
	end := fmt.Sprintf("企业清单中%d年%d月末", m.Year(), m.Number())
	switch x.ind.Code {
	case "signed_projects":
		return "项目清单中" + since + "签订正式合同的项目（增资、二期不计个数）"
	case "signed_contract":
		return "Σ " + since + "签订正式合同的项目合同资金（含增资，美元项目不计）"
	case "arrived_funds":
		return "Σ 资金到位台账中" + since + "的到位金额（美元项目不计）"
	case "started_projects":
		return "项目清单中" + since + "开工的项目（增资、二期不计个数）"
	case "operating_projects":
		return "项目清单中" + since + "投产的项目（增资、二期不计个数）"
	case "new_above_scale":
		return "企业清单中" + since + "入规的规上企业"
	case "above_scale":
		return end + "在规的企业"
	case "high_tech":
		return end + "资质有效的高新技术企业"
	case "tech_sme":
		return end + "资质有效的科技型中小企业"
	case "gazelle":
		return end + "资质有效的瞪羚企业"
	}
	return orElse(string(registerSource(x.ind.Code)), "台账") + "计数"
}

// Input returns the part that a counted record has in a figure, or false where
// it does not enter it.
func (in RegisterInput) Input(rows Aspect, chain string) (TraceInput, bool) {
	t := TraceInput{ID: Optional(in.Key), Name: in.Name, Kind: in.Noun, Chain: Optional(chain), Value: in.Value, Base: in.Base, Count: 1}
	enters := in.Value.Known
	switch rows {
	case OfBase:
		enters = in.Base.Known
	case OfComputed, OfNominal, OfReported:
		enters = true
	case OfInMonth:
		t.Value, t.Base, enters = in.Month, Quantity{}, in.Month.Known
	}
	f := RegisterOf(in.Noun).Field(in.Column)
	t.Cells = []TraceCell{{Name: f.Name, Column: in.Column}}
	return t, enters
}
