package workbook

import (
	"strings"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// guideLines are the rules of the contract as the 说明 sheet tells them.
func guideLines() []string {
	return []string{
		"每张工作表是一份清单，工作表名称和表头名称不要改；不需要的表可以删除，缺少的表表示这份清单没有变化。",
		"表头带 ＊ 的列必填。列的顺序可以变；不认识的列会作为附加字段保留并原样导出。",
		"表头可以放在前 10 行内的任意一行，上面可以有标题和“单位：万元”；表头可以合并成两行。",
		"金额默认万元。表头括号里写了单位的（如 总投资(亿元)）按表头；单元格里写了单位的（如 1.2亿元）按单元格。",
		"月度调度和年度目标里，表头的金额单位只用于金额指标，其他指标按“指标”表里的单位；增速、比率类目标的单位是 %。",
		"没有数据请留空，或写 — 、- 、/ 、无；这些都表示“未报”，不是 0。",
		"日期写 2026-03-05（也可写 2026/3/5、2026年3月5日）；月份写 2026-03 或 2026年1—3月。不要写成 2026.1：2026.10 会丢掉末尾的 0。",
		"产业链、环节、区域、企业、项目可以填编码或准确的名称。一格里填几个值时用“、”分隔。",
		"统一社会信用代码要填满 18 位并设为文本格式，两个校验位都会检查。",
		"合计、小计、总计、其中各行和“注：”“填表人：”等行会跳过；合计与各行之和不一致时给出提醒，不会改动数据。",
		"再次导入时按关键列（编码、信用代码、月份等）逐行比对：值相同的不变，不同的更新；文件里没有的行保留；整列缺少表示不变，列在而单元格为空表示清空。",
		"公式要先在 Excel 或 WPS 里保存过才有结果；单元格里的 #REF! 等错误值须改正后再导入。",
	}
}

// writeGuide fills the 说明 sheet: the rules, then every sheet with its columns.
func writeGuide(f *excelize.File, registers []*industry.Register, styles styles) error {
	rows := [][]any{{"资料工作簿填写说明"}, {}}
	for _, text := range guideLines() {
		rows = append(rows, []any{text})
	}
	rows = append(rows, []any{}, []any{"工作表", "列", "必填", "填法"})
	head := len(rows)
	for _, g := range registers {
		for i := range g.Fields {
			field := &g.Fields[i]
			required := ""
			if field.Required {
				required = "＊"
			}
			notes := strings.Trim(howToFill(field)+"；"+field.Note, "；")
			rows = append(rows, []any{g.Sheet, headerText(field), required, notes})
		}
	}
	for i := range rows {
		if err := f.SetSheetRow(guideSheet, address(0, i+1), &rows[i]); err != nil {
			return err
		}
	}
	return dressGuide(f, styles, head, len(rows))
}

// dressGuide sets widths, merges the rules over the table's width and styles both.
func dressGuide(f *excelize.File, styles styles, head, last int) error {
	for i, width := range [...]float64{14, 26, 8, 80} {
		if err := f.SetColWidth(guideSheet, letter(i), letter(i), width); err != nil {
			return err
		}
	}
	for row := 1; row < head-1; row++ {
		if err := f.MergeCell(guideSheet, address(0, row), address(3, row)); err != nil {
			return err
		}
	}
	if err := f.SetCellStyle(guideSheet, "A1", address(3, last), styles.note); err != nil {
		return err
	}
	if err := f.SetCellStyle(guideSheet, "A1", "A1", styles.header); err != nil {
		return err
	}
	return f.SetCellStyle(guideSheet, address(0, head), address(3, head), styles.header)
}
