-- name: MissingReports
-- What the enterprises of a month's list that have not reported an indicator had reported of it by an earlier month, if
-- they were on the list of that month too.
SELECT e.chain, r.indicator, r.object, r.cumulative
FROM (
    SELECT e.key, COALESCE(g.chain, e.chain) AS chain
    FROM enterprise e
    LEFT JOIN segment g ON g.key = e.segment
    WHERE NOT e.withdrawn AND e.above_scale AND (:chain = 'all' OR COALESCE(g.chain, e.chain) = :chain)
        AND (e.entered IS NULL OR e.entered <= :first_month)
        AND (e.departed IS NULL OR e.departed > :to_month)
        AND (e.status IS NULL OR e.status <> '注销')
) e
JOIN monthly_report r ON r.object = e.key AND r.month = :first_month AND r.object_kind = 'enterprise' AND NOT r.withdrawn
    AND r.cumulative IS NOT NULL
JOIN indicator i ON i.key = r.indicator AND COALESCE(i.main_source, '') = COALESCE(r.source, '')
WHERE NOT EXISTS (
    SELECT 1
    FROM monthly_report n
    WHERE n.object = r.object AND n.object_kind = 'enterprise' AND n.indicator = r.indicator AND n.month = :to_month
        AND COALESCE(n.source, '') = COALESCE(r.source, '') AND NOT n.withdrawn AND n.cumulative IS NOT NULL
);
