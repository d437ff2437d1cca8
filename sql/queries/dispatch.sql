-- name: PastTables
-- Put before a query of this file, these tables shadow the current ones with their state as of a past moment.
-- They are made once: inlined, PostgreSQL would read the JSON again for every pair of a join.
WITH enterprise AS MATERIALIZED (
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
), indicator AS MATERIALIZED (
    SELECT key, fields ->> 'period' AS period, fields ->> 'january' AS january, fields ->> 'main_source' AS main_source
    FROM (
        SELECT key, fields, ROW_NUMBER() OVER (PARTITION BY key ORDER BY approved_at DESC, version DESC) AS newest
        FROM revision
        WHERE noun = 'indicator' AND approved_at <= :as_of
    ) indicator_past
    WHERE newest = 1
), monthly_report AS MATERIALIZED (
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
-- The sums of the enterprises on each month's list, by segment, from each indicator's main source. The primary segment
-- says of which chain an enterprise is. The month before is one of the same year (cumulatives restart): '01' before '02'
-- and so on. 1–2月 is one point and has no month of its own; a stock (时点) has no difference.
SELECT f.month, f.chain, f.segment, f.indicator,
    COUNT(f.cumulative) AS reported,
    CAST(SUM(f.cumulative) AS BIGINT) AS cumulative,
    COUNT(f.base) FILTER (WHERE f.cumulative IS NOT NULL) AS based,
    CAST(SUM(f.cumulative) FILTER (WHERE f.base IS NOT NULL) AS BIGINT) AS based_cumulative,
    CAST(SUM(f.base) FILTER (WHERE f.cumulative IS NOT NULL) AS BIGINT) AS base,
    COUNT(f.two_years_ago) FILTER (WHERE f.cumulative IS NOT NULL) AS two_years_count,
    CAST(SUM(f.cumulative) FILTER (WHERE f.two_years_ago IS NOT NULL) AS BIGINT) AS two_years_now,
    CAST(SUM(f.two_years_ago) FILTER (WHERE f.cumulative IS NOT NULL) AS BIGINT) AS two_years_ago,
    CAST(SUM(COALESCE(f.in_month, f.difference)) AS BIGINT) AS in_month,
    COUNT(COALESCE(f.in_month, f.difference)) AS in_month_count,
    COUNT(f.difference) FILTER (WHERE f.in_month IS NULL) AS in_month_derived,
    CAST(SUM(f.expected_next) AS BIGINT) AS expected_next,
    COUNT(f.expected_next) AS expected_next_many,
    COUNT(*) FILTER (WHERE f.cumulative > 0) AS positive,
    COUNT(*) FILTER (WHERE f.warning IS NOT NULL AND f.cause IS NULL AND f.explanation IS NULL) AS unexplained,
    COUNT(*) FILTER (WHERE f.status = '快报') AS preliminary
FROM (
    SELECT r.month, r.chain, r.segment, r.indicator,
        r.cumulative, r.base, r.two_years_ago, r.expected_next, r.status, r.warning, r.cause, r.explanation,
        CASE WHEN r.january = '无' AND substr(r.month, 6, 2) = '02' THEN NULL ELSE r.in_month END AS in_month,
        CASE
            WHEN COALESCE(r.period, '累计') <> '累计' THEN NULL
            WHEN r.january = '无' AND substr(r.month, 6, 2) = '02' THEN NULL
            WHEN substr(r.month, 6, 2) = '01' THEN r.cumulative
            ELSE r.cumulative - r.last_month
        END AS difference
    FROM (
        SELECT r.month, e.chain, e.segment, e.entered, e.departed, r.indicator, r.in_month, r.cumulative, r.base, r.two_years_ago, r.expected_next,
            r.status, r.warning, r.cause, r.explanation, i.january, i.period,
            CASE WHEN LAG(r.month) OVER series = substr(r.month, 1, 5)
                || substr('0102030405060708091011', CAST(substr(r.month, 6, 2) AS INTEGER) * 2 - 3, 2)
                THEN LAG(r.cumulative) OVER series END AS last_month
        FROM (
            SELECT e.key, COALESCE(g.chain, e.chain) AS chain, COALESCE(e.segment, '') AS segment, e.entered, e.departed
            FROM enterprise e
            LEFT JOIN segment g ON g.key = e.segment
            WHERE NOT e.withdrawn AND e.above_scale AND (e.status IS NULL OR e.status <> '注销')
                AND (:chain = 'all' OR COALESCE(g.chain, e.chain) = :chain)
        ) e
        JOIN monthly_report r ON r.object = e.key AND r.object_kind = 'enterprise' AND NOT r.withdrawn
            AND r.month BETWEEN :from_month AND :to_month
            AND (:indicator = '' OR r.indicator = :indicator)
        JOIN indicator i ON i.key = r.indicator AND COALESCE(i.main_source, '') = COALESCE(r.source, '')
        WINDOW series AS (PARTITION BY r.object, r.indicator ORDER BY r.month)
    ) r
    WHERE r.month >= :first_month AND (r.entered IS NULL OR r.entered <= r.month) AND (r.departed IS NULL OR r.departed > r.month)
) f
GROUP BY f.month, f.chain, f.segment, f.indicator;

-- name: ListedEnterprises
-- A month's list: key and name of the enterprises that are summed, and whether each reported this indicator.
SELECT e.key, e.name, COALESCE(g.chain, e.chain) AS chain, COALESCE(e.segment, '') AS segment,
    EXISTS (
        SELECT 1
        FROM monthly_report r
        JOIN indicator i ON i.key = r.indicator AND COALESCE(i.main_source, '') = COALESCE(r.source, '')
        WHERE r.object = e.key AND r.object_kind = 'enterprise' AND r.indicator = :indicator AND r.month = :to_month
            AND NOT r.withdrawn AND r.cumulative IS NOT NULL
    ) AS reported
FROM enterprise e
LEFT JOIN segment g ON g.key = e.segment
WHERE NOT e.withdrawn AND e.above_scale AND (:chain = 'all' OR COALESCE(g.chain, e.chain) = :chain)
    AND (e.entered IS NULL OR e.entered <= :to_month)
    AND (e.departed IS NULL OR e.departed > :to_month)
    AND (e.status IS NULL OR e.status <> '注销')
ORDER BY e.key;

-- name: BaselessReports
-- Who of a month's list reported a cumulative without a base, by indicator, from its main source.
SELECT r.indicator, e.chain, e.key, e.name
FROM (
    SELECT e.key, e.name, COALESCE(g.chain, e.chain) AS chain
    FROM enterprise e
    LEFT JOIN segment g ON g.key = e.segment
    WHERE NOT e.withdrawn AND e.above_scale AND (:chain = 'all' OR COALESCE(g.chain, e.chain) = :chain)
        AND (e.entered IS NULL OR e.entered <= :to_month)
        AND (e.departed IS NULL OR e.departed > :to_month)
        AND (e.status IS NULL OR e.status <> '注销')
) e
JOIN monthly_report r ON r.object = e.key AND r.month = :to_month AND r.object_kind = 'enterprise' AND NOT r.withdrawn
    AND r.cumulative IS NOT NULL AND r.base IS NULL
JOIN indicator i ON i.key = r.indicator AND COALESCE(i.main_source, '') = COALESCE(r.source, '')
ORDER BY r.indicator, e.key;

-- name: ChainReports
-- The chains' own rows, from every source.
SELECT r.month, r.object_kind, r.object, COALESCE(r.chain, '') AS chain, r.indicator, COALESCE(r.source, '') AS source,
    r.in_month, r.cumulative, r.base, r.growth, r.two_years_ago, r.expected_next, r.rank, r.rank_of,
    COALESCE(r.status, '') AS status, COALESCE(r.cause, '') AS cause,
    CASE WHEN r.cause IS NULL AND r.explanation IS NULL THEN COALESCE(r.warning, '') ELSE '' END AS doubt
FROM monthly_report r
WHERE r.object_kind = 'chain' AND NOT r.withdrawn
    AND r.month BETWEEN :first_month AND :to_month
    AND (:chain = 'all' OR r.object = :chain)
    AND (:indicator = '' OR r.indicator = :indicator)
ORDER BY r.month, r.object, r.indicator, r.source;

-- name: DataMonths
-- From each month to the one before it along the index, and only then whether somebody has a figure in it.
SELECT m.month
FROM (
    WITH RECURSIVE step(month) AS (
        SELECT MAX(month) FROM monthly_report
        UNION ALL
        SELECT (SELECT MAX(r.month) FROM monthly_report r WHERE r.month < step.month)
        FROM step
        WHERE step.month IS NOT NULL
    )
    SELECT month FROM step WHERE month IS NOT NULL
) m
WHERE EXISTS (
    SELECT 1
    FROM monthly_report r
    LEFT JOIN enterprise e ON e.key = r.object AND r.object_kind = 'enterprise'
    LEFT JOIN segment g ON g.key = e.segment
    WHERE r.month = m.month AND r.object_kind IN ('chain', 'enterprise')
        AND r.indicator = :indicator AND r.cumulative IS NOT NULL AND NOT r.withdrawn
        AND (:chain = 'all' OR COALESCE(g.chain, e.chain) = :chain OR (r.object_kind = 'chain' AND r.object = :chain))
)
ORDER BY m.month DESC;
