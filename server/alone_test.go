package server

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"chainboard/industry"
)

// A second workbook waits until the first has been read, and is given up when
// whoever sent it goes.
func TestWorkbooksAreReadOneByOne(t *testing.T) {
	st := newSite(t)
	clerk := st.bearer(t, industry.ChainOffice)
	form := func() *http.Request {
		data := sheet(t, "区域", []string{"编码", "名称", "类型"}, []string{"1", "甲", "县"})
		return workbookForm(t, "/api/v1/imports?dry_run=1", "区域.xlsx", data, nil)
	}
	st.server.heavy <- struct{}{} // one is under way
	done := make(chan int)
	go func() {
		w := httptest.NewRecorder()
		r := form()
		r.Header.Set("Authorization", clerk.header.Get("Authorization"))
		st.handler.ServeHTTP(w, r)
		done <- w.Code
	}()
	select {
	case code := <-done:
		t.Fatalf("read beside another: %d", code)
	case <-time.After(100 * time.Millisecond):
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := st.server.alone(ctx, func() error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("somebody who has gone: %v", err)
	}
	<-st.server.heavy
	if code := <-done; code != http.StatusOK {
		t.Errorf("after the first: %d", code)
	}
	if len(st.server.heavy) != 0 {
		t.Error("the place was not given back")
	}
}
