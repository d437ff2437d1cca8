package sqlfiles_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	sqlfiles "chainboard/sql"
)

// TestMigrationsAreNumberedInARow: two with one number would run in the order of
// their names, which nobody chose.
func TestMigrationsAreNumberedInARow(t *testing.T) {
	files, err := fs.Glob(sqlfiles.Schema, "schema/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for i, file := range files {
		if want := fmt.Sprintf("schema/%04d_", i+1); !strings.HasPrefix(file, want) {
			t.Errorf("%s stands where %s… belongs", file, want)
		}
	}
}
