package server

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

const jobsPath = "/jobs"

// jobPage is long work under way, or what came of it.
type jobPage struct {
	Page
	office.Job
	Address   string
	Documents []documentRow
	Steps     []jobStep
	Took      int    // seconds, so far or in all
	Next      string // where what came of it is shown, "" for here
}

// jobStep is a part of the work: done, under way or still to come.
type jobStep struct {
	Name        string
	Done, Doing bool
}

func jobAddress(j office.Job) string { return jobsPath + "/" + url.PathEscape(j.ID) }

// begin starts long work of whoever asks and leads to its page.
func (s *server) begin(c *request, w office.Work) error {
	j, err := s.start(c, w)
	if err != nil {
		return err
	}
	return c.seeOther(jobAddress(j))
}

// start starts long work of whoever asks.
func (s *server) start(c *request, w office.Work) (office.Job, error) {
	w.Owner, w.Say = c.identityKey(), s.sayer(c.id())
	return s.office.Start(w)
}

// sayer returns what tells the owner of a job of an error: an *industry.Error in
// its own words, any other by the number of the request that began the job, under
// which the log has it.
func (s *server) sayer(id string) func(error) string {
	return func(err error) string {
		var told *industry.Error
		if errors.As(err, &told) && told.Kind != industry.Internal {
			return told.Message
		}
		s.log.Error("job failed", "request", id, "error", err)
		return internalMessage(id)
	}
}

// jobPage shows a job to its owner; a script gets the part that changes.
func (s *server) jobPage(c *request) error {
	j, err := s.office.Job(c.Param("id"), c.identityKey())
	if err != nil {
		return err
	}
	p := &jobPage{Page: Page{Title: j.Name}, Job: j, Address: jobAddress(j), Steps: jobSteps(j)}
	until := j.Ended
	if j.Running() {
		until = s.office.Now()
	}
	p.Took = int(until.Sub(j.Began).Round(time.Second).Seconds())
	for _, d := range j.Outcome.Documents {
		p.Documents = append(p.Documents, documentRow{KeptDocument: d.KeptDocument, File: documentAddress(d.KeptDocument), Again: !d.Added})
	}
	if j.State == office.JobDone && j.Outcome.Import != 0 {
		p.Next = importPath(j.Outcome.Import)
	}
	if c.scripted() {
		p.unadorned = true
		return c.html(http.StatusOK, "job_fragment", p)
	}
	if p.Next != "" {
		return c.seeOther(p.Next)
	}
	return c.html(http.StatusOK, "job", p)
}

func jobSteps(j office.Job) []jobStep {
	steps := make([]jobStep, len(j.Progress.Parts))
	for i, name := range j.Progress.Parts {
		steps[i] = jobStep{name, i < j.Progress.Part, i == j.Progress.Part && j.Running()}
	}
	return steps
}

// cancelJob makes a job end before it is done.
func (s *server) cancelJob(c *request) error {
	j, err := s.office.CancelJob(c.Param("id"), c.identityKey())
	if err != nil {
		return err
	}
	return c.seeOther(jobAddress(j))
}

// noticeJobs tells whoever began long work, on every other page, how far it is.
func (c *request) noticeJobs(p *Page) {
	for _, j := range c.s.office.Jobs(c.identityKey()) {
		if address := jobAddress(j); address != p.Path {
			p.Notices = append(p.Notices, Notice{Kind: "a", Text: j.Name + "：已完成" + strconv.Itoa(j.Percent) + "%", Href: address})
		}
	}
}

// jobBody is a job as the API tells it.
type jobBody struct {
	office.Job
	Address string `json:"address"`
}

func jobBodyOf(j office.Job) jobBody { return jobBody{j, "/api/v1" + jobAddress(j)} }

// accepted answers that work has begun, and where it is looked at.
func (c *request) accepted(j office.Job) error {
	body := jobBodyOf(j)
	c.Header("Location", body.Address)
	return c.json(http.StatusAccepted, body)
}

// apiJob answers GET /api/v1/jobs/{id}.
func (s *server) apiJob(c *request) error {
	j, err := s.office.Job(c.Param("id"), c.identityKey())
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, jobBodyOf(j))
}

// apiCancelJob answers DELETE /api/v1/jobs/{id}.
func (s *server) apiCancelJob(c *request) error {
	j, err := s.office.CancelJob(c.Param("id"), c.identityKey())
	if err != nil {
		return err
	}
	return c.accepted(j)
}
