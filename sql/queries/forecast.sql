-- name: CumulativeTotals
-- What the shares of a forecast are made of: each chain's cumulative at the end of one month, of its own row and summed
-- over that month's list, from each indicator's main source. No window and no base: past years are read for nothing else.
SELECT r.object AS chain, r.indicator, r.cumulative AS own, CAST(NULL AS BIGINT) AS total, 0 AS reported
FROM monthly_report r
JOIN indicator i ON i.key = r.indicator AND COALESCE(i.main_source, '') = COALESCE(r.source, '')
WHERE r.object_kind = 'chain' AND NOT r.withdrawn AND r.month = :month AND r.cumulative IS NOT NULL
    AND (:chain = 'all' OR r.object = :chain) AND COALESCE(i.period, '累计') = '累计'
UNION ALL
SELECT COALESCE(g.chain, e.chain) AS chain, r.indicator, NULL AS own,
    CAST(SUM(r.cumulative) AS BIGINT) AS total, COUNT(*) AS reported
FROM monthly_report r
JOIN enterprise e ON e.key = r.object AND NOT e.withdrawn AND e.above_scale
    AND (e.entered IS NULL OR e.entered <= r.month)
    AND (e.departed IS NULL OR e.departed > r.month)
    AND (e.status IS NULL OR e.status <> '注销')
LEFT JOIN segment g ON g.key = e.segment
JOIN indicator i ON i.key = r.indicator AND COALESCE(i.main_source, '') = COALESCE(r.source, '')
WHERE r.object_kind = 'enterprise' AND NOT r.withdrawn AND r.month = :month AND r.cumulative IS NOT NULL
    AND (:chain = 'all' OR COALESCE(g.chain, e.chain) = :chain) AND COALESCE(i.period, '累计') = '累计'
GROUP BY COALESCE(g.chain, e.chain), r.indicator;
