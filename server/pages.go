package server

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/static"
)

//go:embed templates/*.html
var templateFiles embed.FS

// pages holds the parsed templates, one set for each page by its file's name.
// Files named layout_… and part_… belong to every set; a page's file calls one
// of the layouts and defines the blocks that it leaves open.
type pages map[string]*template.Template

func parsePages(assets *static.Assets) (pages, error) {
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		return nil, err
	}
	var shared, own []string
	for _, name := range names {
		if base := path.Base(name); strings.HasPrefix(base, "layout_") || strings.HasPrefix(base, "part_") {
			shared = append(shared, name)
		} else {
			own = append(own, name)
		}
	}
	common, err := template.New("").Funcs(functions(assets)).Option("missingkey=zero").ParseFS(templateFiles, shared...)
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	set := make(pages, len(own))
	for _, name := range own {
		clone, err := common.Clone()
		if err != nil {
			return nil, fmt.Errorf("templates: %w", err)
		}
		page := strings.TrimSuffix(path.Base(name), ".html")
		if set[page], err = clone.ParseFS(templateFiles, name); err != nil {
			return nil, fmt.Errorf("templates: %w", err)
		}
	}
	return set, nil
}

// render executes a whole page before anything is sent, so that a slip in a
// template is an error page and never half a page.
func (p pages) render(name string, page pager) ([]byte, error) {
	set, ok := p[name]
	if !ok {
		return nil, fmt.Errorf("no template %s.html", name)
	}
	var out bytes.Buffer
	if err := set.ExecuteTemplate(&out, name+".html", page); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// functions are what templates may call. Those for figures only pass on to
// industry: a template computes nothing.
func functions(assets *static.Assets) template.FuncMap {
	return template.FuncMap{
		"asset":   assets.URL,
		"yi":      industry.YiText,
		"grouped": industry.GroupedText,
		"figure":  industry.FigureOf,
		"change":  industry.ChangeText,
		"percent": industry.PercentText,
		"growth":  industry.SignedPercentText,
		"points":  industry.PointsText,
		"pull":    industry.PullText,
		"rank":    industry.RankText,
		"minute":  minuteText,
		"second":  secondText,
		"field":   fieldOf,
		"number":  func(i int) int { return i + 1 },
		"ordinal": func(i int) string { return industry.Ordinal(i + 1) },

		"words":  words,
		"sorted": sorted,
		"pauses": pauses,

		"lightclass": lightClass,
		"levelclass": levelClass,
	}
}

// pauses splits a sentence where it pauses, for lists that break lines there.
func pauses(s string) (parts []string) {
	for s != "" {
		end := len(s)
		if i := strings.IndexAny(s, "，；"); i >= 0 {
			end = i + len("，")
		}
		parts, s = append(parts, s[:end]), s[end:]
	}
	return parts
}

// minuteText writes an instant as the tables show it, in the business time zone;
// the zero time is 「—」.
func minuteText(t time.Time) string {
	if t.IsZero() {
		return "—"
	}
	return t.In(industry.Shanghai).Format("2006-01-02 15:04")
}

// secondText writes an instant to the second, for the audit log.
func secondText(t time.Time) string { return t.In(industry.Shanghai).Format("2006-01-02 15:04:05") }

// lightClass returns the letter of a light in the style sheet.
func lightClass(l industry.Light) string {
	switch l {
	case industry.Green:
		return "g"
	case industry.Yellow:
		return "y"
	case industry.Red:
		return "r"
	}
	return "n"
}

// Field is one input of a form with its error, for {{template "input" …}}.
type Field struct {
	Name, Label, Value, Error, Hint string
}

func fieldOf(f form, name, label, hint string) Field {
	return Field{Name: name, Label: label, Value: f.Values[name], Error: f.Errors[name], Hint: hint}
}
