package workbook

import (
	"bytes"
	"errors"
	"io"
)

// markup cuts XML into tags and text without building anything: a sheet of a
// million cells passes through one small buffer. It knows what spreadsheet
// parts contain (elements, attributes, text, CDATA, comments), refuses document
// types, and ignores namespace prefixes.
type markup struct {
	src        io.Reader
	buf        []byte
	start, end int

	// The current token, valid until the next call of next.
	kind  tokenKind
	name  []byte // local name of a tag
	attrs []byte // its attributes as written
	text  []byte // text, entities not yet replaced
	cdata bool   // text holds no entities
	owed  bool   // an empty tag still owes its closing
}

type tokenKind uint8

const (
	textToken tokenKind = iota
	openToken
	closeToken
)

// maxToken bounds one tag or text; a cell holds 32,767 characters at most.
const maxToken = 4 << 20

// maxInQuotes bounds the '>' inside the attributes of one tag: each costs a
// look at the whole tag.
const maxInQuotes = 100

var errMarkup = errors.New("workbook: malformed or oversized markup")

func newMarkup(src io.Reader) *markup {
	return &markup{src: src, buf: make([]byte, 64<<10)}
}

// next moves to the next token; io.EOF is the end of the input.
func (m *markup) next() error {
	if m.owed {
		m.owed, m.kind = false, closeToken
		return nil
	}
	for {
		n, err := m.find('<', 0)
		if err != nil {
			return err
		}
		if n > 0 {
			m.kind, m.cdata, m.text = textToken, false, m.buf[m.start:m.start+n]
			m.start += n
			return nil
		}
		body, err := m.tag()
		if err != nil {
			return err
		}
		if done, err := m.classify(body); done || err != nil {
			return err
		}
	}
}

// tag returns what stands between '<' and its '>'.
func (m *markup) tag() ([]byte, error) {
	for from, tries := 1, 0; ; tries++ {
		n, err := m.find('>', from)
		if err == io.EOF {
			return nil, io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		body := m.buf[m.start+1 : m.start+n]
		if wholeTag(body) {
			m.start += n + 1
			return body, nil
		}
		if tries > maxInQuotes && body[0] != '!' {
			return nil, errMarkup
		}
		from = n + 1
	}
}

// wholeTag reports whether a '>' after body really ends it.
func wholeTag(body []byte) bool {
	switch {
	case len(body) == 0:
		return true
	case body[0] == '?':
		return len(body) > 1 && body[len(body)-1] == '?'
	case bytes.HasPrefix(body, []byte("!--")):
		return len(body) >= 5 && bytes.HasSuffix(body, []byte("--"))
	case bytes.HasPrefix(body, []byte("![CDATA[")):
		return bytes.HasSuffix(body, []byte("]]"))
	case body[0] == '!' || body[0] == '/':
		return true
	}
	if bytes.Count(body, []byte{'"'})%2 == 0 && bytes.IndexByte(body, '\'') < 0 {
		return true
	}
	quote := byte(0)
	for _, c := range body {
		switch {
		case quote == c:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		}
	}
	return quote == 0
}

// classify sets the current token from a tag; a comment or an instruction is none.
func (m *markup) classify(body []byte) (bool, error) {
	switch {
	case len(body) == 0:
		return false, errMarkup
	case body[0] == '?':
		return false, checkEncoding(body)
	case bytes.HasPrefix(body, []byte("!--")):
		return false, nil
	case bytes.HasPrefix(body, []byte("![CDATA[")):
		m.kind, m.cdata, m.text = textToken, true, body[len("![CDATA["):len(body)-2]
		return true, nil
	case body[0] == '!':
		return false, errMarkup // a document type: never in a workbook
	case body[0] == '/':
		m.kind, m.name = closeToken, localName(bytes.TrimRight(body[1:], " \t\r\n"))
		return true, nil
	}
	if body[len(body)-1] == '/' {
		m.owed = true
		body = body[:len(body)-1]
	}
	m.kind, m.name, m.attrs = openToken, body, nil
	for i, c := range body {
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			m.name, m.attrs = body[:i], body[i:]
			break
		}
	}
	m.name = localName(m.name)
	return true, nil
}

// checkEncoding refuses an XML declaration of another encoding than UTF-8.
func checkEncoding(declaration []byte) error {
	declared := bytes.ToLower(declaration)
	if bytes.Contains(declared, []byte("encoding")) && !bytes.Contains(declared, []byte("utf-8")) &&
		!bytes.Contains(declared, []byte("ascii")) {
		return errMarkup
	}
	return nil
}

// find returns the distance from start to the next delim at or after from.
func (m *markup) find(delim byte, from int) (int, error) {
	for {
		if m.start+from < m.end {
			if i := bytes.IndexByte(m.buf[m.start+from:m.end], delim); i >= 0 {
				return from + i, nil
			}
			from = m.end - m.start
		}
		if err := m.fill(); err != nil {
			return 0, err
		}
	}
}

// fill reads more behind what is still wanted, growing the buffer when it is full.
func (m *markup) fill() error {
	if m.start > 0 {
		m.end = copy(m.buf, m.buf[m.start:m.end])
		m.start = 0
	}
	if m.end == len(m.buf) {
		if len(m.buf) >= maxToken {
			return errMarkup
		}
		m.buf = append(m.buf, make([]byte, len(m.buf))...)
	}
	for range 100 {
		n, err := m.src.Read(m.buf[m.end:])
		m.end += n
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return io.ErrNoProgress
}

func localName(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

// is reports whether the current tag has this local name.
func (m *markup) is(name string) bool { return string(m.name) == name }

// attr returns the raw value of an attribute of the current tag by local name, or nil.
func (m *markup) attr(name string) []byte {
	rest := m.attrs
	for {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := localName(bytes.Trim(rest[:eq], " \t\r\n"))
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : 1+end]
		}
		rest = rest[end+2:]
	}
}

// attribute returns an attribute's value with entities replaced, "" when absent.
func (m *markup) attribute(name string) string { return string(unescape(m.attr(name))) }

// skip moves past the end of the element just opened.
func (m *markup) skip() error {
	for depth := 1; depth > 0; {
		if err := m.next(); err != nil {
			return err
		}
		switch m.kind {
		case openToken:
			depth++
		case closeToken:
			depth--
		}
	}
	return nil
}

// appendText appends the text of the current text token to dst.
func (m *markup) appendText(dst []byte) []byte {
	if m.cdata || bytes.IndexByte(m.text, '&') < 0 {
		return append(dst, m.text...)
	}
	return append(dst, unescape(m.text)...)
}
