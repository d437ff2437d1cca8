package office_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
	"chainboard/testkit"

	"github.com/xuri/excelize/v2"
)

// fileRows reads a list's file: its rows below the header, and everything above.
func fileRows(t *testing.T, data []byte, sheet, first string) (header []string, rows [][]string, head string) {
	t.Helper()
	all, err := openBook(t, data).GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range all {
		if len(r) > 0 && r[0] == first {
			return r, all[i+1:], head
		}
		head += strings.Join(r, "|") + "\n"
	}
	t.Fatalf("no header in %v", all)
	return nil, nil, ""
}

func TestListFileEqualsTheList(t *testing.T) {
	o := smallCounty(t)
	ctx := context.Background()
	r := office.ListRequest{
		List: "enterprises", Chain: "ne", User: userOf(industry.ChainOffice),
		Query: industry.ListQuery{Sort: "-revenue", Size: 1, Page: 2, Filters: map[string]string{"above_scale": "是"}},
	}
	var b bytes.Buffer
	if err := o.ListFile(ctx, &b, r, clerk); err != nil {
		t.Fatal(err)
	}
	header, rows, head := fileRows(t, b.Bytes(), "企业清单", "统一社会信用代码")
	r.Query.Size, r.Query.Page = 0, 0
	p := list(t, o, r)
	if len(rows) != p.Total || p.Total != 2 {
		t.Fatalf("%d rows in the file, %d in the list", len(rows), p.Total)
	}
	for i, c := range p.Columns {
		at := slices.Index(header, c.Header()) // the file has more columns than a screen takes
		if at < i+1 {
			t.Fatalf("header %s in %v", c.Header(), header)
		}
		for k, row := range p.Rows {
			cell := row.Cells[i]
			want := cell.Shown
			switch {
			case cell.Empty():
				want = ""
			case c.Numeric():
				want = cell.Number.Decimal()
			}
			got := ""
			if at < len(rows[k]) {
				got = rows[k][at]
			}
			if got != want {
				t.Errorf("%s of %s: %q in the file, %q in the list", c.Name, row.ID, got, want)
			}
		}
	}
	if want := "新能源 企业清单\n共 2 行；数据截至2026年1—10月；规上 是\n2026-11-23 09:00 由 clerk 导出\n"; head != want {
		t.Errorf("head %q, want %q", head, want)
	}
	entries, _, err := o.Store().AuditLog(ctx, store.AuditFilter{Action: string(industry.ActExport), Page: 1, Size: 5})
	if err != nil || len(entries) != 1 || entries[0].Actor != "clerk" || entries[0].Object != "企业清单" || entries[0].Detail != "产业链 ne，2 行，含单个企业数据" {
		t.Errorf("audit %+v, %v", entries, err)
	}
}

func TestListFileWithholds(t *testing.T) {
	o := smallCounty(t)
	for _, user := range []industry.User{userOf(industry.Viewer), userOf(industry.Department), firmUser("F1")} {
		var b bytes.Buffer
		r := office.ListRequest{List: "enterprises", User: user, Month: industry.NewMonth(2026, 10)}
		if user.OwnRowsOnly() {
			r.Query.Sort = "-revenue" // as its page is sorted
		}
		if err := o.ListFile(context.Background(), &b, r, clerk); err != nil {
			t.Fatal(err)
		}
		header, rows, _ := fileRows(t, b.Bytes(), "企业清单", "统一社会信用代码")
		text := fmt.Sprint(header, rows)
		if strings.Contains(text, "营业收入") || strings.Contains(text, "9000.25") || !strings.Contains(text, "甲子锂业") {
			t.Errorf("%v: %s", user.Roles, text)
		}
	}
}

// TestListsOfTheSample walks the sample: every page, the counts of the first and last choices.
func TestListsOfTheSample(t *testing.T) {
	o := openOffice(t, testkit.SQLite(t))
	loadSample(t, o)
	for code, total := range map[string]int{
		"enterprises": 151, "projects": 48, "clusters": 4, "issues": 40, "policies": 20, "platforms": 10, "technologies": 37, "bottlenecks": 20, "visits": 100, "decisions": 17, "arrivals": 117,
	} {
		r := office.ListRequest{List: code, User: userOf(industry.ChainOffice), Query: industry.ListQuery{Size: 40, Sort: "-id"}}
		p := list(t, o, r)
		seen := map[string]bool{}
		for r.Query.Page = 1; r.Query.Page <= p.Pages(); r.Query.Page++ {
			for _, row := range list(t, o, r).Rows {
				seen[row.ID] = true
			}
		}
		if p.Total != total || len(seen) != total {
			t.Errorf("%s: %d in total, %d on the pages, want %d", code, p.Total, len(seen), total)
		}
		for _, f := range p.Filters {
			for _, c := range []industry.ListChoice{f.Choices[0], f.Choices[len(f.Choices)-1]} {
				r := r
				r.Query = industry.ListQuery{Filters: map[string]string{f.Column: c.Value}}
				if got := list(t, o, r).Total; got != c.Count {
					t.Errorf("%s %s=%s leaves %d rows, the choice says %d", code, f.Column, c.Label, got, c.Count)
				}
			}
		}
		if _, err := o.Detail(context.Background(), office.DetailRequest{List: code, ID: p.Rows[0].ID, User: r.User}); err != nil {
			t.Error(err)
		}
	}
}
