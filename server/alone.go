package server

import "context"

// alone does what may take hundreds of megabytes, reading or marking a workbook,
// when nothing else of the kind is under way: several at once could take the
// machine's memory. It waits in line, and gives up when ctx ends: whoever asked has
// gone, or cancelled. Neither the upload nor the answer is part of it: a slow line
// holds up nobody.
func (s *server) alone(ctx context.Context, do func() error) error {
	select {
	case s.heavy <- struct{}{}:
		defer func() { <-s.heavy }()
		return do()
	case <-ctx.Done():
		return ctx.Err()
	}
}
