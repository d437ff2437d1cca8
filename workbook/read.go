package workbook

import (
	"slices"
	"strings"

	"chainboard/industry"
)

// Read reads every known sheet of an .xlsx workbook into candidate rows.
// indicators finds an indicator by name or code; those defined in the file's
// own 指标 sheet come first. An unusable file is an *industry.Error
// (Unsupported, TooLarge or Invalid) with one sentence for the person.
func Read(name string, data []byte, indicators func(nameOrCode string) (industry.Indicator, bool)) (*File, error) {
	return reader{limits: contractLimits(), indicators: indicators}.read(name, data)
}

// ReadAs reads a file dropped on one register's page: the sheet named for the
// register, else the first sheet that has a header of its fields, whatever its name.
func ReadAs(register *industry.Register, name string, data []byte, indicators func(nameOrCode string) (industry.Indicator, bool)) (*File, error) {
	return reader{limits: contractLimits(), indicators: indicators, only: register}.read(name, data)
}

// The sheets of a template that carry no data.
const (
	guideSheet      = "说明"
	dictionarySheet = "字典"
)

type reader struct {
	limits     limits
	indicators func(nameOrCode string) (industry.Indicator, bool)
	only       *industry.Register
}

func (r reader) read(name string, data []byte) (*File, error) {
	b, err := openBook(data, r.limits)
	if err != nil {
		return nil, err
	}
	f := &File{Name: name}
	chosen := r.choose(b, f)
	lookup := newLookup(r.indicators)
	for _, register := range industry.Registers() {
		sheet, ok := chosen[register]
		if !ok {
			continue
		}
		s, err := readSheet(b, sheet, register, lookup.find)
		if err != nil {
			return nil, err
		}
		f.Sheets = append(f.Sheets, s)
		if register == industry.IndicatorRegister {
			lookup.define(s)
		}
	}
	return f, nil
}

// choose decides which sheet is which register's; the others become problems of the file.
func (r reader) choose(b *book, f *File) map[*industry.Register]entry {
	if r.only != nil {
		return r.chooseOnly(b, f)
	}
	chosen := map[*industry.Register]entry{}
	for _, sheet := range b.sheets {
		register := registerOf(sheet.name)
		switch {
		case sheet.name == guideSheet || sheet.name == dictionarySheet:
		case register == nil || sheet.part == "":
			f.warn(sheet.name, fault{"不认识工作表“" + sheet.name + "”，没有读取", "需要导入的，把工作表改名为：" + sheetNames()})
		case chosen[register].part == "":
			chosen[register] = sheet
		default:
			first := chosen[register].name
			if fold(sheet.name) == fold(register.Sheet) && fold(first) != fold(register.Sheet) {
				chosen[register] = sheet
				first, sheet.name = sheet.name, first
			}
			f.Problems = append(f.Problems, industry.Problem{
				Level: industry.LevelError, Sheet: sheet.name,
				Message: "工作表“" + sheet.name + "”和“" + first + "”都是“" + register.Sheet + "”，只读取了后者",
				Remedy:  "合并成一张表，或给其中一张改名",
			})
		}
	}
	return chosen
}

// chooseOnly finds the sheet of the one register that is asked for.
func (r reader) chooseOnly(b *book, f *File) map[*industry.Register]entry {
	var grids []entry
	for _, sheet := range b.sheets {
		if sheet.part != "" && sheet.name != guideSheet && sheet.name != dictionarySheet {
			grids = append(grids, sheet)
		}
	}
	if len(grids) == 0 {
		return nil
	}
	at := slices.IndexFunc(grids, func(e entry) bool { return registerOf(e.name) == r.only })
	if at < 0 {
		at = max(0, slices.IndexFunc(grids, func(e entry) bool {
			t, err := readTop(b, e, r.only)
			if err != nil {
				return false
			}
			t.grid.close()
			return t.found
		}))
	}
	for i, sheet := range grids {
		if i != at {
			f.warn(sheet.name, fault{"这里只导入“" + r.only.Sheet + "”，工作表“" + sheet.name + "”没有读取", "整本工作簿请在“导入”页面导入"})
		}
	}
	return map[*industry.Register]entry{r.only: grids[at]}
}

func (f *File) warn(sheet string, what fault) {
	f.Problems = append(f.Problems, industry.Problem{
		Level: industry.LevelWarning, Sheet: sheet, Message: what.message, Remedy: what.remedy,
	})
}

func sheetNames() string {
	var names []string
	for _, register := range industry.Registers() {
		names = append(names, register.Sheet)
	}
	return strings.Join(names, "、")
}
