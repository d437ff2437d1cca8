package testkit

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
)

// OfficePackage checks an Office file as a strict reader would: each element has
// the children, in the order, that officeSchema lists; each part has one content
// type; each relation leads to a part, ids are not used twice, and what a part refers
// to is among its relations.
func OfficePackage(t testing.TB, name string, file []byte) {
	t.Helper()
	for _, fault := range officeFaults(file) {
		t.Errorf("%s: %s", name, fault)
	}
}

// officeFaults are the faults of an Office file, each told once.
func officeFaults(file []byte) []string {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return []string{err.Error()}
	}
	p := officePackage{parts: map[string]*officePart{}}
	for _, f := range z.File {
		content, err := unpacked(f)
		if err != nil {
			return []string{f.Name + ": " + err.Error()}
		}
		if p.parts[f.Name] != nil {
			p.fault("the part %s stands twice", f.Name)
		}
		p.parts[f.Name] = p.read(f.Name, content)
	}
	p.types()
	for _, name := range p.names() {
		p.relations(name)
	}
	return p.faults
}

func unpacked(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// officePackage are the parts of a file and what is wrong with them so far.
type officePackage struct {
	parts  map[string]*officePart
	faults []string
}

// officePart is what a part tells of other parts.
type officePart struct {
	attributes []map[string]string // of the elements of [Content_Types].xml and .rels
	refers     []string            // ids of relations
	ids        map[string]bool     // of its shapes
}

func (p *officePackage) fault(format string, args ...any) {
	if said := fmt.Sprintf(format, args...); !slices.Contains(p.faults, said) {
		p.faults = append(p.faults, said)
	}
}

func (p *officePackage) names() []string {
	var names []string
	for name := range p.parts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// read checks the elements of a part that is XML.
func (p *officePackage) read(name string, content []byte) *officePart {
	out := &officePart{ids: map[string]bool{}}
	if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
		return out
	}
	var open []*element
	for d := xml.NewDecoder(bytes.NewReader(content)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			p.fault("%s: %v", name, err)
			return out
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: schemaName(token.Name)}
			parent := ""
			if len(open) > 0 {
				parent = open[len(open)-1].name
				if fault := open[len(open)-1].take(e.name); fault != "" {
					p.fault("%s: %s", name, fault)
				}
			}
			known := false
			if e.rule, known = ruleOf(parent, e.name); !known {
				p.fault("%s: %s is not an element this check knows", name, e.name)
			}
			e.count = make([]int, len(e.rule))
			open = append(open, e)
			p.note(name, out, e.name, token.Attr)
		case xml.EndElement:
			if fault := open[len(open)-1].close(); fault != "" {
				p.fault("%s: %s", name, fault)
			}
			open = open[:len(open)-1]
		}
	}
}

// note keeps what an element says of other parts, and its shape's id.
func (p *officePackage) note(part string, out *officePart, name string, attributes []xml.Attr) {
	own := map[string]string{"": name}
	for _, a := range attributes {
		own[a.Name.Local] = a.Value
		if officeSpaces[a.Name.Space] == "r" {
			out.refers = append(out.refers, a.Value)
		}
	}
	switch name {
	case "ct:Default", "ct:Override", "rel:Relationship":
		out.attributes = append(out.attributes, own)
	case "wp:docPr", "p:cNvPr":
		if id := own["id"]; id == "" || out.ids[id] {
			p.fault("%s: the id %q of a shape stands twice", part, id)
		} else {
			out.ids[id] = true
		}
	}
}

// types checks that each part has one type and each type a part.
func (p *officePackage) types() {
	list := p.parts["[Content_Types].xml"]
	if list == nil {
		p.fault("there is no [Content_Types].xml")
		return
	}
	own, endings := map[string]bool{}, map[string]bool{}
	for _, a := range list.attributes {
		if a[""] == "ct:Default" {
			endings[strings.ToLower(a["Extension"])] = true
			continue
		}
		part := strings.TrimPrefix(a["PartName"], "/")
		if own[part] {
			p.fault("%s has two types", part)
		}
		if own[part] = true; p.parts[part] == nil {
			p.fault("there is a type of %s, which is not there", part)
		}
	}
	for _, name := range p.names() {
		ending := strings.TrimPrefix(path.Ext(name), ".")
		if name != "[Content_Types].xml" && !own[name] && (ending == "xml" || !endings[strings.ToLower(ending)]) {
			p.fault("%s has no type", name)
		}
	}
}

// relations checks what a part refers to.
func (p *officePackage) relations(name string) {
	if strings.HasSuffix(name, ".rels") {
		return
	}
	folder, file := path.Split(name)
	ids := map[string]bool{}
	if list := p.parts[folder+"_rels/"+file+".rels"]; list != nil {
		for _, a := range list.attributes {
			if ids[a["Id"]] {
				p.fault("%s has two relations %s", name, a["Id"])
			}
			ids[a["Id"]] = true
			if a["TargetMode"] == "External" {
				continue
			}
			target := path.Join(folder, a["Target"])
			if strings.HasPrefix(a["Target"], "/") {
				target = strings.TrimPrefix(a["Target"], "/")
			}
			if p.parts[target] == nil {
				p.fault("%s leads to %s, which is not there", name, target)
			}
		}
	}
	for _, id := range p.parts[name].refers {
		if !ids[id] {
			p.fault("%s refers to %s, which is no relation of it", name, id)
		}
	}
}
