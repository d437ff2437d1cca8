package office

import (
	"chainboard/charts"
	"chainboard/industry"
)

// caption is what stands around a chart: the same sentences as on its page.
type caption struct {
	title, basis, source string
	indicator            bool // the chart shows one indicator, {指标} in the title
	small                bool // small groups are hidden from some
}

// inMonthBasis is how a heat map of in-month amounts is read.
const inMonthBasis = "当月数由累计相减的为推算，1—2月没有当月数；颜色与本户最高月相比；空格为未报或未入规，不是0"

// captions returns the captions by the name of the chart.
func captions() map[string]caption {
	const (
		signings = "近三年签订正式合同的项目；框架协议不计，增资、二期只计金额"
		firms    = "企业月度调度"
		projects = "项目清单"
	)
	return map[string]caption{
		charts.NameTrend: {
			title: "{指标}走势", basis: "同比按指标规定的口径，虚线为年度目标的序时数；1—2月合并为一个数的指标没有1月，未报的月份留空",
			source: "各指标主责单位月度调度", indicator: true,
		},
		charts.NamePace: {
			title: "年度目标完成进度", basis: "完成率＝本年累计÷年度目标；竖线为序时进度，没有目标的指标不列", source: "各指标主责单位月度调度",
		},
		charts.NamePull: {
			title: "各细分链对{指标}增长的拉动（百分点）", basis: "拉动＝本细分链同口径增量÷全链上年同期；企业按主环节计入一次",
			source: firms, indicator: true, small: true,
		},
		charts.NameWaterfall: {
			title: "{指标}增长的构成", basis: "拉动＝本组同口径增量÷全链上年同期，各组之和为总增速；企业按主环节计入一次",
			source: firms, indicator: true, small: true,
		},
		charts.NameHeatmap: {
			title: "{指标}逐月", basis: "累计同比＝本期累计÷本年填报的上年同期−1；空格为未报、未入规或没有上年同期，不是0",
			source: firms, indicator: true,
		},
		charts.NameFunnel:         {title: "招商项目推进（个）", basis: signings + "；各阶段为“达到过该阶段”的累计数", source: projects},
		charts.NameSources:        {title: "招商来源（个 / 合同资金 亿元）", basis: signings, source: projects},
		charts.NameInvestmentFlow: {title: "招商项目：来源 → 细分链 → 当前状态（个）", basis: signings, source: projects},
		charts.NameSignedMonths:   {title: "{年}年逐月签约", basis: signings, source: projects},
		charts.NameChainMap: {
			title: "产业链图", basis: industry.DiagnosisRule + "；链长办可认定", source: "环节、企业清单、项目清单",
		},
		charts.NameTechnologyMap: {
			title: "技术路线图", basis: "条形从起始年年初到目标年年末，菱形为里程碑，只写年份的画在年中", source: "技术路线",
		},
		charts.NameApplicationMap: {
			title: "应用领域图", basis: "线宽为该环节产品用于该领域的比例，没有填报的按5%示意；不同环节的比例不相加", source: "应用领域",
		},
		charts.NameRegionMap: {
			title: "区域分布图（企业户数）", basis: "示意图，不表示真实行政区划，无比例尺；圆面积随企业户数增大", source: "区域、企业清单",
		},
	}
}
