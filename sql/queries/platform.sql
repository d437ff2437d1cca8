-- name: PlatformSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO platform (key, name, chain, segment, type, level, host, recognised_on, valid_until, extra, version, withdrawn, changed_at)
VALUES (:key, :name, :chain, :segment, :type, :level, :host, :recognised_on, :valid_until, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    name = excluded.name,
    chain = excluded.chain,
    segment = excluded.segment,
    type = excluded.type,
    level = excluded.level,
    host = excluded.host,
    recognised_on = excluded.recognised_on,
    valid_until = excluded.valid_until,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE platform.version = excluded.version - 1;

-- name: PlatformAll
SELECT key, name, chain, segment, type, level, host, recognised_on, valid_until, extra, version, withdrawn
FROM platform;
