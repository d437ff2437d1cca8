SELECT r.indicator, COUNT(*),
    SUM(r.cumulative) FILTER (WHERE r.month = '2026-10') AS cumulative,
    SUM(r.base) FILTER (WHERE r.month = '2026-10') AS base,
    SUM(r.cumulative) FILTER (WHERE r.month = '2025-10') AS last_year
FROM monthly_report r
JOIN enterprise e ON e.key = r.object
WHERE r.object_kind = 'enterprise' AND r.month IN ('2026-10', '2025-10') AND NOT r.withdrawn
    AND r.indicator IN ('revenue', 'profit', 'tax', 'electricity', 'rnd_expense')
    AND e.chain = 'c1' AND e.above_scale AND NOT e.withdrawn AND e.status <> '注销'
    AND (e.entered IS NULL OR e.entered <= r.month) AND (e.departed IS NULL OR e.departed > r.month)
GROUP BY r.indicator;
