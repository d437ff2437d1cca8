package static

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// prefix is where Handler expects to be mounted.
const prefix = "/static/"

// hashLength is how many hexadecimal digits of the SHA-256 a served name carries.
const hashLength = 10

// Assets is the set of files a browser may load, each under a name with the
// hash of its content.
type Assets struct {
	served map[string]*asset // by hashed name, without prefix
	hashed map[string]string // plain name → hashed name
}

// Load reads the embedded files, joins the bundles and gives each file its
// hashed name. It fails when a style sheet refers to a file that is not there.
func Load() (*Assets, error) {
	assets := &Assets{served: map[string]*asset{}, hashed: map[string]string{}}
	for _, dir := range []string{"img", "vendor"} {
		err := fs.WalkDir(files, dir, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			content, err := files.ReadFile(name)
			assets.add(name, content)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("static: read %s: %w", dir, err)
		}
	}
	for _, bundle := range bundles() {
		content, err := join(bundle.parts)
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(bundle.name, ".css") {
			if content, err = assets.rewrite(bundle.name, content); err != nil {
				return nil, err
			}
		}
		assets.add(bundle.name, content)
	}
	return assets, nil
}

// URL returns the address of the file with the given plain name, as in
// "css/chainboard.css" → "/static/css/chainboard.0123456789.css".
// It panics on a name that is not embedded: a slip of the template, which
// html/template turns into an error of that page.
func (assets *Assets) URL(name string) string {
	hashed, ok := assets.hashed[name]
	if !ok {
		panic(fmt.Sprintf("static: no file %q", name))
	}
	return prefix + hashed
}

// add puts content under the hashed form of name.
func (assets *Assets) add(name string, content []byte) {
	sum := sha256.Sum256(content)
	hash := hex.EncodeToString(sum[:])[:hashLength]
	extension := path.Ext(name)
	hashed := strings.TrimSuffix(name, extension) + "." + hash + extension
	assets.hashed[name] = hashed
	assets.served[hashed] = &asset{content: content, hash: hash, mediaType: mediaType(name)}
}

// join concatenates embedded files, each on lines of its own.
func join(names []string) ([]byte, error) {
	var all bytes.Buffer
	for _, name := range names {
		content, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("static: %w", err)
		}
		all.Write(content)
		all.WriteByte('\n')
	}
	return all.Bytes(), nil
}

// rewrite replaces each url(…) of a style sheet by the hashed name of the file
// it means, so that fonts and pictures are as immutable as the sheet itself.
func (assets *Assets) rewrite(sheet string, content []byte) ([]byte, error) {
	var missing []string
	reference := regexp.MustCompile(`url\(([^)]*)\)`)
	result := reference.ReplaceAllFunc(content, func(match []byte) []byte {
		target := strings.Trim(string(match[len("url("):len(match)-1]), `"' `)
		hashed, ok := assets.hashed[path.Join(path.Dir(sheet), target)]
		if !ok {
			missing = append(missing, target)
			return match
		}
		return []byte("url(" + prefix + hashed + ")")
	})
	if len(missing) > 0 {
		return nil, fmt.Errorf("static: %s refers to missing files: %s", sheet, strings.Join(missing, ", "))
	}
	return result, nil
}
