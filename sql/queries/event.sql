-- name: EventSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO event (key, name, on_date, place, chain, signed_projects, signed_amount, attendees, minutes, extra, version, withdrawn, changed_at)
VALUES (:key, :name, :on_date, :place, :chain, :signed_projects, :signed_amount, :attendees, :minutes, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    name = excluded.name,
    on_date = excluded.on_date,
    place = excluded.place,
    chain = excluded.chain,
    signed_projects = excluded.signed_projects,
    signed_amount = excluded.signed_amount,
    attendees = excluded.attendees,
    minutes = excluded.minutes,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE event.version = excluded.version - 1;

-- name: EventAll
SELECT key, name, on_date, place, chain, signed_projects, signed_amount, attendees, minutes, extra, version, withdrawn
FROM event;
