// Package office is what the command line and the web server share: importing,
// exporting, accounts, and reading the facts of dispatch for industry to
// compute with. One concrete type; it knows neither HTTP nor SQL.
package office

import (
	"sync"
	"time"

	"chainboard/auth"
	"chainboard/industry"
	"chainboard/picture"
	"chainboard/report"
	"chainboard/store"
)

// Office works on one store.
type Office struct {
	store  *store.Store
	hasher *auth.Hasher
	locks  auth.LockPolicy
	sample Sample
	tries  tries

	memory   *memory
	pictures *picture.Renderer
	outlines outlines
	jobs     *jobs
	fonts    func() (report.Fonts, error) // of papers, unpacked once: they are large
}

// New returns an office on a store. hasher proves passwords, its cost is the
// caller's choice; sample is what an empty database can be filled with.
func New(s *store.Store, hasher *auth.Hasher, sample Sample) *Office {
	return &Office{
		store: s, hasher: hasher, locks: auth.DefaultLockPolicy(), sample: sample,
		memory: newMemory(), pictures: picture.New(), jobs: newJobs(), fonts: sync.OnceValues(paperFonts),
	}
}

// Actor is who does something and from where, for revisions and the audit log.
type Actor struct {
	Name    string
	Address string // IP address, or "命令行"
}

// Entry opens an audit entry of this actor.
func (a Actor) Entry(action industry.Action, object string) *industry.AuditEntry {
	return &industry.AuditEntry{Actor: a.Name, Address: a.Address, Action: action, Object: object}
}

// Today returns the business day by the store's clock.
func (o *Office) Today() industry.Date { return industry.DateOf(o.store.Now()) }

// Now returns the store's clock.
func (o *Office) Now() time.Time { return o.store.Now() }
