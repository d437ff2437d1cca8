package industry

import (
	"fmt"
	"slices"
	"time"
	"unicode/utf8"
)

// Kinds of what is scored.
const (
	ScoreChains      = "chain"
	ScoreDepartments = "department"
)

// ScoreKinds returns the kinds with a sheet each.
func ScoreKinds() []string { return []string{ScoreChains, ScoreDepartments} }

// ScoreKindLabel names a kind: 产业链, 责任单位.
func ScoreKindLabel(kind string) string {
	if kind == ScoreDepartments {
		return "责任单位"
	}
	return "产业链"
}

// ScoreRule is how an item of a score sheet gets its points.
type ScoreRule string

// The rules of an item.
const (
	ByCompletion ScoreRule = "completion" // 完成率 × 分值, capped
	ByPace       ScoreRule = "pace"       // 完成率 × 分值, full once the target's pace is reached (domain S53)
	ByPair       ScoreRule = "pair"       // 【(个数÷目标)×50%＋(金额÷目标)×50%】×分值, capped (domain S59)
	ByTiers      ScoreRule = "tiers"      // points for each contract by its amount, capped
	ByDelay      ScoreRule = "delay"      // points off for each project not started in time, capped
	ByHand       ScoreRule = "hand"       // judged by people: part of the sheet, nothing is computed
)

// ScoreRules returns the rules in the order of forms.
func ScoreRules() []ScoreRule {
	return []ScoreRule{ByPace, ByCompletion, ByPair, ByTiers, ByDelay, ByHand}
}

// Label names a rule as forms offer it.
func (r ScoreRule) Label() string {
	switch r {
	case ByPace:
		return "完成率×分值，达序时得满分"
	case ByCompletion:
		return "完成率×分值"
	case ByPair:
		return "个数、金额各占50%"
	case ByTiers:
		return "按合同资金分档计分"
	case ByDelay:
		return "超时限未开工扣分"
	}
	return "人工评分，系统不算"
}

// ScoreItem is one line of a sheet.
type ScoreItem struct {
	Name      string      `json:"name"`
	Rule      ScoreRule   `json:"rule"`
	Weight    Quantity    `json:"weight"`    // full points; of a deduction the most that is taken off, unknown: no limit
	Indicator string      `json:"indicator"` // of completion and pace
	Amount    string      `json:"amount"`    // of a pair: the indicator of the amount
	Each      Quantity    `json:"each"`      // of a deduction: points off for each project
	Tiers     []ScoreTier `json:"tiers"`
	Note      string      `json:"note"`
}

// ScoreTier gives points to every contract from an amount on, below the next tier.
type ScoreTier struct {
	Least  Quantity `json:"least"` // 万元, included
	Points Quantity `json:"points"`
}

// ScoreSheet is what chains or departments are scored by.
type ScoreSheet struct {
	Preset string      `json:"preset"` // "" is the county's own
	Name   string      `json:"name"`
	Source string      `json:"source"`
	Items  []ScoreItem `json:"items"`
}

// Indicators of a pair and of arrived funds.
const (
	signedProjects = "signed_projects"
	signedContract = "signed_contract"
	arrivedIncome  = "arrived_funds"
)

// ScorePresets are the published sheets (domain §3.5: S53, S59), the default
// first. What of them no row of the registers tells stays an item that people
// judge; weights that were not published are said to be ours.
func ScorePresets() []ScoreSheet {
	return []ScoreSheet{
		{"s53", "完成率计分，达序时得满分", "县产业专班季度考核公布口径：得分＝完成率×分值，达序时得满分", []ScoreItem{
			{Name: "新签约项目", Rule: ByPace, Weight: Q(30), Indicator: signedProjects, Note: "公布口径为亿元项目数，按本县新签约项目数的年度目标评"},
			{Name: "当年到位资金", Rule: ByPace, Weight: Q(20), Indicator: arrivedIncome},
			{Name: "产业契合度", Rule: ByHand, Weight: Q(20)},
			{Name: "专班互评", Rule: ByHand, Weight: Q(15)},
			{Name: "部门互评", Rule: ByHand, Weight: Q(15)},
		}},
		{"s59", "个数、金额各半，超时限扣分", "市级考核公布口径：【（签约个数÷目标）×50%＋（签约金额÷目标）×50%】×分值；超时限未开工每个扣0.1分。分值未公布，按100分计", []ScoreItem{
			{Name: "签约项目", Rule: ByPair, Weight: Q(100), Indicator: signedProjects, Amount: signedContract},
			{Name: "超时限未开工", Rule: ByDelay, Each: Parts(Scale / 10)},
		}},
	}
}

// PresetScores returns a published sheet.
func PresetScores(code string) (ScoreSheet, bool) {
	for _, s := range ScorePresets() {
		if s.Preset == code {
			return s, true
		}
	}
	return ScoreSheet{}, false
}

// Text writes an item's rule with its numbers.
func (it ScoreItem) Text() string {
	weight := it.Weight.Decimal() + "分"
	switch it.Rule {
	case ByPace:
		return "完成率×" + weight + "，达序时得满分，最多" + weight
	case ByCompletion:
		return "完成率×" + weight + "，最多" + weight
	case ByPair:
		return "【（签约个数÷目标）×50%＋（签约金额÷目标）×50%】×" + weight + "，最多" + weight
	case ByTiers:
		text := "合同资金"
		for i, t := range it.Tiers {
			if i > 0 {
				text += "，"
			}
			text += yiShort(t.Least) + "亿元以上每个" + t.Points.Decimal() + "分"
		}
		return text + "，最多" + weight
	case ByDelay:
		text := "过计划开工日期未开工，每个扣" + it.Each.Decimal() + "分"
		if it.Weight.Known {
			text += "，最多扣" + weight
		}
		return text
	}
	return "人工评分，" + weight
}

// ScoreDecision is a sheet as it was decided: appended, never changed.
type ScoreDecision struct {
	Kind    string
	Version int64
	Sheet   ScoreSheet
	Reason  string
	Actor   string
	At      time.Time
}

// ScoreBook is every decision, oldest first.
type ScoreBook []ScoreDecision

// InForce returns the sheet of a kind in force at a moment; the zero moment is
// now. Where nothing was decided the first preset holds.
func (b ScoreBook) InForce(kind string, at time.Time) (sheet ScoreSheet, version int64) {
	sheet = ScorePresets()[0]
	if kind == ScoreDepartments {
		sheet = ScorePresets()[1]
	}
	for _, d := range b {
		if d.Kind == kind && (at.IsZero() || !d.At.After(at)) {
			sheet, version = d.Sheet, d.Version
		}
	}
	return sheet, version
}

// Bounds of a sheet. MostScoreItems is how many items it may have.
const (
	MostScoreItems = 12
	mostWeight     = 1000
	longestScore   = 20
	mostTiers      = 6
)

// Check returns an Invalid error that names every wrong field, or nil.
func (d ScoreDecision) Check() error {
	e := Errorf(Invalid, "考核办法有误，请按提示改正")
	e.Fields = map[string]string{}
	if !slices.Contains(ScoreKinds(), d.Kind) {
		e.Fields["kind"] = "没有这种考核对象"
	}
	if n := utf8.RuneCountInString(d.Sheet.Name); n == 0 || n > longestScore {
		e.Fields["name"] = "名称须为1至20个字"
	}
	if n := len(d.Sheet.Items); n == 0 || n > MostScoreItems {
		e.Fields["items"] = fmt.Sprintf("须有1至%d项", MostScoreItems)
	}
	names := map[string]bool{}
	for i, it := range d.Sheet.Items {
		if fault := it.fault(); fault != "" {
			e.Fields[fmt.Sprintf("item.%d", i)] = fault
		} else if names[it.Name] {
			e.Fields[fmt.Sprintf("item.%d", i)] = "“" + it.Name + "”重复"
		}
		names[it.Name] = true
	}
	if n := utf8.RuneCountInString(d.Reason); n == 0 || n > longestReason {
		e.Fields["reason"] = "请写明依据，如文件名和文号，最多200个字"
	}
	if len(e.Fields) > 0 {
		return e
	}
	return nil
}

func (it ScoreItem) fault() string {
	positive := func(q Quantity) bool { return q.Known && q.Parts > 0 && q.Parts <= mostWeight*Scale }
	n := utf8.RuneCountInString(it.Name)
	switch {
	case n == 0 || n > longestScore:
		return "名称须为1至20个字"
	case !slices.Contains(ScoreRules(), it.Rule):
		return "请选择计分办法"
	case it.Rule != ByDelay && !positive(it.Weight), it.Weight.Known && !positive(it.Weight):
		return fmt.Sprintf("分值须大于 0、不超过 %d", mostWeight)
	case (it.Rule == ByPace || it.Rule == ByCompletion || it.Rule == ByPair) && it.Indicator == "":
		return "请选择指标"
	case it.Rule == ByPair && it.Amount == "":
		return "请选择金额指标"
	case it.Rule == ByDelay && !positive(it.Each):
		return "请填写每个扣几分，如 0.1"
	case it.Rule == ByTiers && !it.tiersRise():
		return "分档写作“3:1、10:2、20:3”：合同资金亿元数和每个得分，从小到大，最多6档"
	}
	return ""
}

// tiersRise reports whether a larger contract never brings fewer points.
func (it ScoreItem) tiersRise() bool {
	if len(it.Tiers) == 0 || len(it.Tiers) > mostTiers {
		return false
	}
	for i, t := range it.Tiers {
		if !t.Least.Known || !t.Points.Known || t.Points.Parts <= 0 || t.Least.Parts < 0 {
			return false
		}
		if i > 0 && (t.Least.Parts <= it.Tiers[i-1].Least.Parts || t.Points.Parts < it.Tiers[i-1].Points.Parts) {
			return false
		}
	}
	return true
}
