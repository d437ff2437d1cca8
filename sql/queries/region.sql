-- name: RegionSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO region (key, code, name, type, parent, level, longitude, latitude, extra, version, withdrawn, changed_at)
VALUES (:key, :code, :name, :type, :parent, :level, :longitude, :latitude, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    code = excluded.code,
    name = excluded.name,
    type = excluded.type,
    parent = excluded.parent,
    level = excluded.level,
    longitude = excluded.longitude,
    latitude = excluded.latitude,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE region.version = excluded.version - 1;

-- name: RegionAll
SELECT key, code, name, type, parent, level, longitude, latitude, extra, version, withdrawn
FROM region;
