-- name: ArrivalSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO arrival (key, project, on_date, sequence, amount, kind, evidence, extra, version, withdrawn, changed_at)
VALUES (:key, :project, :on_date, :sequence, :amount, :kind, :evidence, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    project = excluded.project,
    on_date = excluded.on_date,
    sequence = excluded.sequence,
    amount = excluded.amount,
    kind = excluded.kind,
    evidence = excluded.evidence,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE arrival.version = excluded.version - 1;

-- name: ArrivalAll
SELECT key, project, on_date, sequence, amount, kind, evidence, extra, version, withdrawn
FROM arrival;
