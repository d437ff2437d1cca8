-- name: EnterpriseSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO enterprise (key, code, name, chain, chains, segment, segments, role, region, products, above_scale, entered, departed, titles,
    employees, contact, phone, sponsor, status, extra, version, withdrawn, changed_at)
VALUES (:key, :code, :name, :chain, :chains, :segment, :segments, :role, :region, :products, :above_scale, :entered,
    :departed, :titles, :employees, :contact, :phone, :sponsor, :status, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    code = excluded.code,
    name = excluded.name,
    chain = excluded.chain,
    chains = excluded.chains,
    segment = excluded.segment,
    segments = excluded.segments,
    role = excluded.role,
    region = excluded.region,
    products = excluded.products,
    above_scale = excluded.above_scale,
    entered = excluded.entered,
    departed = excluded.departed,
    titles = excluded.titles,
    employees = excluded.employees,
    contact = excluded.contact,
    phone = excluded.phone,
    sponsor = excluded.sponsor,
    status = excluded.status,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE enterprise.version = excluded.version - 1;

-- name: EnterpriseAll
SELECT key, code, name, chain, chains, segment, segments, role, region, products, above_scale, entered, departed, titles,
    employees, contact, phone, sponsor, status, extra, version, withdrawn
FROM enterprise;
