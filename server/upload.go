package server

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"

	"chainboard/industry"
	"chainboard/office"
)

const (
	maxUpload = 64 << 20 // of one file, in bytes
	maxField  = 16 << 10 // of one field beside it
)

// upload reads a multipart form with one file in the field "file" into memory,
// never to disk. Options stand in the address or in fields: good_rows,
// withdraw_absent, explain, and register, the noun of the one list the file is for.
func (c *request) upload() (office.Upload, error) {
	u := office.Upload{Actor: c.actor()}
	values := map[string]string{}
	read, err := c.parts()
	if err != nil {
		return u, err
	}
	found := false
	for {
		part, err := read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return u, unreadable(err)
		}
		if part.name != "file" {
			values[part.name] = asText(string(part.data))
			continue
		}
		u.Name, u.Data, found = asText(part.file), part.data, part.file != ""
	}
	if !found {
		return u, &industry.Error{
			Kind: industry.Invalid, Message: "没有收到文件，请选择要导入的工作簿",
			Fields: map[string]string{"file": "请选择要导入的工作簿"},
		}
	}
	option := func(name string) string {
		if text, ok := c.GetQuery(name); ok {
			return text
		}
		return values[name]
	}
	u.Register = option("register")
	u.Options = office.ImportOptions{
		GoodRows: flag(option("good_rows")), WithdrawAbsent: flag(option("withdraw_absent")), Explain: option("explain"),
	}
	return u, nil
}

// part is one field or file of a multipart form.
type part struct {
	name, file string
	data       []byte
}

// parts returns a function that gives the form's parts one after the other, and
// io.EOF after the last.
func (c *request) parts() (func() (part, error), error) {
	if media, _, err := mime.ParseMediaType(c.GetHeader("Content-Type")); err != nil || media != "multipart/form-data" {
		return nil, industry.Errorf(industry.Unsupported, "请用 multipart/form-data 表单上传文件，字段名为 file")
	}
	if form := c.Request.MultipartForm; form != nil { // read already, for the token in it
		return formParts(form), nil
	}
	reader, err := c.Request.MultipartReader()
	if err != nil {
		return nil, unreadable(err)
	}
	return func() (part, error) {
		p, err := reader.NextPart()
		if err != nil {
			return part{}, err
		}
		limit, expected := int64(maxField), int64(-1)
		if p.FileName() != "" {
			limit, expected = maxUpload, c.Request.ContentLength
		}
		data, err := readAtMost(p, limit, expected)
		return part{p.FormName(), p.FileName(), data}, err
	}, nil
}

func formParts(form *multipart.Form) func() (part, error) {
	var all []func() (part, error)
	for name, values := range form.Value {
		if len(values) > 0 {
			all = append(all, func() (part, error) { return part{name: name, data: []byte(values[0])}, nil })
		}
	}
	for name, files := range form.File {
		for _, file := range files {
			all = append(all, func() (part, error) {
				opened, err := file.Open()
				if err != nil {
					return part{}, err
				}
				data, err := readAtMost(opened, maxUpload, file.Size)
				return part{name, file.Filename, data}, errors.Join(err, opened.Close())
			})
		}
	}
	return func() (part, error) {
		if len(all) == 0 {
			return part{}, io.EOF
		}
		next := all[0]
		all = all[1:]
		return next()
	}
}

// readAtMost reads everything up to a limit; more is too large. expected, -1 when
// unknown, spares a large file from being copied while it grows.
func readAtMost(r io.Reader, limit, expected int64) ([]byte, error) {
	var data bytes.Buffer
	data.Grow(int(max(0, min(limit, expected))) + bytes.MinRead)
	n, err := data.ReadFrom(io.LimitReader(r, limit+1))
	if err == nil && n > limit {
		return nil, &http.MaxBytesError{Limit: limit}
	}
	return data.Bytes(), err
}
