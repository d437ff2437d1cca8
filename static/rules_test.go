package static

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// newer lists what Chromium 86 does not know, or what the Content-Security-Policy forbids.
func newer() map[string][]*regexp.Regexp {
	css := []string{
		`@container`, `container-(type|name)\b`, `:has\(`, `:is\(`, `:where\(`, `:not\([^)]*,`, `&[\s.:>\[]`, `color-mix\(`, `\b(oklch|oklab|lch|lab|hwb)\(`, `(^|[\s;{])inset(-\w+)*\s*:`, `(^|[\s;{])aspect-ratio\s*:`,
		`\d(dvh|svh|lvh|dvw|cqw|cqh|cqi)\b`, `@layer`, `@scope`, `@property`, `@starting-style`, `accent-color`, `scrollbar-(gutter|width|color)`, `overflow:\s*clip`, `text-wrap`,
		`text-underline-offset`, `(margin|padding)-(inline|block)\s*:`, `content-visibility:\s*auto.*contain-intrinsic`, `subgrid`, `\btranslate\s*:`, `\b(rotate|scale)\s*:`, `@import`,
	}
	js := []string{
		`\?\?`, `\?\.[\w\[(]`, `\.at\(`, `structuredClone`, `randomUUID`, `replaceAll\(`, `Object\.hasOwn\b`, `\.(toSorted|toReversed|toSpliced|findLast|groupBy)\(`, `Promise\.(any|allSettled|withResolvers)`,
		`(\|\||&&)=[^=]`, `\bstatic\s*\{`, `#\w+\s*[=(;]\s*function`, `^\s*import[\s{(]`, `^\s*export\s`, `\bimport\(`, `\d_\d`, `\d+n\b`, `WeakRef`, `AbortSignal\.(timeout|any)`, `\.showPopover`,
		`\beval\(`, `new Function\b`, `setTimeout\(\s*['"]`, `document\.write`, `matchAll\(`, `globalThis`,
	}
	return map[string][]*regexp.Regexp{".css": compile(css), ".js": compile(js)}
}

func compile(patterns []string) []*regexp.Regexp {
	var list []*regexp.Regexp
	for _, pattern := range patterns {
		list = append(list, regexp.MustCompile(`(?m)`+pattern))
	}
	return list
}

func TestRefusesNewerCSSAndJS(t *testing.T) {
	rules := newer()
	for _, name := range own(t) {
		for _, pattern := range rules[path.Ext(name)] {
			if found := pattern.FindString(text(t, name)); found != "" {
				t.Errorf("%s: %q is newer than Chromium 86 or forbidden (%s)", name, found, pattern)
			}
		}
	}
}

// The rules themselves must catch what they are for.
func TestRulesCatchNewerFeatures(t *testing.T) {
	samples := map[string][]string{
		".css": {
			"@container (width > 1px) {}", "a:has(b) {}", ".a { .b & {} }", "a { color: color-mix(in srgb, red, blue) }", "a { inset: 0 }", "a { inset-inline: 0; }",
			"a{aspect-ratio: 1}", "a { height: 100dvh }", "a:is(b, c) {}", "a { accent-color: red }",
		},
		".js": {"x.at(-1)", "structuredClone(x)", "crypto.randomUUID()", "a ?? b", "a?.b", "a ||= b", "eval(x)", "import x from 'y'", "s.replaceAll('a', 'b')", "new Function('x')"},
	}
	for extension, list := range samples {
		for _, sample := range list {
			if !slices.ContainsFunc(newer()[extension], func(rule *regexp.Regexp) bool { return rule.MatchString(sample) }) {
				t.Errorf("%s: nothing refuses %q", extension, sample)
			}
		}
	}
}

func TestNamesNoOtherHost(t *testing.T) {
	host := regexp.MustCompile(`(https?:)?//[\w-]+\.[a-z]`)
	for _, name := range own(t) {
		for _, found := range host.FindAllString(strings.ReplaceAll(text(t, name), "http://www.w3.org", ""), -1) {
			t.Errorf("%s names another host: %s", name, found)
		}
	}
}

func TestEveryFileIsInABundle(t *testing.T) {
	var parts []string
	for _, bundle := range bundles() {
		parts = append(parts, bundle.parts...)
	}
	for _, name := range own(t) {
		if extension := path.Ext(name); (extension == ".css" || extension == ".js") && !slices.Contains(parts, name) {
			t.Errorf("%s is in no bundle", name)
		}
	}
}

func TestVendoredFilesAreThePinnedOnes(t *testing.T) {
	readme := text(t, "vendor/README.md")
	content, err := files.ReadFile("vendor/echarts/echarts.min.js")
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(content)); !strings.Contains(readme, "Apache ECharts 6.1.0, `dist/echarts.min.js`, sha256 `"+sum+"`") {
		t.Errorf("vendor/README.md does not name version 6.1.0 with the hash %s", sum)
	}
	if !strings.Contains(string(content), `version:"6.1.0"`) && !strings.Contains(string(content), `version="6.1.0"`) {
		t.Error("echarts.min.js is not version 6.1.0")
	}
	for name, words := range map[string]string{
		"vendor/echarts/LICENSE": "Apache License", "vendor/echarts/NOTICE": "Apache ECharts", "vendor/barlow/OFL.txt": "SIL OPEN FONT LICENSE",
	} {
		if !strings.Contains(text(t, name), words) {
			t.Errorf("%s does not read like its licence", name)
		}
	}
}

// own lists the embedded files that are ours.
func own(t *testing.T) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if name == "vendor" {
			return fs.SkipDir
		}
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) < 20 {
		t.Fatalf("%d files (%v)", len(names), err)
	}
	return names
}

func text(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
