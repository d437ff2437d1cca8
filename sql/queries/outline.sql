-- name: OutlineAdd
INSERT INTO outline (name, content, actor, at)
VALUES (:name, :content, :actor, :at);

-- name: OutlineNewest
SELECT id, name, content IS NOT NULL AS kept, actor, at
FROM outline
ORDER BY id DESC
LIMIT 1;

-- name: OutlineAsOf
SELECT id, name, content IS NOT NULL AS kept, actor, at
FROM outline
WHERE at <= :as_of
ORDER BY id DESC
LIMIT 1;

-- name: OutlineContent
SELECT content
FROM outline
WHERE id = :id;
