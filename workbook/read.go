package workbook

import (
	"slices"
	"strings"

	"chainboard/industry"
)

// Read reads every known sheet of a workbook (.xlsx, .xls, or .csv: one sheet,
// named by the file) into candidate rows. indicators finds an indicator by name or code; those defined in the file's
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

// The sheets of our own workbooks that carry no data.
const (
	guideSheet      = "说明"
	dictionarySheet = "字典"
	problemSheet    = "导入问题"
)

func ownSheet(name string) bool {
	return name == guideSheet || name == dictionarySheet || name == problemSheet
}

type reader struct {
	limits     limits
	indicators func(nameOrCode string) (industry.Indicator, bool)
	only       *industry.Register
}

func (r reader) read(name string, data []byte) (*File, error) {
	b, err := openBook(name, data, r.limits)
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
		case ownSheet(sheet.name):
		case register == nil || !sheet.data:
			f.warn(sheet.name, b.unknown(sheet))
		case !chosen[register].data:
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

// unknown says what to do about a sheet whose name is no register's.
func (b *book) unknown(sheet entry) fault {
	if _, text := b.form.(*csvBook); text {
		return fault{
			"文件名“" + sheet.name + "”不是表名，没有读取；.csv 文件的文件名就是表名",
			"把文件改名为其中一个：" + sheetNames() + "；或者在那张清单的页面上导入",
		}
	}
	return fault{"不认识工作表“" + sheet.name + "”，没有读取", "需要导入的，把工作表改名为：" + sheetNames()}
}

// chooseOnly finds the sheet of the one register that is asked for.
func (r reader) chooseOnly(b *book, f *File) map[*industry.Register]entry {
	var grids []entry
	for _, sheet := range b.sheets {
		if sheet.data && !ownSheet(sheet.name) {
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
