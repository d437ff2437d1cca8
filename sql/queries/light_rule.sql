-- name: LightRuleAdd
-- A version that exists is somebody else's decision.
INSERT INTO light_rule (indicator, kind, version, preset, name, bands, since, reason, actor, at)
VALUES (:indicator, :kind, :version, :preset, :name, :bands, :since, :reason, :actor, :at)
ON CONFLICT (indicator, kind, version) DO NOTHING;

-- name: LightRuleAll
SELECT indicator, kind, version, preset, name, bands, since, reason, actor, at
FROM light_rule
ORDER BY id;
