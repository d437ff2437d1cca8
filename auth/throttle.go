package auth

import (
	"container/list"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxAddresses bounds the limiter's memory (about 1 MB when full).
const maxAddresses = 4096

// ipv6Network is the shortest network given to one subscriber (RFC 6177): whoever
// has one address of it has them all.
const ipv6Network = 64

// AddressLimiter slows down each address that tries to sign in, whatever
// account it names. Make it with NewAddressLimiter; it may be used from several
// goroutines.
type AddressLimiter struct {
	limit rate.Limit
	burst int
	size  int // addresses remembered

	mu     sync.Mutex
	known  map[string]*list.Element
	recent *list.List // of *visitor, the latest in front
}

type visitor struct {
	address string
	bucket  *rate.Limiter
}

// NewAddressLimiter returns a limiter that lets each address try burst times at
// once and perMinute times a minute afterwards. It remembers the 4,096 addresses
// seen last; a forgotten one starts with a full burst.
func NewAddressLimiter(perMinute, burst int) *AddressLimiter {
	return &AddressLimiter{
		limit: rate.Limit(float64(perMinute) / 60), burst: burst, size: maxAddresses,
		known: map[string]*list.Element{}, recent: list.New(),
	}
}

// Allow reports whether this address may try at now, and counts the try if so.
// Addresses are without port; those of one IPv6 /64 network count as one.
func (l *AddressLimiter) Allow(address string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.bucket(subscriber(address)).AllowN(now, 1)
}

func (l *AddressLimiter) bucket(address string) *rate.Limiter {
	if e, ok := l.known[address]; ok {
		l.recent.MoveToFront(e)
		return e.Value.(*visitor).bucket
	}
	if l.recent.Len() >= l.size {
		oldest := l.recent.Back()
		delete(l.known, l.recent.Remove(oldest).(*visitor).address)
	}
	v := &visitor{address: address, bucket: rate.NewLimiter(l.limit, l.burst)}
	l.known[address] = l.recent.PushFront(v)
	return v.bucket
}

// subscriber returns what stands for the one behind an address.
func subscriber(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	a = a.Unmap().WithZone("")
	if a.Is4() {
		return a.String()
	}
	return netip.PrefixFrom(a, ipv6Network).Masked().String()
}
