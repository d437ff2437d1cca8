-- name: ReferenceReports
-- The rows of 国家, 省 and 市, from every source: of the chain's own trade and of the whole industry. They are drawn beside
-- a chain's figure and enter no total.
SELECT g.name AS region_name, g.type AS region_type, r.month, r.object_kind, r.object, COALESCE(r.chain, '') AS chain,
    r.indicator, COALESCE(r.source, '') AS source, r.in_month, r.cumulative, r.base, r.growth, r.two_years_ago,
    r.expected_next, r.rank, r.rank_of, COALESCE(r.status, '') AS status, COALESCE(r.cause, '') AS cause
FROM monthly_report r
JOIN region g ON g.key = r.object AND NOT g.withdrawn AND g.type IN ('国家', '省', '市')
WHERE r.object_kind = 'region' AND NOT r.withdrawn AND r.indicator = :indicator
    AND r.month BETWEEN :first_month AND :to_month
    AND COALESCE(r.chain, '') IN ('', :chain)
ORDER BY r.object, chain, r.source, r.month;
