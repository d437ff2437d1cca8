-- name: MeetingAdd
-- Nothing is added where the month and chain, or the name, have a meeting.
INSERT INTO meeting (month, chain, name, held_on, people, agenda, version, actor, at)
VALUES (:month, :chain, :name, :held_on, :people, :agenda, 1, :actor, :at)
ON CONFLICT DO NOTHING;

-- name: MeetingAll
-- The newest month first, all chains before each.
SELECT month, chain, name, held_on, people, agenda, COALESCE(as_of, '') AS as_of, COALESCE(opened_by, '') AS opened_by,
    COALESCE(closed_by, '') AS closed_by, COALESCE(closed_at, '') AS closed_at, version, actor, at
FROM meeting
ORDER BY month DESC, CASE WHEN chain = 'all' THEN 0 ELSE 1 END, chain;

-- name: MeetingGet
SELECT month, chain, name, held_on, people, agenda, COALESCE(as_of, '') AS as_of, COALESCE(opened_by, '') AS opened_by,
    COALESCE(closed_by, '') AS closed_by, COALESCE(closed_at, '') AS closed_at, version, actor, at
FROM meeting
WHERE month = :month AND chain = :chain;

-- name: MeetingChange
-- The name stays: decisions bear it.
UPDATE meeting SET held_on = :held_on, people = :people, agenda = :agenda, version = version + 1, actor = :actor, at = :at
WHERE month = :month AND chain = :chain AND version = :version AND closed_at IS NULL;

-- name: MeetingOpen
UPDATE meeting SET as_of = :as_of, opened_by = :actor, version = version + 1
WHERE month = :month AND chain = :chain AND version = :version AND as_of IS NULL;

-- name: MeetingClose
UPDATE meeting SET closed_by = :actor, closed_at = :at, version = version + 1
WHERE month = :month AND chain = :chain AND version = :version AND as_of IS NOT NULL AND closed_at IS NULL;
