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

-- name: KeptDocumentStale
-- How many registers and figures were saved after a moment, 0 to 2: those of all chains, as shares and names are.
SELECT CASE WHEN EXISTS (SELECT 1 FROM revision WHERE approved_at > :as_of) THEN 1 ELSE 0 END
    + CASE WHEN EXISTS (SELECT 1 FROM monthly_report_revision WHERE approved_at > :as_of) THEN 1 ELSE 0 END;

-- name: KeptDocumentGet
SELECT id, month, chain, kind, ending, title, as_of, sha256, size, version, actor, at
FROM kept_document
WHERE id = :id;

-- name: KeptDocumentContent
SELECT content
FROM kept_document
WHERE id = :id;
