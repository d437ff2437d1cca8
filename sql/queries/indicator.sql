-- name: IndicatorSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO indicator (key, code, name, unit, frequency, period, january, basis, main_source, direction, since, extra, version, withdrawn, changed_at)
VALUES (:key, :code, :name, :unit, :frequency, :period, :january, :basis, :main_source, :direction, :since, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    code = excluded.code,
    name = excluded.name,
    unit = excluded.unit,
    frequency = excluded.frequency,
    period = excluded.period,
    january = excluded.january,
    basis = excluded.basis,
    main_source = excluded.main_source,
    direction = excluded.direction,
    since = excluded.since,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE indicator.version = excluded.version - 1;

-- name: IndicatorAll
SELECT key, code, name, unit, frequency, period, january, basis, main_source, direction, since, extra, version, withdrawn
FROM indicator;
