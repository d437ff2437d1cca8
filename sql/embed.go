// Package sqlfiles carries the schema and the queries, one text for both databases.
package sqlfiles

import "embed"

// Schema holds schema/NNNN_verb_noun.sql, the forward-only migrations.
//
//go:embed schema/*.sql
var Schema embed.FS

// Queries holds queries/NOUN.sql; "-- name: ProjectAll" names each statement.
//
//go:embed queries/*.sql
var Queries embed.FS
