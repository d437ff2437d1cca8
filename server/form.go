package server

import (
	"errors"

	"chainboard/industry"
)

// form is a posted form on its way back to whoever has to correct it: what was
// typed and one sentence for each wrong field. Secrets are never given back.
type form struct {
	Values  map[string]string
	Errors  map[string]string
	Message string // what concerns no single field
}

// formOf reads the named fields of the posted form.
func (c *request) formOf(names ...string) form {
	f := form{Values: make(map[string]string, len(names)), Errors: map[string]string{}}
	for _, name := range names {
		f.Values[name] = c.field(name)
	}
	return f
}

// blame puts an error that a person can mend into the form. fields maps the
// names industry uses to those of the form. Any other error stays one.
func (f *form) blame(err error, fields map[string]string) error {
	var e *industry.Error
	if !errors.As(err, &e) || e.Kind != industry.Invalid && e.Kind != industry.Conflict {
		return err
	}
	placed := false
	for name, sentence := range e.Fields {
		if own, ok := fields[name]; ok {
			f.Errors[own] = sentence
			placed = true
		}
	}
	if !placed {
		f.Message = e.Message
	}
	return nil
}
