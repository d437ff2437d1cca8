-- Files that lie beside a record of a register: contracts, vouchers, pictures, licences. A withdrawn one is kept.
CREATE TABLE attachment (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    noun TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    place TEXT COLLATE "C", -- the step of the record it is evidence of; NULL: of the whole record
    version BIGINT, -- the record's version that came with it; NULL: it came by itself
    name TEXT COLLATE "C" NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL, -- bytes
    sha256 TEXT COLLATE "C" NOT NULL,
    uploaded_by TEXT COLLATE "C" NOT NULL,
    uploaded_at TEXT COLLATE "C" NOT NULL,
    withdrawn_by TEXT COLLATE "C",
    withdrawn_at TEXT COLLATE "C",
    content BYTEA NOT NULL
);
CREATE INDEX attachment_record ON attachment (noun, key);
-- What was said with a step of a project, beside its date.
ALTER TABLE project_stage_event ADD COLUMN step TEXT COLLATE "C"; -- code of the step; NULL: told by a sheet or a form
ALTER TABLE project_stage_event ADD COLUMN note TEXT COLLATE "C"; -- evidence or reason
