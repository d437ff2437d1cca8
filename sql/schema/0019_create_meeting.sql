-- Dispatch meetings (调度会): one for each data month and chain; chain is a chain's code or all. as_of is the moment
-- whose figures the meeting saw, NULL until it is opened, and never changed after. name is what 议定事项 call it.
CREATE TABLE meeting (
    month TEXT COLLATE "C" NOT NULL,
    chain TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    held_on TEXT COLLATE "C" NOT NULL,
    people TEXT COLLATE "C" NOT NULL,
    agenda TEXT COLLATE "C" NOT NULL,
    as_of TEXT COLLATE "C",
    opened_by TEXT COLLATE "C",
    closed_by TEXT COLLATE "C",
    closed_at TEXT COLLATE "C",
    version BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (month, chain)
);
CREATE UNIQUE INDEX meeting_name ON meeting (name);
