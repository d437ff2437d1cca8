-- What the county calls its lists, in which order they stand, and which of them the navigation shows.
-- No rows: the usual five. All rows carry the version they were saved with.
CREATE TABLE list_setting (
    code TEXT COLLATE "C" PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    shown BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL
);
