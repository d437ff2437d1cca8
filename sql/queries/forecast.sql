-- name: CumulativeTotals
-- What the shares of a forecast are made of: each chain's cumulative at the end of one month, of its own row and summed
-- over that month's list, from each indicator's main source. No window and no base: past years are read for nothing else.
SELECT r.object AS chain, r.indicator, r.cumulative AS own, CAST(NULL AS BIGINT) AS total, 0 AS reported
FROM monthly_report r
JOIN indicator i ON i.key = r.indicator AND COALESCE(i.main_source, '') = COALESCE(r.source, '')
WHERE r.object_kind = 'chain' AND NOT r.withdrawn AND r.month = :month AND r.cumulative IS NOT NULL
    AND (:chain = 'all' OR r.object = :chain) AND COALESCE(i.period, '累计') = '累计'
UNION ALL
SELECT s.chain, s.indicator, NULL AS own, s.total, s.reported
FROM (
    -- Summed before the indicator is joined: with it PostgreSQL would go through the list once for each indicator.
    SELECT e.chain, r.indicator, r.source, CAST(SUM(r.cumulative) AS BIGINT) AS total, COUNT(*) AS reported
    FROM (
        SELECT e.key, COALESCE(g.chain, e.chain) AS chain
        FROM enterprise e
        LEFT JOIN segment g ON g.key = e.segment
        WHERE NOT e.withdrawn AND e.above_scale AND (:chain = 'all' OR COALESCE(g.chain, e.chain) = :chain)
            AND (e.entered IS NULL OR e.entered <= :month)
            AND (e.departed IS NULL OR e.departed > :month)
            AND (e.status IS NULL OR e.status <> '注销')
    ) e
    JOIN monthly_report r ON r.object = e.key AND r.month = :month AND r.object_kind = 'enterprise' AND NOT r.withdrawn
        AND r.cumulative IS NOT NULL
    GROUP BY e.chain, r.indicator, r.source
) s
JOIN indicator i ON i.key = s.indicator AND COALESCE(i.main_source, '') = COALESCE(s.source, '')
    AND COALESCE(i.period, '累计') = '累计';
