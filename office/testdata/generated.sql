-- A generated county for measuring: $ENTERPRISES firms of $CHAINS chains, each chain with 20 segments in 4 branches, and
-- five indicators of every firm for $MONTHS months up to 2026-10. One text for both databases; figures are whole 万元.

INSERT INTO chain (key, code, name, version, withdrawn, changed_at)
WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < $CHAINS)
SELECT 'c' || i, 'c' || i, '示例链' || i, 1, FALSE, '2026-11-01T00:00:00.000000Z' FROM c;

INSERT INTO segment (key, chain, code, name, branch, position, version, withdrawn, changed_at)
WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < $CHAINS),
    s(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM s WHERE j < 20)
SELECT 'c' || i || '␟s' || j, 'c' || i, 's' || j, '环节' || j, '细分链' || (j % 4), '中游', 1, FALSE, '2026-11-01T00:00:00.000000Z'
FROM c CROSS JOIN s;

-- One in seven is not 规上, one in nine entered the list during the last years, one in 53 left it.
INSERT INTO enterprise (key, code, name, chain, chains, segment, segments, above_scale, entered, departed, products, contact,
    phone, titles, status, version, withdrawn, changed_at)
WITH RECURSIVE e(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM e WHERE i < $ENTERPRISES - 1)
SELECT CAST(100000000000000000 + i AS TEXT), CAST(100000000000000000 + i AS TEXT), '示例企业' || i || '有限公司',
    'c' || (1 + i % $CHAINS), 'c' || (1 + i % $CHAINS),
    'c' || (1 + i % $CHAINS) || '␟s' || (1 + i / $CHAINS % 20), 'c' || (1 + i % $CHAINS) || '␟s' || (1 + i / $CHAINS % 20),
    i % 7 <> 3, CASE WHEN i % 9 = 0 THEN CAST(2022 + i % 4 AS TEXT) || '-06' END, CASE WHEN i % 53 = 7 THEN '2026-05' END,
    '某种产品', '某人', '0794-1234567', CASE WHEN i % 3 = 0 THEN '高新技术企业:2024-11-01~2027-10-31' END,
    '在产', 1, FALSE, '2026-11-01T00:00:00.000000Z'
FROM e;

-- One project for every five firms, signed in the last three years; two in three have started, one in three operates.
INSERT INTO project (key, code, name, chain, segment, total_investment, contract_amount, signed_on, started_on, operating_on,
    version, withdrawn, changed_at)
WITH RECURSIVE p(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM p WHERE i < $ENTERPRISES / 5 - 1)
SELECT 'XM' || i, 'XM' || i, '示例项目' || i, 'c' || (1 + i % $CHAINS), 'c' || (1 + i % $CHAINS) || '␟s' || (1 + i / $CHAINS % 20),
    CAST(5000 + i AS BIGINT) * 1000000, CAST(4000 + i AS BIGINT) * 1000000, CAST(2024 + i % 3 AS TEXT) || '-03-15',
    CASE WHEN i % 3 > 0 THEN CAST(2024 + i % 3 AS TEXT) || '-08-01' END,
    CASE WHEN i % 3 = 1 THEN CAST(2025 + i % 2 AS TEXT) || '-09-20' END, 1, FALSE, '2026-11-01T00:00:00.000000Z'
FROM p;

-- One in 37 has not reported a month, one in 41 has no base, one in 11 gives the month's own amount.
INSERT INTO monthly_report (key, month, object_kind, object, indicator, source, in_month, cumulative, base, expected_next,
    status, version, withdrawn, changed_at)
WITH RECURSIVE e(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM e WHERE i < $ENTERPRISES - 1),
    m(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM m WHERE k < $MONTHS - 1),
    month(k, name, number) AS (
        SELECT k, CAST((24321 - k) / 12 AS TEXT) || '-' || substr('010203040506070809101112', (24321 - k) % 12 * 2 + 1, 2),
            (24321 - k) % 12 + 1
        FROM m
    ),
    figure(j, indicator, source) AS (
        SELECT 0, 'revenue', '工信局' UNION ALL SELECT 1, 'profit', '工信局' UNION ALL SELECT 2, 'tax', '税务局'
        UNION ALL SELECT 3, 'electricity', '供电公司' UNION ALL SELECT 4, 'rnd_expense', '科技局'
    )
SELECT name || '␟enterprise:' || CAST(100000000000000000 + i AS TEXT) || '␟␟' || indicator || '␟' || source,
    name, 'enterprise', CAST(100000000000000000 + i AS TEXT), indicator, source,
    CASE WHEN i % 11 = 5 THEN CAST(900 + i % 700 + j * 10 AS BIGINT) * 1000000 END,
    CASE WHEN (i + k) % 37 <> 0 THEN CAST((1000 + i % 700 + j * 10 - k) * number AS BIGINT) * 1000000 END,
    CASE WHEN i % 41 <> 9 THEN CAST((950 + i % 690 + j * 9 - k) * number AS BIGINT) * 1000000 END,
    CASE WHEN i % 5 = 2 THEN CAST((1000 + i % 700 + j * 10 - k) * (number + 1) AS BIGINT) * 1000000 END,
    CASE WHEN i % 6 = 1 THEN '快报' ELSE '最终' END, 1, FALSE, '2026-11-01T00:00:00.000000Z'
FROM month CROSS JOIN e CROSS JOIN figure
ORDER BY name, i, j;
