package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"chainboard/tools/instance"
)

const turns = 15 // of each server, one after the other; the middle ratio counts, so that what else the machine does weighs on both

// rate prints how many requests a second the kept scene answers, and a bare
// net/http handler that sends the same bytes, headers too: both to the same connections in
// turn, which do nothing but send and count bytes.
func rate(ctx context.Context, o options, all []*instance.Instance) error {
	in := all[0]
	cookie, err := wall(ctx, in, "压测")
	if err != nil {
		return err
	}
	s := &screen{client: http.DefaultClient, base: in.Base, cookie: cookie}
	answer, err := s.get(ctx, scenePath)
	if err != nil {
		return err
	}
	body, err := io.ReadAll(answer.Body)
	if err == nil {
		err = answer.Body.Close()
	}
	if err != nil {
		return err
	}
	tag := answer.Header.Get("Etag")
	bare := &http.Server{Handler: bareHandler(body, answer.Header), ReadHeaderTimeout: 10 * time.Second}
	base, err := instance.Listen(bare)
	if err != nil {
		return err
	}
	defer bare.Close()
	fmt.Printf("场景 %d 字节（gzip），%d 个连接，两者轮流各 %d 次、每次 %v，取中位\n", len(body), o.clients, turns, o.length)
	for _, known := range []string{"", tag} {
		var ours, theirs, ratios []float64
		for range turns {
			a, err := hammer(o, in.Base, cookie, known)
			if err != nil {
				return err
			}
			b, err := hammer(o, base, cookie, known)
			if err != nil {
				return err
			}
			ours, theirs, ratios = append(ours, a), append(theirs, b), append(ratios, a/b)
		}
		for _, list := range [][]float64{ours, theirs, ratios} {
			slices.Sort(list)
		}
		status := http.StatusOK
		if known != "" {
			status = http.StatusNotModified
		}
		fmt.Printf("%d：场景 %.0f 次/秒，裸 net/http %.0f 次/秒，比 %.2f\n", status, ours[turns/2], theirs[turns/2], ratios[turns/2])
	}
	return nil
}

// bareHandler sends the bytes as the scene is sent, under the same headers.
func bareHandler(body []byte, header http.Header) http.Handler {
	header = header.Clone()
	for _, own := range []string{"Date", "Content-Length", "Content-Type", "Content-Encoding"} {
		header.Del(own) // the library's own, and those of a body
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		for name, values := range header {
			h[name] = values
		}
		if r.Header.Get("If-None-Match") == header.Get("Etag") {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Content-Encoding", "gzip")
		h.Set("Content-Length", strconv.Itoa(len(body)))
		_, _ = w.Write(body) // whoever has gone cannot be told
	})
}

// hammer returns the requests a second that a server answers.
func hammer(o options, base, cookie, known string) (float64, error) {
	host := strings.TrimPrefix(base, "http://")
	request := "GET " + scenePath + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookie + "\r\nAccept-Encoding: gzip\r\n"
	if known != "" {
		request += "If-None-Match: " + known + "\r\n"
	}
	request += "\r\n"
	var answered atomic.Int64
	var failed atomic.Pointer[error]
	began := time.Now()
	var clients sync.WaitGroup
	for range o.clients {
		clients.Go(func() {
			if err := ask(host, []byte(request), began.Add(o.length), &answered); err != nil {
				failed.Store(&err)
			}
		})
	}
	clients.Wait()
	if err := failed.Load(); err != nil {
		return 0, *err
	}
	return float64(answered.Load()) / time.Since(began).Seconds(), nil
}

// ask sends the request again and again over one connection.
func ask(host string, request []byte, until time.Time, answered *atomic.Int64) error {
	line, err := net.Dial("tcp", host)
	if err != nil {
		return err
	}
	defer line.Close()
	in := bufio.NewReaderSize(line, 64<<10)
	for time.Now().Before(until) {
		if _, err := line.Write(request); err != nil {
			return err
		}
		if err := skip(in); err != nil {
			return err
		}
		answered.Add(1)
	}
	return nil
}

// skip reads one answer.
func skip(in *bufio.Reader) error {
	length := 0
	for first := true; ; first = false {
		text, err := in.ReadSlice('\n')
		if err != nil {
			return err
		}
		switch {
		case first && string(text[9:12]) != "200" && string(text[9:12]) != "304":
			return fmt.Errorf("answered %q", text)
		case len(text) == 2:
			_, err := in.Discard(length)
			return err
		case strings.HasPrefix(string(text), "Content-Length: "):
			if length, err = strconv.Atoi(strings.TrimSpace(string(text[16:]))); err != nil {
				return err
			}
		}
	}
}
