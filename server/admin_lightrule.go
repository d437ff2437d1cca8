package server

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// currentRule is the choice to start from what is in force.
const currentRule = "current"

// lightRulePage is the form of one decision with what it would change.
type lightRulePage struct {
	Page
	Form       form
	Indicators []choice
	Kinds      []choice
	Rules      []choice
	Indicator  string
	Kind       string
	Base       string // the rule the form began from
	Version    string // the newest number when it did
	Inherits   bool
	Bands      []bandRow
	Texts      []string // as the bands stand
	Changes    []office.LightChange
	Span       string
}

// bandRow is one band of the form.
type bandRow struct {
	industry.Band
	Label  string
	Bounds []boundRow
}

type boundRow struct {
	industry.Bound
	Name, Side, Label, Unit string
	Value, Joint            string
	Highest                 bool // the bound is the upper end
}

// ruleDraft is a decision on its way through the form.
type ruleDraft struct {
	industry.RuleVersion
	rules     office.LightRules
	indicator industry.Indicator
	base      string
}

// draft reads what is to be decided from the address or the form.
func (s *server) draft(c *request, get func(string) string) (ruleDraft, error) {
	var d ruleDraft
	var err error
	if d.rules, err = s.office.LightRules(c.ctx(), office.Query{}); err != nil {
		return d, err
	}
	kind := get("kind")
	if kind == "" {
		kind = industry.TotalTarget
	}
	if !slices.Contains(industry.TargetKinds(), kind) {
		return d, industry.Errorf(industry.Invalid, "没有“%s”这种目标类型，可选总量、增速、比率", kind)
	}
	d.Indicator = get("indicator")
	d.indicator = industry.Indicator{Name: "全部指标"}
	for _, ind := range d.rules.Indicators {
		if ind.Code == d.Indicator {
			d.indicator = ind
		}
	}
	if d.indicator.Code != d.Indicator {
		return d, industry.Errorf(industry.NotFound, "没有编码为“%s”的指标", d.Indicator)
	}
	inForce := d.rules.Book.InForce(d.Indicator, kind, d.rules.Month)
	switch d.base = get("rule"); d.base {
	case industry.InheritRule:
		d.LightRule = industry.LightRule{Preset: d.base, Name: "随全部指标的规则", Kind: kind}
	case "", currentRule:
		d.base, d.LightRule = currentRule, inForce
	default:
		if rule, ok := industry.PresetRule(d.base, kind); ok {
			d.LightRule = rule
		} else { // the rule of another kind was chosen before
			d.base, d.LightRule = currentRule, inForce
		}
	}
	if d.Indicator != "" {
		d.LightRule = d.Directed(d.indicator.LowerBetter)
	}
	d.Version, d.Since = d.rules.Book.Latest(d.Indicator, kind), d.rules.Month
	return d, nil
}

func (s *server) lightRulePage(c *request) error {
	d, err := s.draft(c, func(name string) string { return c.Query(name) })
	if err != nil {
		return err
	}
	return s.showLightRule(c, &d, form{Values: map[string]string{
		"name": d.Name, "since": d.Since.String(), "version": strconv.FormatInt(d.Version, 10),
	}})
}

// saveLightRule keeps the decision, or shows again what it would change.
func (s *server) saveLightRule(c *request) error {
	d, err := s.draft(c, c.field)
	if err != nil {
		return err
	}
	f := form{Values: map[string]string{}}
	for _, name := range []string{"name", "since", "reason", "version"} {
		f.Values[name] = c.field(name)
	}
	d.typed(c.field)
	f.Values["name"] = d.Name
	if c.field("preview") != "" {
		return s.showLightRule(c, &d, f)
	}
	err = s.office.DecideLightRule(c.ctx(), d.RuleVersion, c.actor())
	if err == nil {
		return c.done(lightRulesPath, "评定规则已保存，从"+d.Since.String()+"起的月份按新规则评定")
	}
	var refused *industry.Error
	if !errors.As(err, &refused) || refused.Kind != industry.Invalid {
		return err
	}
	f.Errors, f.Message = refused.Fields, refused.Message
	for _, field := range []string{"kind", "preset", "bands"} { // these have no input of their own
		if text := refused.Fields[field]; text != "" {
			f.Message = text
		}
	}
	return s.showLightRule(c, &d, f)
}

// typed takes over what was typed. Bounds that differ make the rule the county's
// own, under a name of its own.
func (d *ruleDraft) typed(get func(string) string) {
	d.Reason = get("reason")
	d.Since, _ = industry.ParseMonth(get("since"))          // missing: Check says so
	d.Version, _ = strconv.ParseInt(get("version"), 10, 64) // missing: a conflict
	name := get("name")
	bands := industry.WithBounds(d.Bands, func(band, i int, b industry.Bound) industry.Bound {
		field := boundName(band, i)
		b.Value, _ = industry.ParseQuantity(strings.ReplaceAll(get(field), "−", "-"), nil)
		b.Inclusive = get(field+".side") == "in"
		return b
	})
	if !reflect.DeepEqual(bands, d.Bands) {
		d.Bands, d.Preset = bands, ""
		if name == d.Name && !strings.HasSuffix(name, ownSuffix) {
			name += ownSuffix
		}
	}
	d.Name = name
}

const ownSuffix = "（本县修订）"

func boundName(band, i int) string { return "bound." + strconv.Itoa(band) + "." + strconv.Itoa(i) }

func (s *server) showLightRule(c *request, d *ruleDraft, f form) error {
	p := &lightRulePage{
		Page: Page{Title: "设置评定规则"}, Form: f, Indicator: d.Indicator, Kind: d.Kind, Base: d.base, Version: f.Values["version"],
		Inherits: d.base == industry.InheritRule,
	}
	p.choose(d)
	if !p.Inherits {
		p.Bands, p.Texts = bandRows(d), ruleTexts(d.LightRule, d.indicator)
	}
	changes, month, err := s.office.PreviewLightRule(c.ctx(), d.RuleVersion)
	if err != nil {
		return err
	}
	p.Changes, p.Span = changes, month.Span()
	return c.html(statusFor(f), "lightrule", p)
}

// choose fills the choices of scope, kind and rule.
func (p *lightRulePage) choose(d *ruleDraft) {
	p.Indicators = []choice{{"", "全部指标", d.Indicator == ""}}
	for _, ind := range d.rules.Indicators {
		p.Indicators = append(p.Indicators, choice{ind.Code, ind.Name, ind.Code == d.Indicator})
	}
	for _, kind := range industry.TargetKinds() {
		p.Kinds = append(p.Kinds, choice{kind, kind + "目标", kind == d.Kind})
	}
	inForce := d.rules.Book.InForce(d.Indicator, d.Kind, d.rules.Month)
	p.Rules = []choice{{currentRule, "现行：" + inForce.Title(), d.base == currentRule}}
	if d.Indicator != "" {
		p.Rules = append(p.Rules, choice{industry.InheritRule, "随全部指标的规则", d.base == industry.InheritRule})
	}
	for _, preset := range industry.LightPresets() {
		if _, ok := industry.PresetRule(preset.Code, d.Kind); ok {
			p.Rules = append(p.Rules, choice{preset.Code, preset.Name, d.base == preset.Code})
		}
	}
}

func bandRows(d *ruleDraft) []bandRow {
	rows := make([]bandRow, len(d.Bands))
	for k, b := range d.Bands {
		rows[k] = bandRow{Band: b, Label: b.Light.Label()}
		if b.Word != "" {
			rows[k].Label = b.Word
		}
		for i, bound := range b.Bounds() {
			row := boundRow{
				Bound: bound, Name: boundName(k, i), Label: bound.Of.Label(d.Kind), Unit: bound.Of.Unit(), Value: bound.Value.Decimal(),
				Highest: !bound.Above, Joint: "且",
			}
			switch {
			case i == 0:
				row.Joint = ""
			case i > len(b.All):
				row.Joint = "或"
			}
			rows[k].Bounds = append(rows[k].Bounds, row)
		}
	}
	return rows
}
