package workbook

import (
	"bytes"
	"io"
	"slices"

	"chainboard/industry"
)

// book is an opened file of any form: the sheets it lists and how dates count.
type book struct {
	sheets   []entry
	date1904 bool
	limits   limits
	form     form
	texts    int64 // bytes of the cells read so far
}

// entry is one sheet as the file lists it.
type entry struct {
	name   string
	number int  // its place in the file, from 0
	data   bool // false for a sheet that is no grid: a chart, a macro
}

// form is how one form of file (.xlsx, .xls, .csv) holds its sheets.
type form interface {
	// rows streams the rows of a sheet from the first on.
	rows(sheet int) (rows, error)
	// merges returns the merged ranges that begin in the first rows of a sheet.
	merges(sheet, last int) ([]merged, error)
}

// rows is one sheet read from top to bottom.
type rows interface {
	// next returns the next row; empty ones may be among them. io.EOF ends the
	// sheet. The row is valid until the next call.
	next() (line, error)
	// tooWide reports content beyond the last column that is looked at.
	tooWide() bool
	close() error
}

// openBook opens a file by what it holds. Its name matters for text only, which
// names no sheet itself.
func openBook(name string, data []byte, lim limits) (*book, error) {
	if int64(len(data)) > lim.file {
		return nil, industry.Errorf(industry.TooLarge, "文件超过 %d MB 的上限；请删除图片、附件和多余的工作表，或拆成几个文件分别导入", lim.file>>20)
	}
	switch {
	case len(data) == 0:
		return nil, industry.Errorf(industry.Invalid, "文件是空的，没有内容可以导入")
	case bytes.HasPrefix(data, []byte("PK")):
		return openXLSX(data, lim)
	case bytes.HasPrefix(data, []byte(oleHeader)):
		return openCompound(data, lim)
	case isRawBIFF(data):
		return openXLS(data, lim)
	case isMarkup(data):
		return nil, industry.Errorf(industry.Unsupported, "这是网页或 XML 形式的表格，不是真正的 Excel 文件；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入")
	case isTextName(name):
		return openCSV(name, data, lim)
	}
	return nil, industry.Errorf(industry.Unsupported, "这不是 .xlsx、.xls 或 .csv 文件；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入")
}

// requireData refuses a book of charts and macros only.
func (b *book) requireData() error {
	if slices.ContainsFunc(b.sheets, func(e entry) bool { return e.data }) {
		return nil
	}
	return industry.Errorf(industry.Unsupported, "工作簿里没有工作表（只有宏表或图表），没有数据可以导入；请把数据放进普通工作表再导入")
}

// isMarkup reports web pages and XML, which web systems like to call .xls.
func isMarkup(data []byte) bool {
	start := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 512)], []byte(utf8BOM)), " \t\r\n")
	return bytes.HasPrefix(start, []byte("<")) || bytes.HasPrefix(start, []byte("MIME-Version:"))
}

// grid streams the rows of one sheet that have content, within the limits.
type grid struct {
	rows
	book   *book
	sheet  entry
	filled int
}

func (b *book) grid(sheet entry) (*grid, error) {
	r, err := b.form.rows(sheet.number)
	if err != nil {
		return nil, err
	}
	return &grid{rows: r, book: b, sheet: sheet}, nil
}

// next returns the next row that has content; io.EOF ends the sheet. The row
// is valid until the next call.
func (g *grid) next() (line, error) {
	for {
		l, err := g.rows.next()
		if err == io.EOF {
			return line{}, err
		}
		if err != nil {
			return line{}, asDamaged(err)
		}
		if l.empty() {
			continue
		}
		if g.filled++; g.filled > g.book.limits.rows {
			return line{}, tooManyRows(g.sheet.name, g.book.limits.rows)
		}
		return l, g.weigh(l)
	}
}

// weigh counts the texts of a row against the limits: a few bytes may refer to
// one long text that all cells share.
func (g *grid) weigh(l line) error {
	for i := range l.cells {
		n := len(l.cells[i].text)
		if n > g.book.limits.cell {
			return tooLongText(g.sheet.name, l.number)
		}
		g.book.texts += int64(n)
	}
	if g.book.texts > g.book.limits.texts {
		return tooMuchText(g.book.limits.texts)
	}
	return nil
}
