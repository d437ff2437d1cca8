-- name: SessionFind
SELECT data FROM session WHERE token = :token AND expires_at > :now;

-- name: SessionCommit
INSERT INTO session (token, data, expires_at)
VALUES (:token, :data, :expires_at)
ON CONFLICT (token) DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at;

-- name: SessionDelete
DELETE FROM session WHERE token = :token;

-- name: SessionSweep
DELETE FROM session WHERE expires_at <= :now;
