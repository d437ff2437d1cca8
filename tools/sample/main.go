// Command sample writes the sample workbook of an invented county and the outline
// of its townships. The same seed always gives the same cells:
//
//	go run ./tools/sample [-o FILE.xlsx] [-outline FILE.geojson]
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

const defaultPath = "sample/示例县新能源新材料产业链.xlsx"

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "sample:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("sample", flag.ContinueOnError)
	path := flags.String("o", defaultPath, "workbook to write")
	shapes := flags.String("outline", outlinePath, "outline to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	tables, err := county()
	if err != nil {
		return err
	}
	file, err := workbook(tables)
	if err != nil {
		return err
	}
	defer file.Close()
	buffer, err := file.WriteToBuffer()
	if err != nil {
		return err
	}
	if err := os.WriteFile(*path, buffer.Bytes(), 0o644); err != nil {
		return err
	}
	if err := writeOutline(*shapes); err != nil {
		return err
	}
	for _, t := range tables {
		fmt.Fprintf(out, "%s %d\n", t.name, len(t.rows))
	}
	return nil
}

// county returns every sheet of the workbook in the order of the contract.
func county() ([]table, error) {
	firms, err := enterprises()
	if err != nil {
		return nil, err
	}
	d := newDirectory(firms)
	projects, err := projectTable(firms)
	if err != nil {
		return nil, err
	}
	questions, err := issueTable(d)
	if err != nil {
		return nil, err
	}
	visits, err := visitTable(d)
	if err != nil {
		return nil, err
	}
	tables := []table{
		notesTable(), chainTable(), leadershipTable(), regionTable(), segmentTable(), technologyTable(d), applicationTable(d),
		enterpriseTable(firms), projects, arrivalTable(d), clusterTable(firms), platformTable(d), questions, policyTable(d),
		indicatorTable(), dispatchTable(firms), targetTable(), visits, eventTable(d), decisionTable(), prospectTable(d),
	}
	return tables, d.err()
}
