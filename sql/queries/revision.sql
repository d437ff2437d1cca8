-- name: RevisionAppend
INSERT INTO revision (noun, key, version, change, fields, batch, sheet, sheet_row, actor, at, approved_by, approved_at)
VALUES (:noun, :key, :version, :change, :fields, :batch, :sheet, :sheet_row, :actor, :at, :approved_by, :approved_at);

-- name: RevisionAsOf
SELECT key, version, change, fields
FROM (
    SELECT key, version, change, fields,
        ROW_NUMBER() OVER (PARTITION BY key ORDER BY approved_at DESC, version DESC) AS newest
    FROM revision
    WHERE noun = :noun AND approved_at <= :as_of
) past
WHERE newest = 1 AND change <> 'withdrawn';

-- name: RevisionHistory
SELECT r.version, r.change, r.fields, r.batch, r.sheet, r.sheet_row, r.actor, r.at, r.approved_by, r.approved_at,
    b.file, s.columns
FROM revision r
LEFT JOIN import_batch b ON b.id = r.batch
LEFT JOIN import_sheet s ON s.batch = r.batch AND s.sheet = r.sheet
WHERE r.noun = :noun AND r.key = :key
ORDER BY r.version DESC;

-- name: RevisionOfBatch
SELECT noun, key, version, change, fields
FROM revision
WHERE batch = :batch;

-- name: RevisionBeforeBatch
-- The states that a batch replaced, to be restored by its undo.
SELECT p.noun, p.key, p.version, p.change, p.fields
FROM revision b
JOIN revision p ON p.noun = b.noun AND p.key = b.key AND p.version = b.version - 1
WHERE b.batch = :batch;

-- name: RevisionOvertaken
-- Records of a batch that somebody changed afterwards.
SELECT b.noun, b.key
FROM revision b
WHERE b.batch = :batch
    AND EXISTS (SELECT 1 FROM revision later WHERE later.noun = b.noun AND later.key = b.key AND later.version > b.version)
ORDER BY b.noun, b.key;

-- name: StageEventAppend
INSERT INTO project_stage_event (project, stage, planned, on_date, version, actor, at, step, note)
VALUES (:project, :stage, :planned, :on_date, :version, :actor, :at, :step, :note);

-- name: StageEvents
SELECT stage, planned, on_date, version, actor, at, step, note
FROM project_stage_event
WHERE project = :project
ORDER BY id;
