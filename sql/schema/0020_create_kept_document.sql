-- Papers of a month as they were made, to be fetched as they were whatever is revised later. Append-only; chain is a
-- chain's code or all. as_of is the moment whose figures the paper tells, at when it was kept.
CREATE TABLE kept_document (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    month TEXT COLLATE "C" NOT NULL,
    chain TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    ending TEXT COLLATE "C" NOT NULL, -- of the file: .docx
    title TEXT COLLATE "C" NOT NULL,
    as_of TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL, -- bytes
    content BYTEA NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL
);
-- The same bytes are kept once.
CREATE UNIQUE INDEX kept_document_file ON kept_document (month, chain, kind, ending, sha256);
