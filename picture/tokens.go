package picture

import (
	"fmt"
	"regexp"
	"strings"
)

// readTokens reads the custom properties of a style sheet: those of :root are the
// dark theme's, the light one puts some in their place.
func readTokens(sheet string) (map[Theme]map[string]string, error) {
	sheet = regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(sheet, "")
	dark := declarations(sheet, ":root")
	light := map[string]string{}
	for _, set := range []map[string]string{dark, declarations(sheet, "[data-theme=light]")} {
		for name, value := range set {
			light[name] = value
		}
	}
	for _, name := range []string{"--surface", "--text", "--text-3", "--warn", "--font"} {
		if light[name] == "" || dark[name] == "" {
			return nil, fmt.Errorf("no token %s", name)
		}
	}
	return map[Theme]map[string]string{Dark: dark, Light: light}, nil
}

func declarations(sheet, selector string) map[string]string {
	set := map[string]string{}
	_, rest, _ := strings.Cut(sheet, selector+" {")
	body, _, _ := strings.Cut(rest, "}")
	for _, declaration := range strings.Split(body, ";") {
		if name, value, ok := strings.Cut(strings.TrimSpace(declaration), ":"); ok && strings.HasPrefix(name, "--") {
			// zrender writes attributes as they are: a double quote would end one.
			set[name] = strings.ReplaceAll(strings.TrimSpace(value), `"`, "'")
		}
	}
	return set
}
