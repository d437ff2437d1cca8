package workbook

import "chainboard/industry"

// limits bound what one file may cost; a test may lower them.
type limits struct {
	file     int64 // bytes of the file
	unpacked int64 // bytes of all its parts, unpacked
	part     int64 // bytes of one small part (workbook, styles), unpacked
	entries  int   // parts in the file
	strings  int   // entries of the shared string table
	rows     int   // rows with content in one sheet
	columns  int   // columns of one sheet that are looked at
	cell     int   // bytes of the text of one cell
	texts    int64 // bytes of the texts of all cells, one that cells share counted for each
}

// contractLimits are the limits of the workbook contract.
func contractLimits() limits {
	return limits{
		file: 64 << 20, unpacked: 512 << 20, part: 32 << 20,
		entries: 10_000, strings: 4_000_000, rows: 200_000, columns: 512,
		cell: 4 * 32_767, texts: 512 << 20, // Excel's 32,767 characters, none longer than 4 bytes
	}
}

func damaged() *industry.Error {
	return industry.Errorf(industry.Invalid, "文件已损坏或不完整，不能读取；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入")
}

func tooManyRows(sheet string, limit int) *industry.Error {
	return industry.Errorf(industry.TooLarge, "工作表“%s”超过 %d 行的上限；请拆成几个文件分别导入", sheet, limit)
}

func tooMuchUnpacked(limit int64) *industry.Error {
	return industry.Errorf(industry.TooLarge, "文件解压后超过 %d MB 的上限，没有读取；请删除图片、附件和多余的工作表后再导入", limit>>20)
}

func tooManyTexts(limit int) *industry.Error {
	return industry.Errorf(industry.TooLarge, "工作簿里的文字超过 %d 条的上限；请拆成几个文件分别导入", limit)
}

func tooLongText(sheet string, row int) *industry.Error {
	return industry.Errorf(industry.TooLarge, "工作表“%s”第 %d 行有单元格的文字超过 32767 字，没有读取；请删减后再导入", sheet, row)
}

func tooMuchText(limit int64) *industry.Error {
	return industry.Errorf(industry.TooLarge, "工作簿里的文字合计超过 %d MB 的上限，没有读取；请拆成几个文件分别导入", limit>>20)
}
