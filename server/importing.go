package server

import (
	"context"
	"time"

	"chainboard/office"
)

// quickly is how long an import is waited for: what is done by then is answered on
// its own page, as if it were no job.
const quickly = 1500 * time.Millisecond

// importing is what the job of an import is called and where it was begun.
type importing struct{ name, back string }

// importing reads, compares or writes a workbook as a job, alone of its kind. What
// ends quickly is returned; of what takes longer, the address where its progress is
// looked at.
func (s *server) importing(c *request, about importing, do func(context.Context) (office.Import, error)) (i office.Import, elsewhere string, err error) {
	var made office.Import // the job's own, until it has ended
	var failed error
	w := office.Work{Name: about.name, Back: about.back, Do: func(ctx context.Context) (office.Outcome, error) {
		failed = s.alone(ctx, func() (err error) {
			made, err = do(ctx)
			return err
		})
		return office.Outcome{Import: made.ID}, failed
	}}
	j, err := s.start(c, w)
	if err != nil {
		return i, "", err
	}
	patience, cancel := context.WithTimeout(c.ctx(), s.quickly)
	defer cancel()
	if j, err = s.office.AwaitJob(patience, j.ID, j.Owner); err != nil || j.Running() {
		return i, jobAddress(j), err
	}
	return made, "", failed
}
