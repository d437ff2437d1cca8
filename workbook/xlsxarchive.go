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
