-- name: ChangeAppend
-- Whoever appends holds the mark of everything, so that no two take the same number.
INSERT INTO data_change (revision, mark, nouns)
SELECT COALESCE(MAX(revision), 0) + 1, :mark, :nouns
FROM data_change;

-- name: ChangePrune
DELETE FROM data_change
WHERE revision <= (SELECT MAX(revision) FROM data_change) - 1000;

-- name: ChangeNewest
SELECT revision, mark
FROM data_change
ORDER BY revision DESC
LIMIT 1;

-- name: ChangesFrom
SELECT revision, mark, nouns
FROM data_change
WHERE revision >= :revision
ORDER BY revision;
