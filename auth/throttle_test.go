package auth

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestAddressLimiter(t *testing.T) {
	l, now := NewAddressLimiter(6, 3), nine()
	for i := range 3 {
		if !l.Allow("10.1.2.3", now) {
			t.Fatalf("try %d of a burst of 3 is refused", i+1)
		}
	}
	if l.Allow("10.1.2.3", now) {
		t.Error("a fourth try at once is allowed")
	}
	if !l.Allow("10.1.2.4", now) {
		t.Error("another address pays for the first")
	}
	if l.Allow("10.1.2.3", now.Add(9*time.Second)) {
		t.Error("6 a minute: a try after 9 s is allowed")
	}
	if !l.Allow("10.1.2.3", now.Add(10*time.Second)) {
		t.Error("6 a minute: a try after 10 s is refused")
	}
}

func TestAddressesOfOneSubscriberCountAsOne(t *testing.T) {
	cases := []struct {
		first, second string
		same          bool
	}{
		{"2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true},
		{"2001:db8:1:2::1", "2001:db8:1:3::1", false},
		{"10.1.2.3", "::ffff:10.1.2.3", true},
		{"fe80::1%eth0", "fe80::2%eth1", true},
		{"10.1.2.3", "10.1.2.4", false},
		{"@", "@", true},
		{"@", "", false},
	}
	for _, c := range cases {
		l := NewAddressLimiter(1, 1)
		l.Allow(c.first, nine())
		if refused := !l.Allow(c.second, nine()); refused != c.same {
			t.Errorf("%s after %s: refused %v, want %v", c.second, c.first, refused, c.same)
		}
	}
}

func TestLimiterForgetsTheAddressSeenLongestAgo(t *testing.T) {
	l, now := NewAddressLimiter(1, 1), nine()
	l.size = 3
	for _, a := range []string{"10.0.0.1", "10.0.0.2", "10.0.0.3"} {
		l.Allow(a, now)
	}
	if l.Allow("10.0.0.1", now) { // refused, but seen again: 10.0.0.2 is the oldest now
		t.Fatal("10.0.0.1 is allowed twice")
	}
	l.Allow("10.0.0.4", now)
	if len(l.known) != 3 || l.recent.Len() != 3 {
		t.Fatalf("%d and %d addresses remembered, want 3", len(l.known), l.recent.Len())
	}
	if l.Allow("10.0.0.1", now) || l.Allow("10.0.0.3", now) {
		t.Error("an address seen lately was forgotten")
	}
	if !l.Allow("10.0.0.2", now) {
		t.Error("the address seen longest ago was remembered")
	}
}

func TestLimiterIsBounded(t *testing.T) {
	l := NewAddressLimiter(1, 1)
	for i := range maxAddresses + 100 {
		l.Allow(fmt.Sprintf("10.%d.%d.%d", i>>16, i>>8&255, i&255), nine())
	}
	if len(l.known) != 4096 || l.recent.Len() != 4096 {
		t.Errorf("%d and %d addresses remembered, want 4096", len(l.known), l.recent.Len())
	}
}

func TestLimiterCountsConcurrentTries(t *testing.T) {
	l := NewAddressLimiter(1, 10)
	var allowed atomic.Int64
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if l.Allow("10.1.2.3", nine()) {
				allowed.Add(1)
			}
		})
	}
	all.Wait()
	if allowed.Load() != 10 {
		t.Errorf("%d tries allowed, want 10", allowed.Load())
	}
}
