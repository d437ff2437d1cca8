-- name: FileKeep
INSERT INTO import_file (sha256, size, content)
VALUES (:sha256, :size, :content)
ON CONFLICT (sha256) DO NOTHING;

-- name: FileContent
SELECT f.content
FROM import_file f
JOIN import_batch b ON b.sha256 = f.sha256
WHERE b.id = :id;

-- name: BatchAdd
INSERT INTO import_batch (file, sha256, register, state, good_rows, withdraw_absent, explanation, report, actor, at)
VALUES (:file, :sha256, :register, :state, :good_rows, :withdraw_absent, :explanation, :report, :actor, :at)
RETURNING id;

-- name: BatchSetState
-- Only from the state that was read: two people pressing apply at once get one batch.
UPDATE import_batch
SET state = :state, report = :report, explanation = :explanation, good_rows = :good_rows,
    withdraw_absent = :withdraw_absent, undone_by = :undone_by, undone_at = :undone_at
WHERE id = :id AND state = :from_state;

-- name: BatchGet
SELECT id, file, sha256, register, state, good_rows, withdraw_absent, explanation, report, actor, at, undone_by, undone_at
FROM import_batch
WHERE id = :id;

-- name: BatchList
-- Newest first, without the report's text.
SELECT id, file, sha256, register, state, good_rows, withdraw_absent, explanation, '' AS report, actor, at, undone_by, undone_at
FROM import_batch
ORDER BY id DESC
LIMIT :size OFFSET :skip;

-- name: BatchCount
SELECT COUNT(*) AS n FROM import_batch;

-- name: SheetKeep
INSERT INTO import_sheet (batch, sheet, columns)
VALUES (:batch, :sheet, :columns);

-- name: BatchApplied
SELECT COUNT(*) AS n FROM import_batch
WHERE state = 'applied' AND (sha256 = :sha256 OR file = :file AND actor = :actor);
