package workbook

import (
	"strconv"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// writeProblems writes the sheet that lists every problem. The sheet is there already.
func writeProblems(f *excelize.File, problems []industry.Problem) error {
	styles, err := newStyles(f)
	if err != nil {
		return err
	}
	if err := f.AutoFilter(problemSheet, "A1:G"+strconv.Itoa(len(problems)+1), nil); err != nil {
		return err
	}
	stream, err := f.NewStreamWriter(problemSheet)
	if err != nil {
		return err
	}
	head := []any{}
	for i, column := range [...]struct {
		name  string
		width float64
	}{{"级别", 8}, {"表", 14}, {"单元格", 10}, {"列", 18}, {"填报值", 24}, {"问题", 60}, {"改法", 60}} {
		head = append(head, excelize.Cell{StyleID: styles.header, Value: column.name})
		if err := stream.SetColWidth(i+1, i+1, column.width); err != nil {
			return err
		}
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := stream.SetRow("A1", head); err != nil {
		return err
	}
	for i, p := range problems {
		level, where := "提醒", p.Cell
		if p.Level == industry.LevelError {
			level = "错误"
		}
		if where == "" && p.Row > 0 {
			where = "第 " + strconv.Itoa(p.Row) + " 行"
		}
		row := []any{}
		for _, text := range [...]string{level, p.Sheet, where, p.Column, p.Value, p.Message, p.Remedy} {
			row = append(row, textValue(text, styles.note))
		}
		if err := stream.SetRow("A"+strconv.Itoa(i+2), row); err != nil {
			return err
		}
	}
	return stream.Flush()
}
