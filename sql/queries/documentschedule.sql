-- name: DocumentScheduleAdd
-- A version that exists is somebody else's decision.
INSERT INTO document_schedule (version, body, actor, at)
VALUES (:version, :body, :actor, :at)
ON CONFLICT (version) DO NOTHING;

-- name: DocumentScheduleNewest
SELECT version, body, actor, at
FROM document_schedule
ORDER BY version DESC
LIMIT 1;

-- name: DocumentDraftAdd
-- A row that exists is another process's work.
INSERT INTO document_draft (slot, chain, month, as_of, files, outcome, said, at)
VALUES (:slot, :chain, :month, :as_of, :files, :outcome, :said, :at)
ON CONFLICT (slot, chain) DO NOTHING;

-- name: DocumentDraftList
-- The newest first.
SELECT slot, chain, month, as_of, files, outcome, said, at
FROM document_draft
ORDER BY at DESC, chain
LIMIT :size;
