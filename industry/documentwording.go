package industry

import "slices"

// How the program words papers where a county has not said otherwise (domain 7.1).
const (
	ownBulletin = `【标题】
关于{期间}{县}{对象}
运行情况的通报
【主送】
{对象}各牵头单位、责任单位
【落款】
{落款单位}
【总体情况】
{总体情况}
【主要指标】
{主要指标表}
{营业收入走势图}
【分链进展与排名｜细分链运行情况】
{各链排名表}
{细分链拉动}
【招商引资】
{招商引资}
【存在问题】
{存在问题}
【下一步工作】
{下一步工作}
【附件】
{附表}
`

	ownBriefing = `【报头】
{对象}调度简报
【标题】
{期间}{县}{对象}
运行情况
【落款】
{落款单位}
【发送范围】
{对象}链长，各牵头单位、责任单位
【总体情况】
{总体情况}
{目标完成进度图}
{招商引资}
【分链进展｜细分链运行情况】
{各链排名表}
{细分链拉动}
【存在问题】
{存在问题}
【下一步】
{下一步工作要点}
`

	ownMinutes = `【标题】
{会议}纪要
【主送】
{对象}各牵头单位、责任单位
【落款】
{落款单位}
【会议概况】
{会议概况}
【议定事项】
{议定事项}
【历次议定事项办理情况】
{历次议定事项办理情况}
`
)

// OwnTemplate is the program's own wording of a kind of papers; its text is empty
// for kinds that have no template.
func OwnTemplate(kind DocumentKind) DocumentTemplate {
	t := DocumentTemplate{Kind: kind}
	switch kind {
	case Bulletin:
		t.Text = ownBulletin
	case Briefing:
		t.Text = ownBriefing
	case Minutes:
		t.Text = ownMinutes
	}
	return t
}

// TemplateKinds returns the kinds of papers whose wording a county may change.
func TemplateKinds() []DocumentKind {
	return slices.DeleteFunc(DocumentKinds(), func(k DocumentKind) bool { return OwnTemplate(k).Text == "" })
}
