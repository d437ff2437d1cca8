package industry

import (
	"testing"
)

func arrivalRecord(project, on, sequence, amount, kind string) Record {
	r := NewRecord(ArrivalRegister)
	for column, value := range map[string]string{"project": project, "on_date": on, "sequence": sequence, "amount": amount, "kind": kind} {
		r.Set(column, value)
	}
	return r
}

// 到位率 = 到位总额 ÷ 合同总额 (玉林, domain S75), fixed assets and working capital
// apart (domain S70); other projects' money stays out.
func TestLedgerOf(t *testing.T) {
	arrivals := []Record{
		arrivalRecord("P1", "2026-05-01", "1", "300.25", "固定资产"),
		arrivalRecord("P2", "2026-05-02", "1", "9999", "固定资产"),
		arrivalRecord("P1", "2026-03-01", "2", "50", ""),
		arrivalRecord("P1", "2026-03-01", "1", "149.75", "流动资金"),
		arrivalRecord("P1", "2026-06-01", "1", "-20", "固定资产"),
	}
	l := LedgerOf(Project{ID: "P1", Contract: Q(1200)}, arrivals)
	if l.Unit != "万元" || l.Total != Q(480) || l.Missing != Q(720) || l.Percent != Percent(40) || len(l.Rows) != 4 {
		t.Errorf("ledger %+v", l)
	}
	if first, last := l.Rows[0], l.Rows[3]; first.Sequence != "1" || first.Sum.Decimal() != "149.75" || last.Amount != Q(-20) || last.Sum != Q(480) {
		t.Errorf("rows %+v", l.Rows)
	}
	for i, want := range []struct{ kind, amount string }{{"固定资产", "280.25"}, {"流动资金", "149.75"}, {"未分类", "50"}} {
		if k := l.Kinds[i]; k.Kind != want.kind || k.Amount.Decimal() != want.amount {
			t.Errorf("kind %d is %+v", i, k)
		}
	}
	dollars := LedgerOf(Project{ID: "P1", USD: true, Contract: Q(480)}, arrivals)
	if dollars.Unit != "万美元" || dollars.Percent != Percent(100) || dollars.Missing != Q(0) {
		t.Errorf("in dollars %+v", dollars)
	}
	none := LedgerOf(Project{ID: "P9"}, arrivals)
	if none.Total != Q(0) || none.Percent.Known || none.Missing.Known || len(none.Kinds) != 2 || none.Kinds[0].Share.Known {
		t.Errorf("nothing arrived, no contract: %+v", none)
	}
}
