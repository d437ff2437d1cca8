package server

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

const lightDispatch = "/dispatch?chain=ne&month=2026-10"

// The office begins from a published rule, sees what would change, decides, and
// every page judges by it, says so and shows what the rule leaves out.
func TestTheOfficeSetsARuleOfLights(t *testing.T) {
	st := sampleSite(t)
	b := st.signedIn("office")
	d := b.page(lightRulesPath)
	if got := texts(d.Selection, "h2 + .wt tbody tr:first-child td:nth-child(3)"); len(got) < 1 || got[0] != "默认规则" {
		t.Errorf("in force %q", got)
	}
	expect(t, d, ".state p", "还没有设置过规则，全部按默认规则评定")

	edit := lightRulePath + "?" + url.Values{"kind": {"总量"}, "rule": {"yinchuan"}}.Encode()
	d = b.page(edit)
	expect(t, d, ".ruletext", "完成率达到序时为绿；欠序时10至30个百分点（均含）为黄；欠30个百分点以上为红；其余情形规则未规定，不亮灯")
	if n := d.Find("tr.on").Length(); n == 0 || !strings.Contains(d.Find("tr.on").Text(), "规则未规定") {
		t.Errorf("the preview changes %d lights", n)
	}
	form := fields(d, lightRulePath)
	form.Del("preview")
	if w := b.post(lightRulePath, form); w.Code != http.StatusBadRequest || text(document(t, w), "#reason-e") != "请写明依据，如文件名和文号，最多200个字" {
		t.Errorf("without a reason: %d", w.Code)
	}
	form.Set("reason", "县政府办〔2026〕3号")
	form.Set("since", "2026-10")
	form.Set("bound.1.1", "−8") // −30 ≤ x ≤ −8
	preview := url.Values{}
	for k, v := range form {
		preview[k] = v
	}
	preview.Set("preview", "1")
	d = document(t, b.post(lightRulePath, preview))
	expect(t, d, ".ruletext", "完成率达到序时为绿；欠序时8至30个百分点（均含）为黄；欠30个百分点以上为红；其余情形规则未规定，不亮灯")
	if got := d.Find("#name").AttrOr("value", ""); got != "银川项目进度（本县修订）" {
		t.Errorf("amended rule is called %q", got)
	}
	if w := b.post(lightRulePath, form); w.Code != http.StatusSeeOther || w.Header().Get("Location") != lightRulesPath {
		t.Fatalf("save: %d %s", w.Code, w.Body)
	}
	if w := b.post(lightRulePath, form); w.Code != http.StatusConflict {
		t.Errorf("an overtaken form: %d", w.Code)
	}

	d = b.page(lightRulesPath)
	const title = "银川项目进度（本县修订）（第1版，2026年10月起）"
	expect(t, d, "h2 + .wt tbody tr:first-child td:nth-child(3)", title)
	st.addUser("shenji", "audit_admin")
	if !strings.Contains(st.signedIn("shenji").get("/admin/audit").Body.String(), "全部指标，总量目标："+title+"；依据 县政府办〔2026〕3号") {
		t.Error("the decision is not in the audit log")
	}
	st.showsTheRule(t, title)
}

// showsTheRule looks for a rule on pages and in the API, as anybody may see it.
func (st *site) showsTheRule(t *testing.T, title string) {
	t.Helper()
	b := st.signedIn("viewer")
	if w := b.get(lightRulesPath); w.Code != http.StatusForbidden {
		t.Errorf("the page of rules opens to a viewer: %d", w.Code)
	}
	var table struct {
		Indicators []struct {
			Code, Light string
			LightRule   *string `json:"light_rule"`
			LightReason string  `json:"light_reason"`
			Ahead       *float64
			TargetKind  *string `json:"target_kind"`
		}
	}
	if err := json.Unmarshal(b.get("/api/v1/chains/ne/dispatch?month=2026-10").Body.Bytes(), &table); err != nil {
		t.Fatal(err)
	}
	gaps := 0
	for _, l := range table.Indicators {
		if l.TargetKind == nil || *l.TargetKind != "总量" || l.Ahead == nil {
			continue
		}
		if l.LightRule == nil || !strings.HasPrefix(*l.LightRule, title+"：") {
			t.Errorf("%s is judged by %v", l.Code, l.LightRule)
		}
		if gap := *l.Ahead < 0 && *l.Ahead > -8; gap != (l.Light == "none") || gap && !strings.Contains(l.LightReason, title+"对欠序时8个百分点以内（不含8个）没有规定，不亮灯") {
			t.Errorf("%s: %v points, %s %s", l.Code, *l.Ahead, l.Light, l.LightReason)
		} else if gap {
			gaps++
		}
	}
	d := b.page(lightDispatch)
	if got := d.Find(`#indicators .lt-n:contains("规则未规定")`).Length(); gaps == 0 || got != gaps {
		t.Errorf("%d gaps in the API, %d on the page", gaps, got)
	}
	var rules struct {
		Month string
		Rules []struct {
			Indicator     *string
			Kind, Name    string
			Preset        *string
			Version       int
			Since, Reason *string
			Text          string
			Bands         []struct{ Light string }
		}
		Presets []struct{ Code string }
	}
	if err := json.Unmarshal(b.get("/api/v1/light-rules").Body.Bytes(), &rules); err != nil {
		t.Fatal(err)
	}
	if len(rules.Rules) != 3 || len(rules.Presets) != 7 || rules.Rules[0].Version != 1 || rules.Rules[0].Preset != nil || len(rules.Rules[0].Bands) != 3 || rules.Rules[1].Version != 0 {
		t.Errorf("%+v", rules)
	}
}
