package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"chainboard/industry"
)

// archive is the zip package of a workbook, checked against the limits before
// any part is unpacked. Unpacking is metered as well, because a directory may lie.
type archive struct {
	parts  map[string]*zip.File // by lower-case path without a leading slash
	limits limits
}

func openArchive(data []byte, lim limits) (*archive, error) {
	if int64(len(data)) > lim.file {
		return nil, industry.Errorf(industry.TooLarge, "文件超过 %d MB 的上限；请删除图片、附件和多余的工作表，或拆成几个文件分别导入", lim.file>>20)
	}
	if err := refuseOther(data); err != nil {
		return nil, err
	}
	directory, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged()
	}
	if len(directory.File) > lim.entries {
		return nil, industry.Errorf(industry.TooLarge, "文件内部的部件超过 %d 个的上限，没有读取；请另存为新的 .xlsx 再导入", lim.entries)
	}
	a := &archive{parts: make(map[string]*zip.File, len(directory.File)), limits: lim}
	total := uint64(0)
	for _, part := range directory.File {
		total += part.UncompressedSize64
		if part.UncompressedSize64 > uint64(lim.unpacked) || total > uint64(lim.unpacked) {
			return nil, tooMuchUnpacked(lim.unpacked)
		}
		if part.Flags&1 != 0 {
			return nil, encrypted()
		}
		a.parts[partName(part.Name)] = part
	}
	return a, a.refuseOtherPackage()
}

// oleHeader starts every OLE compound file: .xls, .doc and encrypted packages.
const oleHeader = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// refuseOther names what a file is that is not a zip package.
func refuseOther(data []byte) error {
	switch {
	case len(data) == 0:
		return industry.Errorf(industry.Invalid, "文件是空的，没有内容可以导入")
	case bytes.HasPrefix(data, []byte(oleHeader)):
		if bytes.Contains(data, utf16le("EncryptedPackage")) {
			return encrypted()
		}
		return industry.Errorf(industry.Unsupported, "这是旧版 .xls 文件，暂时不能直接读取；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入")
	case !bytes.HasPrefix(data, []byte("PK")):
		return industry.Errorf(industry.Unsupported, "这不是 .xlsx 工作簿；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入")
	}
	return nil
}

// refuseOtherPackage names zip packages that are not workbooks of sheets.
func (a *archive) refuseOtherPackage() error {
	if a.parts["xl/workbook.xml"] != nil {
		return nil
	}
	switch {
	case a.parts["xl/workbook.bin"] != nil:
		return industry.Errorf(industry.Unsupported, "这是 .xlsb 二进制工作簿，不能读取；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入")
	case a.parts["word/document.xml"] != nil:
		return industry.Errorf(industry.Unsupported, "这是 Word 文档，不是 .xlsx 工作簿；请把表格放进 Excel 工作簿再导入")
	case a.parts["encryptedpackage"] != nil:
		return encrypted()
	}
	return industry.Errorf(industry.Unsupported, "压缩包里没有工作簿，这不是 .xlsx 文件；请用 Excel 或 WPS 另存为 .xlsx 再导入")
}

func encrypted() *industry.Error {
	return industry.Errorf(industry.Unsupported, "文件已加密（设有打开密码），不能读取；请在 Excel 或 WPS 中取消密码后另存为 .xlsx 再导入")
}

func utf16le(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

func partName(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// open returns a reader of a part, or nil where the package has no such part.
func (a *archive) open(name string) (io.ReadCloser, error) {
	part := a.parts[partName(name)]
	if part == nil {
		return nil, nil
	}
	r, err := part.Open()
	if err != nil {
		return nil, damaged()
	}
	return &meteredReader{r, a.limits.unpacked, a.limits.unpacked}, nil
}

// read returns a whole small part, nil where the package has none.
func (a *archive) read(name string) ([]byte, error) {
	r, err := a.open(name)
	if r == nil || err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, a.limits.part+1))
	if err != nil {
		return nil, asDamaged(err)
	}
	if int64(len(data)) > a.limits.part {
		return nil, tooMuchUnpacked(a.limits.part)
	}
	return data, nil
}

// meteredReader stops a part that unpacks to more than its directory says.
type meteredReader struct {
	io.ReadCloser
	left, limit int64
}

func (m *meteredReader) Read(p []byte) (int, error) {
	n, err := m.ReadCloser.Read(p)
	if m.left -= int64(n); m.left < 0 {
		return 0, tooMuchUnpacked(m.limit)
	}
	return n, err
}

// asDamaged keeps an error that is already a sentence for people and turns any
// other failure to unpack or parse into the one about a damaged file.
func asDamaged(err error) error {
	var told *industry.Error
	if errors.As(err, &told) {
		return told
	}
	return damaged()
}
