package workbook

import (
	"bytes"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"chainboard/industry"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const utf8BOM = "\ufeff"

// isTextName reports a name under which separated text comes in. Web systems
// like to call theirs .xls.
func isTextName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".txt", ".tsv", ".tab", ".xls", "":
		return true
	}
	return false
}

// decodeText returns text as UTF-8 without its byte order mark: UTF-8 where it
// is valid, else GB18030, which contains GBK and GB 2312.
func decodeText(data []byte) ([]byte, error) {
	if bytes.IndexByte(data, 0) >= 0 {
		return nil, notText()
	}
	text, marked := bytes.CutPrefix(data, []byte(utf8BOM))
	if utf8.Valid(text) {
		return text, nil
	}
	if marked {
		return nil, damaged()
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return nil, notText()
	}
	return text, nil
}

func notText() *industry.Error {
	return industry.Errorf(industry.Unsupported, "认不出文件的文字编码（应为 UTF-8 或 GB18030）；请用 Excel 或 WPS 打开后另存为“CSV UTF-8”或 .xlsx 再导入")
}

// sheetOfFile returns the sheet that the name of a file stands for: the name
// without its extension and without what is added to it, as in
// 企业清单_2026-10.csv, 企业清单(1).csv and 企业清单 - 副本.csv.
func sheetOfFile(name string) string {
	name = clean(path.Base(strings.ReplaceAll(name, `\`, "/")))
	name = strings.TrimSpace(strings.TrimSuffix(name, path.Ext(name)))
	if registerOf(name) != nil {
		return name
	}
	runes := []rune(name)
	for end := len(runes) - 1; end > 0; end-- {
		if unicode.IsLetter(runes[end]) {
			continue
		}
		if stem := strings.TrimSpace(string(runes[:end])); registerOf(stem) != nil {
			return stem
		}
	}
	return name
}
