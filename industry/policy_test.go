package industry

import (
	"fmt"
	"strings"
	"testing"
)

func TestClauses(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "一条": "一条", "先租后让；分期供地；": "先租后让|分期供地", "一、租金；按年付\n二、设备补助\n": "一、租金；按年付|二、设备补助",
	} {
		if got := strings.Join(Clauses(text), "|"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// Every policy stands once in each count; what awaits its review is named.
func TestPolicySummary(t *testing.T) {
	l, f := working("policies") // on 12 October 2026
	f.Records[0].Set("fair_competition", "待审")
	f.Records[1].Set("fair_competition", "已审")
	f.Records = append(f.Records, row(PolicyRegister, "name", "长期政策", "fair_competition", "待审", "department", "县商务局"))
	s := l.SummarisePolicies(f)
	counts := func(list []PolicyCount) (text string, total int) {
		for _, n := range list {
			text, total = text+fmt.Sprint(n.Name, n.Count, " "), total+n.Count
		}
		return text, total
	}
	if got, n := counts(s.Validity); got != "已到期1 即将到期1 有效1 未注明期限1 " || n != s.Total {
		t.Errorf("validity %s of %d", got, s.Total)
	}
	if got, n := counts(s.Reviews); got != "已审1 待审2 不适用0 未填1 " || n != s.Total {
		t.Errorf("reviews %s", got)
	}
	if s.Ending[0].Name != "示例行动方案" || s.Ending[0].Days != 60 || s.Expired[0].Days != -1 || len(s.Pending) != 2 || s.Pending[1].Department != "县商务局" {
		t.Errorf("%+v", s)
	}
	if got := s.Pending[1].Standing() + s.Expired[0].Standing() + s.Ending[0].Standing(); got != "未注明期限已到期至2026-12-11" {
		t.Error(got)
	}
	f.Chain = "cu"
	if s := l.SummarisePolicies(f); s.Total != 3 { // its own and those of every chain
		t.Errorf("of one chain %d", s.Total)
	}
}
