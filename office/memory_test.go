package office_test

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/testkit"
)

// junes is the table of June of chain a as text, what the figures are as of left out.
func junes(t *testing.T, o *office.Office, asOf time.Time) string {
	t.Helper()
	table, err := o.Dispatch(context.Background(), office.Query{Chain: "a", Month: industry.NewMonth(2026, 6), AsOf: asOf})
	if err != nil {
		t.Error(err)
		return ""
	}
	table.AsOf = nil
	text, err := json.Marshal(table)
	if err != nil {
		t.Error(err)
	}
	return string(text)
}

// Whatever another process writes is in the next table, and as of now the table
// is the current one.
func TestDispatchSeesWritesOfOthers(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		c := &clock{t: time.Date(2026, 11, 23, 9, 0, 0, 0, industry.Shanghai)} // one for both: what is written later is later
		here, there := openOfficeAt(t, url, c), openOfficeAt(t, url, c)
		take(t, there, twoChains())
		var last string
		for _, write := range []struct {
			what   string
			sheets map[string][][]any
		}{
			{"figures", reports([]any{"2026-06", "老厂", "营业收入", "", nil, 500, 400}, []any{"2026-06", "两链厂", "营业收入", "", nil, 100, 100})},
			{"a figure anew", reports([]any{"2026-06", "老厂", "营业收入", "", nil, 550, 440})},
			{"the month before", reports([]any{"2026-05", "老厂", "营业收入", "", nil, 300, 290})},
			{"last year", reports([]any{"2025-06", "老厂", "营业收入", "", nil, 410, 300})},
			{"the chain's own row", reports([]any{"2026-06", "甲链", "营业收入", "工信局", nil, 700, 600})},
			{"an enterprise that left", map[string][][]any{"企业清单": {twoChains()["企业清单"][0], {firms[1], "两链厂", "a", "环节二", "是", "", "2026-06", "在产"}}}},
			{"another main source", map[string][][]any{"指标": {{"编码", "名称", "单位", "主来源"}, {"revenue", "营业收入", "万元", "统计局"}}}},
			{"a target", map[string][][]any{"年度目标": {{"年份", "对象", "指标", "目标类型", "目标值"}, {"2026", "甲链", "营业收入", "总量", 9000}}}},
		} {
			take(t, there, write.sheets)
			now := junes(t, here, time.Time{})
			if now == last {
				t.Errorf("%s changed nothing", write.what)
			}
			if asOf := junes(t, here, here.Now().Add(time.Hour)); asOf != now {
				t.Errorf("%s: as of now is\n%s\nnot\n%s", write.what, asOf, now)
			}
			if fresh := junes(t, openOffice(t, url), time.Time{}); fresh != now {
				t.Errorf("%s: remembered\n%s\nis not\n%s", write.what, now, fresh)
			}
			last = now
		}
	})
}

// Readers meanwhile never see less than what was committed before they asked.
func TestDispatchWhileOthersWrite(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		c := &clock{t: time.Date(2026, 11, 23, 9, 0, 0, 0, industry.Shanghai)} // one for both: what is written later is later
		here, there := openOfficeAt(t, url, c), openOfficeAt(t, url, c)
		take(t, there, twoChains())
		var written atomic.Int64
		done := make(chan struct{})
		var readers sync.WaitGroup
		for range 4 {
			readers.Go(func() {
				for {
					least := written.Load()
					table, err := here.Dispatch(context.Background(), office.Query{Chain: "all", Month: industry.NewMonth(2026, 6)})
					l, _ := table.Line("revenue")
					if err != nil || l.Cumulative.Parts < least*industry.Scale {
						t.Errorf("%v: %s after %d was written", err, l.Cumulative, least)
						return
					}
					select {
					case <-done:
						return
					default:
					}
				}
			})
		}
		for n := int64(1); n <= 10; n++ {
			take(t, there, reports([]any{"2026-06", "老厂", "营业收入", "", nil, fmt.Sprint(n * 100), 100}))
			written.Store(n * 100)
		}
		close(done)
		readers.Wait()
	})
}
