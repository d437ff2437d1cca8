package main

import (
	"fmt"
	"strings"
)

// directory turns the short keys the lists are written in into the names and
// codes of the workbook. What it does not know it remembers, so that a slip
// stops the whole workbook.
type directory struct {
	firms    map[string]firm
	segments map[string]segment
	projects map[string]project // by name
	codes    map[string]string  // name of a project → 项目编码
	unknown  []string
}

func newDirectory(firms []firm) *directory {
	d := &directory{firms: map[string]firm{}, segments: map[string]segment{}, projects: map[string]project{}, codes: map[string]string{}}
	for _, f := range firms {
		d.firms[f.key] = f
	}
	for _, s := range segments() {
		d.segments[s.code] = s
	}
	for i, p := range projects() {
		d.projects[p.name], d.codes[p.name] = p, projectCode(i)
	}
	return d
}

// firm returns the enterprise of a key, the zero firm for "".
func (d *directory) firm(key string) firm {
	f, known := d.firms[key]
	if !known && key != "" {
		d.unknown = append(d.unknown, "企业 "+key)
	}
	return f
}

// firmNames writes several keys, separated by spaces, as one cell.
func (d *directory) firmNames(keys string) any {
	var names []string
	for _, key := range strings.Fields(keys) {
		names = append(names, d.firm(key).name)
	}
	return orNil(strings.Join(names, "、"))
}

func (d *directory) segment(code string) segment {
	s, known := d.segments[code]
	if !known {
		d.unknown = append(d.unknown, "环节 "+code)
	}
	return s
}

// project returns the project of a name, the zero project for "".
func (d *directory) project(name string) project {
	p, known := d.projects[name]
	if !known && name != "" {
		d.unknown = append(d.unknown, "项目 "+name)
	}
	return p
}

// chainOf is the chain of a project, else of an enterprise, else "".
func (d *directory) chainOf(p project, f firm) string {
	switch {
	case p.segment != "":
		return chainName(d.segment(p.segment).chain())
	case f.key != "":
		return chainName(f.chain())
	}
	return ""
}

func (d *directory) err() error {
	if len(d.unknown) == 0 {
		return nil
	}
	return fmt.Errorf("unknown: %s", strings.Join(d.unknown, ", "))
}
