package office_test

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/testkit"
)

const benchRows = 20000

// benchFiles returns two workbooks: a county with enough enterprises, and
// 20,000 monthly reports of them in 12 columns.
func benchFiles(b *testing.B) (county, reports []byte) {
	b.Helper()
	codes := make([]string, 1000)
	for i := range codes {
		first := fmt.Sprintf("9136%04d", i%10000) + "MA" + fmt.Sprintf("%06d", i)
		codes[i] = creditCode(b, first)
	}
	county = benchBook(b, map[string]func(add func(...any)){
		"产业链": func(add func(...any)) { add("编码", "名称"); add("ne", "新能源") },
		"环节": func(add func(...any)) {
			add("产业链", "编码", "名称", "位置")
			add("ne", "cell", "电芯", "中游")
		},
		"指标": func(add func(...any)) {
			add("编码", "名称", "单位", "元月数据", "主来源")
			add("revenue", "营业收入", "万元", "无", "工信局")
		},
		"企业清单": func(add func(...any)) {
			add("统一社会信用代码", "企业名称", "产业链", "环节", "规上")
			for i, code := range codes {
				add(code, fmt.Sprintf("示例企业%d", i), "新能源", "电芯", "是")
			}
		},
	})
	reports = benchBook(b, map[string]func(add func(...any)){"月度调度": func(add func(...any)) {
		add("月份", "对象", "产业链", "指标", "来源部门", "当月(万元)", "本年累计(万元)", "上年同期累计(万元)", "同比(%)", "下月预计(万元)", "数据状态", "原因分析")
		for i := range benchRows {
			month, n := i/len(codes), float64(i%len(codes)+1)
			at := industry.NewMonth(2025, 2).Add(month + month/11) // eleven points a year
			through := float64(at.Number())
			add(at.String(), codes[i%len(codes)], "", "营业收入", "", n+0.25, n*through+0.25, n*through*0.9, 11.1, n*through+n, "快报", "")
		}
	}})
	return county, reports
}

func benchBook(b *testing.B, sheets map[string]func(add func(...any))) []byte {
	b.Helper()
	f := excelize.NewFile()
	for name, fill := range sheets {
		if _, err := f.NewSheet(name); err != nil {
			b.Fatal(err)
		}
		w, err := f.NewStreamWriter(name)
		if err != nil {
			b.Fatal(err)
		}
		row := 0
		fill(func(cells ...any) {
			row++
			if err := w.SetRow(fmt.Sprintf("A%d", row), cells); err != nil {
				b.Fatal(err)
			}
		})
		if err := w.Flush(); err != nil {
			b.Fatal(err)
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// streamAlone reads every cell with excelize and does nothing with it.
func streamAlone(b *testing.B, data []byte) time.Duration {
	b.Helper()
	begin := time.Now()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.Rows(sheet)
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(excelize.Options{RawCellValue: true}); err != nil {
				b.Fatal(err)
			}
		}
		if err := rows.Close(); err != nil {
			b.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return time.Since(begin)
}

// BenchmarkImport prints how preview and import of 20,000 × 12 cells compare
// with excelize alone streaming the same file (bounds: 1.5 and 3), and the
// highest heap meanwhile (bound: 120 MB).
func BenchmarkImport(b *testing.B) {
	county, reports := benchFiles(b)
	for name, url := range map[string]func() string{
		"sqlite": func() string { return testkit.SQLite(b) }, "postgres": func() string { return testkit.Postgres(b) },
	} {
		b.Run(name, func(b *testing.B) {
			var alone, preview, applied time.Duration
			peak := watchHeap(b)
			for range b.N {
				o := openOffice(b, url())
				must(b, o.ImportFile, office.Upload{Name: "county.xlsx", Data: county, Actor: clerk})
				u := office.Upload{Name: "reports.xlsx", Data: reports, Actor: clerk}
				alone += streamAlone(b, reports)
				begin := time.Now()
				must(b, o.Preview, u)
				preview += time.Since(begin)
				begin = time.Now()
				must(b, o.ImportFile, u)
				applied += time.Since(begin)
			}
			b.ReportMetric(alone.Seconds()/float64(b.N), "excelize-s")
			b.ReportMetric(preview.Seconds()/alone.Seconds(), "preview-x")
			b.ReportMetric(applied.Seconds()/alone.Seconds(), "applied-x")
			b.ReportMetric(float64(peak())/1e6, "heap-MB")
		})
	}
}

func must(b *testing.B, do func(context.Context, office.Upload) (office.Import, error), u office.Upload) {
	b.Helper()
	i, err := do(context.Background(), u)
	if err != nil || !i.Clean() {
		b.Fatalf("%v %+v", err, i.Problems[:min(3, len(i.Problems))])
	}
}

// watchHeap samples the live and garbage heap until the returned function asks for the peak.
func watchHeap(b *testing.B) func() uint64 {
	b.Helper()
	runtime.GC()
	var peak atomic.Uint64
	stop := make(chan struct{})
	go func() {
		var m runtime.MemStats
		for {
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
				runtime.ReadMemStats(&m)
				peak.Store(max(peak.Load(), m.HeapInuse))
			}
		}
	}()
	return func() uint64 { close(stop); return peak.Load() }
}
