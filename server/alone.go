package server

// alone does what may take hundreds of megabytes, reading or marking a workbook,
// when nothing else of the kind is under way: several at once could take the
// machine's memory. It waits in line, and gives up when whoever asked has gone.
// Neither the upload nor the answer is part of it: a slow line holds up nobody.
func (s *server) alone(c *request, do func() error) error {
	select {
	case s.heavy <- struct{}{}:
		defer func() { <-s.heavy }()
		return do()
	case <-c.ctx().Done():
		return c.ctx().Err()
	}
}
