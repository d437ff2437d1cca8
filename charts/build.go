package charts

import "chainboard/industry"

// The charts by the name they have in /charts/{name}.
const (
	NameTrend     = "trend"
	NamePace      = "pace"
	NamePull      = "pull"
	NameHeatmap   = "heatmap"
	NameWaterfall = "waterfall"
	NameFunnel    = "funnel"
	NameSources   = "sources"

	NameInvestmentFlow = "investment-flow"
	NameSignedMonths   = "signed-months"

	NameChainMap       = "chain-map"
	NameTechnologyMap  = "technology-map"
	NameApplicationMap = "application-map"
	NameRegionMap      = "region-map"
)

// Input holds what the charts are drawn from; a chart reads its own part only.
type Input struct {
	Wide       int                 // px of the canvas the nodes of chain-map are sized for; 0: 1200
	Trend      industry.Trend      // trend
	Pace       []industry.PaceRow  // pace
	Branches   industry.Breakdown  // pull
	Groups     industry.Breakdown  // waterfall
	Heat       industry.Heat       // heatmap
	Investment industry.Investment // funnel, sources
	Flow       industry.Flow       // investment-flow
	SignedYear industry.SignedYear // signed-months

	ChainMap       industry.ChainMap
	TechnologyMap  industry.TechnologyMap
	ApplicationMap industry.ApplicationMap
	RegionMap      industry.RegionMap
}

// Names returns the names of all charts.
func Names() []string {
	return []string{
		NameTrend, NamePace, NamePull, NameWaterfall, NameHeatmap, NameFunnel, NameSources, NameInvestmentFlow, NameSignedMonths,
		NameChainMap, NameTechnologyMap, NameApplicationMap, NameRegionMap,
	}
}

// Build returns the option of the named chart, or a NotFound error.
func Build(name string, in Input) (Option, error) {
	switch name {
	case NameTrend:
		return Trend(in.Trend)
	case NamePace:
		return Pace(in.Pace)
	case NamePull:
		return BranchPull(in.Branches)
	case NameWaterfall:
		return Waterfall(in.Groups)
	case NameHeatmap:
		return Heatmap(in.Heat)
	case NameFunnel:
		return Funnel(in.Investment)
	case NameSources:
		return Sources(in.Investment)
	case NameInvestmentFlow:
		return InvestmentFlow(in.Flow)
	case NameSignedMonths:
		return SignedMonths(in.SignedYear)
	case NameChainMap:
		return ChainMap(in.ChainMap, in.Wide)
	case NameTechnologyMap:
		return TechnologyMap(in.TechnologyMap)
	case NameApplicationMap:
		return ApplicationMap(in.ApplicationMap)
	case NameRegionMap:
		return RegionMap(in.RegionMap)
	}
	return nil, industry.Errorf(industry.NotFound, "没有名为“%s”的图", name)
}
