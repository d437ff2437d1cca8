-- name: TargetSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO target (key, year, object_kind, object, chain, indicator, kind, value, first_quarter, second_quarter, third_quarter,
    fourth_quarter, extra, version, withdrawn, changed_at)
VALUES (:key, :year, :object_kind, :object, :chain, :indicator, :kind, :value, :first_quarter, :second_quarter,
    :third_quarter, :fourth_quarter, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    year = excluded.year,
    object_kind = excluded.object_kind,
    object = excluded.object,
    chain = excluded.chain,
    indicator = excluded.indicator,
    kind = excluded.kind,
    value = excluded.value,
    first_quarter = excluded.first_quarter,
    second_quarter = excluded.second_quarter,
    third_quarter = excluded.third_quarter,
    fourth_quarter = excluded.fourth_quarter,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE target.version = excluded.version - 1;

-- name: TargetAll
SELECT key, year, object_kind, object, chain, indicator, kind, value, first_quarter, second_quarter, third_quarter,
    fourth_quarter, extra, version, withdrawn
FROM target;
