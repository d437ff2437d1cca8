-- name: ChangedRevisions
-- Put before a query of this file: the revisions between two moments that a month's table rests on. Of the monthly
-- reports these are the month, the one before (in-month, ranks) and the same of last year (nominal growth); of the
-- registers those that dispatch counts in.
WITH changed AS (
    SELECT 'report' AS noun, r.key, r.version, r.change, r.batch, r.actor, r.approved_at AS at
    FROM monthly_report_revision r
    LEFT JOIN enterprise e ON e.key = r.object AND r.object_kind = 'enterprise'
    LEFT JOIN segment g ON g.key = e.segment
    WHERE r.approved_at > :from_at AND r.approved_at <= :to_at AND r.month IN (:month, :last_month, :last_year)
        AND (:indicator = '' OR r.indicator = :indicator) AND (:noun = '' OR :noun = 'report')
        AND (:batch = 0 OR r.batch = :batch)
        AND (:chain = 'all' OR COALESCE(g.chain, e.chain, r.chain, r.object) = :chain)
    UNION ALL
    SELECT r.noun, r.key, r.version, r.change, r.batch, r.actor, r.approved_at AS at
    FROM revision r
    LEFT JOIN segment g ON g.key = r.fields ->> 'segment'
    LEFT JOIN project p ON p.key = r.fields ->> 'project' AND r.noun = 'arrival'
    LEFT JOIN enterprise e ON e.key = r.fields ->> 'enterprise'
    WHERE r.approved_at > :from_at AND r.approved_at <= :to_at AND (:noun = '' OR r.noun = :noun)
        AND (:batch = 0 OR r.batch = :batch)
        AND (r.noun IN ('enterprise', 'project', 'arrival', 'issue', 'visit')
            OR r.noun = 'indicator' AND (:indicator = '' OR r.key = :indicator)
            OR r.noun = 'target' AND r.fields ->> 'year' = :year AND (:indicator = '' OR r.fields ->> 'indicator' = :indicator))
        AND (:chain = 'all' OR r.noun = 'indicator'
            OR COALESCE(g.chain, p.chain, r.fields ->> 'chain', e.chain, r.fields ->> 'object') IN (:chain, :chain_object))
)

-- name: ChangeGroups
-- How many revisions of what kind were saved together: those of one transaction have one instant, an undo that of its batch.
SELECT c.at, c.batch, c.actor, b.file, u.id AS undone, c.noun, c.change, COUNT(*) AS revisions
FROM changed c
LEFT JOIN import_batch b ON b.id = c.batch
LEFT JOIN import_batch u ON u.undone_at = c.at AND c.batch IS NULL
GROUP BY c.at, c.batch, c.actor, b.file, u.id, c.noun, c.change
ORDER BY c.at DESC, c.noun, c.change;

-- name: ChangePage
-- A page of the same revisions, those saved together with the monthly reports first.
SELECT c.noun, c.key, c.version
FROM changed c
ORDER BY c.at DESC, CASE c.noun WHEN 'report' THEN 0 ELSE 1 END, c.noun, c.key, c.version DESC
LIMIT :size OFFSET :skip;
