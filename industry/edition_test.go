package industry

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestEditionCheck(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, Shanghai)
	good := Edition{Name: "2.0版", Approver: "县工信局", Note: "第一行\n第二行", Dated: "2026-09-15", AsOf: now.AddDate(0, 0, -1)}
	if err := good.Check(now); err != nil {
		t.Error(err)
	}
	for field, spoil := range map[string]func(*Edition){
		"name":     func(e *Edition) { e.Name = "2.0版\r\n审定：无" },
		"approver": func(e *Edition) { e.Approver = "县工信局\x00" },
		"note":     func(e *Edition) { e.Note = strings.Repeat("长", MostEditionNote+1) },
		"dated":    func(e *Edition) { e.Dated = "2026-11-25" },
		"as_of":    func(e *Edition) { e.AsOf = now.Add(time.Second) },
	} {
		e := good
		spoil(&e)
		var told *Error
		if !errors.As(e.Check(now), &told) || told.Kind != Invalid {
			t.Errorf("%s: %v", field, e.Check(now))
			continue
		}
		var fields []string
		for name := range told.Fields {
			fields = append(fields, name)
		}
		if !slices.Equal(fields, []string{field}) {
			t.Errorf("%s: %v", field, told.Fields)
		}
	}
}
