package industry_test

import (
	"testing"

	"chainboard/industry"
)

// A rate's tally divides what it lists: who is in the numerator, who in the
// denominator only, and why.
func TestTallyOfRate(t *testing.T) {
	project := func(id string, contract int64, dates map[industry.Stage]industry.Date) industry.Project {
		return industry.Project{ID: id, Name: "项目" + id, Contract: industry.Q(contract), Dates: dates}
	}
	f := industry.ReportFacts{
		Month: industry.NewMonth(2026, 10), Period: industry.Period{From: "2024-01-01", To: "2026-10-31", Today: "2026-11-20"},
		Projects: []industry.Project{
			project("1", 10_000, map[industry.Stage]industry.Date{industry.Signed: "2026-01-10", industry.Started: "2026-06-01"}),
			project("2", 20_000, map[industry.Stage]industry.Date{industry.Signed: "2026-02-10"}),
			project("3", 30_000, map[industry.Stage]industry.Date{industry.Framework: "2026-03-10"}),
		},
		Arrivals: []industry.Arrival{{Project: "1", On: "2026-05-01", Amount: industry.Q(6_000)}},
	}
	rules := industry.DefaultInvestmentRules()
	for _, c := range []struct{ figure, group, text, formula string }{
		{"projects.rate", "开工率", "50.0%", "开工 ÷ 签约：1 ÷ 2 个 ＝ 50.0%"},
		{"projects.rate", "资金到位率", "20.0%", "到位资金 ÷ 合同资金：0.60 ÷ 3.00 亿元 ＝ 20.0%"},
	} {
		tally, err := rules.TallyProjects(f, industry.TallyQuestion{Figure: c.figure, By: "rate", Group: c.group})
		if err != nil {
			t.Fatal(err)
		}
		if tally.Text != c.text || tally.Formula != c.formula || len(tally.Records) != 2 {
			t.Errorf("%s: %s, %s, %+v", c.group, tally.Text, tally.Formula, tally.Records)
		}
		if hit, base := tally.Records[0], tally.Records[1]; hit.Part != industry.TallyHit || hit.Key != "1" || base.Part != industry.TallyBase || base.Reason == "" {
			t.Errorf("%s: %+v", c.group, tally.Records)
		}
	}
	signed, err := rules.TallyProjects(f, industry.TallyQuestion{Figure: "projects.signed"})
	if err != nil || signed.Text != "2个" || signed.Total != 3 || signed.Records[2].Part != industry.TallyLeftOut || signed.Records[2].Reason != "框架协议不计签约，签正式合同后再计" {
		t.Errorf("signed: %+v %v", signed, err)
	}
	for _, unknown := range []industry.TallyQuestion{{Figure: "projects.none"}, {Figure: "projects.rate", By: "rate", Group: "好率"}, {Figure: "projects.signed", By: "colour"}} {
		if tally, err := rules.TallyProjects(f, unknown); err == nil {
			t.Errorf("%+v is explained as %+v", unknown, tally)
		}
	}
}

// Who may not see single records gets their number by reason, sheet and batch.
func TestDiscreetTally(t *testing.T) {
	source := &industry.Source{Batch: 3, Sheet: "项目清单", Cell: "D7", File: "项目.xlsx", By: "某人"}
	tally := industry.Tally{Total: 3, Records: []industry.TallyRecord{
		{Noun: "project", Key: "1", Name: "甲", Part: industry.TallyCounted, Reason: "计", Amount: "5 万元", Source: source},
		{Noun: "project", Key: "2", Name: "乙", Part: industry.TallyCounted, Reason: "计", Source: source},
		{Noun: "project", Key: "3", Name: "丙", Part: industry.TallyLeftOut, Reason: "不计"},
	}}
	d := tally.Discreet()
	if len(d.Records) != 2 || d.Records[0].Name != "2 条记录" || d.Records[0].Key != "" || d.Records[0].Amount != "" || *d.Records[0].Source != (industry.Source{Batch: 3, Sheet: "项目清单"}) {
		t.Errorf("%+v", d.Records)
	}
	if tally.Records[0].Source.Cell != "D7" {
		t.Error("the tally itself was changed")
	}
	tally.Public = true
	if d := tally.Discreet(); len(d.Records) != 3 || d.Records[0].Name != "甲" || d.Records[0].Source.Cell != "" || d.Records[0].Source.By != "" {
		t.Errorf("public: %+v", d.Records)
	}
}

// What meetings decided is tallied by where it stands.
func TestTallyOfDecisions(t *testing.T) {
	record := func(code, meeting, due, state string) industry.Record {
		r := industry.NewRecord(industry.DecisionRegister)
		for column, value := range map[string]string{"code": code, "meeting": meeting, "content": "事项" + code, "lead_department": "县工信局", "due": due, "state": state} {
			r.Set(column, value)
		}
		return r
	}
	records := []industry.Record{record("1", "七月", "2026-08-01", "办理中"), record("2", "七月", "2026-11-27", "办理中"), record("3", "八月", "2026-12-01", "已完成")}
	records[1].Set("supervised", "是")
	records[2].Set("supervised", "是")
	for _, c := range []struct{ figure, by, group, text string }{
		{"decisions.completion", "", "", "33.3%"},
		{"decisions.completion", "meeting", "七月", "0.0%"},
		{"decisions.overdue", "department", "县工信局", "1项"},
		{"decisions.open", "", "", "2项"},
		{"decisions.soon", "", "", "1项"},
		{"decisions.supervised", "", "", "1项"},
	} {
		tally, err := industry.TallyDecisions(records, "2026-11-20", industry.TallyQuestion{Figure: c.figure, By: c.by, Group: c.group})
		if err != nil || tally.Text != c.text {
			t.Errorf("%s of %s: %s %v", c.figure, c.group, tally.Text, err)
		}
	}
}
