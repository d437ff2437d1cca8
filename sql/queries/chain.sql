-- name: ChainSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO chain (key, code, name, area, edition, lead_industry, lead_department, summary, extra, version, withdrawn, changed_at)
VALUES (:key, :code, :name, :area, :edition, :lead_industry, :lead_department, :summary, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    code = excluded.code,
    name = excluded.name,
    area = excluded.area,
    edition = excluded.edition,
    lead_industry = excluded.lead_industry,
    lead_department = excluded.lead_department,
    summary = excluded.summary,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE chain.version = excluded.version - 1;

-- name: ChainAll
SELECT key, code, name, area, edition, lead_industry, lead_department, summary, extra, version, withdrawn
FROM chain;
