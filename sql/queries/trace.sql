-- name: TraceReports
-- Every state that the reports of enterprises and chains of a month and indicator had by a moment, newest first by key.
SELECT r.key, r.month, r.object_kind, r.object, r.chain, r.indicator, r.source, r.in_month, r.cumulative, r.base, r.growth,
    r.two_years_ago, r.expected_next, r.rank, r.rank_of, r.status, r.cause, r.warning, r.explanation, r.extra, r.version,
    r.change = 'withdrawn' AS withdrawn, r.change, r.batch, r.sheet, r.sheet_row, r.actor, r.at, r.approved_by, r.approved_at,
    b.file, s.columns
FROM monthly_report_revision r
LEFT JOIN import_batch b ON b.id = r.batch
LEFT JOIN import_sheet s ON s.batch = r.batch AND s.sheet = r.sheet
WHERE r.month = :month AND r.object_kind IN ('chain', 'enterprise') AND r.indicator = :indicator AND r.approved_at <= :as_of
ORDER BY r.key, r.version DESC;

-- name: TraceRevisions
-- Every state that the records of a register had by a moment, newest first by key.
SELECT r.key, r.version, r.change, r.fields, r.batch, r.sheet, r.sheet_row, r.actor, r.at, r.approved_by, r.approved_at,
    b.file, s.columns
FROM revision r
LEFT JOIN import_batch b ON b.id = r.batch
LEFT JOIN import_sheet s ON s.batch = r.batch AND s.sheet = r.sheet
WHERE r.noun = :noun AND r.approved_at <= :as_of
ORDER BY r.key, r.version DESC;
