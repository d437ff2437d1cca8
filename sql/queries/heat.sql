-- name: HeatReports
-- What some enterprises of a month's list reported of an indicator over several months, from its main source: those who
-- stand from :skip on by their figure of the newest month, the ones without a figure last.
SELECT t.key, t.name, t.entered, r.month, r.in_month, r.cumulative, r.base, r.growth
FROM (
    SELECT e.key, e.name, COALESCE(e.entered, '') AS entered, n.cumulative AS newest
    FROM enterprise e
    LEFT JOIN segment g ON g.key = e.segment
    LEFT JOIN (
        SELECT m.object, m.cumulative
        FROM monthly_report m
        JOIN indicator i ON i.key = m.indicator AND COALESCE(i.main_source, '') = COALESCE(m.source, '')
        WHERE m.object_kind = 'enterprise' AND NOT m.withdrawn AND m.indicator = :indicator AND m.month = :to_month
    ) n ON n.object = e.key
    WHERE NOT e.withdrawn AND e.above_scale AND (:chain = 'all' OR COALESCE(g.chain, e.chain) = :chain)
        AND (e.entered IS NULL OR e.entered <= :to_month)
        AND (e.departed IS NULL OR e.departed > :to_month)
        AND (e.status IS NULL OR e.status <> '注销')
    ORDER BY n.cumulative IS NULL, n.cumulative DESC, e.key
    LIMIT :many OFFSET :skip
) t
LEFT JOIN (
    SELECT m.object, m.month, m.in_month, m.cumulative, m.base, m.growth
    FROM monthly_report m
    JOIN indicator i ON i.key = m.indicator AND COALESCE(i.main_source, '') = COALESCE(m.source, '')
    WHERE m.object_kind = 'enterprise' AND NOT m.withdrawn AND m.indicator = :indicator
        AND m.month BETWEEN :first_month AND :to_month
) r ON r.object = t.key
ORDER BY t.newest IS NULL, t.newest DESC, t.key, r.month;
