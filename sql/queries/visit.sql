-- name: VisitSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO visit (key, on_date, enterprise, leader, departments, advice, issues, extra, version, withdrawn, changed_at)
VALUES (:key, :on_date, :enterprise, :leader, :departments, :advice, :issues, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    on_date = excluded.on_date,
    enterprise = excluded.enterprise,
    leader = excluded.leader,
    departments = excluded.departments,
    advice = excluded.advice,
    issues = excluded.issues,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE visit.version = excluded.version - 1;

-- name: VisitAll
SELECT key, on_date, enterprise, leader, departments, advice, issues, extra, version, withdrawn
FROM visit;
