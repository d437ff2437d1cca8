-- name: LeadershipSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO leadership (key, chain, role, name, title, since, until, extra, version, withdrawn, changed_at)
VALUES (:key, :chain, :role, :name, :title, :since, :until, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    chain = excluded.chain,
    role = excluded.role,
    name = excluded.name,
    title = excluded.title,
    since = excluded.since,
    until = excluded.until,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE leadership.version = excluded.version - 1;

-- name: LeadershipAll
SELECT key, chain, role, name, title, since, until, extra, version, withdrawn
FROM leadership;
