-- name: OutlineAdd
INSERT INTO outline (name, content, actor, at)
VALUES (:name, :content, :actor, :at);

-- name: OutlineNewest
SELECT name, content, actor, at
FROM outline
ORDER BY id DESC
LIMIT 1;
