-- name: TechnologySave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO technology (key, chain, segment, name, stage, level, start_year, target_year, goal, milestones, lead_enterprise, partners,
    platform, department, extra, version, withdrawn, changed_at)
VALUES (:key, :chain, :segment, :name, :stage, :level, :start_year, :target_year, :goal, :milestones, :lead_enterprise,
    :partners, :platform, :department, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    chain = excluded.chain,
    segment = excluded.segment,
    name = excluded.name,
    stage = excluded.stage,
    level = excluded.level,
    start_year = excluded.start_year,
    target_year = excluded.target_year,
    goal = excluded.goal,
    milestones = excluded.milestones,
    lead_enterprise = excluded.lead_enterprise,
    partners = excluded.partners,
    platform = excluded.platform,
    department = excluded.department,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE technology.version = excluded.version - 1;

-- name: TechnologyAll
SELECT key, chain, segment, name, stage, level, start_year, target_year, goal, milestones, lead_enterprise, partners,
    platform, department, extra, version, withdrawn
FROM technology;
