package workbook

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"

	"chainboard/industry"

	"github.com/richardlehane/mscfb"
)

// oleHeader starts every OLE compound file: .xls, .doc and encrypted packages.
const oleHeader = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// openCompound opens an .xls workbook, or names what else the compound file is.
func openCompound(data []byte, lim limits) (*book, error) {
	streams, err := compoundStreams(data)
	if err != nil {
		return nil, err
	}
	switch {
	case streams["encryptedpackage"] != nil:
		return nil, encrypted()
	case streams["workbook"] != nil:
		return openXLS(streams["workbook"], lim)
	case streams["book"] != nil:
		return openXLS(streams["book"], lim)
	case streams["worddocument"] != nil:
		return nil, industry.Errorf(industry.Unsupported, "这是 Word 文档，不是工作簿；请把表格放进 Excel 工作簿再导入")
	}
	return nil, industry.Errorf(industry.Unsupported, "文件里没有工作簿，这不是 .xls 文件；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入")
}

// compoundStreams reads the streams that tell what a compound file is, by
// lower-case name. The library trusts what the file says of itself, so sizes are
// checked before it and a panic in it is a damaged file.
func compoundStreams(data []byte) (streams map[string][]byte, err error) {
	defer func() {
		if recover() != nil {
			streams, err = nil, damaged()
		}
	}()
	if !plausibleHeader(data) {
		return nil, damaged()
	}
	file, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, damaged()
	}
	streams = map[string][]byte{}
	for _, f := range file.File {
		name := strings.ToLower(f.Name)
		switch name {
		case "workbook", "book", "encryptedpackage", "worddocument":
		default:
			continue
		}
		if len(f.Path) > 0 || f.FileInfo().IsDir() || streams[name] != nil {
			continue // embedded documents have workbooks of their own
		}
		if f.Size < 0 || f.Size > int64(len(data)) {
			return nil, damaged()
		}
		if streams[name], err = readStream(f); err != nil {
			return nil, err
		}
	}
	return streams, nil
}

// readStream reads a stream in pieces: the library's work grows with the square
// of what it is asked for at once.
func readStream(f *mscfb.File) ([]byte, error) {
	const piece = 64 << 10
	data := make([]byte, f.Size)
	for at := 0; at < len(data); {
		n, err := f.Read(data[at:min(at+piece, len(data))])
		at += n
		if err != nil && (err != io.EOF || at < len(data)) || n == 0 {
			return nil, damaged()
		}
	}
	return data, nil
}

// plausibleHeader reports a compound file whose header counts no more sectors
// than the file can hold.
func plausibleHeader(data []byte) bool {
	if len(data) < 512 {
		return false
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return false
	}
	sectors := uint32(len(data) >> shift)
	for _, at := range [...]int{40, 44, 64, 72} { // directory, FAT, mini FAT, DIFAT
		if binary.LittleEndian.Uint32(data[at:]) > sectors {
			return false
		}
	}
	return true
}
