// Package report gives papers their form: industry.Document in, the bytes of a
// file out. It computes nothing and knows no database; every figure is a text
// already.
package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strings"
	"time"
)

// part is one file of an Office package.
type part struct{ name, content string }

// pack writes the parts as a zip file; the same parts give the same bytes.
func pack(parts []part) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(p.content)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// epoch is the first day a zip file can tell: the packing has no time of its own.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// escaped writes a text for XML; what XML cannot hold becomes U+FFFD.
func escaped(s string) string {
	var out strings.Builder
	// A strings.Builder takes every write.
	_ = xml.EscapeText(&out, []byte(s))
	return out.String()
}
