package office_test

import (
	"testing"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/testkit"
)

// A file that was changed in the database behind the program's back does not leave.
func TestAChangedKeptDocumentDoesNotLeave(t *testing.T) {
	url := testkit.SQLite(t)
	o := openOffice(t, url)
	clerk := office.Actor{Name: "office"}
	all, err := o.KeepDocuments(t.Context(), office.KeepRequest{
		Query: office.Query{Month: industry.NewMonth(2026, 10)}, Files: []industry.DocumentFile{{Kind: industry.Bulletin, Ending: ".docx"}}, Actor: clerk,
	})
	if err != nil || len(all) != 1 || !all[0].Added {
		t.Fatal(all, err)
	}
	kept := all[0]
	if _, content, err := o.KeptDocument(t.Context(), kept.ID, clerk); err != nil || int64(len(content)) != kept.Size {
		t.Fatalf("%d bytes of %d, %v", len(content), kept.Size, err)
	}
	if _, err := rawDatabase(t, url).ExecContext(t.Context(), "UPDATE kept_document SET content = x'00'"); err != nil {
		t.Fatal(err)
	}
	if _, content, err := o.KeptDocument(t.Context(), kept.ID, clerk); err == nil || content != nil {
		t.Errorf("%d changed bytes left, %v", len(content), err)
	}
}
