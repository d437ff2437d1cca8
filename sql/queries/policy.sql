-- name: PolicySave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO policy (key, code, name, chains, issuer, level, issued_on, valid_until, segments, clauses, department, fulfilment,
    fair_competition, extra, version, withdrawn, changed_at)
VALUES (:key, :code, :name, :chains, :issuer, :level, :issued_on, :valid_until, :segments, :clauses, :department, :fulfilment,
    :fair_competition, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    code = excluded.code,
    name = excluded.name,
    chains = excluded.chains,
    issuer = excluded.issuer,
    level = excluded.level,
    issued_on = excluded.issued_on,
    valid_until = excluded.valid_until,
    segments = excluded.segments,
    clauses = excluded.clauses,
    department = excluded.department,
    fulfilment = excluded.fulfilment,
    fair_competition = excluded.fair_competition,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE policy.version = excluded.version - 1;

-- name: PolicyAll
SELECT key, code, name, chains, issuer, level, issued_on, valid_until, segments, clauses, department, fulfilment,
    fair_competition, extra, version, withdrawn
FROM policy;
