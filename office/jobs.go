package office

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"chainboard/industry"
)

// Bounds on jobs: running of one owner, running in all, and how long the outcome
// of one that ended can be looked at.
const (
	MostJobsOfOne = 2
	mostJobs      = 6
	jobMemory     = time.Hour
)

// jobs are the jobs of this process.
type jobs struct {
	ctx     context.Context // of every job; ends when the office closes
	stop    context.CancelFunc
	running sync.WaitGroup

	mu  sync.Mutex
	all map[string]*keptJob // by id
}

type keptJob struct {
	Job
	cancel context.CancelFunc
	ended  chan struct{} // closed then
}

func newJobs() *jobs {
	ctx, stop := context.WithCancel(context.Background())
	return &jobs{ctx: ctx, stop: stop, all: map[string]*keptJob{}}
}

// close ends every job and waits for them.
func (k *jobs) close() {
	k.mu.Lock()
	k.stop()
	k.mu.Unlock()
	k.running.Wait()
}

// add takes a job up and forgets those that ended long before it began.
func (k *jobs) add(j Job, cancel context.CancelFunc) (Job, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.ctx.Err() != nil {
		return Job{}, industry.Errorf(industry.RateLimited, "服务正在停止，请稍后再试")
	}
	own, all := 0, 0
	for id, other := range k.all {
		switch {
		case other.Running():
			all++
			if other.Owner == j.Owner {
				own++
			}
		case j.Began.Sub(other.Ended) > jobMemory:
			delete(k.all, id)
		}
	}
	if own >= MostJobsOfOne {
		return Job{}, industry.Errorf(industry.RateLimited, "同一账号或令牌最多同时做%d件，请等做完一件，或取消一件再来", MostJobsOfOne)
	}
	if all >= mostJobs {
		return Job{}, industry.Errorf(industry.RateLimited, "服务正在做的事太多，请稍等几分钟再来")
	}
	k.running.Add(1)
	k.all[j.ID] = &keptJob{j, cancel, make(chan struct{})}
	return j, nil
}

// tell notes the progress of a job.
func (k *jobs) tell(id string, p Progress) {
	k.mu.Lock()
	defer k.mu.Unlock()
	j := k.all[id]
	j.Progress, j.Percent = p, p.Percent()
}

// end notes what became of a job.
func (k *jobs) end(id string, end Job) {
	k.mu.Lock()
	defer k.mu.Unlock()
	j := k.all[id]
	j.State, j.Outcome, j.Error, j.Ended, j.Stopping = end.State, end.Outcome, end.Error, end.Ended, false
	if j.State == JobDone {
		j.Progress, j.Percent = Progress{Parts: j.Progress.Parts, Part: len(j.Progress.Parts)}, 100
	}
	close(j.ended)
}

// await waits for a job to end, and no longer than ctx.
func (k *jobs) await(ctx context.Context, id, owner string) (Job, error) {
	k.mu.Lock()
	j := k.all[id]
	k.mu.Unlock()
	if j == nil {
		return Job{}, noJob()
	}
	select {
	case <-j.ended:
	case <-ctx.Done():
	}
	return k.get(id, owner)
}

func (k *jobs) get(id, owner string) (Job, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	j := k.all[id]
	if j == nil || j.Owner != owner {
		return Job{}, noJob()
	}
	return j.Job, nil
}

func (k *jobs) cancel(id, owner string) (Job, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	j := k.all[id]
	if j == nil || j.Owner != owner {
		return Job{}, noJob()
	}
	if j.Running() {
		j.Stopping = true
		j.cancel()
	}
	return j.Job, nil
}

func (k *jobs) runningOf(owner string) []Job {
	k.mu.Lock()
	defer k.mu.Unlock()
	var list []Job
	for _, j := range k.all {
		if j.Owner == owner && j.Running() {
			list = append(list, j.Job)
		}
	}
	slices.SortFunc(list, func(a, b Job) int { return cmp.Or(b.Began.Compare(a.Began), cmp.Compare(a.ID, b.ID)) })
	return list
}
