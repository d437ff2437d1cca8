-- name: ProspectSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO prospect (key, code, chain, segment, name, province, city, state, department, contact, phone, direction, project, note, extra, version, withdrawn, changed_at)
VALUES (:key, :code, :chain, :segment, :name, :province, :city, :state, :department, :contact, :phone, :direction, :project, :note, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    code = excluded.code,
    chain = excluded.chain,
    segment = excluded.segment,
    name = excluded.name,
    province = excluded.province,
    city = excluded.city,
    state = excluded.state,
    department = excluded.department,
    contact = excluded.contact,
    phone = excluded.phone,
    direction = excluded.direction,
    project = excluded.project,
    note = excluded.note,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE prospect.version = excluded.version - 1;

-- name: ProspectAll
SELECT key, code, chain, segment, name, province, city, state, department, contact, phone, direction, project, note, extra, version, withdrawn
FROM prospect;
