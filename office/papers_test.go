package office_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/testkit"
)

// TestPapersOpenInLibreOffice: every paper of the sample opens and is printed with
// each figure of the dispatch table that it tells, as the API has it.
func TestPapersOpenInLibreOffice(t *testing.T) {
	o := openOffice(t, testkit.SQLite(t))
	loadSample(t, o)
	q := office.Query{Chain: industry.AllChains, Month: industry.NewMonth(2026, 9)}
	if err := o.SaveMeeting(t.Context(), industry.NewMeeting(q.Month, q.Chain, "", "2026-10-20"), clerk); err != nil {
		t.Fatal(err)
	}
	m, err := o.Meeting(t.Context(), q.Month, q.Chain)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.OpenMeeting(t.Context(), m, clerk); err != nil {
		t.Fatal(err)
	}
	files, papers := map[string][]byte{}, map[string]industry.Document{}
	for _, kind := range industry.DocumentKinds() {
		for _, ending := range kind.Endings() {
			name := string(kind) + strings.Replace(ending, ".", "-", 1) + ending
			file, err := o.Document(t.Context(), office.DocumentQuery{Query: q, Kind: kind, Ending: ending, Actor: clerk})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if papers[name], err = o.Compose(t.Context(), q, kind); err != nil {
				t.Fatal(err)
			}
			if ending != ".pdf" {
				files[name] = file
				testkit.OfficePackage(t, name, file)
				continue
			}
			toldFigures(t, name, file, papers[name])
			holdsContents(t, name, file, papers[name])
		}
	}
	for name, pdf := range testkit.OfficePDFs(t, files) {
		if pdf != nil {
			toldFigures(t, name, pdf, papers[name])
			holdsContents(t, name, pdf, papers[name])
		}
	}
	sameFigures(t, papers["bulletin-docx.docx"], papers["briefing-docx.docx"])
}

// decimals finds figures with decimals: 196.50, 82.6%, −5.6.
var decimals = regexp.MustCompile(`[−+]?\d+\.\d+`)

// figuresOf returns the figures of a paper: those of its sentences and of its tables.
func figuresOf(d industry.Document) []string {
	var figures []string
	table := func(t *industry.Table) {
		for _, row := range t.Rows {
			for i, text := range row {
				if t.Columns[i].Figure {
					figures = append(figures, decimals.FindAllString(text, -1)...)
				}
			}
		}
	}
	for _, section := range d.Sections {
		for _, b := range section.Blocks {
			if b.Table != nil {
				table(b.Table)
			}
			figures = append(figures, decimals.FindAllString(b.Text, -1)...)
		}
	}
	for i := range d.Annexes {
		table(&d.Annexes[i])
	}
	return figures
}

func toldFigures(t *testing.T, name string, pdf []byte, d industry.Document) {
	t.Helper()
	text := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == ',' { // workbooks group digits
			return -1
		}
		return r
	}, testkit.PDFText(t, pdf))
	figures := figuresOf(d)
	if d.Kind != industry.Minutes && d.Kind != industry.Compendium && len(figures) < 20 {
		t.Errorf("%s tells %d figures", name, len(figures))
	}
	lacking := 0
	for _, figure := range figures {
		if !strings.Contains(text, strings.TrimLeft(figure, "+")) && !strings.Contains(text, strings.ReplaceAll(figure, "−", "-")) {
			lacking++
			if lacking < 5 {
				t.Errorf("%s lacks %s", name, figure)
			}
		}
	}
	if lacking >= 5 {
		t.Errorf("%s lacks %d of %d figures", name, lacking, len(figures))
	}
}

// holdsContents: 目录 of a compendium has every list and map with its page, which is
// estimated in a Word file: LibreOffice shows it as it stands.
func holdsContents(t *testing.T, name string, pdf []byte, d industry.Document) {
	t.Helper()
	if d.Kind != industry.Compendium {
		return
	}
	most := 0
	if strings.HasSuffix(name, ".docx") {
		most = 1
	}
	said := ""
	for _, l := range testkit.Contents(t, testkit.PDFPages(t, pdf)) {
		said += l.Text + "\n"
		if l.Page < l.Stands-most || l.Page > l.Stands+most {
			t.Errorf("%s: %s stands on page %d, 目录 says %d", name, l.Text, l.Stands, l.Page)
		}
	}
	for _, want := range []string{"六、五清单\n（一）企业清单\n", "五、四图\n（一）产业链图\n", "四、链长制组织领导\n（一）新能源产业链\n"} {
		if !strings.Contains(said, want) {
			t.Errorf("%s: 目录 lacks %q:\n%s", name, want, said)
		}
	}
}

// sameFigures: what the briefing says of the month are sentences of the bulletin.
func sameFigures(t *testing.T, bulletin, briefing industry.Document) {
	t.Helper()
	said := map[string]bool{}
	for _, figure := range figuresOf(bulletin) {
		said[figure] = true
	}
	for _, figure := range figuresOf(briefing) {
		if !said[figure] {
			t.Errorf("the briefing says %s, the bulletin does not", figure)
		}
	}
}
