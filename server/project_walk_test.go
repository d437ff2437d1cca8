package server

import (
	"net/http"
	"strings"
	"testing"
)

const walkedFigures = "/api/v1/chains/ne/investment?from=2026-01-01&to=2026-11-20"

// walked is what the API tells of the signed projects of the year.
type walked struct{ count, contract, registered, started, operating, arrived string }

func figuresNow(t *testing.T, b *browser) walked {
	t.Helper()
	answer := jsonInOK(t, b, walkedFigures)
	signed := answer["signed"].(map[string]any)
	w := walked{count: jsonNumber(signed["count"]), contract: jsonNumber(signed["contract"])}
	for _, r := range answer["rates"].([]any) {
		rate := r.(map[string]any)
		part := jsonNumber(rate["numerator"]) + "/" + jsonNumber(rate["denominator"])
		switch rate["name"] {
		case "履约率":
			w.registered = part
		case "开工率":
			w.started = part
		case "投产率":
			w.operating = part
		case "资金到位率":
			w.arrived = part
		}
	}
	return w
}

// A project walks from the form of a lead to operation with its funds, and every
// figure moves by what was entered: no step is counted before it is taken.
func TestALeadWalksToOperation(t *testing.T) {
	st := courseSite(t)
	b := st.signedIn("office")
	const list, path = "/chains/ne/lists/projects/new", "/chains/ne/lists/projects/XM9"
	form := fields(b.page(list+"?f.segment=%E7%94%B5%E8%8A%AF"), "/projects/new")
	if form.Get("f.segment") != "电芯" {
		t.Errorf("the form does not know the segment: %q", form.Get("f.segment"))
	}
	for name, value := range map[string]string{"code": "XM9", "name": "走完全程的项目", "total_investment": "8000", "contract_amount": "6000", "currency": "人民币", "lead_on": "2026-05-06"} {
		form.Set("f."+name, value)
	}
	form.Set("f.contract_amount", "六千左右")
	if w := b.post(list, form); w.Code != http.StatusBadRequest || document(t, w).Find(`[name="f.contract_amount"]`).AttrOr("value", "") != "六千左右" {
		t.Errorf("letters in an amount: %d", w.Code)
	}
	form.Set("f.contract_amount", "6000")
	if w := b.post(list, form); w.Code != http.StatusSeeOther {
		t.Fatalf("entered: %d %s", w.Code, folded(document(t, w).Find(".err").Text()))
	}
	// The dollars' project counts as a project, its amount beside none in renminbi;
	// without a ledger what arrived is not known.
	before := walked{"2", "4000", "1/2", "0/2", "0/2", "null/4000"}
	signed := walked{"3", "10000", "1/3", "0/3", "0/3", "null/10000"}
	registered := signed
	registered.registered = "2/3"
	started := registered
	started.started = "1/3"
	operating := started
	operating.operating = "1/3"
	if got := figuresNow(t, b); got != before {
		t.Errorf("a lead moves the figures: %+v", got)
	}
	for _, s := range []struct {
		stage, on string
		want      walked
	}{
		{"negotiating", "2026-05-08", before},
		{"framework", "2026-05-12", before},
		{"signed", "2026-06-01", signed},
		{"registered", "2026-06-10", registered},
		{"filed", "2026-06-20", registered},
		{"landed", "2026-07-01", registered},
		{"started", "2026-07-15", started},
		{"completed", "2026-10-08", started},
		{"operating", "2026-11-02", operating},
	} {
		version := b.page(path+"/stages/"+s.stage).Find(`input[name="version"]`).AttrOr("value", "")
		w := b.hand(t, path+"/stages/"+s.stage, "", "", map[string]string{"version": version, "step": "reach", "f.on": s.on})
		if w.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", s.stage, w.Code, folded(document(t, w).Find(".err").Text()))
		}
		if got := figuresNow(t, b); got != s.want {
			t.Errorf("after %s %+v, want %+v", s.stage, got, s.want)
		}
	}
	for kind, amount := range map[string]string{"固定资产": "1500", "流动资金": "250.5"} {
		pay := fields(b.page("/chains/ne/lists/arrivals/new?project=XM9"), "/arrivals/new")
		pay.Set("f.on_date", "2026-08-01")
		pay.Set("f.amount", amount)
		pay.Set("f.kind", kind)
		pay.Set("f.evidence", "转账凭证")
		if w := b.post("/chains/ne/lists/arrivals/new", pay); w.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", kind, w.Code, folded(document(t, w).Find(".err").Text()))
		}
	}
	operating.arrived = "1750.5/10000"
	if got := figuresNow(t, b); got != operating {
		t.Errorf("with funds %+v, want %+v", got, operating)
	}
	counted := b.get(strings.Replace(walkedFigures, "/investment?", "/investment/counted?figure=signed&", 1)).Body.String()
	if !strings.Contains(counted, "走完全程的项目") {
		t.Errorf("the counted list does not name it: %.400s", counted)
	}
	page := b.page("/investment?chain=ne&month=2026-11&explain=signed")
	if !strings.Contains(page.Find("#counted").Text(), "走完全程的项目") {
		t.Error("the page's counted list does not name it")
	}
}
