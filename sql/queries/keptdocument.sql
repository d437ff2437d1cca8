-- name: KeptDocumentAdd
-- No row comes back where the same bytes are kept already, or the version in that form.
INSERT INTO kept_document (month, chain, kind, ending, title, as_of, sha256, size, version, content, actor, at)
VALUES (:month, :chain, :kind, :ending, :title, :as_of, :sha256, :size, :version, :content, :actor, :at)
ON CONFLICT DO NOTHING
RETURNING id;

-- name: KeptDocumentSame
SELECT id, month, chain, kind, ending, title, as_of, sha256, size, version, actor, at
FROM kept_document
WHERE month = :month AND chain = :chain AND kind = :kind AND ending = :ending AND sha256 = :sha256;

-- name: KeptDocumentList
-- The newest first; an empty month or kind narrows nothing.
SELECT id, month, chain, kind, ending, title, as_of, sha256, size, version, actor, at
FROM kept_document
WHERE chain = :chain AND (:month = '' OR month = :month) AND (:kind = '' OR kind = :kind)
ORDER BY id DESC
LIMIT :size OFFSET :skip;

-- name: KeptDocumentCount
SELECT COUNT(*) AS n
FROM kept_document
WHERE chain = :chain AND (:month = '' OR month = :month) AND (:kind = '' OR kind = :kind);

-- name: KeptDocumentVersions
-- The versions of a chain's paper, the newest first.
SELECT id, month, chain, kind, ending, title, as_of, sha256, size, version, actor, at
FROM kept_document
WHERE chain = :chain AND kind = :kind AND version > 0
ORDER BY version DESC, id DESC;

-- name: KeptDocumentSaved
-- When a register or figure was saved last: those of all chains, as shares and names are.
SELECT COALESCE(MAX(at), '') AS at
FROM (SELECT MAX(approved_at) AS at FROM revision UNION ALL SELECT MAX(approved_at) AS at FROM monthly_report_revision) AS saved;

-- name: KeptDocumentGet
SELECT id, month, chain, kind, ending, title, as_of, sha256, size, version, actor, at
FROM kept_document
WHERE id = :id;

-- name: KeptDocumentContent
SELECT content
FROM kept_document
WHERE id = :id;
