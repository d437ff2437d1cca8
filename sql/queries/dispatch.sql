-- name: PastTables
-- Put before a query of this file, these tables shadow the current ones with their state as of a past moment.
WITH enterprise AS (
    SELECT key, fields ->> 'name' AS name, fields ->> 'chain' AS chain, fields ->> 'segment' AS segment,
        fields ->> 'above_scale' = '是' AS above_scale, fields ->> 'entered' AS entered,
        fields ->> 'departed' AS departed, fields ->> 'status' AS status, change = 'withdrawn' AS withdrawn
    FROM (
        SELECT key, fields, change,
            ROW_NUMBER() OVER (PARTITION BY key ORDER BY approved_at DESC, version DESC) AS newest
        FROM revision
        WHERE noun = 'enterprise' AND approved_at <= :as_of
    ) enterprise_past
    WHERE newest = 1
), monthly_report AS (
    SELECT month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
        expected_next, rank, rank_of, status, cause, warning, explanation, change = 'withdrawn' AS withdrawn
    FROM (
        SELECT month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
            expected_next, rank, rank_of, status, cause, warning, explanation, change,
            ROW_NUMBER() OVER (PARTITION BY key ORDER BY approved_at DESC, version DESC) AS newest
        FROM monthly_report_revision
        WHERE approved_at <= :as_of AND month BETWEEN :from_month AND :to_month
    ) report_past
    WHERE newest = 1
)

-- name: SegmentSums
-- The sums of the enterprises on each month's list, by segment, from each indicator's main source. The month before is
-- sought within the year only (cumulatives restart), by text: '01' before '02' and so on.
SELECT r.month, e.chain, COALESCE(e.segment, '') AS segment, r.indicator,
    COUNT(r.cumulative) AS reported,
    CAST(SUM(r.cumulative) AS BIGINT) AS cumulative,
    COUNT(r.base) FILTER (WHERE r.cumulative IS NOT NULL) AS based,
    CAST(SUM(r.cumulative) FILTER (WHERE r.base IS NOT NULL) AS BIGINT) AS based_cumulative,
    CAST(SUM(r.base) FILTER (WHERE r.cumulative IS NOT NULL) AS BIGINT) AS base,
    COUNT(r.two_years_ago) FILTER (WHERE r.cumulative IS NOT NULL) AS two_years_count,
    CAST(SUM(r.cumulative) FILTER (WHERE r.two_years_ago IS NOT NULL) AS BIGINT) AS two_years_now,
    CAST(SUM(r.two_years_ago) FILTER (WHERE r.cumulative IS NOT NULL) AS BIGINT) AS two_years_ago,
    CAST(SUM(CASE
        WHEN i.january = '无' AND substr(r.month, 6, 2) = '02' THEN NULL
        WHEN r.in_month IS NOT NULL THEN r.in_month
        WHEN substr(r.month, 6, 2) = '01' THEN r.cumulative
        ELSE r.cumulative - p.cumulative END) AS BIGINT) AS in_month,
    COUNT(CASE
        WHEN i.january = '无' AND substr(r.month, 6, 2) = '02' THEN NULL
        WHEN r.in_month IS NOT NULL THEN r.in_month
        WHEN substr(r.month, 6, 2) = '01' THEN r.cumulative
        ELSE r.cumulative - p.cumulative END) AS in_month_count,
    COUNT(r.cumulative - p.cumulative) FILTER (WHERE r.in_month IS NULL) AS in_month_derived,
    CAST(SUM(r.expected_next) AS BIGINT) AS expected_next,
    COUNT(r.expected_next) AS expected_next_many,
    COUNT(*) FILTER (WHERE r.cumulative > 0) AS positive,
    COUNT(*) FILTER (WHERE r.warning IS NOT NULL AND r.cause IS NULL AND r.explanation IS NULL) AS unexplained,
    COUNT(*) FILTER (WHERE r.status = '快报') AS preliminary
FROM monthly_report r
JOIN enterprise e ON e.key = r.object AND NOT e.withdrawn AND e.above_scale
    AND (e.entered IS NULL OR e.entered <= r.month)
    AND (e.departed IS NULL OR e.departed > r.month)
    AND (e.status IS NULL OR e.status <> '注销')
JOIN indicator i ON i.key = r.indicator AND i.main_source = r.source
LEFT JOIN monthly_report p ON p.object = r.object AND p.indicator = r.indicator AND p.source = r.source
    AND p.object_kind = r.object_kind AND NOT p.withdrawn
    AND p.month = substr(r.month, 1, 5)
        || substr('0102030405060708091011', CAST(substr(r.month, 6, 2) AS INTEGER) * 2 - 3, 2)
WHERE r.object_kind = 'enterprise' AND NOT r.withdrawn
    AND r.month BETWEEN :first_month AND :to_month
    AND (:chain = 'all' OR e.chain = :chain)
    AND (:indicator = '' OR r.indicator = :indicator)
GROUP BY r.month, e.chain, e.segment, r.indicator;

-- name: ListedEnterprises
-- A month's list: key and name of the enterprises that are summed, and whether each reported this indicator.
SELECT e.key, e.name, e.chain, COALESCE(e.segment, '') AS segment,
    EXISTS (
        SELECT 1 FROM monthly_report r JOIN indicator i ON i.key = r.indicator AND i.main_source = r.source
        WHERE r.object = e.key AND r.object_kind = 'enterprise' AND r.indicator = :indicator AND r.month = :to_month
            AND NOT r.withdrawn AND r.cumulative IS NOT NULL
    ) AS reported
FROM enterprise e
WHERE NOT e.withdrawn AND e.above_scale AND (:chain = 'all' OR e.chain = :chain)
    AND (e.entered IS NULL OR e.entered <= :to_month)
    AND (e.departed IS NULL OR e.departed > :to_month)
    AND (e.status IS NULL OR e.status <> '注销')
ORDER BY e.key;

-- name: ChainReports
-- The chains' own rows, from every source.
SELECT r.month, r.object_kind, r.object, COALESCE(r.chain, '') AS chain, r.indicator, COALESCE(r.source, '') AS source,
    r.in_month, r.cumulative, r.base, r.growth, r.two_years_ago, r.expected_next, r.rank, r.rank_of,
    COALESCE(r.status, '') AS status, COALESCE(r.cause, '') AS cause
FROM monthly_report r
WHERE r.object_kind = 'chain' AND NOT r.withdrawn
    AND r.month BETWEEN :first_month AND :to_month
    AND (:chain = 'all' OR r.object = :chain)
    AND (:indicator = '' OR r.indicator = :indicator)
ORDER BY r.month, r.object, r.indicator, r.source;

-- name: DataMonths
SELECT DISTINCT r.month
FROM monthly_report r
LEFT JOIN enterprise e ON e.key = r.object AND r.object_kind = 'enterprise'
WHERE r.indicator = :indicator AND r.cumulative IS NOT NULL AND NOT r.withdrawn
    AND r.object_kind IN ('chain', 'enterprise')
    AND (:chain = 'all' OR e.chain = :chain OR (r.object_kind = 'chain' AND r.object = :chain))
ORDER BY r.month DESC;
