package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed says which packages of ours, and which libraries kept to one room,
// each package may import (ARCHITECTURE.md, direction).
var allowed = map[string][]string{
	"chainboard":                {"server", "office", "sample", "static", "industry"},
	"chainboard/server":         {"office", "charts", "picture", "auth", "store", "static", "industry"},
	"chainboard/office":         {"workbook", "report", "charts", "picture", "store", "auth", "industry"},
	"chainboard/store":          {"sql", "industry"},
	"chainboard/auth":           {"industry"},
	"chainboard/charts":         {"industry"},
	"chainboard/report":         {"industry"},
	"chainboard/picture":        {"static"},
	"chainboard/workbook":       {"industry"},
	"chainboard/industry":       {},
	"chainboard/sql":            {},
	"chainboard/static":         {},
	"chainboard/sample":         {},
	"chainboard/testkit":        {},
	"chainboard/tools/sample":   {},
	"chainboard/tools/pictures": {"tools/instance"},
	"chainboard/tools/instance": {"server", "office", "sample", "static"},
	"chainboard/tools/fonts":    {},
	"chainboard/tools/soak":     {},
	"chainboard/tools/load":     {"tools/instance", "store", "industry"},
}

// rooms are the libraries that only some packages may import.
var rooms = map[string][]string{
	"github.com/gin-gonic/gin":         {"chainboard/server"},
	"github.com/alexedwards/scs/v2":    {"chainboard/server"},
	"github.com/go-echarts/go-echarts": {"chainboard/charts"},
	"github.com/jmoiron/sqlx":          {"chainboard/store"},
	"github.com/mozillazg/go-pinyin":   {"chainboard/office"},
	"codeberg.org/go-pdf/fpdf":         {"chainboard/report"},
	"github.com/lib/pq":                {"chainboard/store", "chainboard/testkit"},
	"modernc.org/sqlite":               {"chainboard/store"},
	"github.com/xuri/excelize/v2":      {"chainboard/workbook", "chainboard/report", "chainboard/tools/sample"},
	"github.com/richardlehane/mscfb":   {"chainboard/workbook"},
	"golang.org/x/text":                {"chainboard/workbook"},
	"golang.org/x/crypto":              {"chainboard/auth"},
	"github.com/dop251/goja":           {"chainboard/picture"},
	"golang.org/x/image":               {"chainboard/picture"},
	"database/sql":                     {"chainboard/store", "chainboard/testkit", "chainboard/industry"}, // industry: driver.Valuer of its values
}

type listed struct {
	ImportPath string
	Imports    []string
}

func TestImportDirection(t *testing.T) {
	for _, p := range ownPackages(t) {
		ours, known := allowed[p.ImportPath]
		if !known {
			t.Errorf("%s is not in the plan of the house", p.ImportPath)
		}
		for _, path := range p.Imports {
			if rest, own := strings.CutPrefix(path, "chainboard/"); own && !slices.Contains(ours, rest) {
				t.Errorf("%s must not import %s", p.ImportPath, path)
			}
			for library, holders := range rooms {
				if (path == library || strings.HasPrefix(path, library+"/")) && !slices.Contains(holders, p.ImportPath) {
					t.Errorf("%s must not import %s", p.ImportPath, path)
				}
			}
			if p.ImportPath == "chainboard/industry" && strings.Contains(path, ".") {
				t.Errorf("industry imports %s; it keeps to the standard library", path)
			}
		}
	}
}

func ownPackages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var packages []listed
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if len(packages) < 10 {
		t.Fatalf("go list named %d packages", len(packages))
	}
	return packages
}
