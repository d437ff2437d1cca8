package workbook

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"chainboard/industry"

	"github.com/xuri/excelize/v2"
)

// dispatchBook makes a 月度调度 workbook of 12 columns. Excel keeps texts in a
// shared table, stream writers keep them in the cells: both kinds come in.
func dispatchBook(t testing.TB, rows int, shared bool) []byte {
	t.Helper()
	header := []any{"月份", "对象", "产业链", "指标", "来源部门", "当月", "本年累计", "上年同期累计", "同比", "下月预计", "数据状态", "原因分析"}
	row := func(i int) []any {
		month := fmt.Sprintf("%d-%02d", 2024+i/12%3, i%12+1)
		code := fmt.Sprintf("91361022MA%07d", i/34)
		code += string(rune('0' + i%10))
		return []any{
			month, "示例新材料有限公司" + code[10:17], "新能源新材料", [...]string{"营业收入", "工业用电量"}[i%2], "工信局",
			float64(i)*1.37 + 12.5, float64(i)*13.71 + 0.01, float64(i) * 12.9, float64(i%300)/10 - 8, i * 15, "最终", "受产品价格下降影响，订单减少",
		}
	}
	f := excelize.NewFile()
	defer f.Close()
	must(t, placeSheet(f, 0, "月度调度"))
	if shared {
		must(t, f.SetSheetRow("月度调度", "A1", &header))
		for i := range rows {
			values := row(i)
			must(t, f.SetSheetRow("月度调度", address(0, i+2), &values))
		}
	} else {
		stream, err := f.NewStreamWriter("月度调度")
		must(t, err)
		must(t, stream.SetRow("A1", header))
		for i := range rows {
			must(t, stream.SetRow(address(0, i+2), row(i)))
		}
		must(t, stream.Flush())
	}
	var b bytes.Buffer
	must(t, f.Write(&b))
	return b.Bytes()
}

// streamWithExcelize reads every cell of a workbook with excelize alone.
func streamWithExcelize(t testing.TB, data []byte) int {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	must(t, err)
	defer f.Close()
	cells := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.Rows(sheet)
		must(t, err)
		for rows.Next() {
			row, err := rows.Columns(excelize.Options{RawCellValue: true})
			must(t, err)
			cells += len(row)
		}
		must(t, rows.Close())
	}
	return cells
}

// BenchmarkRead reports how long Read takes against excelize streaming the same
// file (x-excelize); the limit of the project is 1.3.
func BenchmarkRead(b *testing.B) {
	for _, shared := range []bool{true, false} {
		b.Run(map[bool]string{true: "shared", false: "inline"}[shared], func(b *testing.B) {
			data := dispatchBook(b, 20_000, shared)
			var ours, theirs time.Duration
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				if cells := streamWithExcelize(b, data); cells != 20_001*12 {
					b.Fatalf("excelize read %d cells", cells)
				}
				theirs += time.Since(start)
				start = time.Now()
				f, err := Read("调度.xlsx", data, someIndicators)
				must(b, err)
				ours += time.Since(start)
				checkDispatch(b, f)
			}
			b.ReportMetric(ours.Seconds()/theirs.Seconds(), "x-excelize")
			b.ReportMetric(ours.Seconds()/float64(b.N), "s/read")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func checkDispatch(t testing.TB, f *File) {
	s := f.Sheets[0]
	if s.Read != 20_000 || len(s.Problems) != 0 {
		t.Fatalf("read %d rows, problems %v", s.Read, s.Problems)
	}
	for i := range s.Rows {
		if len(s.Rows[i].Problems) > 0 {
			t.Fatalf("row %d: %v", s.Rows[i].Row, s.Rows[i].Problems[0])
		}
	}
	last := s.Rows[19_999].Record
	if last.Quantity("cumulative") != industry.Parts(274_186_300_000) {
		t.Fatalf("cumulative of the last row is %s", last.Get("cumulative"))
	}
}
