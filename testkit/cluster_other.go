//go:build !unix

package testkit

// startCluster starts nothing here: PostgreSQL is reached by TEST_POSTGRES_URL.
func startCluster() (postgresServer, error) { return postgresServer{}, errNoServer }
