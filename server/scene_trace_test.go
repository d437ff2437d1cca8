package server

import (
	"math"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"chainboard/industry"
	"chainboard/store"
)

// number finds the first figure of a text.
var number = regexp.MustCompile(`[+−]?\d[\d\x{2009} ]*(?:\.\d+)?`)

// Whatever is pressed on a scene opens something that says the same figure, tells of
// no single enterprise's figures and leads nowhere.
func TestPressedFiguresAreExplained(t *testing.T) {
	st := sampleSite(t)
	wall := st.wall(t, store.Key{Name: "大厅"})
	opened := map[string]string{}
	for _, sc := range industry.Scenes() {
		d := wall.page("/screen?scene=" + sc.Code)
		for _, a := range d.Find("main a[data-trace]").EachIter() {
			address := a.AttrOr("href", "")
			text, seen := opened[address]
			if !seen {
				w := wall.fragment(address)
				if text = w.Body.String(); w.Code != http.StatusOK || !strings.Contains(address, "wall=1") {
					t.Errorf("%s: %s opens %s: %d %.200s", sc.Code, folded(a.Text()), address, w.Code, text)
				}
				named := strings.Contains(text, "有限公司") && !strings.Contains(address, "/maps/") // a segment tells who stands there
				if named || strings.Contains(text, "/lists/") || strings.Contains(text, "0000-") {
					t.Errorf("%s: %s tells too much: %.300s", sc.Code, address, text)
				}
				text = folded(document(t, w).Text())
				opened[address] = text
			}
			figure := strings.TrimSpace(number.FindString(folded(a.Text())))
			if figure == "" || strings.Contains(address, "/maps/") || a.Closest("svg").Length() > 0 {
				continue
			}
			if !says(text, figure) {
				t.Errorf("%s: %s is not in what %s opens: %.200s", sc.Code, folded(a.Text()), address, text)
			}
		}
	}
	if len(opened) < 400 {
		t.Errorf("only %d figures open their source", len(opened))
	}
}

// says reports whether a text holds a figure, as it is, in 万元 for 亿元 or the other
// way round, or a pull's two decimals as the growth's one.
func says(text, figure string) bool {
	plain := strings.NewReplacer("\u2009", "", " ", "", "−", "-", "+", "")
	text, figure = plain.Replace(text), plain.Replace(figure)
	value, err := strconv.ParseFloat(figure, 64)
	if strings.Contains(text, figure) || err != nil {
		return strings.Contains(text, figure)
	}
	for _, other := range number.FindAllString(text, -1) {
		v, err := strconv.ParseFloat(other, 64)
		if err == nil && (math.Abs(v/10_000-value) < .0051 || math.Abs(v*10_000-value) < 51 || math.Abs(v-value) < .051) {
			return true
		}
	}
	return false
}
