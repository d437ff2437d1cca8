-- name: MarkSet
INSERT INTO register_mark (noun, month, mark)
VALUES (:noun, :month, :mark)
ON CONFLICT (noun, month) DO UPDATE SET mark = excluded.mark;

-- name: MarkOf
SELECT noun, month, mark
FROM register_mark
WHERE noun IN (:nouns) AND month IN (:months);
