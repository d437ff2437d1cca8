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
	kept, added, err := o.KeepDocument(t.Context(), office.DocumentQuery{
		Query: office.Query{Month: industry.NewMonth(2026, 10)}, Kind: industry.Bulletin, Ending: ".docx", Actor: clerk,
	})
	if err != nil || !added {
		t.Fatal(added, err)
	}
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
