package server

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"chainboard/industry"
	"chainboard/store"
)

// mostAnswers bounds the bytes of the answers that are kept: some hundred scenes
// of many chains and months.
const mostAnswers = 48 << 20

// aroundAnswer is what an answer takes beside its bytes, so that many small ones
// are bounded too, and the search for the oldest is short.
const aroundAnswer = 1 << 10

// answer is what many screens are sent alike.
type answer struct {
	mediaType string
	body      []byte // nil: nothing to show, 204
	packed    []byte // gzip; nil where it does not pay
	tag       string // the ETag, weak because packed or not it is the same
}

// answers keeps what was made for screens while nothing is saved and the day
// lasts. However many ask for an answer, one of them makes it.
type answers struct {
	mu    sync.RWMutex
	kept  map[string]*keptAnswer
	bytes int
	asked atomic.Int64 // questions so far
}

// validity is as long as an answer may be given again.
type validity struct {
	serial store.Serial
	today  industry.Date
}

type keptAnswer struct {
	now   atomic.Pointer[validAnswer]
	asked atomic.Int64

	making sync.Mutex // held by whoever makes it
	bytes  int        // kept by answers
}

type validAnswer struct {
	validity
	answer
}

// of returns the answer kept under a key, or makes it. It is made after now was
// read, so that it is never older.
func (k *answers) of(key string, now validity, produce func() (answer, error)) (answer, error) {
	a := k.entry(key)
	a.asked.Store(k.asked.Add(1))
	if v := a.now.Load(); v != nil && v.validity == now {
		return v.answer, nil
	}
	a.making.Lock()
	defer a.making.Unlock()
	if v := a.now.Load(); v != nil && (v.validity == now || v.serial.Number > now.serial.Number && v.today == now.today) {
		return v.answer, nil // made meanwhile
	}
	made, err := produce()
	if err != nil {
		k.forget(key, a)
		return answer{}, err
	}
	a.now.Store(&validAnswer{now, made})
	k.weigh(key, a, aroundAnswer+len(key)+len(made.body)+len(made.packed))
	return made, nil
}

// forget drops what was never made, so that questions that can only be refused
// fill no memory.
func (k *answers) forget(key string, a *keptAnswer) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.kept[key] == a && a.now.Load() == nil {
		k.bytes -= a.bytes
		delete(k.kept, key)
	}
}

func (k *answers) entry(key string) *keptAnswer {
	k.mu.RLock()
	a := k.kept[key]
	k.mu.RUnlock()
	if a != nil {
		return a
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if a = k.kept[key]; a == nil {
		if k.kept == nil {
			k.kept = map[string]*keptAnswer{}
		}
		a = &keptAnswer{bytes: aroundAnswer + len(key)}
		k.kept[key] = a
		k.bytes += a.bytes
	}
	return a
}

// weigh notes the size of an answer and forgets those not asked for longest
// while there are too many.
func (k *answers) weigh(key string, a *keptAnswer, bytes int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.kept[key] != a {
		return // forgotten while it was made
	}
	k.bytes += bytes - a.bytes
	a.bytes = bytes
	for k.bytes > mostAnswers && len(k.kept) > 1 {
		oldest := key
		for other, b := range k.kept {
			if b.asked.Load() < k.kept[oldest].asked.Load() {
				oldest = other
			}
		}
		k.bytes -= k.kept[oldest].bytes
		delete(k.kept, oldest)
	}
}

// shared answers with what is the same for everybody of the same rights: made
// once for each state of the data, and not sent again to who has it. The identity
// was checked before.
func (c *request) shared(mediaType string, produce func() ([]byte, error)) error {
	now, err := c.s.serials.newest(c.ctx())
	if err != nil {
		return err
	}
	if known, ok := store.ParseSerial(c.Query("revision")); ok && known.Number > now.Number {
		// A screen was told of it by another instance than this one.
		if now, err = c.s.serials.read(c.ctx()); err != nil {
			return err
		}
	}
	made := func() (answer, error) {
		body, err := produce()
		if err != nil {
			return answer{}, err
		}
		return answerOf(mediaType, body)
	}
	a, err := c.s.answers.of(c.sharedKey(), validity{now, c.s.office.Today()}, made)
	if err != nil {
		return err
	}
	return c.sendAnswer(a)
}

// sharedKey names what is asked for and with which rights.
func (c *request) sharedKey() string {
	var key strings.Builder
	key.WriteString(c.Request.URL.Path)
	key.WriteByte('?')
	raw := c.Request.URL.RawQuery
	if strings.Contains(raw, "revision=") {
		query := c.Request.URL.Query()
		query.Del("revision")
		raw = query.Encode()
	}
	key.WriteString(raw)
	if c.via == byScreen {
		key.WriteString(" wall")
	}
	for _, role := range c.user.Roles {
		key.WriteString(" " + string(role))
	}
	for _, chain := range c.user.Chains {
		key.WriteString(" /" + chain)
	}
	return key.String()
}

func answerOf(mediaType string, body []byte) (answer, error) {
	sum := sha256.Sum256(body)
	a := answer{mediaType: mediaType, body: body, tag: `W/"` + hex.EncodeToString(sum[:12]) + `"`}
	if len(body) < smallest {
		return a, nil
	}
	var err error
	a.packed, err = gzipped(body)
	return a, err
}

// sendAnswer sends an answer, or 304 to who has it: it may be kept, but is asked
// about each time.
func (c *request) sendAnswer(a answer) error {
	if a.body == nil {
		c.Status(http.StatusNoContent)
		return nil
	}
	h := c.Writer.Header()
	h["Etag"] = []string{a.tag}
	h["Cache-Control"] = []string{"private, no-cache"}
	h.Add("Vary", "Accept-Encoding")
	if knows(c.GetHeader("If-None-Match"), a.tag) {
		c.Status(http.StatusNotModified)
		return nil
	}
	h["Content-Type"] = []string{a.mediaType}
	body := a.body
	if a.packed != nil && takesGzip(c.GetHeader("Accept-Encoding")) {
		h["Content-Encoding"] = []string{"gzip"}
		body = a.packed
	}
	h["Content-Length"] = []string{strconv.Itoa(len(body))}
	c.Status(http.StatusOK)
	_, _ = c.Writer.Write(body) // whoever has gone cannot be told
	return nil
}

// knows reports whether an If-None-Match header names the tag.
func knows(header, tag string) bool {
	for header != "" {
		var one string
		one, header, _ = strings.Cut(header, ",")
		if strings.TrimPrefix(strings.TrimSpace(one), "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}
