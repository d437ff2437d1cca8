-- name: AttachmentAdd
INSERT INTO attachment (noun, key, place, version, name, media_type, size, sha256, uploaded_by, uploaded_at, content)
VALUES (:noun, :key, :place, :version, :name, :media_type, :size, :sha256, :uploaded_by, :uploaded_at, :content)
RETURNING id;

-- name: AttachmentsOf
SELECT id, noun, key, place, version, name, media_type, size, sha256, uploaded_by, uploaded_at, withdrawn_by, withdrawn_at
FROM attachment
WHERE noun = :noun AND key = :key
ORDER BY id;

-- name: AttachmentContent
SELECT content
FROM attachment
WHERE id = :id;

-- name: AttachmentWithdraw
-- One that is withdrawn already stays as it is.
UPDATE attachment
SET withdrawn_by = :withdrawn_by, withdrawn_at = :withdrawn_at
WHERE id = :id AND withdrawn_by IS NULL;
