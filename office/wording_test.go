package office_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/office"
)

// TestRewording: words put in place of a paragraph stand in every form of the paper
// until they are taken back, and a second writer who did not see them is told.
func TestRewording(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		halfYear(t, o)
		q := office.DocumentQuery{Query: office.Query{Month: industry.NewMonth(2026, 6), Chain: "a"}, Kind: industry.Bulletin, Ending: ".docx", Actor: clerk}
		draft, err := o.Draft(t.Context(), q.Query, q.Kind)
		if err != nil {
			t.Fatal(err)
		}
		was := draft.Document.Sections[0].Blocks[0].Wording()
		list := []industry.Rewording{{Was: was, Text: "总体平稳。"}, {Was: industry.NumberWording, Text: "示链办[2026]7号"}}
		if err := o.Reword(t.Context(), q, draft.Serial, list); err != nil {
			t.Fatal(err)
		}
		var e *industry.Error
		if err := o.Reword(t.Context(), q, draft.Serial, list); !errors.As(err, &e) || e.Kind != industry.Conflict {
			t.Errorf("a second writer: %v", err)
		}
		d, err := o.Compose(t.Context(), q.Query, q.Kind)
		if err != nil || d.Number != "示链办〔2026〕7号" || d.Sections[0].Blocks[0].Text != "总体平稳。" {
			t.Fatalf("%s %+v %v", d.Number, d.Sections[0].Blocks[0], err)
		}
		clean, marked := text(t, o, q), ""
		q.Marks = true
		marked = text(t, o, q)
		if strings.Contains(clean, "w:del") || !strings.Contains(clean, "总体平稳。") || !strings.Contains(marked, `<w:ins w:id="3" w:author="`+clerk.Name) || !strings.Contains(marked, `<w:delText xml:space="preserve">`+was) {
			t.Errorf("marks: clean %v, marked %v", strings.Contains(clean, "w:del"), strings.Contains(marked, "w:ins"))
		}
		q.Marks = false
		if draft, err = o.Draft(t.Context(), q.Query, q.Kind); err != nil || draft.Document.Sections[0].Blocks[0].Reworded.By != clerk.Name {
			t.Fatalf("%+v %v", draft.Document.Sections[0].Blocks[0].Reworded, err)
		}
		if err := o.Reword(t.Context(), q, draft.Serial, []industry.Rewording{{Was: was, Text: was}}); err != nil {
			t.Fatal(err)
		}
		if d, err = o.Compose(t.Context(), q.Query, q.Kind); err != nil || d.Sections[0].Blocks[0].Wording() != was {
			t.Errorf("not taken back: %+v %v", d.Sections[0].Blocks[0], err)
		}
		other := q.Query
		other.Month = industry.NewMonth(2026, 5)
		if d, err = o.Compose(t.Context(), other, q.Kind); err != nil || d.Number != "" {
			t.Errorf("another month has the number %s, %v", d.Number, err)
		}
	})
}

// halfYear gives 甲链 a June.
func halfYear(t *testing.T, o *office.Office) {
	t.Helper()
	sheets := twoChains()
	sheets["年度目标"] = [][]any{{"年份", "对象", "指标", "目标类型", "目标值"}, {"2026", "甲链", "营业收入", "总量", 1200}}
	take(t, o, sheets)
	take(t, o, reports([]any{"2026-05", "老厂", "营业收入", "", nil, 500, 300}, []any{"2026-06", "老厂", "营业收入", "", nil, 590, 400}))
}

// text is the document part of a paper's file.
func text(t *testing.T, o *office.Office, q office.DocumentQuery) string {
	t.Helper()
	file, err := o.Document(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// TestDocumentTemplate: what the county words is what its papers say, each version
// stays, and the program's own comes back when asked for.
func TestDocumentTemplate(t *testing.T) {
	onOffices(t, func(t *testing.T, o *office.Office) {
		halfYear(t, o)
		q := office.Query{Month: industry.NewMonth(2026, 6), Chain: "a"}
		mine := industry.DocumentTemplate{Kind: industry.Bulletin, Text: "【标题】\n{县}{对象}月度通报\n【经济运行】\n{月份}，营业收入{营业收入}。\n{主要指标表}"}
		if err := o.SaveDocumentTemplate(t.Context(), q, mine, clerk); err != nil {
			t.Fatal(err)
		}
		var e *industry.Error
		if err := o.SaveDocumentTemplate(t.Context(), q, mine, clerk); !errors.As(err, &e) || e.Kind != industry.Conflict {
			t.Errorf("a second writer: %v", err)
		}
		d, err := o.Compose(t.Context(), q, industry.Bulletin)
		if err != nil || len(d.Sections) != 1 || d.Sections[0].Heading != "经济运行" || d.Sections[0].Blocks[1].Table == nil {
			t.Fatalf("%+v %v", d.Sections, err)
		}
		table, err := o.Dispatch(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		line, _ := table.Line("revenue")
		if want := "1—6月，营业收入" + line.ScreenUnit().Figure(line.Cumulative).String() + "。"; d.Sections[0].Blocks[0].Text != want {
			t.Errorf("%s, want %s", d.Sections[0].Blocks[0].Text, want)
		}
		wrong := mine
		wrong.Version, wrong.Text = 1, mine.Text+"\n{营收}"
		if err := o.SaveDocumentTemplate(t.Context(), q, wrong, clerk); !errors.As(err, &e) || !strings.Contains(e.Fields["text"], "第6行：没有{营收}这个字段") {
			t.Errorf("a wrong field: %v", err)
		}
		own := industry.OwnTemplate(industry.Bulletin)
		own.Version = 1
		if err := o.SaveDocumentTemplate(t.Context(), q, own, clerk); err != nil {
			t.Fatal(err)
		}
		now, err := o.DocumentTemplate(t.Context(), industry.Bulletin)
		if err != nil || now.Text != own.Text || now.Version != 2 {
			t.Errorf("version %d, %v", now.Version, err)
		}
		if all, err := o.DocumentTemplates(t.Context(), industry.Bulletin); err != nil || len(all) != 2 || !strings.Contains(all[1].Text, "月度通报") || all[1].By != clerk.Name {
			t.Errorf("%+v %v", all, err)
		}
	})
}
