package industry

import (
	"encoding/json"
	"errors"
	"unicode/utf16"
)

// uncompress writes the coordinates of a geometry as GeoJSON does, when they are
// in the form ECharts' map files have (UTF8Encoding): each ring is a text whose
// characters are the zigzag steps from point to point, beginning at its offset.
func uncompress(kind string, raw, offsets json.RawMessage, scale float64) (json.RawMessage, error) {
	if scale == 0 {
		scale = 1024
	}
	switch kind {
	case "Polygon":
		rings, err := ringsOfText(raw, offsets, scale)
		if err != nil {
			return nil, err
		}
		return json.Marshal(rings)
	case "MultiPolygon":
		var parts, starts []json.RawMessage
		if json.Unmarshal(raw, &parts) != nil || json.Unmarshal(offsets, &starts) != nil || len(parts) != len(starts) {
			return nil, errUncompressed
		}
		polygons := make([][][][2]float64, len(parts))
		for i := range parts {
			var err error
			if polygons[i], err = ringsOfText(parts[i], starts[i], scale); err != nil {
				return nil, err
			}
		}
		return json.Marshal(polygons)
	}
	return raw, nil // the kind is refused in its own words
}

var errUncompressed = errors.New("压缩坐标不完整")

// ringsOfText reads the rings of one polygon.
func ringsOfText(raw, offsets json.RawMessage, scale float64) ([][][2]float64, error) {
	var texts []string
	var starts [][2]int
	if json.Unmarshal(raw, &texts) != nil || json.Unmarshal(offsets, &starts) != nil || len(texts) != len(starts) {
		return nil, errUncompressed
	}
	rings := make([][][2]float64, len(texts))
	for i, text := range texts {
		units := utf16.Encode([]rune(text)) // as JavaScript counts characters
		if len(units)%2 != 0 {
			return nil, errUncompressed
		}
		at := starts[i]
		for k := 0; k < len(units); k += 2 {
			at[0] += zigzag(units[k])
			at[1] += zigzag(units[k+1])
			rings[i] = append(rings[i], [2]float64{float64(at[0]) / scale, float64(at[1]) / scale})
		}
	}
	return rings, nil
}

// zigzag reads one step: 64 is none, 65 is one back, 66 one forth.
func zigzag(unit uint16) int {
	step := int(unit) - 64
	return step>>1 ^ -(step & 1)
}
