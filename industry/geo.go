package industry

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
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
	Type      string
	UTF8Scale float64
	Features  []struct {
		Properties map[string]any
		Geometry   *struct {
			Type          string
			Coordinates   json.RawMessage
			EncodeOffsets json.RawMessage // of coordinates in ECharts' compressed form
		}
	}
}

// ParseGeoJSON reads a FeatureCollection of polygons, with or without a BOM, its
// coordinates as numbers or in ECharts' compressed form. Errors are Invalid, or
// TooLarge beyond MostOutlineBytes, in one sentence.
func ParseGeoJSON(data []byte) (Outline, error) {
	var o Outline
	file, err := readGeoFile(data)
	if err != nil {
		return o, err
	}
	for i, f := range file.Features {
		if f.Geometry == nil || f.Geometry.Type == "Point" || f.Geometry.Type == "MultiPoint" {
			continue
		}
		coordinates := f.Geometry.Coordinates
		if offsets := f.Geometry.EncodeOffsets; offsets != nil {
			coordinates, err = uncompress(f.Geometry.Type, coordinates, offsets, file.UTF8Scale)
		}
		var rings [][]MapPoint
		if err == nil {
			rings, err = polygons(f.Geometry.Type, coordinates)
		}
		if err != nil {
			return o, Errorf(Invalid, "第 %d 个图形不能识别（%s），轮廓须由面（Polygon、MultiPolygon）组成", i+1, err)
		}
		if len(rings) > 0 {
			o.Features = append(o.Features, GeoFeature{
				Name: property(f.Properties, "name", "NAME", "Name", "名称"), Code: property(f.Properties, "code", "adcode", "CODE", "编码"), Rings: rings,
			})
		}
	}
	if len(o.Features) == 0 {
		return o, Errorf(Invalid, "文件里没有面状图形，请导出含乡镇或园区边界的 GeoJSON")
	}
	o.Projected = o.metres()
	return o, nil
}

// readGeoFile reads a file as far as its features. Names in another encoding
// than UTF-8 would match no region, so they are refused.
func readGeoFile(data []byte) (file geoFile, err error) {
	const advice = "请导出为 UTF-8 编码的 GeoJSON"
	switch {
	case len(data) > MostOutlineBytes:
		return file, Errorf(TooLarge, "轮廓文件超过 5 MB，请先用制图软件简化后再上传")
	case len(bytes.TrimSpace(data)) == 0:
		return file, Errorf(Invalid, "文件是空的，%s", advice)
	case bytes.HasPrefix(data, []byte("PK")):
		return file, Errorf(Invalid, "这是压缩包，%s", advice)
	case !utf8.Valid(data):
		return file, Errorf(Invalid, "文件不是 UTF-8 编码，%s", advice)
	}
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), &file); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return file, Errorf(Invalid, "这不是 GeoJSON 文件（第 %d 个字节处不合 JSON 格式），%s", syntax.Offset, advice)
		}
		return file, Errorf(Invalid, "这不是 GeoJSON 文件，%s", advice)
	}
	if file.Type != "FeatureCollection" {
		kind := "没有写明类型"
		if file.Type != "" {
			kind = "的类型是“" + file.Type + "”"
		}
		return file, Errorf(Invalid, "文件%s，请导出为含多个图形的 FeatureCollection", kind)
	}
	return file, nil
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

// matched says of each feature which region it is, and whether any is one.
func (f RegionMapFacts) matched() (ids []string, any bool) {
	if f.Outline == nil {
		return nil, false
	}
	ids = f.Outline.Match(f.Regions)
	return ids, slices.ContainsFunc(ids, func(id string) bool { return id != "" })
}

// nearest is how close, in units of the map, two points of a drawn line may be.
const nearest = .15

// shapes brings the outline into the box of the map, without the detail nobody
// sees. What is no region is drawn where it lies inside the box: a lake or a farm
// between towns, not the neighbouring counties.
func (f RegionMapFacts) shapes(ids []string, p projection) []MapShape {
	shapes := []MapShape{}
	for i, id := range ids {
		feature := f.Outline.Features[i]
		s := MapShape{ID: id, Name: feature.Name}
		inside := true
		for _, ring := range feature.Rings {
			points := p.ring(ring)
			for _, q := range points {
				inside = inside && q.X >= 0 && q.X <= RegionWidth && q.Y >= 0 && q.Y <= RegionHeight
			}
			if len(points) >= 3 {
				s.Rings = append(s.Rings, points)
			}
		}
		if len(s.Rings) > 0 && (id != "" || inside) {
			shapes = append(shapes, s)
		}
	}
	return shapes
}

// ring projects a ring to tenths of a unit, leaving out points too near to the
// one before.
func (p projection) ring(ring []MapPoint) []MapPoint {
	var points []MapPoint
	for _, at := range ring {
		q := p.point(at)
		q.X, q.Y = math.Round(q.X*10)/10, math.Round(q.Y*10)/10
		if len(points) == 0 || math.Hypot(points[len(points)-1].X-q.X, points[len(points)-1].Y-q.Y) >= nearest {
			points = append(points, q)
		}
	}
	return points
}
