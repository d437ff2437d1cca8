package server

import (
	"net/http"
	"time"

	"chainboard/industry"
)

// lightRuleJSON is a rule in force: for every indicator (indicator null) or one,
// and one kind of target.
type lightRuleJSON struct {
	Indicator     industry.Optional `json:"indicator"`
	IndicatorName string            `json:"indicator_name"`
	Kind          string            `json:"kind"`
	Name          string            `json:"name"`
	Preset        industry.Optional `json:"preset"`  // null: the county's own thresholds
	Version       int64             `json:"version"` // 0: the program's default
	Since         industry.Month    `json:"since"`
	DecidedAt     *time.Time        `json:"decided_at"`
	Reason        industry.Optional `json:"reason"`
	Text          string            `json:"text"`
	LowerText     string            `json:"text_lower_better"`
	Bands         []industry.Band   `json:"bands"`
	LowerBands    []industry.Band   `json:"bands_lower_better"`
}

type presetJSON struct {
	Code   string           `json:"code"`
	Name   string           `json:"name"`
	Source string           `json:"source"`
	Rules  []presetRuleJSON `json:"rules"`
}

type presetRuleJSON struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

// apiLightRules answers GET /api/v1/light-rules: what judges a month, as of a
// moment, and the published rules.
func (s *server) apiLightRules(c *request) error {
	q, err := c.query()
	if err != nil {
		return err
	}
	rules, err := s.office.LightRules(c.ctx(), q)
	if err != nil {
		return err
	}
	answer := struct {
		Month   industry.Month  `json:"month"`
		Rules   []lightRuleJSON `json:"rules"`
		Presets []presetJSON    `json:"presets"`
	}{Month: rules.Month, Rules: []lightRuleJSON{}, Presets: []presetJSON{}}
	for _, r := range rules.InForce {
		answer.Rules = append(answer.Rules, ruleJSON(r.Indicator, r.Rule))
	}
	for _, p := range industry.LightPresets() {
		preset := presetJSON{Code: p.Code, Name: p.Name, Source: p.Source}
		for _, r := range p.Rules {
			preset.Rules = append(preset.Rules, presetRuleJSON{r.Kind, r.Text(false)})
		}
		answer.Presets = append(answer.Presets, preset)
	}
	return c.json(http.StatusOK, answer)
}

func ruleJSON(ind industry.Indicator, r industry.RuleVersion) lightRuleJSON {
	j := lightRuleJSON{
		Indicator: industry.Optional(ind.Code), IndicatorName: ind.Name, Kind: r.Kind, Name: r.Name, Preset: industry.Optional(r.Preset),
		Version: r.Version, Since: r.Since, Reason: industry.Optional(r.Reason),
		Text: r.Text(false), LowerText: r.Text(true), Bands: r.For(false), LowerBands: r.For(true),
	}
	if r.Version > 0 {
		at := r.At.Truncate(time.Second)
		j.DecidedAt = &at
	}
	return j
}
