-- The sheets by which chains and departments are scored, append-only. Of each kind the version decided last is in force.
CREATE TABLE score_rule (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL, -- whom it scores: chain, department
    version BIGINT NOT NULL, -- 1, 2, … for each kind
    body TEXT COLLATE "C" NOT NULL, -- the sheet in full, JSON: a preset that changes later changes no past score
    reason TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    UNIQUE (kind, version)
);
