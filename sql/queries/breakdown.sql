-- name: EnterpriseReports
-- What every enterprise reported of one indicator in some months, from its main source; who is on which list is decided
-- by the registers.
SELECT r.month, r.object, r.in_month, r.cumulative, r.base
FROM monthly_report r
JOIN indicator i ON i.key = r.indicator AND COALESCE(i.main_source, '') = COALESCE(r.source, '')
WHERE r.object_kind = 'enterprise' AND NOT r.withdrawn AND r.indicator = :indicator
    AND r.month BETWEEN :first_month AND :to_month;
