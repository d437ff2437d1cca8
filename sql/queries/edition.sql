-- name: EditionAdd
-- No row comes back where the name is taken.
INSERT INTO edition (chain, kind, code, name, dated, approver, as_of, note, actor, at)
VALUES (:chain, :kind, :code, :name, :dated, :approver, :as_of, :note, :actor, :at)
ON CONFLICT (chain, kind, code, name) WHERE withdrawn_at IS NULL DO NOTHING
RETURNING id;

-- name: EditionList
-- The newest first.
SELECT id, chain, kind, code, name, dated, approver, as_of, note, actor, at
FROM edition
WHERE chain = :chain AND kind = :kind AND code = :code AND withdrawn_at IS NULL
ORDER BY dated DESC, id DESC;

-- name: EditionGet
SELECT id, chain, kind, code, name, dated, approver, as_of, note, actor, at
FROM edition
WHERE id = :id AND chain = :chain AND kind = :kind AND code = :code AND withdrawn_at IS NULL;

-- name: EditionWithdraw
UPDATE edition SET withdrawn_by = :actor, withdrawn_at = :at
WHERE id = :id AND withdrawn_at IS NULL;
