-- name: ApplicationSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO application (key, chain, segment, field, scenario, enterprises, share, note, extra, version, withdrawn, changed_at)
VALUES (:key, :chain, :segment, :field, :scenario, :enterprises, :share, :note, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    chain = excluded.chain,
    segment = excluded.segment,
    field = excluded.field,
    scenario = excluded.scenario,
    enterprises = excluded.enterprises,
    share = excluded.share,
    note = excluded.note,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE application.version = excluded.version - 1;

-- name: ApplicationAll
SELECT key, chain, segment, field, scenario, enterprises, share, note, extra, version, withdrawn
FROM application;
