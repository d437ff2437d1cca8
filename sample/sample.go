// Package sample carries the workbook and the outline of an invented county. They
// are imported like any other files, by the first start of an empty database and by tests;
// go run ./tools/sample writes them anew.
package sample

import _ "embed"

// Name is the file name of the sample workbook.
const Name = "示例县新能源新材料产业链.xlsx"

//go:embed 示例县新能源新材料产业链.xlsx
var file string

// OutlineName is the file name of the outline.
const OutlineName = "示例县轮廓.geojson"

//go:embed 示例县轮廓.geojson
var outline string

// Outline returns the outline of the county's townships (GeoJSON), as invented
// as everything else of it. The caller owns the bytes.
func Outline() []byte { return []byte(outline) }

// Workbook returns the sample workbook (.xlsx, the sheets of the workbook
// contract, January 2024 to October 2026). All of its data are invented: no
// county, enterprise, person or figure in it is real, and whatever shows it
// must say 示例数据. The caller owns the bytes.
func Workbook() []byte { return []byte(file) }
