package picture

import (
	"container/list"
	"crypto/sha256"
	"sync"
)

// cache keeps the pictures used last, up to a number of bytes.
type cache struct {
	mu    sync.Mutex
	most  int
	size  int
	order *list.List // of *kept, newest first
	byKey map[[sha256.Size]byte]*list.Element
}

type kept struct {
	key     [sha256.Size]byte
	content []byte
}

func newCache(most int) *cache {
	return &cache{most: most, order: list.New(), byKey: map[[sha256.Size]byte]*list.Element{}}
}

// get returns what is kept under a key, nil for nothing.
func (c *cache) get(key [sha256.Size]byte) []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, ok := c.byKey[key]
	if !ok {
		return nil
	}
	c.order.MoveToFront(at)
	return at.Value.(*kept).content
}

// put keeps a picture and drops those not used for longest.
func (c *cache) put(key [sha256.Size]byte, content []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, there := c.byKey[key]; there || len(content) > c.most {
		return
	}
	c.byKey[key] = c.order.PushFront(&kept{key, content})
	for c.size += len(content); c.size > c.most; {
		last := c.order.Back()
		old := c.order.Remove(last).(*kept)
		delete(c.byKey, old.key)
		c.size -= len(old.content)
	}
}
