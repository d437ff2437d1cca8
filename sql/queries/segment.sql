-- name: SegmentSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO segment (key, chain, code, name, branch, position, parent, feeds, diagnosis, diagnosis_reason, remedy, position_order, extra, version, withdrawn, changed_at)
VALUES (:key, :chain, :code, :name, :branch, :position, :parent, :feeds, :diagnosis, :diagnosis_reason, :remedy,
    :position_order, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    chain = excluded.chain,
    code = excluded.code,
    name = excluded.name,
    branch = excluded.branch,
    position = excluded.position,
    parent = excluded.parent,
    feeds = excluded.feeds,
    diagnosis = excluded.diagnosis,
    diagnosis_reason = excluded.diagnosis_reason,
    remedy = excluded.remedy,
    position_order = excluded.position_order,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE segment.version = excluded.version - 1;

-- name: SegmentAll
SELECT key, chain, code, name, branch, position, parent, feeds, diagnosis, diagnosis_reason, remedy, position_order, extra, version, withdrawn
FROM segment;
