package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/tools/instance"
)

const scenePath = "/screen/scenes/overview"

// perKey is how many of the screens share a key: a server bounds them.
const perKey = 50

// arrival is when a screen was told of a change and when it had the scene.
type arrival struct {
	told, shown time.Time
	err         error
}

// screen is one open wall.
type screen struct {
	client   *http.Client
	base     string
	cookie   string
	tag      string
	events   *bufio.Scanner
	arrivals chan arrival
}

// push opens the screens, saves a figure in each round through the first instance
// and prints how long it took until the screens were told and until they had the
// new scene, counted from the beginning of the saving.
func push(ctx context.Context, o options, all []*instance.Instance) error {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: o.screens, DisableCompression: true}}
	var screens []*screen
	cookie := ""
	for n := range o.screens {
		if n%perKey == 0 {
			var err error
			if cookie, err = wall(ctx, all[0], fmt.Sprintf("压测%d", n/perKey)); err != nil {
				return err
			}
		}
		s := &screen{client: client, base: all[n%len(all)].Base, cookie: cookie, arrivals: make(chan arrival, 1)}
		if err := s.open(ctx); err != nil {
			return err
		}
		screens = append(screens, s)
	}
	fmt.Printf("%d 块大屏，%d 个实例，%d 轮；从开始保存起计\n", o.screens, len(all), o.rounds)
	for _, s := range screens {
		go s.follow(ctx)
	}
	told, shown := make([][]time.Duration, len(all)), make([][]time.Duration, len(all))
	for round := range o.rounds {
		time.Sleep(300 * time.Millisecond)
		began, err := saveFigure(ctx, all[0], round)
		if err != nil {
			return err
		}
		for n, s := range screens {
			var a arrival
			select {
			case a = <-s.arrivals:
			case <-time.After(10 * time.Second):
				return fmt.Errorf("screen %d was told nothing in round %d", n, round)
			}
			if a.err != nil {
				return a.err
			}
			told[n%len(all)] = append(told[n%len(all)], a.told.Sub(began))
			shown[n%len(all)] = append(shown[n%len(all)], a.shown.Sub(began))
		}
	}
	for i := range all {
		name := "保存所在的实例"
		if i > 0 {
			name = "另一个实例"
		}
		fmt.Printf("%s：得知 %s；取到新场景 %s\n", name, spread(told[i]), spread(shown[i]))
	}
	return nil
}

// saveFigure adds two million to the revenue of one enterprise.
func saveFigure(ctx context.Context, in *instance.Instance, round int) (began time.Time, err error) {
	st := in.Office.Store()
	months, err := in.Office.Months(ctx, industry.AllChains)
	if err != nil {
		return began, err
	}
	span := store.Span{From: months[0], To: months[0]}
	reports, err := st.Reports(ctx, span, time.Time{})
	if err != nil {
		return began, err
	}
	for key, e := range reports {
		r := e.Record
		if r.Get("indicator") != "revenue" || !strings.HasPrefix(r.Get("object"), "enterprise:") || r.Get("cumulative") == "" {
			continue
		}
		changed := r.Clone()
		changed.Set("cumulative", r.Quantity("cumulative").Plus(industry.Q(200)).Decimal())
		entry := &industry.AuditEntry{Actor: "load", Action: industry.ActSave, Object: key, Detail: fmt.Sprintf("round %d", round), Address: "127.0.0.1"}
		began = time.Now()
		return began, st.Write(ctx, entry, func(tx *store.Tx) error {
			return tx.Save(ctx, store.Origin{Actor: "load"}, []store.Change{{Record: changed, Kind: store.Changed, Version: e.Version + 1}})
		})
	}
	return began, fmt.Errorf("no report of revenue in %v", months[0])
}

func (s *screen) get(ctx context.Context, path string) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+path, nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Cookie", s.cookie)
	r.Header.Set("Accept-Encoding", "gzip")
	if s.tag != "" {
		r.Header.Set("If-None-Match", s.tag)
	}
	answer, err := s.client.Do(r)
	if err == nil && answer.StatusCode != http.StatusOK && answer.StatusCode != http.StatusNotModified {
		err = fmt.Errorf("%s: %s", path, answer.Status)
	}
	return answer, err
}

// open begins the stream and takes the scene as it is.
func (s *screen) open(ctx context.Context) error {
	answer, err := s.get(ctx, "/api/v1/events")
	if err != nil {
		return err
	}
	s.events = bufio.NewScanner(answer.Body)
	for s.events.Scan() && !strings.HasPrefix(s.events.Text(), "data: ") {
	}
	_, err = s.load(ctx, "")
	return err
}

// load takes the scene and reports whether it is another one than before.
func (s *screen) load(ctx context.Context, revision string) (bool, error) {
	answer, err := s.get(ctx, scenePath+"?revision="+url.QueryEscape(revision))
	if err != nil {
		return false, err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return false, err
	}
	before := s.tag
	s.tag = answer.Header.Get("Etag")
	return s.tag != before, nil
}

// follow waits to be told and takes the new scene.
func (s *screen) follow(ctx context.Context) {
	revision := ""
	for s.events.Scan() {
		line := s.events.Text()
		if id, ok := strings.CutPrefix(line, "id: "); ok {
			revision = id
		}
		if !strings.HasPrefix(line, "data: {") {
			continue
		}
		a := arrival{told: time.Now()}
		changed, err := s.load(ctx, revision)
		if err == nil && !changed {
			err = fmt.Errorf("the scene is the old one at %s", revision)
		}
		a.shown, a.err = time.Now(), err
		s.arrivals <- a
	}
}

// spread tells the middle and the end of a list of times.
func spread(times []time.Duration) string {
	slices.Sort(times)
	at := func(share float64) time.Duration {
		return times[min(len(times)-1, int(share*float64(len(times))))].Round(time.Millisecond)
	}
	return fmt.Sprintf("p50 %v，p99 %v，最大 %v", at(0.5), at(0.99), at(1))
}

// wall makes a screen's key and returns its cookie.
func wall(ctx context.Context, in *instance.Instance, name string) (string, error) {
	key, err := in.Screen(ctx, name)
	return "chainboard_screen=" + key, err
}
