package server

import (
	"context"
	"sync"
	"time"

	"chainboard/store"
)

// keys remembers the walls' keys or the API tokens that were asked for while nothing is saved:
// a wall asks many times a minute, and a revoked key is known by the serial.
type keys struct {
	serials *serials
	find    func(ctx context.Context, hash string) (store.Key, error)
	note    func(ctx context.Context, hash string) error // that it was used now

	mu     sync.Mutex
	serial store.Serial // of what is kept
	kept   map[string]store.Key
}

// of returns the key with this hash, or NotFound.
func (k *keys) of(ctx context.Context, hash string) (store.Key, error) {
	now, err := k.serials.newest(ctx)
	if err != nil {
		return store.Key{}, err
	}
	if key, ok := k.get(now, hash); ok {
		return key, nil
	}
	key, err := k.find(ctx, hash)
	if err == nil {
		k.put(now, hash, key)
	}
	return key, err
}

func (k *keys) get(now store.Serial, hash string) (store.Key, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.serial != now {
		return store.Key{}, false
	}
	key, ok := k.kept[hash]
	return key, ok
}

// put keeps a key read after now was. An older serial than what is kept by is no
// harm: the next question finds another one and reads anew.
func (k *keys) put(now store.Serial, hash string, key store.Key) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.serial != now || k.kept == nil {
		k.serial, k.kept = now, map[string]store.Key{}
	}
	k.kept[hash] = key
}

// seen keeps that a key was used, which gives no serial.
func (k *keys) seen(hash string, at time.Time) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if key, ok := k.kept[hash]; ok {
		key.LastSeen = at
		k.kept[hash] = key
	}
}
