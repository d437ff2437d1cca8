-- name: KeptDocumentAdd
-- No row comes back where the same bytes are kept already.
INSERT INTO kept_document (month, chain, kind, ending, title, as_of, sha256, size, content, actor, at)
VALUES (:month, :chain, :kind, :ending, :title, :as_of, :sha256, :size, :content, :actor, :at)
ON CONFLICT (month, chain, kind, ending, sha256) DO NOTHING
RETURNING id;

-- name: KeptDocumentSame
SELECT id, month, chain, kind, ending, title, as_of, sha256, size, actor, at
FROM kept_document
WHERE month = :month AND chain = :chain AND kind = :kind AND ending = :ending AND sha256 = :sha256;

-- name: KeptDocumentList
-- The newest first.
SELECT id, month, chain, kind, ending, title, as_of, sha256, size, actor, at
FROM kept_document
WHERE month = :month AND chain = :chain
ORDER BY id DESC;

-- name: KeptDocumentGet
SELECT id, month, chain, kind, ending, title, as_of, sha256, size, actor, at
FROM kept_document
WHERE id = :id;

-- name: KeptDocumentContent
SELECT content
FROM kept_document
WHERE id = :id;
