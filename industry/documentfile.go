package industry

import (
	"slices"
	"strings"
)

// DocumentFile is a paper in one of its forms; as a text bulletin.docx.
type DocumentFile struct {
	Kind   DocumentKind
	Ending string // .docx
}

// DocumentFiles returns every form of every kind of papers, in the order people
// are shown them.
func DocumentFiles() []DocumentFile {
	var all []DocumentFile
	for _, k := range documentKinds {
		for _, ending := range k.endings {
			all = append(all, DocumentFile{k.kind, ending})
		}
	}
	return all
}

// String is the text that ParseDocumentFile reads.
func (f DocumentFile) String() string { return string(f.Kind) + f.Ending }

// Label is what people call it: 通报 .docx.
func (f DocumentFile) Label() string { return f.Kind.Label() + " " + f.Ending }

// MarshalText writes the text for JSON.
func (f DocumentFile) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what MarshalText writes; anything else is Invalid.
func (f *DocumentFile) UnmarshalText(text []byte) (err error) {
	*f, err = ParseDocumentFile(string(text))
	return err
}

// ParseDocumentFile reads bulletin.docx; a form there is not is Invalid, and the
// message lists the choices.
func ParseDocumentFile(text string) (DocumentFile, error) {
	all := DocumentFiles()
	if i := slices.IndexFunc(all, func(f DocumentFile) bool { return f.String() == text }); i >= 0 {
		return all[i], nil
	}
	names := make([]string, len(all))
	for i, f := range all {
		names[i] = f.String()
	}
	return DocumentFile{}, Errorf(Invalid, "没有“%s”这种材料或格式，请用 %s", text, strings.Join(names, "、"))
}

// ParseDocumentFiles reads a list of them with commas between, each once and in the
// order people are shown them.
func ParseDocumentFiles(text string) ([]DocumentFile, error) {
	named := map[DocumentFile]bool{}
	for one := range strings.SplitSeq(text, ",") {
		f, err := ParseDocumentFile(strings.TrimSpace(one))
		if err != nil {
			return nil, err
		}
		named[f] = true
	}
	return slices.DeleteFunc(DocumentFiles(), func(f DocumentFile) bool { return !named[f] }), nil
}
