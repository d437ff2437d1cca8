-- 每月自动起草: decisions about it, append-only, of which the newest counts; and what came of each planned moment, once
-- for a chain whichever process works.
CREATE TABLE document_schedule (
    version BIGINT PRIMARY KEY, -- 1, 2, …
    body TEXT COLLATE "C" NOT NULL, -- the decision in full, JSON
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL
);
CREATE TABLE document_draft (
    slot TEXT COLLATE "C" NOT NULL, -- the moment it was planned for
    chain TEXT COLLATE "C" NOT NULL, -- a chain's code or all
    month TEXT COLLATE "C" NOT NULL, -- of the data; empty: there were none
    as_of TEXT COLLATE "C" NOT NULL,
    files TEXT COLLATE "C" NOT NULL, -- drafted: bulletin.docx,annex.xlsx
    outcome TEXT COLLATE "C" NOT NULL, -- drafted, unchanged, failed
    said TEXT COLLATE "C" NOT NULL, -- to people
    at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (slot, chain)
);
-- What was saved last is asked by every page of papers.
CREATE INDEX revision_approved ON revision (approved_at);
CREATE INDEX monthly_report_revision_approved ON monthly_report_revision (approved_at);
