package office

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"chainboard/industry"
)

// JobState is how far a job is on its course.
type JobState string

// The states of a job. A cancelled or failed one left nothing behind.
const (
	JobRunning   JobState = "running"
	JobDone      JobState = "done"
	JobFailed    JobState = "failed"
	JobCancelled JobState = "cancelled"
)

// Label returns the state as screens say it.
func (s JobState) Label() string {
	switch s {
	case JobRunning:
		return "进行中"
	case JobDone:
		return "已完成"
	case JobFailed:
		return "未完成"
	case JobCancelled:
		return "已取消"
	}
	return string(s)
}

// Work is something long that is done while whoever asked for it looks at its
// progress or does something else.
type Work struct {
	Owner string // identity that may see and cancel it
	Name  string // what screens call it
	Back  string // where its owner came from
	Do    func(context.Context) (Outcome, error)
	Say   func(error) string // what its owner is told of an error
}

// Outcome is what came of a job.
type Outcome struct {
	Documents []Kept `json:"documents,omitempty"` // in the order asked for
	Import    int64  `json:"import,omitempty"`    // number of the batch
}

// Job is long work of one owner as it stands.
type Job struct {
	ID       string    `json:"id"`
	Owner    string    `json:"-"`
	Name     string    `json:"name"`
	Back     string    `json:"-"`
	State    JobState  `json:"state"`
	Stopping bool      `json:"stopping"` // cancelled, and not ended yet
	Progress Progress  `json:"progress"`
	Percent  int       `json:"percent"`
	Outcome  Outcome   `json:"outcome"`
	Error    string    `json:"error"` // why it failed
	Began    time.Time `json:"began"`
	Ended    time.Time `json:"ended,omitzero"` // zero while it runs
}

// Running reports whether the job has not ended.
func (j Job) Running() bool { return j.State == JobRunning }

// JobTime is how long a job may take; one that takes longer fails.
const JobTime = 10 * time.Minute

// Start begins work and returns its job at once. Too many under way, of one owner
// or in all, are RateLimited. The work goes on after ctx ends.
func (o *Office) Start(w Work) (Job, error) {
	ctx, cancel := context.WithTimeout(o.jobs.ctx, JobTime)
	j, err := o.jobs.add(Job{ID: rand.Text(), Owner: w.Owner, Name: w.Name, Back: w.Back, State: JobRunning, Progress: Progress{Parts: []string{}}, Began: o.now()}, cancel)
	if err != nil {
		cancel()
		return Job{}, err
	}
	ctx = WithProgress(ctx, func(p Progress) { o.jobs.tell(j.ID, p) })
	go func() {
		defer o.jobs.running.Done()
		defer cancel()
		outcome, err := do(ctx, w)
		end := Job{State: JobDone, Outcome: outcome, Ended: o.now()}
		switch {
		case err == nil:
		case errors.Is(ctx.Err(), context.DeadlineExceeded):
			end.State, end.Error = JobFailed, fmt.Sprintf("%d分钟内没有做完，已停止", int(JobTime.Minutes()))
		case ctx.Err() != nil:
			end.State = JobCancelled
		default:
			end.State, end.Error = JobFailed, w.Say(err)
		}
		o.jobs.end(j.ID, end)
	}()
	return j, nil
}

func (o *Office) now() time.Time { return o.Now().In(industry.Shanghai) }

// do runs the work; a panic in it is an error, not the end of the program.
func do(ctx context.Context, w Work) (outcome Outcome, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return w.Do(ctx)
}

// Job returns a job of an owner; nobody else is told that it is there.
func (o *Office) Job(id, owner string) (Job, error) { return o.jobs.get(id, owner) }

// AwaitJob returns a job of an owner once it has ended, or as it stands when ctx ends.
func (o *Office) AwaitJob(ctx context.Context, id, owner string) (Job, error) {
	return o.jobs.await(ctx, id, owner)
}

// Jobs returns the jobs of an owner that run, the newest first.
func (o *Office) Jobs(owner string) []Job { return o.jobs.runningOf(owner) }

// CancelJob makes a job of an owner end before it is done. One that has ended, or
// is past what can be taken back, stays as it is.
func (o *Office) CancelJob(id, owner string) (Job, error) { return o.jobs.cancel(id, owner) }

func noJob() error {
	return industry.Errorf(industry.NotFound, "没有这项任务：已经过期，或服务重启过。没有做完的不会留下任何结果，请重新开始")
}
