-- name: ReportSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO monthly_report (key, month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
    expected_next, rank, rank_of, status, cause, warning, explanation, extra, version, withdrawn, changed_at)
VALUES (:key, :month, :object_kind, :object, :chain, :indicator, :source, :in_month, :cumulative, :base, :growth,
    :two_years_ago, :expected_next, :rank, :rank_of, :status, :cause, :warning, :explanation, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    month = excluded.month,
    object_kind = excluded.object_kind,
    object = excluded.object,
    chain = excluded.chain,
    indicator = excluded.indicator,
    source = excluded.source,
    in_month = excluded.in_month,
    cumulative = excluded.cumulative,
    base = excluded.base,
    growth = excluded.growth,
    two_years_ago = excluded.two_years_ago,
    expected_next = excluded.expected_next,
    rank = excluded.rank,
    rank_of = excluded.rank_of,
    status = excluded.status,
    cause = excluded.cause,
    warning = excluded.warning,
    explanation = excluded.explanation,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE monthly_report.version = excluded.version - 1;

-- name: ReportBetween
SELECT key, month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
    expected_next, rank, rank_of, status, cause, warning, explanation, extra, version, withdrawn
FROM monthly_report
WHERE month BETWEEN :from_month AND :to_month;

-- name: ReportOfIndicator
SELECT key, month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
    expected_next, rank, rank_of, status, cause, warning, explanation, extra, version, withdrawn
FROM monthly_report
WHERE month BETWEEN :from_month AND :to_month AND object_kind = 'enterprise' AND indicator = :indicator;

-- name: ReportOfEnterprise
SELECT key, month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
    expected_next, rank, rank_of, status, cause, warning, explanation, extra, version, withdrawn
FROM monthly_report
WHERE object = :enterprise AND object_kind = 'enterprise' AND month BETWEEN :from_month AND :to_month;

-- name: ReportOfEnterpriseAsOf
-- An enterprise has few reports: only its own are put in order.
SELECT key, month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
    expected_next, rank, rank_of, status, cause, warning, explanation, extra, version, change = 'withdrawn' AS withdrawn
FROM (
    SELECT key, month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
        expected_next, rank, rank_of, status, cause, warning, explanation, extra, version, change,
        ROW_NUMBER() OVER (PARTITION BY key ORDER BY approved_at DESC, version DESC) AS newest
    FROM monthly_report_revision
    WHERE object = :enterprise AND object_kind = 'enterprise' AND month BETWEEN :from_month AND :to_month AND approved_at <= :as_of
) past
WHERE newest = 1;

-- name: ReportAppend
INSERT INTO monthly_report_revision (key, version, change, month, object_kind, object, chain, indicator, source, in_month,
    cumulative, base, growth, two_years_ago, expected_next, rank, rank_of, status, cause, warning, explanation, extra,
    batch, sheet, sheet_row, actor, at, approved_by, approved_at)
VALUES (:key, :version, :change, :month, :object_kind, :object, :chain, :indicator, :source, :in_month,
    :cumulative, :base, :growth, :two_years_ago, :expected_next, :rank, :rank_of, :status, :cause, :warning, :explanation, :extra,
    :batch, :sheet, :sheet_row, :actor, :at, :approved_by, :approved_at);

-- name: ReportAsOf
SELECT key, month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
    expected_next, rank, rank_of, status, cause, warning, explanation, extra, version, change = 'withdrawn' AS withdrawn
FROM (
    SELECT key, month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
        expected_next, rank, rank_of, status, cause, warning, explanation, extra, version, change,
        ROW_NUMBER() OVER (PARTITION BY key ORDER BY approved_at DESC, version DESC) AS newest
    FROM monthly_report_revision
    WHERE approved_at <= :as_of AND month BETWEEN :from_month AND :to_month
) past
WHERE newest = 1;

-- name: ReportHistory
SELECT r.key, r.month, r.object_kind, r.object, r.chain, r.indicator, r.source, r.in_month, r.cumulative, r.base, r.growth,
    r.two_years_ago, r.expected_next, r.rank, r.rank_of, r.status, r.cause, r.warning, r.explanation, r.extra, r.version,
    r.change = 'withdrawn' AS withdrawn, r.change, r.batch, r.sheet, r.sheet_row, r.actor, r.at, r.approved_by, r.approved_at,
    b.file, s.columns
FROM monthly_report_revision r
LEFT JOIN import_batch b ON b.id = r.batch
LEFT JOIN import_sheet s ON s.batch = r.batch AND s.sheet = r.sheet
WHERE r.key = :key
ORDER BY r.version DESC;

-- name: ReportOfBatch
SELECT key, month, object_kind, object, chain, indicator, source, in_month, cumulative, base, growth, two_years_ago,
    expected_next, rank, rank_of, status, cause, warning, explanation, extra, version, change = 'withdrawn' AS withdrawn
FROM monthly_report_revision
WHERE batch = :batch;

-- name: ReportBeforeBatch
-- The states that a batch replaced, to be restored by its undo.
SELECT p.key, p.month, p.object_kind, p.object, p.chain, p.indicator, p.source, p.in_month, p.cumulative, p.base, p.growth,
    p.two_years_ago, p.expected_next, p.rank, p.rank_of, p.status, p.cause, p.warning, p.explanation, p.extra, p.version,
    p.change = 'withdrawn' AS withdrawn
FROM monthly_report_revision b
JOIN monthly_report_revision p ON p.key = b.key AND p.version = b.version - 1
WHERE b.batch = :batch;

-- name: ReportOvertaken
-- Rows of a batch that somebody changed afterwards.
SELECT b.key
FROM monthly_report_revision b
JOIN monthly_report c ON c.key = b.key
WHERE b.batch = :batch AND c.version <> b.version
ORDER BY b.key;
