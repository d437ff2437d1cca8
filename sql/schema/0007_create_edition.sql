-- Versions (版本) of lists and maps as the county approved them: a name for the registers as they stood at a
-- moment. Append-only but for the withdrawal; chain is a chain's code or all, kind is list or map.
CREATE TABLE edition (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chain TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    dated TEXT COLLATE "C" NOT NULL,
    approver TEXT COLLATE "C" NOT NULL,
    as_of TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    withdrawn_by TEXT COLLATE "C",
    withdrawn_at TEXT COLLATE "C"
);
-- A withdrawn version gives its name free.
CREATE UNIQUE INDEX edition_name ON edition (chain, kind, code, name) WHERE withdrawn_at IS NULL;
