-- Who may do what, and who did what.

CREATE TABLE account (
    name TEXT COLLATE "C" PRIMARY KEY,
    display_name TEXT COLLATE "C" NOT NULL,
    roles TEXT COLLATE "C" NOT NULL, -- separated by commas
    department TEXT COLLATE "C",
    enterprise TEXT COLLATE "C",
    chains TEXT COLLATE "C",
    password_hash TEXT COLLATE "C" NOT NULL,
    disabled BOOLEAN NOT NULL,
    must_change BOOLEAN NOT NULL, -- the password was given, not chosen
    session_epoch BIGINT NOT NULL, -- raised to end every session of the account
    failures BIGINT NOT NULL,
    last_failure TEXT COLLATE "C",
    locked_until TEXT COLLATE "C",
    version BIGINT NOT NULL,
    created_at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE api_token (
    name TEXT COLLATE "C" PRIMARY KEY,
    hash TEXT COLLATE "C" NOT NULL UNIQUE,
    role TEXT COLLATE "C" NOT NULL,
    expires_at TEXT COLLATE "C",
    revoked_at TEXT COLLATE "C",
    last_seen TEXT COLLATE "C",
    created_by TEXT COLLATE "C" NOT NULL,
    created_at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE screen (
    name TEXT COLLATE "C" PRIMARY KEY,
    hash TEXT COLLATE "C" NOT NULL UNIQUE,
    chain TEXT COLLATE "C", -- NULL: every chain
    scenes TEXT COLLATE "C",
    expires_at TEXT COLLATE "C",
    revoked_at TEXT COLLATE "C",
    last_seen TEXT COLLATE "C",
    created_by TEXT COLLATE "C" NOT NULL,
    created_at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE session (
    token TEXT COLLATE "C" PRIMARY KEY, -- hash of the cookie's value
    data BYTEA NOT NULL,
    expires_at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);

-- Append-only; written in the transaction of what it tells of.
CREATE TABLE audit_entry (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    object TEXT COLLATE "C" NOT NULL,
    detail TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL
);
CREATE INDEX audit_entry_at ON audit_entry (at);
