package industry

// RulePreset is a published rule of lights: where it comes from and what it says
// for each kind of target it speaks of.
type RulePreset struct {
	Code   string
	Name   string
	Source string // for people: who published it
	Rules  []LightRule
}

// Codes of the presets that the program itself refers to.
const (
	DefaultRule = "default"
	InheritRule = "inherit" // of one indicator: as all indicators are judged
)

// LightPresets returns the published rules, the default first.
func LightPresets() []RulePreset {
	list := []RulePreset{
		defaultPreset(), yinchuanPreset(), sanyaPreset(), sanyaDistrictPreset(), tianjinPreset(), xinhuangPreset(), ouhaiPreset(),
	}
	for _, p := range list {
		for i := range p.Rules {
			p.Rules[i].Preset, p.Rules[i].Name = p.Code, p.Name
		}
	}
	return list
}

// PresetRule returns what a preset says for a kind of target, or false.
func PresetRule(code, kind string) (LightRule, bool) {
	for _, p := range LightPresets() {
		for _, r := range p.Rules {
			if p.Code == code && r.Kind == kind {
				return r, true
			}
		}
	}
	return LightRule{}, false
}

func atLeast(y Yardstick, n int64) Bound {
	return Bound{Of: y, Above: true, Inclusive: true, Value: Q(n)}
}
func above(y Yardstick, n int64) Bound  { return Bound{Of: y, Above: true, Value: Q(n)} }
func below(y Yardstick, n int64) Bound  { return Bound{Of: y, Value: Q(n)} }
func atMost(y Yardstick, n int64) Bound { return Bound{Of: y, Inclusive: true, Value: Q(n)} }

func green(all ...Bound) Band  { return Band{Light: Green, All: all} }
func yellow(all ...Bound) Band { return Band{Light: Yellow, All: all} }
func red(all ...Bound) Band    { return Band{Light: Red, All: all} }

func (b Band) called(word string) Band {
	b.Word = word
	return b
}

func (b Band) any(bounds ...Bound) Band {
	b.Any = bounds
	return b
}

// defaultPreset is the default light (interfaces, Meaning).
func defaultPreset() RulePreset {
	points := []Band{green(atLeast(Distance, 0)), yellow(atLeast(Distance, -10), below(Distance, 0)), red(below(Distance, -10))}
	growth := []Band{green(atLeast(Distance, 0)), yellow(below(Distance, 0), atLeast(OwnRate, 0)), red(below(OwnRate, 0))}
	return RulePreset{DefaultRule, "默认规则", "系统默认", []LightRule{
		{Kind: TotalTarget, Bands: points},
		{Kind: GrowthTarget, Bands: growth, Low: points},
		{Kind: RatioTarget, Bands: points},
	}}
}

// yinchuanPreset is 银川's rule of project progress (domain S54): 完成序时 green,
// 低于序时10–30 points (both included) yellow, more red. It says nothing of 0 to
// 10 points, and neither does this: that is a gap.
func yinchuanPreset() RulePreset {
	return RulePreset{"yinchuan", "银川项目进度", "银川市项目进度红黄绿灯管理", []LightRule{{Kind: TotalTarget, Bands: []Band{
		green(atLeast(Distance, 0)), yellow(atLeast(Distance, -30), atMost(Distance, -10)), red(below(Distance, -30)),
	}}}}
}

// sanyaPreset is 三亚's rule (domain S55): ≥ 序时 green, 低于序时50%以内 yellow,
// 低于50%以上 red. It writes %, not 百分点, of the 序时进度: a shortfall relative
// to the pace, so that half of what was due is still yellow; 以内 includes 50 %.
func sanyaPreset() RulePreset {
	return RulePreset{"sanya", "三亚", "三亚市亮灯管理（海南日报 2022-05-13）", []LightRule{{Kind: TotalTarget, Bands: []Band{
		green(atLeast(Relative, 0)), yellow(atLeast(Relative, -50), below(Relative, 0)), red(below(Relative, -50)),
	}}}}
}

// sanyaDistrictPreset is 三亚's rule for its districts (domain S55): the month's
// task met green, not met yellow, not met two months running red. The run begins
// with the year, as the tasks do.
func sanyaDistrictPreset() RulePreset {
	return RulePreset{"sanya_district", "三亚区级", "三亚市亮灯管理，区级（海南日报 2022-05-13）", []LightRule{{Kind: TotalTarget, Bands: []Band{
		green(atLeast(MonthTask, 100)),
		yellow(below(MonthTask, 100), atLeast(LastMonthTask, 100)),
		red(below(MonthTask, 100), below(LastMonthTask, 100)),
	}}}}
}

// tianjinPreset is 天津's rule of investment (domain S56): growth at or above
// both plan and 全市平均 green, growing but below one of them yellow, negative
// red. It says nothing of exactly 0.
func tianjinPreset() RulePreset {
	return RulePreset{"tianjin", "天津增速", "天津市固定资产投资亮灯（2022年3月）", []LightRule{{Kind: GrowthTarget, Bands: []Band{
		green(atLeast(Distance, 0), atLeast(AboveCity, 0)),
		yellow(above(OwnRate, 0)).any(below(Distance, 0), below(AboveCity, 0)),
		red(below(OwnRate, 0)),
	}}}}
}

// xinhuangPreset is 新晃县's rule (domain S57): below 60 % of the month's task a
// yellow card, below 80 % 重点督导, which is a notice and no light. Of 80 % and
// more it says nothing.
func xinhuangPreset() RulePreset {
	return RulePreset{"xinhuang", "新晃", "新晃县月任务通报（红网 2015-05-14）", []LightRule{{Kind: TotalTarget, Bands: []Band{
		yellow(below(MonthTask, 60)).called("黄牌"),
		Band{Light: NoLight, All: []Bound{atLeast(MonthTask, 60), below(MonthTask, 80)}}.called("重点督导"),
	}}}}
}

// ouhaiPreset is 温州瓯海's three colours (温州日报 2020-05-21,
// www.wenzhou.gov.cn/art/2020/5/21/art_1217834_43244903.html): a month done in
// time or ahead of time is green, one that is missed red until what was missed is
// made up, then yellow. The month that makes it up is green itself; the yellow is
// that of the month that was missed, so it changes when later months are looked
// at. Made up means that the cumulative figure is back at the pace.
func ouhaiPreset() RulePreset {
	missed := []Bound{below(MonthTask, 100), below(Distance, 0)}
	return RulePreset{"ouhai", "瓯海三色", "温州市瓯海区三色预警（温州日报 2020-05-21）", []LightRule{{Kind: TotalTarget, Bands: []Band{
		Band{Light: Green}.any(atLeast(MonthTask, 100), atLeast(Distance, 0)),
		yellow(append(missed[:2:2], atLeast(MadeUp, 0))...),
		red(append(missed[:2:2], below(MadeUp, 0))...),
	}}}}
}
