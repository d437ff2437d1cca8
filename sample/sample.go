// Package sample carries the workbook of an invented county. It is imported
// like any other file, by the first start of an empty database and by tests;
// go run ./tools/sample writes it anew.
package sample

import _ "embed"

// Name is the file name of the sample workbook.
const Name = "示例县新能源新材料产业链.xlsx"

//go:embed 示例县新能源新材料产业链.xlsx
var file string

// Workbook returns the sample workbook (.xlsx, the sheets of the workbook
// contract, January 2024 to October 2026). All of its data are invented: no
// county, enterprise, person or figure in it is real, and whatever shows it
// must say 示例数据. The caller owns the bytes.
func Workbook() []byte { return []byte(file) }
