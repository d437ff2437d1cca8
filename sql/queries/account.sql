-- name: AccountAdd
INSERT INTO account (name, display_name, roles, department, enterprise, chains, password_hash, disabled, must_change,
    session_epoch, failures, version, created_at)
VALUES (:name, :display_name, :roles, :department, :enterprise, :chains, :password_hash, :disabled, :must_change,
    1, 0, 1, :created_at)
ON CONFLICT (name) DO NOTHING;

-- name: AccountGet
SELECT name, display_name, roles, department, enterprise, chains, password_hash, disabled, must_change, session_epoch,
    failures, last_failure, locked_until, version, created_at
FROM account
WHERE name = :name;

-- name: AccountList
SELECT name, display_name, roles, department, enterprise, chains, password_hash, disabled, must_change, session_epoch,
    failures, last_failure, locked_until, version, created_at
FROM account
ORDER BY name;

-- name: AccountSetPassword
UPDATE account
SET password_hash = :password_hash, must_change = :must_change, session_epoch = session_epoch + 1,
    failures = 0, last_failure = NULL, locked_until = NULL, version = version + 1
WHERE name = :name;

-- name: AccountSetAttempts
UPDATE account
SET failures = :failures, last_failure = :last_failure, locked_until = :locked_until
WHERE name = :name;

-- name: AccountSetRoles
UPDATE account
SET roles = :roles, session_epoch = session_epoch + 1, version = version + 1
WHERE name = :name;

-- name: AccountSetDisabled
UPDATE account
SET disabled = :disabled, session_epoch = session_epoch + 1, version = version + 1
WHERE name = :name;
