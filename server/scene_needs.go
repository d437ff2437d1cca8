package server

import (
	"slices"

	"chainboard/charts"
)

// needs is what a scene draws on: the topics that change it, and the charts it
// asks for beside its <main>.
type needs struct {
	topics []string
	charts []string
}

// needsOf returns what the scene of this code draws on. Names of chains, rules
// and what no topic stands for touch every scene.
func needsOf(code string) needs {
	n := map[string]needs{
		"overview": {
			[]string{"dispatch", "projects", "issues", "visits", "maps"},
			[]string{charts.NameTrend, charts.NamePull, charts.NamePace, charts.NameFunnel, charts.NameSources, charts.NameRegionMap},
		},
		"chain":       {[]string{"dispatch", "projects", "maps", "prospects", "enterprises"}, []string{charts.NameChainMap}},
		"technology":  {[]string{"dispatch", "maps", "enterprises"}, []string{charts.NameTechnologyMap}},
		"application": {[]string{"dispatch", "maps", "enterprises"}, []string{charts.NameApplicationMap}},
		"region":      {[]string{"dispatch", "projects", "maps", "platforms", "enterprises"}, []string{charts.NameRegionMap, charts.NameSources, charts.NameInvestmentFlow}},
		"investment": {
			[]string{"dispatch", "projects", "prospects", "maps"},
			[]string{charts.NameFunnel, charts.NameSources, charts.NameInvestmentFlow, charts.NameSignedMonths},
		},
		"dispatch": {
			[]string{"dispatch", "maps"},
			[]string{charts.NameTrend, charts.NamePace, charts.NamePull, charts.NameWaterfall, charts.NameHeatmap},
		},
		"rnd":       {[]string{"dispatch", "enterprises", "platforms", "maps"}, []string{charts.NameTrend, charts.NamePull}},
		"issues":    {[]string{"issues", "visits", "enterprises"}, nil},
		"decisions": {[]string{"meetings"}, nil},
	}[code]
	n.topics = append(slices.Clone(n.topics), "chains", "rules", "other")
	return n
}

// draws reports whether the scene asks for the chart of this name.
func (n needs) draws(chart string) bool { return slices.Contains(n.charts, chart) }
