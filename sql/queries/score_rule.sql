-- name: ScoreRuleAdd
-- A version that exists is somebody else's decision.
INSERT INTO score_rule (kind, version, body, reason, actor, at)
VALUES (:kind, :version, :body, :reason, :actor, :at)
ON CONFLICT (kind, version) DO NOTHING;

-- name: ScoreRuleAll
SELECT kind, version, body, reason, actor, at
FROM score_rule
ORDER BY id;
