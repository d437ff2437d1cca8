package server

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"chainboard/static"
)

// How colours look to who lacks one kind of cone, in linear RGB at full severity:
// Machado, Oliveira, Fernandes, A Physiologically-based Model for Simulation of Color
// Vision Deficiency, IEEE TVCG 15(6), 2009, table of the supplement.
var cones = map[string][3][3]float64{
	"everybody":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
}

type linear [3]float64

// linearOf reads #RRGGBB.
func linearOf(t *testing.T, hex string) (c linear) {
	t.Helper()
	for i := range c {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatalf("%s: %v", hex, err)
		}
		v := float64(n) / 255
		if c[i] = v / 12.92; v > 0.04045 {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c
}

// seenBy is the colour as an eye with these cones sees it.
func (c linear) seenBy(m [3][3]float64) (seen linear) {
	for i, row := range m {
		seen[i] = math.Min(math.Max(row[0]*c[0]+row[1]*c[1]+row[2]*c[2], 0), 1)
	}
	return seen
}

// lab is CIELAB under D65.
func (c linear) lab() [3]float64 {
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// apart is the distance of two colours, ΔE*ab of 1976.
func apart(a, b linear) float64 {
	p, q := a.lab(), b.lab()
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

// tokensOf reads the colours of both themes.
func tokensOf(t *testing.T) map[string]map[string]string {
	t.Helper()
	css, err := static.Source("css/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	dark, light, found := strings.Cut(string(css), "[data-theme=light] {")
	if !found {
		t.Fatal("no light theme")
	}
	themes := map[string]map[string]string{"dark": {}, "light": {}}
	for theme, text := range map[string]string{"dark": dark, "light": light} {
		for _, m := range regexp.MustCompile(`--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})`).FindAllStringSubmatch(text, -1) {
			themes[theme][m[1]] = m[2]
		}
	}
	return themes
}

// leastApart is the distance two colours that stand side by side keep: about ten
// times what is just noticed.
const leastApart = 20

// carried are the pairs that come nearer to some eye, and what tells them apart there.
var carried = map[string]string{
	"dark c1/c4 protanopia":       named,
	"dark c1/c4 deuteranopia":     named,
	"light c1/c4 protanopia":      named,
	"light c1/c4 deuteranopia":    named,
	"dark c1/c5 protanopia":       named,
	"dark c1/c5 deuteranopia":     named,
	"dark c4/c5 protanopia":       named,
	"dark c4/c5 deuteranopia":     named,
	"light c1/c5 protanopia":      named,
	"light c1/c5 deuteranopia":    named,
	"light c4/c5 protanopia":      named,
	"light c4/c5 deuteranopia":    named,
	"light warn/bad protanopia":   lit,
	"light warn/bad deuteranopia": lit,
}

const (
	named = "every node and band of a branch stands beside its name"
	lit   = "lights differ by shape and word (TestLightsNeedNoColour)"
)

// Colours that stand side by side stay apart for eyes without one kind of cone, or
// something else than colour tells them apart.
func TestColoursForEveryEye(t *testing.T) {
	for theme, tokens := range tokensOf(t) {
		for _, set := range [][]string{{"c1", "c2", "c3", "c4", "c5"}, {"good", "warn", "bad"}, {"ac-600", "c3"}, {"ac", "c3"}, {"c2", "c3", "text-3"}} {
			for i, a := range set {
				for _, b := range set[i+1:] {
					for eye, cone := range cones {
						d := apart(linearOf(t, tokens[a]).seenBy(cone), linearOf(t, tokens[b]).seenBy(cone))
						pair := fmt.Sprintf("%s %s/%s %s", theme, a, b, eye)
						if reason := carried[pair]; d < leastApart && reason == "" {
							t.Errorf("%s: ΔE %.1f", pair, d)
						} else if d >= leastApart && reason != "" {
							t.Errorf("%s keeps ΔE %.1f and needs no excuse", pair, d)
						}
					}
				}
			}
		}
	}
}

// Lights differ by shape, and their word stands beside them or is read out.
func TestLightsNeedNoColour(t *testing.T) {
	head, err := os.ReadFile("templates/layout_head.html")
	if err != nil {
		t.Fatal(err)
	}
	shapes := map[string]string{}
	for _, m := range regexp.MustCompile(`<symbol id="lt-(\w)" viewBox="[^"]*"><(\w+)`).FindAllStringSubmatch(string(head), -1) {
		shapes[m[1]] = m[2]
	}
	if shapes["g"] != "circle" || shapes["y"] != "path" || shapes["r"] != "rect" || shapes["n"] != "circle" || !strings.Contains(string(head), `class="ring"`) {
		t.Errorf("shapes %v", shapes)
	}
	st := sampleSite(t)
	d := st.signedIn("viewer").page("/screen?scene=overview")
	for _, lamp := range d.Find(".lt").EachIter() {
		word := lamp.Find("span").Text() + lamp.Find("svg").AttrOr("aria-label", "")
		if lamp.Find("use").Length() != 1 || word == "" {
			html, _ := lamp.Html()
			t.Errorf("a light without shape or word: %s", html)
		}
	}
	if d.Find(".lt").Length() < 10 {
		t.Error("no lights")
	}
}
