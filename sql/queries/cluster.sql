-- name: ClusterSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO cluster (key, name, chain, level, region, industry, area, workshop_area, settled, enterprises, above_scale, revenue, tax,
    platforms, goal, extra, version, withdrawn, changed_at)
VALUES (:key, :name, :chain, :level, :region, :industry, :area, :workshop_area, :settled, :enterprises, :above_scale,
    :revenue, :tax, :platforms, :goal, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    name = excluded.name,
    chain = excluded.chain,
    level = excluded.level,
    region = excluded.region,
    industry = excluded.industry,
    area = excluded.area,
    workshop_area = excluded.workshop_area,
    settled = excluded.settled,
    enterprises = excluded.enterprises,
    above_scale = excluded.above_scale,
    revenue = excluded.revenue,
    tax = excluded.tax,
    platforms = excluded.platforms,
    goal = excluded.goal,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE cluster.version = excluded.version - 1;

-- name: ClusterAll
SELECT key, name, chain, level, region, industry, area, workshop_area, settled, enterprises, above_scale, revenue, tax,
    platforms, goal, extra, version, withdrawn
FROM cluster;
