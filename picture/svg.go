package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// node is an element of an SVG, or the text inside one, which has no name.
type node struct {
	name     string
	attrs    []attr
	children []*node
	text     string
}

type attr struct{ name, value string }

// element makes a node from pairs of names and values; numbers are written as
// short as they can be.
func element(name string, pairs ...any) *node {
	n := &node{name: name}
	for i := 0; i+1 < len(pairs); i += 2 {
		value, isText := pairs[i+1].(string)
		if !isText {
			value = fmt.Sprint(pairs[i+1])
		}
		n.attrs = append(n.attrs, attr{pairs[i].(string), value})
	}
	return n
}

// saying puts a text into an element.
func (n *node) saying(text string) *node {
	n.children = append(n.children, &node{text: text})
	return n
}

func (n *node) get(name string) string {
	for _, a := range n.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// number returns a numeric attribute, or what holds when it is left out.
func (n *node) number(name string, absent float64) float64 {
	value, err := strconv.ParseFloat(strings.TrimSuffix(n.get(name), "px"), 64)
	if err != nil {
		return absent
	}
	return value
}

// declared returns a property of the style attribute.
func (n *node) declared(property string) string {
	for _, declaration := range strings.Split(n.get("style"), ";") {
		if name, value, ok := strings.Cut(declaration, ":"); ok && strings.TrimSpace(name) == property {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

func (n *node) content() string {
	var all strings.Builder
	for _, child := range n.children {
		all.WriteString(child.text)
	}
	return all.String()
}

// parseSVG reads what zrender wrote, without what only a browser needs: style
// sheets of hovering, events, and numbers that count the charts of a machine.
func parseSVG(text string) (*node, error) {
	decoder := xml.NewDecoder(strings.NewReader(text))
	top := &node{}
	open := []*node{top}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read SVG: %w", err)
		}
		last := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, attrs: kindOf(t.Attr)}
			open = append(open, n)
			if n.name != "style" {
				last.children = append(last.children, n)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if last.name == "text" {
				last.saying(string(t))
			}
		}
	}
	if len(top.children) != 1 || top.children[0].name != "svg" {
		return nil, errors.New("read SVG: no svg element")
	}
	return top.children[0], nil
}

// kindOf returns the attributes that say how something looks.
func kindOf(list []xml.Attr) []attr {
	counted := regexp.MustCompile(`\bzr\d+-`)
	var attrs []attr
	for _, a := range list {
		name := a.Name.Local
		if a.Name.Space != "" || strings.HasPrefix(name, "ecmeta_") || name == "class" || name == "pointer-events" || name == "xmlns" {
			continue
		}
		value := a.Value
		if name == "id" || strings.Contains(value, "url(#") {
			value = counted.ReplaceAllString(value, "zr-")
		}
		attrs = append(attrs, attr{name, value})
	}
	return attrs
}

// bytes writes the SVG.
func (n *node) bytes() []byte {
	var out bytes.Buffer
	n.write(&out)
	return out.Bytes()
}

func (n *node) write(out *bytes.Buffer) {
	escape := func(text string) { _ = xml.EscapeText(out, []byte(text)) } // a buffer takes everything
	if n.name == "" {
		escape(n.text)
		return
	}
	out.WriteString("<" + n.name)
	for _, a := range n.attrs {
		out.WriteString(" " + a.name + `="`)
		escape(a.value)
		out.WriteString(`"`)
	}
	if len(n.children) == 0 {
		out.WriteString("/>")
		return
	}
	out.WriteString(">")
	for _, child := range n.children {
		child.write(out)
	}
	out.WriteString("</" + n.name + ">")
}
