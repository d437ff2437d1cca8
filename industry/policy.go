package industry

import (
	"cmp"
	"slices"
	"strings"
)

// Clauses splits what a policy's 条款 says into its clauses: by lines, else by
// semicolons.
func Clauses(text string) []string {
	separator := "；"
	if strings.Contains(text, "\n") {
		separator = "\n"
	}
	var clauses []string
	for _, c := range strings.Split(text, separator) {
		if c = strings.TrimSpace(c); c != "" {
			clauses = append(clauses, c)
		}
	}
	return clauses
}

// PolicyRef is a policy that a summary names.
type PolicyRef struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Code       Optional `json:"code"`
	Department Optional `json:"department"`
	Until      Date     `json:"valid_until"`
	Days       int      `json:"days"` // left, negative: past; 0 without a last day
}

func policyRef(r Record, today Date) PolicyRef {
	ref := PolicyRef{ID: r.Key(), Name: r.Get("name"), Code: Optional(r.Get("code")), Department: Optional(r.Get("department")), Until: r.Date("valid_until")}
	if ref.Until.Defined() {
		ref.Days = ref.Until.DaysSince(today)
	}
	return ref
}

// PolicyRefs names policies as they stand at the end of a day.
func PolicyRefs(records []Record, today Date) []PolicyRef {
	refs := make([]PolicyRef, len(records))
	for i, r := range records {
		refs[i] = policyRef(r, today)
	}
	return refs
}

// Standing says how long the policy holds: 至2028-02-23, 已到期, 未注明期限.
func (p PolicyRef) Standing() string {
	switch {
	case !p.Until.Defined():
		return "未注明期限"
	case p.Days < 0:
		return "已到期"
	}
	return "至" + string(p.Until)
}

// PolicyCount is a choice of a list of policies with how many it leaves.
type PolicyCount struct {
	Value string `json:"value"` // as the filter takes it, "—": not filled in
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// PolicySummary is how the policies of a chain stand at the end of a day: how
// long they hold, and 公平竞争审查 (《公平竞争审查条例》, domain S80): what no
// review has passed is named, because its clauses may have to be cleared.
type PolicySummary struct {
	Chain    string        `json:"chain"`
	Today    Date          `json:"today"`
	Total    int           `json:"total"`
	Notice   int           `json:"notice_days"` // before its end a policy is expiring
	Validity []PolicyCount `json:"validity"`    // 已失效, 60天内到期, 有效, 未注明期限
	Reviews  []PolicyCount `json:"reviews"`     // 已审, 待审, 不适用, 未填
	Ending   []PolicyRef   `json:"ending"`      // expiring soon, the first first
	Expired  []PolicyRef   `json:"expired"`     // the last expired first
	Pending  []PolicyRef   `json:"pending"`     // 待审
}

// SummarisePolicies counts the policies of a list.
func (l *List) SummarisePolicies(f ListFacts) PolicySummary {
	s := PolicySummary{Chain: f.Chain, Today: f.Today, Notice: expiryNotice, Ending: []PolicyRef{}, Expired: []PolicyRef{}, Pending: []PolicyRef{}}
	validity, reviews := map[string]int{}, map[string]int{}
	for _, r := range f.Records {
		if !l.Keeps(r) || !f.InChain(r) {
			continue
		}
		s.Total++
		ref := policyRef(r, f.Today)
		holds := validityOf(ref.Until, f.Today)
		validity[holds]++
		switch holds {
		case validityExpiring:
			s.Ending = append(s.Ending, ref)
		case validityExpired:
			s.Expired = append(s.Expired, ref)
		}
		review := orElse(r.Get("fair_competition"), undefined)
		reviews[review]++
		if review == "待审" {
			s.Pending = append(s.Pending, ref)
		}
	}
	for _, v := range validities {
		s.Validity = append(s.Validity, PolicyCount{v, validityLabel(v), validity[v]})
	}
	for _, v := range append(slices.Clone(PolicyRegister.Field("fair_competition").Choices), undefined) {
		s.Reviews = append(s.Reviews, PolicyCount{v, orElse(strings.TrimPrefix(v, undefined), "未填"), reviews[v]})
	}
	slices.SortStableFunc(s.Ending, func(a, b PolicyRef) int { return cmp.Compare(a.Until, b.Until) })
	slices.SortStableFunc(s.Expired, func(a, b PolicyRef) int { return cmp.Compare(b.Until, a.Until) })
	return s
}
