-- name: TokenAdd
INSERT INTO api_token (name, hash, role, expires_at, created_by, created_at)
VALUES (:name, :hash, :role, :expires_at, :created_by, :created_at)
ON CONFLICT (name) DO NOTHING;

-- name: TokenByHash
SELECT name, role, expires_at, revoked_at, last_seen, created_by, created_at
FROM api_token
WHERE hash = :hash;

-- name: TokenList
SELECT name, role, expires_at, revoked_at, last_seen, created_by, created_at
FROM api_token
ORDER BY name;

-- name: TokenRevoke
UPDATE api_token SET revoked_at = :at WHERE name = :name AND revoked_at IS NULL;

-- name: TokenSeen
UPDATE api_token SET last_seen = :at WHERE hash = :hash;

-- name: ScreenAdd
INSERT INTO screen (name, hash, chain, scenes, theme, expires_at, created_by, created_at)
VALUES (:name, :hash, :chain, :scenes, :theme, :expires_at, :created_by, :created_at)
ON CONFLICT (name) DO NOTHING;

-- name: ScreenByHash
SELECT name, chain, scenes, theme, version, user_agent, last_scene, expires_at, revoked_at, last_seen, created_by, created_at
FROM screen
WHERE hash = :hash;

-- name: ScreenList
SELECT name, chain, scenes, theme, version, user_agent, last_scene, expires_at, revoked_at, last_seen, created_by, created_at
FROM screen
ORDER BY name;

-- name: ScreenRevoke
UPDATE screen SET revoked_at = :at WHERE name = :name AND revoked_at IS NULL;

-- name: ScreenChange
-- A version that is not the one read is somebody else's change.
UPDATE screen SET chain = :chain, scenes = :scenes, theme = :theme, version = version + 1
WHERE name = :name AND version = :version AND revoked_at IS NULL;

-- name: ScreenSeen
UPDATE screen SET last_seen = :at WHERE hash = :hash;

-- name: ScreenShown
UPDATE screen SET last_seen = :at, user_agent = :user_agent, last_scene = :last_scene WHERE name = :name;
