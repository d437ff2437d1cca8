-- What the county decides about figures of investment, append-only: which rates it reports, what makes a project one of
-- the 5020, from when a signed project stands still. Of each kind the version decided last is in force.
CREATE TABLE investment_rule (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL, -- rates, flagship, overdue
    version BIGINT NOT NULL, -- 1, 2, … for each kind
    body TEXT COLLATE "C" NOT NULL, -- the rule in full, JSON: a preset that changes later changes no past figure
    reason TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    UNIQUE (kind, version)
);
