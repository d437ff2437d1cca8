package office

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"

	"chainboard/industry"
	"chainboard/workbook"
)

// writeCSV writes the header and rows of a table as comma separated text in
// UTF-8, with the mark by which spreadsheets know it. Text that a spreadsheet
// would take for a formula is disarmed.
func writeCSV(w *bytes.Buffer, t workbook.Table) error {
	w.WriteString("\ufeff")
	out := csv.NewWriter(w)
	out.UseCRLF = true
	line := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		line[i] = c.Header
		if c.Unit != "" {
			line[i] += "(" + c.Unit + ")"
		}
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for _, row := range t.Rows {
		for i, c := range row {
			line[i] = c.Text
			if t.Columns[i].Kind != industry.Measure || !signedNumber.MatchString(c.Text) {
				line[i] = disarmed(c.Text)
			}
			if c.Number.Known {
				line[i] = c.Number.Decimal()
			}
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// signedNumber is a figure that spreadsheets read as one, sign and all.
var signedNumber = regexp.MustCompile(`^[+-]\d+(\.\d+)?%?$`)

// disarmed puts an apostrophe before text that begins like a formula: a cell of a
// workbook knows that it is text, one of a text file does not.
func disarmed(text string) string {
	if strings.IndexAny(text, "=+-@＝＋－＠\t\r") == 0 {
		return "'" + text
	}
	return text
}
