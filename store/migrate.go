package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"

	sqlfiles "chainboard/sql"
)

const migrationTable = `CREATE TABLE IF NOT EXISTS migration (
    name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL)`

// migrate applies the schema files that this database lacks, each in one
// transaction and in the order of their names. A file that was applied and has
// changed since is refused: migrations only go forward.
func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Glob(sqlfiles.Schema, "schema/*.sql")
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := s.applyMigration(ctx, file); err != nil {
			return fmt.Errorf("migrate %s: %w", file, err)
		}
	}
	return nil
}

func (s *Store) applyMigration(ctx context.Context, file string) error {
	text, err := sqlfiles.Schema.ReadFile(file)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(text)
	name, hash := strings.TrimSuffix(strings.TrimPrefix(file, "schema/"), ".sql"), hex.EncodeToString(sum[:])
	tx, err := s.db.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit it has nothing to do
	if s.dialect.lock != "" {
		if _, err := tx.ExecContext(ctx, s.dialect.lock); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, migrationTable); err != nil {
		return err
	}
	var applied []string
	if err := tx.SelectContext(ctx, &applied, tx.Rebind("SELECT sha256 FROM migration WHERE name = ?"), name); err != nil {
		return err
	}
	if len(applied) == 1 {
		if applied[0] != hash {
			return fmt.Errorf("this database was made with another text of the file; a landed migration must not change")
		}
		return nil
	}
	if _, err := tx.ExecContext(ctx, s.dialect.schema.Replace(string(text))); err != nil {
		return err
	}
	insert := tx.Rebind("INSERT INTO migration (name, sha256, applied_at) VALUES (?, ?, ?)")
	if _, err := tx.ExecContext(ctx, insert, name, hash, instant(s.now())); err != nil {
		return err
	}
	return tx.Commit()
}
