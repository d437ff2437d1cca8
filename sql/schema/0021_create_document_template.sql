-- How the county words its papers. Both tables are append-only: what counts is the newest row. document_template is the text of
-- a kind of papers, rewording what stands in one month's paper instead of a paragraph the program wrote (was); a text
-- equal to was takes the rewording back, an empty one leaves the paragraph out.
CREATE TABLE document_template (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL, -- 1, 2, … of its kind
    text TEXT COLLATE "C" NOT NULL, -- empty: the program's own again
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    UNIQUE (kind, version)
);
CREATE TABLE rewording (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    month TEXT COLLATE "C" NOT NULL,
    chain TEXT COLLATE "C" NOT NULL, -- a chain's code or all
    kind TEXT COLLATE "C" NOT NULL,
    was TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX rewording_paper ON rewording (month, chain, kind, id);
