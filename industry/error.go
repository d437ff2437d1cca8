// Package industry is the domain of chainboard: chains, enterprises, projects,
// monthly reports, targets and every indicator computed from them. It imports
// the standard library only, and nothing else in the program computes a figure.
package industry

import "fmt"

// Kind says what sort of failure an Error is; the server maps it to a status.
type Kind string

// The kinds of failure a person can be told about.
const (
	Invalid         Kind = "invalid"
	NotFound        Kind = "not_found"
	Conflict        Kind = "conflict"
	Forbidden       Kind = "forbidden"
	Unauthenticated Kind = "unauthenticated"
	TooLarge        Kind = "too_large"
	Unsupported     Kind = "unsupported"
	RateLimited     Kind = "rate_limited"
	Internal        Kind = "internal"
)

// Error is a failure that may be shown to a person: Message is a Chinese
// sentence that says what to do, Fields holds one sentence per wrong field.
type Error struct {
	Kind    Kind
	Message string
	Fields  map[string]string
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// Errorf makes an Error of a kind with a formatted message.
func Errorf(kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...)}
}
