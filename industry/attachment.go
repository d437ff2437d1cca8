package industry

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Limits of attachments, in bytes: what one file and what all files of a record
// that are not withdrawn may take. They lie in the database, with its backups.
const (
	MostAttachmentBytes  = 20 << 20
	MostAttachmentsBytes = 200 << 20
)

// longestFileName is how long a file's name may be, in characters; longer ones
// are cut before the ending.
const longestFileName = 100

// Attachment is a file that lies beside a record of a register.
type Attachment struct {
	ID          int64     `json:"id"`
	Noun        string    `json:"-"`     // of the record's register
	Key         string    `json:"-"`     // of the record
	Place       string    `json:"place"` // the step it is evidence of; "" of the whole record
	Version     int64     `json:"version"`
	Name        string    `json:"name"`
	MediaType   string    `json:"media_type"`
	Size        int64     `json:"size"` // bytes
	SHA256      string    `json:"sha256"`
	UploadedBy  string    `json:"uploaded_by"`
	UploadedAt  time.Time `json:"uploaded_at"`
	WithdrawnBy string    `json:"withdrawn_by"` // "" while it stands
	WithdrawnAt time.Time `json:"-"`
}

// Withdrawn reports whether the file was taken back; it is kept all the same.
func (a Attachment) Withdrawn() bool { return a.WithdrawnBy != "" }

// SizeText is the size as a screen shows it: 1.2 MB, 340 KB.
func (a Attachment) SizeText() string {
	if a.Size < 1<<20 {
		return fmt.Sprintf("%d KB", max(1, (a.Size+1<<10-1)>>10))
	}
	return fmt.Sprintf("%.1f MB", float64(a.Size)/(1<<20))
}

// fileKind is a kind of file that may be attached: what it is called, and what
// its content must look like.
type fileKind struct {
	endings   []string
	mediaType string
	looks     func([]byte) bool
}

func fileKinds() []fileKind {
	begins := func(with string) func([]byte) bool {
		return func(data []byte) bool { return bytes.HasPrefix(data, []byte(with)) }
	}
	return []fileKind{
		{[]string{".pdf"}, "application/pdf", begins("%PDF-")},
		{[]string{".jpg", ".jpeg"}, "image/jpeg", begins("\xff\xd8\xff")},
		{[]string{".png"}, "image/png", begins("\x89PNG\r\n\x1a\n")},
		{[]string{".docx"}, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", packed("word/document.xml")},
		{[]string{".xlsx"}, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", packed("xl/workbook.xml")},
		{[]string{".ofd"}, "application/ofd", packed("OFD.xml")},
		{[]string{".doc", ".wps"}, "application/msword", compound("WordDocument")},
		{[]string{".xls", ".et"}, "application/vnd.ms-excel", compound("Workbook", "Book")},
		{[]string{".txt"}, "text/plain; charset=utf-8", plainText},
	}
}

// packed reports files that are a zip with an entry of this name.
func packed(entry string) func([]byte) bool {
	return func(data []byte) bool {
		files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		return err == nil && slices.ContainsFunc(files.File, func(f *zip.File) bool { return strings.TrimPrefix(f.Name, "/") == entry })
	}
}

// compound reports compound files (MS-CFB) with a stream of one of these names.
func compound(streams ...string) func([]byte) bool {
	return func(data []byte) bool {
		return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) && slices.ContainsFunc(streams, func(stream string) bool {
			var name []byte
			for _, unit := range append(utf16.Encode([]rune(stream)), 0) {
				name = append(name, byte(unit), byte(unit>>8))
			}
			return bytes.Contains(data, name)
		})
	}
}

// plainText reports text in UTF-8 or GBK, or in UTF-16 with its mark, without
// characters that only programs use.
func plainText(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return len(data)%2 == 0
	}
	return !slices.ContainsFunc(data, func(b byte) bool { return b < ' ' && b != '\t' && b != '\r' && b != '\n' && b != '\f' })
}

// AttachmentEndings returns the endings of files that may be attached: .pdf, .jpg, …
func AttachmentEndings() []string {
	var endings []string
	for _, k := range fileKinds() {
		endings = append(endings, k.endings...)
	}
	return endings
}

// AttachmentOf takes a file as it was handed in: its name made safe and its kind
// by ending and content. What may not be attached is Invalid, Unsupported or
// TooLarge with a sentence that names the limit.
func AttachmentOf(name string, data []byte) (Attachment, error) {
	a := Attachment{Name: SafeFileName(name), Size: int64(len(data))}
	ending := strings.ToLower(path.Ext(a.Name))
	kinds := fileKinds()
	i := slices.IndexFunc(kinds, func(k fileKind) bool { return slices.Contains(k.endings, ending) })
	switch {
	case len(data) == 0:
		return a, fileError(Invalid, "文件“"+a.Name+"”是空的，请重新选择")
	case len(data) > MostAttachmentBytes:
		return a, fileError(TooLarge, fmt.Sprintf("文件“%s”有 %s，单个附件最多 %d MB，请压缩或拆分", a.Name, a.SizeText(), MostAttachmentBytes>>20))
	case i < 0:
		return a, fileError(Unsupported, "附件只收 "+strings.Join(AttachmentEndings(), ListSeparator)+" 文件，“"+a.Name+"”不在其中")
	case !kinds[i].looks(data):
		return a, fileError(Unsupported, "“"+a.Name+"”的内容不是 "+ending+" 文件，可能改过扩展名或已损坏，请用原来的程序另存后再上传")
	}
	a.MediaType = kinds[i].mediaType
	return a, nil
}

// RoomFor refuses a file that does not fit beside those a record has, or that
// it has already.
func RoomFor(a Attachment, kept []Attachment) error {
	total := a.Size
	for _, k := range kept {
		switch {
		case k.Withdrawn():
			continue
		case k.SHA256 == a.SHA256 && k.Place == a.Place:
			return fileError(Conflict, "这份文件已上传过，名为“"+k.Name+"”")
		}
		total += k.Size
	}
	if total > MostAttachmentsBytes {
		rest := Attachment{Size: max(0, MostAttachmentsBytes-(total-a.Size))}
		return fileError(TooLarge, fmt.Sprintf("这条记录的附件合计最多 %d MB，还可上传 %s；请先撤下不用的附件", MostAttachmentsBytes>>20, rest.SizeText()))
	}
	return nil
}

func fileError(kind Kind, sentence string) *Error {
	return &Error{Kind: kind, Message: sentence, Fields: map[string]string{"file": sentence}}
}

// SafeFileName makes a name that any system can keep: no path, no control or
// direction characters, none that Windows refuses, at most 100 characters.
func SafeFileName(name string) string {
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r):
			return -1
		case strings.ContainsRune(`<>:"|?*`, r):
			return '_'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, name)
	name = strings.TrimRight(strings.Join(strings.Fields(name), " "), ". ")
	ending := path.Ext(name)
	if utf8.RuneCountInString(ending) > longestFileName/2 {
		ending = ""
	}
	stem := []rune(strings.Trim(strings.TrimSuffix(name, ending), ". "))
	if len(stem) == 0 {
		stem = []rune("附件")
	}
	if most := longestFileName - utf8.RuneCountInString(ending); len(stem) > most {
		stem = stem[:most]
	}
	return string(stem) + ending
}
