-- Where every figure came from and what it was before: files, batches, revisions, events.

CREATE TABLE import_file (
    sha256 TEXT COLLATE "C" PRIMARY KEY,
    size BIGINT NOT NULL,
    content BYTEA NOT NULL
);

CREATE TABLE import_batch (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL REFERENCES import_file (sha256),
    register TEXT COLLATE "C", -- the one list it was handed in for; NULL: a whole workbook
    state TEXT COLLATE "C" NOT NULL, -- previewed, applied, rejected, undone
    good_rows BOOLEAN NOT NULL,
    withdraw_absent BOOLEAN NOT NULL,
    explanation TEXT COLLATE "C",
    report TEXT COLLATE "C" NOT NULL, -- counts by sheet and problems, JSON
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    undone_by TEXT COLLATE "C",
    undone_at TEXT COLLATE "C"
);

-- The columns of a batch's sheet: with a revision's sheet_row they name the cell of each value.
CREATE TABLE import_sheet (
    batch BIGINT NOT NULL REFERENCES import_batch (id),
    sheet TEXT COLLATE "C" NOT NULL,
    columns TEXT COLLATE "C" NOT NULL, -- {"column": "F"}, JSON
    PRIMARY KEY (batch, sheet)
);

-- Every state a register record has had; append-only.
CREATE TABLE revision (
    noun TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    change TEXT COLLATE "C" NOT NULL, -- new, changed, withdrawn, restored
    fields JSON NOT NULL, -- the whole record, canonical text by column
    batch BIGINT REFERENCES import_batch (id),
    sheet TEXT COLLATE "C",
    sheet_row BIGINT,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    approved_by TEXT COLLATE "C",
    approved_at TEXT COLLATE "C",
    PRIMARY KEY (noun, key, version)
);
CREATE INDEX revision_batch ON revision (batch);

-- Every state a monthly report has had; append-only, typed because it is summed as of past moments.
CREATE TABLE monthly_report_revision (
    key TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    change TEXT COLLATE "C" NOT NULL,
    month TEXT COLLATE "C" NOT NULL,
    object_kind TEXT COLLATE "C" NOT NULL,
    object TEXT COLLATE "C" NOT NULL,
    chain TEXT COLLATE "C",
    indicator TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C",
    in_month BIGINT,
    cumulative BIGINT,
    base BIGINT,
    growth BIGINT,
    two_years_ago BIGINT,
    expected_next BIGINT,
    rank BIGINT,
    rank_of BIGINT,
    status TEXT COLLATE "C",
    cause TEXT COLLATE "C",
    warning TEXT COLLATE "C",
    explanation TEXT COLLATE "C",
    extra TEXT COLLATE "C",
    batch BIGINT REFERENCES import_batch (id),
    sheet TEXT COLLATE "C",
    sheet_row BIGINT,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    approved_by TEXT COLLATE "C",
    approved_at TEXT COLLATE "C",
    PRIMARY KEY (key, version)
);
CREATE INDEX monthly_report_revision_batch ON monthly_report_revision (batch);
CREATE INDEX monthly_report_revision_month ON monthly_report_revision (month, object_kind, indicator);

-- A project's stages as they were reached, planned or taken back; append-only.
CREATE TABLE project_stage_event (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project TEXT COLLATE "C" NOT NULL,
    stage TEXT COLLATE "C" NOT NULL,
    planned BOOLEAN NOT NULL,
    on_date TEXT COLLATE "C", -- NULL: the date was withdrawn
    version BIGINT NOT NULL, -- the project's version that brought it
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX project_stage_event_project ON project_stage_event (project);
