-- name: InvestmentRuleAdd
-- A version that exists is somebody else's decision.
INSERT INTO investment_rule (kind, version, body, reason, actor, at)
VALUES (:kind, :version, :body, :reason, :actor, :at)
ON CONFLICT (kind, version) DO NOTHING;

-- name: InvestmentRuleAll
SELECT kind, version, body, reason, actor, at
FROM investment_rule
ORDER BY id;
