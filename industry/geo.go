package industry

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
)

// MostOutlineBytes is how large an uploaded outline may be.
const MostOutlineBytes = 5 << 20

// Outline is the shapes of regions from a GeoJSON file. Nothing is said about
// the truth of its borders: maps drawn from it are labelled 示意图.
type Outline struct {
	Features  []GeoFeature
	Projected bool // in metres, not in degrees
}

// GeoFeature is one feature of an outline. The rings of all its polygons stand
// side by side: drawn by the even-odd rule, holes are holes whichever way round
// a ring goes.
type GeoFeature struct {
	Name  string
	Code  string // properties.code or adcode
	Rings [][]MapPoint
}

// Label names a feature for people.
func (g GeoFeature) Label(n int) string {
	switch {
	case g.Name != "":
		return g.Name
	case g.Code != "":
		return "编码 " + g.Code
	}
	return fmt.Sprintf("第%d个图形（没有名称）", n)
}

type geoFile struct {
	Type         string
	UTF8Encoding bool
	Features     []struct {
		Properties map[string]any
		Geometry   *struct {
			Type          string
			Coordinates   json.RawMessage
			EncodeOffsets json.RawMessage
		}
	}
}

// ParseGeoJSON reads a FeatureCollection of polygons, with or without a BOM.
// Errors are Invalid, or TooLarge beyond MostOutlineBytes, in one sentence.
func ParseGeoJSON(data []byte) (Outline, error) {
	var o Outline
	if len(data) > MostOutlineBytes {
		return o, Errorf(TooLarge, "轮廓文件超过 5 MB，请先用制图软件简化后再上传")
	}
	var file geoFile
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), &file); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return o, Errorf(Invalid, "这不是 GeoJSON 文件（第 %d 个字节处不合 JSON 格式），请导出为 UTF-8 编码的 GeoJSON", syntax.Offset)
		}
		return o, Errorf(Invalid, "这不是 GeoJSON 文件，请导出为 UTF-8 编码的 GeoJSON")
	}
	if file.Type != "FeatureCollection" {
		return o, Errorf(Invalid, "文件的类型是“%s”，请导出为含多个图形的 FeatureCollection", file.Type)
	}
	if file.UTF8Encoding {
		return o, errCompressed()
	}
	for i, f := range file.Features {
		if f.Geometry == nil || f.Geometry.Type == "Point" || f.Geometry.Type == "MultiPoint" {
			continue
		}
		if f.Geometry.EncodeOffsets != nil {
			return o, errCompressed()
		}
		rings, err := polygons(f.Geometry.Type, f.Geometry.Coordinates)
		if err != nil {
			return o, Errorf(Invalid, "第 %d 个图形不能识别（%s），轮廓须由面（Polygon、MultiPolygon）组成", i+1, err)
		}
		if len(rings) > 0 {
			o.Features = append(o.Features, GeoFeature{
				Name: property(f.Properties, "name", "NAME", "名称"), Code: property(f.Properties, "code", "adcode", "编码"), Rings: rings,
			})
		}
	}
	if len(o.Features) == 0 {
		return o, Errorf(Invalid, "文件里没有面状图形，请导出含乡镇或园区边界的 GeoJSON")
	}
	o.Projected = o.metres()
	return o, nil
}

func errCompressed() error {
	return Errorf(Invalid, "文件里的坐标是 ECharts 压缩格式（UTF8Encoding），请上传未压缩的 GeoJSON")
}

// property returns the first of some properties that is set, numbers as text.
func property(properties map[string]any, names ...string) string {
	for _, name := range names {
		switch v := properties[name].(type) {
		case string:
			if v = strings.TrimSpace(v); v != "" {
				return v
			}
		case float64:
			return fmt.Sprintf("%.0f", v)
		}
	}
	return ""
}

// polygons reads the rings of a geometry; those of fewer than three points are
// left out.
func polygons(kind string, raw json.RawMessage) ([][]MapPoint, error) {
	var all [][][][]float64
	switch kind {
	case "Polygon":
		var one [][][]float64
		if err := json.Unmarshal(raw, &one); err != nil {
			return nil, errors.New("坐标不是数字")
		}
		all = append(all, one)
	case "MultiPolygon":
		if err := json.Unmarshal(raw, &all); err != nil {
			return nil, errors.New("坐标不是数字")
		}
	default:
		return nil, fmt.Errorf("类型为“%s”", kind)
	}
	var rings [][]MapPoint
	for _, polygon := range all {
		for _, ring := range polygon {
			points := make([]MapPoint, 0, len(ring))
			for _, p := range ring {
				if len(p) < 2 || math.IsInf(p[0], 0) || math.IsInf(p[1], 0) {
					return nil, errors.New("坐标不全")
				}
				points = append(points, MapPoint{p[0], p[1]})
			}
			if len(points) > 1 && points[0] == points[len(points)-1] {
				points = points[:len(points)-1]
			}
			if len(points) >= 3 {
				rings = append(rings, points)
			}
		}
	}
	return rings, nil
}

// metres reports whether the coordinates cannot be degrees.
func (o Outline) metres() bool {
	for _, f := range o.Features {
		for _, ring := range f.Rings {
			for _, p := range ring {
				if math.Abs(p.X) > 180 || math.Abs(p.Y) > 90 {
					return true
				}
			}
		}
	}
	return false
}

// Match finds the region of each feature, by code, else by name; "" is none.
// A name that fits two regions fits none.
func (o Outline) Match(regions []Region) []string {
	byCode, byName := map[string]string{}, map[string]string{}
	for _, r := range regions {
		byCode[r.Code] = r.Code
		if _, twice := byName[r.Name]; twice {
			byName[r.Name] = ""
		} else {
			byName[r.Name] = r.Code
		}
	}
	matched := make([]string, len(o.Features))
	for i, f := range o.Features {
		if f.Code != "" {
			matched[i] = byCode[f.Code]
		}
		if matched[i] == "" && f.Name != "" {
			matched[i] = byName[f.Name]
		}
	}
	return matched
}

// shapes brings the outline into the box of the map, without the detail nobody
// sees, and lists the features that are no region.
func (f RegionMapFacts) shapes(p projection) (shapes []MapShape, unmatched []string) {
	shapes, unmatched = []MapShape{}, []string{}
	for i, id := range f.Outline.Match(f.Regions) {
		feature := f.Outline.Features[i]
		if id == "" {
			unmatched = append(unmatched, feature.Label(i+1))
		}
		s := MapShape{ID: id, Name: feature.Name}
		for _, ring := range feature.Rings {
			var points []MapPoint
			for _, at := range ring {
				q := p.point(at)
				q.X, q.Y = math.Round(q.X*10)/10, math.Round(q.Y*10)/10
				if len(points) == 0 || points[len(points)-1] != q {
					points = append(points, q)
				}
			}
			if len(points) >= 3 {
				s.Rings = append(s.Rings, points)
			}
		}
		if len(s.Rings) > 0 {
			shapes = append(shapes, s)
		}
	}
	return shapes, unmatched
}
